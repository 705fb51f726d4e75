"""A page with its exhibits in place: the text that is shown, and the way back to the text that was written.

In comes a page and what each exhibit is made of; out goes the page as its reader gets it, so that its terms
and citations are read there as on any page. Nothing here knows templates.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from apparatus.language.wording import Vocabulary, first_unlinked, vocabulary_of
from apparatus.model.exhibits import TOOLS, Exhibit
from apparatus.model.page import Page, read_page
from apparatus.model.site import Site
from apparatus.pages.rendered import unrendered_references
from apparatus.syntax.finding import Finding
from apparatus.syntax.source import Source

OPENING, CLOSING = "\uf8e4", "\uf8e5"
"""Around the name of an exhibit of HTML, which is put in after Markdown; private, so that it stays."""


@dataclass(frozen=True, slots=True)
class Made:
    """What an exhibit is made of."""

    markdown: str
    """A table, or a slot for what is no Markdown."""
    caption: str
    """The block that its caption becomes, such as `table-caption | .exhibit-certainty`."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the shown text that comes from one place."""

    start: int
    """Offset of its first character in the shown text."""
    source: int
    """Offset in the page's own text of that character, or of the exhibit that it was made for."""
    exhibit: str = ""
    """The name of the exhibit that it was made for; empty where it is the page's own text."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """A page as it is shown."""

    written: Page
    """The page as its file has it."""
    page: Page
    """The page with its exhibits in place."""
    pieces: tuple[Piece, ...]
    """Where its text comes from, in order."""

    def source_offset(self, offset: int) -> int:
        """The place in the file that an offset in the shown text comes from."""
        piece = self._piece(offset)
        return piece.source if piece.exhibit else piece.source + offset - piece.start

    def at_source(self, finding: Finding) -> Finding:
        """A finding on the shown page, at its place in the file."""
        offset = self.page.source.line_start(finding.line) + finding.column - 1
        line, column = self.written.source.position(self.source_offset(offset))
        return replace(finding, line=line, column=column)

    def _piece(self, offset: int) -> Piece:
        return self.pieces[bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1]

    def made_at(self, offset: int) -> Piece | None:
        """The piece at an offset, where it was made for an exhibit."""
        piece = self._piece(offset)
        return piece if piece.exhibit else None


def slot(name: str) -> Made:
    """What stands for an exhibit of HTML until Markdown is done with the page."""
    kind = "caption" if name in TOOLS else "figure-caption"
    return Made(f"{OPENING}{name}{CLOSING}", f"{kind} | .exhibit-{name}")


@dataclass(frozen=True, slots=True)
class ShownSite:
    """A site with its exhibits in place."""

    site: Site
    """The site as it is shown."""
    expansions: Mapping[str, Expansion]
    """Its pages with exhibits, by path."""

    def body(self, page: Page, written: str) -> str:
        """The shown text of a page for the text that follows the front matter in its file."""
        expansion = self.expansions.get(page.path)
        if expansion is None:
            return written
        return page.source.text[len(expansion.written.source.text) - len(written) :]

    def unrendered_references(self, page: Page, content: str) -> tuple[Finding, ...]:
        """Where a page's HTML does not show what its text says, each at its place in the file."""
        expansion = self.expansions.get(page.path)
        if expansion is None:
            return unrendered_references(self.site, page, content)
        found = unrendered_references(self.site, page, content, expansion.written)
        return tuple(expansion.at_source(finding) for finding in found)


def show_site(site: Site, make: Callable[[str], Made]) -> ShownSite:
    """A site with what `make` makes of each exhibit in place.

    On a tier page a term is linked in an exhibit where no mention comes before it, as it is elsewhere.
    """
    vocabulary = cache(lambda: vocabulary_of(site.glossary))
    expansions: dict[str, Expansion] = {}
    for page in site.pages:
        made = {exhibit.name: make(exhibit.name) for exhibit in page.exhibits if not exhibit.fault}
        if made:
            expansion = _expanded(page, made)
            if page.tier:
                expansion = _expanded(page, _linked(site, expansion, made, vocabulary()))
            expansions[page.path] = expansion
    pages = (expansions[page.path].page if page.path in expansions else page for page in site.pages)
    return ShownSite(replace(site, pages=tuple(pages)), expansions)


def _expanded(page: Page, made: Mapping[str, Made]) -> Expansion:
    pieces, texts, length = list[Piece](), list[str](), 0
    for text, piece in _parts(page, made):
        texts.append(text)
        pieces.append(replace(piece, start=length))
        length += len(text)
    return Expansion(page, read_page(Source(page.path, "".join(texts))), tuple(pieces))


def _parts(page: Page, made: Mapping[str, Made]) -> Iterator[tuple[str, Piece]]:
    """The texts that make up the shown page, each with where it is from."""
    text, at = page.source.text, 0
    for exhibit in page.exhibits:
        if not exhibit.fault:
            yield text[at : exhibit.start], Piece(0, at)
            yield from _exhibit_parts(text, exhibit, made[exhibit.name])
            at = exhibit.end
    yield text[at:], Piece(0, at)


def _exhibit_parts(text: str, exhibit: Exhibit, made: Made) -> Iterator[tuple[str, Piece]]:
    start, end = exhibit.caption
    mine = Piece(0, exhibit.start, exhibit.name)
    yield f"\n\n{made.markdown}\n\n/// {made.caption}", mine
    yield text[start:end], Piece(0, start)
    yield "///\n", mine


def _linked(
    site: Site, expansion: Expansion, made: Mapping[str, Made], vocabulary: Vocabulary
) -> Mapping[str, Made]:
    """What the exhibits are made of, with the terms linked that the page uses there for the first time."""
    linked = dict(made)
    # Back to front, so that the places of the links still to come stay right.
    for wording in sorted(first_unlinked(site, expansion.page, vocabulary), key=lambda found: -found.start):
        if piece := expansion.made_at(wording.start):
            # A blank line stands above what was made.
            start, end = wording.start - piece.start - 2, wording.end - piece.start - 2
            text = linked[piece.exhibit].markdown
            text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
            linked[piece.exhibit] = replace(linked[piece.exhibit], markdown=text)
    return linked
