"""Passages with figures: a page and a passage of it come in, the place of its first quantity goes out.

Whether a figure needs a source, and which sources have figures, is for others to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.language.passages import Passage
from apparatus.language.quantities import quantities
from apparatus.model.page import Page
from apparatus.syntax.prose import Span


def first_quantity(said: str, passage: Passage) -> Span | None:
    """Where the first quantity of a passage stands in what its page says; nothing where it has none."""
    for start, end in passage.spans:
        for first, after in quantities(said[start:end]):
            return start + first, start + after
    return None


def said(page: Page) -> str:
    """The prose of a page with the addresses of its links and the names behind its mentions blanked."""
    text, pieces, at = page.prose.text, list[str](), 0
    for start, end in sorted(_unsaid(page)):
        pieces += [text[at:start], " " * (end - max(at, start))]
        at = max(at, end)
    return "".join([*pieces, text[at:]])


def _unsaid(page: Page) -> Iterator[Span]:
    for link in page.references.links:
        autolink = link.text == (link.start, link.end)
        yield (link.start if autolink else link.text[1] + 1), link.end
    for mention in page.references.mentions:
        yield min(mention.end, mention.start + len(mention.words) + 2), mention.end
