"""What a page shows: its mentions and notes in MkDocs, its exhibits, and what its templates are given.

Nothing here judges a page, and nothing knows MkDocs.
"""
