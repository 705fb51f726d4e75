"""What mkdocs-bibtex must not touch on a page is hidden from it, and shown again after it.

The plugin searches and replaces in the raw text, code and comments included. So every bracket and every `@`
that is not part of a well-formed citation of a known entry becomes a private character while it works.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from apparatus.model.page import Page
from apparatus.syntax.prose import Span, shares_line

HIDDEN = "[]@"
PRIVATE = range(0xE000, 0xF8FF)
"""Code points that Unicode leaves to private agreement: BMP private use area."""

COMMENT = "\uf8f2"
"""Stands for a comment that text follows on its line, so that the line keeps its shape; it is on no page."""

BIBLIOGRAPHY_COMMAND = "\uf8f0references"
FULL_BIBLIOGRAPHY_COMMAND = "\uf8f0all-references"
"""The plugin's commands, in words that nobody types; `mkdocs.yml` sets the same."""


@dataclass(frozen=True, slots=True)
class Shield:
    """One page's text with the plugin's bait hidden."""

    text: str
    """The text to hand to the plugin."""
    stand_ins: str
    """The three private characters that stand for `[`, `]` and `@`; none of them is in the page."""

    def lift(self, text: str) -> str:
        """The text that came back from the plugin, with everything shown again."""
        return text.translate(
            {ord(private): plain for private, plain in zip(self.stand_ins, HIDDEN, strict=True)}
        )


def shield_page(page: Page, body: str, known: Container[str]) -> Shield:
    """A page's body as the plugin may see it: comments gone, only citations of known keys in the open.

    `body` is the end of the page's text that follows its front matter.
    """
    offset = len(page.source.text) - len(body)
    stand_ins = "".join(_unused(body))
    hidden = body.translate({ord(plain): private for private, plain in zip(stand_ins, HIDDEN, strict=True)})
    pieces, at = [], 0
    for start, end, text in sorted(_cuts(page, body, offset, known)):
        pieces += [hidden[at:start], text]
        at = end
    # A line end in front lets Markdown see a first line of spaces as blank; blank lines at the end keep the
    # plugin's footnotes out of whatever block ends the page.
    return Shield("".join(["\n", *pieces, hidden[at:], "\n\n"]), stand_ins)


def _unused(text: str) -> Iterator[str]:
    found = 0
    for code in PRIVATE:
        if chr(code) not in text and chr(code) not in BIBLIOGRAPHY_COMMAND:
            yield chr(code)
            found += 1
            if found == len(HIDDEN):
                return


def _cuts(page: Page, body: str, offset: int, known: Container[str]) -> Iterator[tuple[int, int, str]]:
    """What the hidden text is to have in place of some of its spans."""
    for start, end in page.prose.comments:
        lines = body[start - offset : end - offset].count("\n")
        yield start - offset, end - offset, "\n" * lines + COMMENT * shares_line(page.source.text, end)
    # Python-Markdown keeps a fence that touches text inside the text's paragraph; a blank line parts them.
    for start, end in page.prose.fences:
        yield start - offset, start - offset, "\n"
        yield end - offset, end - offset, "\n"
    for start, end in citation_blocks(page, known):
        yield start - offset, end - offset, body[start - offset : end - offset]


def citation_blocks(page: Page, known: Container[str]) -> list[Span]:
    """The citation blocks of a page that are well-formed and name known entries only."""
    blocks: dict[Span, bool] = {}
    for citation in page.references.citations:
        span = citation.block, citation.block_end
        blocks[span] = blocks.get(span, True) and not citation.fault and citation.key in known
    return [span for span, usable in blocks.items() if usable]
