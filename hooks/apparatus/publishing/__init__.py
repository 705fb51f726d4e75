"""What is published beside and around the pages: sheets, downloads, metadata, the last touches on a build.

A guide as it is published comes in, further files and values for templates go out.
"""
