"""Where everything stands, and where old and short addresses and codes lead.

A site comes in, addresses and the pages that send a reader on go out.
"""
