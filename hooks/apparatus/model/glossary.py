"""The terms of the guide, read from the headings of its glossary page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from apparatus.model.page import Page
from apparatus.syntax.headings import ALLOWED_ATTRIBUTES, REMAINS, Heading
from apparatus.syntax.lines import read_lines
from apparatus.syntax.names import FORBIDDEN, folded

TERM_LEVEL = 3
PATH = "docs/glossary.md"
ALIASES = "data-aliases="
COMMENT = re.compile(r"<!--.*?-->")
MENTION = re.compile(r"\[([^\[\]]+)\](?:\[[^\[\]]*\])?")


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a term: an abbreviation, a plural, a British spelling."""

    text: str
    """As the author typed it in `data-aliases`."""
    start: int
    """Offset of its first character in the glossary."""


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary."""

    name: str
    """The heading's words."""
    id: str
    """The id that its address ends with; empty where the author forgot it."""
    start: int
    """Offset of its heading."""
    attributes_start: int
    """Offset of the heading's attribute list; where there is none, of the end of its line."""
    body: int
    """Offset of the end of its heading's line."""
    end: int
    """Offset of the next heading, or of the end of the file."""
    aliases: tuple[Alias, ...]
    """Its other names."""
    optional: bool
    """Whether pages may leave it unlinked: it is an everyday word."""
    definition: str
    """The first paragraph as typed, in one line; empty where there is none."""
    attributes_read: bool
    """Whether its heading has an attribute list that could be read, or none at all."""
    lost: str = ""
    """The letters and digits of a heading that could not be read: the names it was to give are in there."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and all its aliases."""
        return (self.name, *(alias.text for alias in self.aliases))

    @property
    def is_garbled(self) -> bool:
        """Whether its heading is a `malformed-term` for what it says, and not for an id alone."""
        return not self.attributes_read or bool(FORBIDDEN & {*"".join(self.names)})

    def is_lost(self, name: str) -> bool:
        """Whether a name may be one that the faults of its heading hide."""
        return squeezed(name) in self.lost

    @property
    def plain_definition(self) -> str:
        """The definition with each mention as its words only."""
        return MENTION.sub(r"\1", self.definition).replace("**", "")


@dataclass(frozen=True, eq=False)
class Glossary:
    """Every term, in the order of the page."""

    terms: tuple[Term, ...] = ()
    """The entries."""
    by_name: Mapping[str, Term] = field(default_factory=dict)
    """The entry that each folded name or alias calls on.

    Where two claim it, a name comes before an alias, and the first entry before the last.
    """

    def find(self, name: str) -> Term | None:
        """The term of a name or alias, its case ignored."""
        return self.by_name.get(folded(name))

    @property
    def names(self) -> list[str]:
        """All names and aliases."""
        return [name for term in self.terms for name in term.names]


@lru_cache(maxsize=2)
def read_glossary(page: Page | None) -> Glossary:
    """The glossary that a page holds; an empty one where there is no such page."""
    if page is None:
        return Glossary()
    terms = tuple(_terms(page))
    by_name: dict[str, Term] = {}
    for term in terms:
        by_name.setdefault(folded(term.name), term)
    for term in terms:
        for alias in term.aliases:
            by_name.setdefault(folded(alias.text), term)
    return Glossary(terms, by_name)


def _terms(page: Page) -> Iterator[Term]:
    headings = page.headings
    for index, heading in enumerate(headings):
        if heading.level == TERM_LEVEL:
            following = headings[index + 1].start if index + 1 < len(headings) else len(page.source.text)
            yield _term(page, heading, following)


def _term(page: Page, heading: Heading, end: int) -> Term:
    attributes = heading.attributes
    term = Term(
        heading.title if heading.attributes_read else REMAINS.split(heading.title)[0].strip(),
        heading.id,
        heading.start,
        heading.attributes_start,
        heading.end,
        end,
        tuple(_aliases(page.source.text, heading)),
        attributes.get("data-mention") == "optional",
        _first_paragraph(page, heading.end, end),
        heading.attributes_read,
    )
    if not term.is_garbled and attributes.keys() <= ALLOWED_ATTRIBUTES:
        return term
    return replace(term, lost=squeezed(page.source.text[heading.start : heading.end]))


def squeezed(name: str) -> str:
    """The letters and digits of a name."""
    return re.sub(r"[\W_]+", "", folded(name))


def _aliases(text: str, heading: Heading) -> Iterator[Alias]:
    listed = heading.attributes.get("data-aliases", "")
    opened = text.find(ALIASES, heading.attributes_start, heading.end) + len(ALIASES)
    start = text.find(listed, opened, heading.end) if listed else -1
    for piece in listed.split(";") if start >= 0 else ():
        name = piece.strip()
        if name:
            yield Alias(name, start + len(piece) - len(piece.lstrip()))
        start += len(piece) + 1


def _first_paragraph(page: Page, start: int, end: int) -> str:
    words: list[str] = []
    for line in read_lines(page.prose.text, start + 1, end):
        if not line.text and words:
            break
        if line.text and (line.is_row or line.is_block_mark or line.is_item):
            break
        if line.text:
            words.append(page.source.text[line.content : line.end].strip())
    return COMMENT.sub("", " ".join(words)).strip()
