"""The links and ids that a tier page lacks, put in where its look stays the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from apparatus.language.wording import Vocabulary, first_unlinked
from apparatus.model.page import Page, read_page
from apparatus.model.site import Site
from apparatus.pages.render import Renderer
from apparatus.syntax.source import Source

TERM_LINK = re.compile(r'<a class="term[^>]*>(.*?)</a>', re.DOTALL)
IDENTIFIERS = re.compile(r' id="[^"]*"|<a class="headerlink"[^>]*>.*?</a>')


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of text to put in."""

    start: int
    """Offset before which it goes; where `end` is later, the span is put in brackets instead."""
    end: int
    """Offset of the end of the span; the start's own for an insertion."""
    text: str
    """What is inserted; for a span, nothing."""
    what: str
    """What the edit does, for people."""

    def apply(self, page: str) -> str:
        """The page's text with the edit."""
        if self.end > self.start:
            return f"{page[: self.start]}[{page[self.start : self.end]}]{page[self.end :]}"
        return page[: self.start] + self.text + page[self.start :]


class PageFixer:
    """Mends pages of one site."""

    def __init__(self, site: Site, renderer: Renderer) -> None:
        self.site, self.renderer = site, renderer
        self.vocabulary = Vocabulary(site.glossary)

    def fix(self, page: Page) -> tuple[str, list[str]]:
        """A page's text with what could be mended, and what was done."""
        done: list[str] = []
        if page.tier is None or not page.is_whole:
            return page.source.text, done
        # Back to front, so that the places of the edits still to come stay right.
        for edit in sorted(self._edits(page), key=lambda edit: -edit.start):
            text = edit.apply(page.source.text)
            changed = read_page(_with_text(page.source, text))
            if self._looks_same(page, changed):
                page = changed
                done.append(edit.what)
            else:
                done.append(f"left as it was, because the page would change: {edit.what}")
        return page.source.text, done[::-1]

    def _edits(self, page: Page) -> Iterator[Edit]:
        for wording in first_unlinked(self.site, page, self.vocabulary):
            words = " ".join(page.source.text[wording.start : wording.end].split())
            yield Edit(wording.start, wording.end, "", f"linked `{words}`")
        taken = {heading.id for heading in page.headings}
        for heading in page.headings:
            if not heading.id and heading.attributes_start == heading.end:
                name = _free_id(heading.title, taken)
                taken.add(name)
                end = heading.start + len(page.source.text[heading.start : heading.end].rstrip(" \t#"))
                yield Edit(end, end, f" {{ #{name} }}", f"gave `{heading.title}` the id `{name}`")

    def _looks_same(self, page: Page, changed: Page) -> bool:
        if self._lost_mentions(changed) > self._lost_mentions(page):
            return False
        known = self.site.bibliography.by_key
        return _bare(self.renderer.html(page, known)) == _bare(self.renderer.html(changed, known))

    def _lost_mentions(self, page: Page) -> int:
        """How many mentions the checks would report."""
        mentions = page.references.mentions
        return sum(bool(mention.fault) or self.site.term(mention) is None for mention in mentions)


def _with_text(source: Source, text: str) -> Source:
    return Source(source.path, text, source.newline, source.bom)


def _bare(html: str) -> str:
    return IDENTIFIERS.sub("", TERM_LINK.sub(r"\1", html))


def _free_id(title: str, taken: set[str]) -> str:
    """An id made of a heading's words: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", re.sub(r"\[@[^\]]*\]", "", title))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    stem = "-".join(words) or "section"
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    return name
