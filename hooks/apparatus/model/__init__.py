"""The guide as it was read: pages, terms, entries, studies, codes, addresses; `site` has them all.

Sources come in, frozen values with their places go out. Nothing here judges them, or knows how they look.
"""
