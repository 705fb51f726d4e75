"""What the command line offers besides `check` and `fix`: `explain`, `new term` and `new source`.

In come a site and what somebody typed or pasted; out goes an `Outcome`. Nothing here reads or writes a file.
"""
