"""What the command line offers besides `check`: `fix`, `explain`, `new term` and `new source`.

In come a site and what somebody typed or pasted. `fix` alone writes files; the others give an `Outcome`.
"""
