"""Where terms stand in running text: the words of the glossary in the prose of a page, linked or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from apparatus.model.glossary import Glossary, Term
from apparatus.model.page import Page
from apparatus.model.site import Site
from apparatus.syntax.names import folded, is_exact
from apparatus.syntax.prose import Span

WORD = re.compile(r"[^\W_]+")
# the first word of a name, with its parenthesis, as in (TTTA)n
FIRST = re.compile(r"\(?[^\W_]+")
CAPTION_OPENS = re.compile(r"(?P<marks>/{3,})[ ]*(?:[\w-]*caption|exhibit)\b")
# A word ends where the neighbor is not a letter, digit, hyphen or slash; an underscore is emphasis.
BOUND = re.compile(r"[^\W_]|[/-]")


@dataclass(frozen=True, slots=True)
class Wording:
    """A name of a term in running text, linked or not."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    term: Term
    """The term."""


class Vocabulary:
    """The names of a glossary by their first word, the longest first.

    A look-up on the first word is some fifty times faster than one pattern of all names.
    """

    def __init__(self, glossary: Glossary) -> None:
        by_first: dict[str, list[tuple[str, Term]]] = {}
        for term in glossary.terms:
            for name in term.names:
                if glossary.find(name) is term and (first := FIRST.match(name)):
                    by_first.setdefault(folded(first[0]), []).append((name, term))
        for names in by_first.values():
            names.sort(key=lambda named: -len(named[0]))
        self._by_first: Mapping[str, list[tuple[str, Term]]] = by_first
        self._firsts = frozenset(first.removeprefix("(") for first in by_first)

    def find(self, text: str) -> Iterator[Wording]:
        """Every name in a text, longest first, none inside another."""
        reached = 0
        for word in WORD.finditer(text):
            # Most words begin no name, so that is asked first.
            if folded(word[0]) not in self._firsts or word.start() < reached:
                continue
            if found := self._find_at(text, word):
                yield found
                reached = found.end

    def _find_at(self, text: str, word: re.Match[str]) -> Wording | None:
        start, first = word.start(), folded(word[0])
        if start and text[start - 1] == "(" and (names := self._by_first.get(f"({first}")):
            found = _match(text, start - 1, names)
            if found:
                return found
        return _match(text, start, self._by_first.get(first, []))


@lru_cache(maxsize=2)
def vocabulary_of(glossary: Glossary) -> Vocabulary:
    """The names of one glossary, put in order once."""
    return Vocabulary(glossary)


def _match(text: str, start: int, names: list[tuple[str, Term]]) -> Wording | None:
    if not names or (start and BOUND.match(text, start - 1)):
        return None
    for name, term in names:
        end = _name_end(text, start, name)
        if end and not BOUND.match(text, end):
            return Wording(start, end, term)
    return None


def _name_end(text: str, start: int, name: str) -> int | None:
    found = text[start : start + len(name)]
    if "\n" in found or "  " in found:
        pattern = r"[ \t]*\n?[ \t>]*".join(re.escape(part) + "(?:[ ]|(?=\\s))" for part in name.split(" "))
        loose = re.compile(pattern.removesuffix("(?:[ ]|(?=\\s))"), 0 if is_exact(name) else re.IGNORECASE)
        match = loose.match(text, start)
        return match.end() if match else None
    same = found == name if is_exact(name) else folded(found) == folded(name)
    return start + len(name) if same else None


def running_text(page: Page) -> str:
    """The prose of a page with headings, captions, titles and the words of links blanked as well."""
    text, pieces, at = page.prose.text, [], 0
    for start, end in sorted(_aside(page)):
        pieces += [text[at:start], re.sub(r"[^\n]", " ", text[max(at, start) : end])]
        at = max(at, end)
    return "".join([*pieces, text[at:]])


def _aside(page: Page) -> Iterator[Span]:
    references = page.references
    yield from ((heading.start, heading.end) for heading in page.headings)
    yield from ((mention.start, mention.end) for mention in references.mentions)
    yield from ((citation.block, citation.block_end) for citation in references.citations)
    yield from ((link.start, link.end) for link in references.links)
    yield from _blocks(page)


def _blocks(page: Page) -> Iterator[Span]:
    """The marks and titles of blocks, and the whole of a caption."""
    caption: str | None = None
    for line in page.prose.lines:
        if caption is not None or line.is_block_mark:
            yield line.content, line.end
        if caption is not None and line.text == caption:
            caption = None
        elif opened := CAPTION_OPENS.match(line.text):
            caption = opened["marks"]


def first_unlinked(site: Site, page: Page, vocabulary: Vocabulary) -> Iterator[Wording]:
    """The first use of each term in a page's running text that no mention of it comes before."""
    linked: dict[str, int] = {}
    for mention in page.references.mentions:
        # A misspelt mention counts for every term that it is like: one mistake, one finding.
        for term in site.meant_terms(mention):
            linked.setdefault(term.name, mention.start)
    reported: set[str] = set()
    for wording in vocabulary.find(running_text(page)):
        name = wording.term.name
        if (
            not wording.term.optional
            and name not in reported
            and wording.start < linked.get(name, len(page.source.text))
        ):
            reported.add(name)
            yield wording
