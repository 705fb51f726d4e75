"""The syntax of files: offsets, Markdown, YAML, BibTeX. A text comes in, values with their places go out.

Nothing here knows what the guide is about, nor which files it has.
"""
