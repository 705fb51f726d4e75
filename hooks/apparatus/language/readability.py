"""How hard pages are to read, and how hard they may be: the site comes in, its reading levels go out.

Each text is counted twice: as it stands, and with every name of the glossary in it counted as one word of one
syllable, linked or not, because a page cannot do without its terms and explains each of them.

Counted are the sentences that `sentences` calls counted: those of paragraphs, list items and captions that
are whole and have three words or more. The name of a term is looked for in the sentence as it is read, as
`wording` does; the words that a mention has of its own are words like others.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from apparatus.language.grades import Tally, tally
from apparatus.language.sentences import Sentence, read_sentences, split
from apparatus.language.stretches import read_stretches
from apparatus.language.wording import Vocabulary, vocabulary_of
from apparatus.model import glossary
from apparatus.model.page import TIERS, Page
from apparatus.model.site import Site

PLAIN_WORD: Final = "term"
"""What stands for a name of the glossary in the adjusted count."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a page has to keep to."""

    grade: float
    """The highest adjusted grade, by either formula."""
    mean_length: float | None = None
    """The most words that its sentences may have on average."""
    longest: int | None = None
    """The most words that any of its sentences may have, fragments and table cells included."""


LIMITS: Final = {
    "fundamentals": Limits(grade=8, mean_length=15, longest=25),
    "intermediate": Limits(grade=12),
}
"""The limits by tier; the Academic tier has none."""
ENTRANCES: Final = ("docs/index.md", "docs/next-steps.md")
"""Pages outside the tiers that patients are sent to: the limits of the Fundamentals tier hold for them."""
DEFINITION_GRADE: Final = 10
"""The highest adjusted Flesch-Kincaid grade of a definition; SMOG is made for 30 sentences, not for two."""
LEAST_SENTENCES: Final = 10
"""A page with fewer has no grade worth judging: one long word more would move it by whole grades."""


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """How hard one page is to read."""

    path: str
    """The page's path."""
    title: str
    """The page's title."""
    tier: str
    """Its depth; empty for a page outside the tiers."""
    topic: str
    """The name it shares with the pages of the other tiers, such as `hormones`."""
    raw: Tally
    """Its text as it stands."""
    adjusted: Tally
    """Its text with each name of the glossary as one plain word."""
    longest: int
    """How many words its longest sentence has, fragments and table cells included."""
    limits: Limits | None
    """What it has to keep to."""


@dataclass(frozen=True, slots=True)
class DefinitionLevel:
    """How hard one definition is to read."""

    name: str
    """The term's name."""
    start: int
    """Offset of the definition in the glossary."""
    grade: float
    """Its adjusted Flesch-Kincaid grade."""


def adjusted(text: str, vocabulary: Vocabulary) -> str:
    """A sentence with each name of the glossary as one plain word: `The term acts on term.`"""
    pieces, at = list[str](), 0
    for wording in vocabulary.find(text):
        pieces += [text[at : wording.start], PLAIN_WORD]
        at = wording.end
    return "".join([*pieces, text[at:]])


def reading_level(page: Page, sentences: Iterable[Sentence], vocabulary: Vocabulary) -> ReadingLevel:
    """How hard a page is to read, given its sentences."""
    found = tuple(sentences)
    counted = [sentence.text for sentence in found if sentence.is_counted]
    return ReadingLevel(
        page.path,
        page.title,
        page.tier or "",
        page.topic,
        tally(counted),
        tally(adjusted(text, vocabulary) for text in counted),
        max((len(sentence.words) for sentence in found), default=0),
        limits_of(page),
    )


@lru_cache(maxsize=512)
def _level(page: Page, vocabulary: Vocabulary) -> ReadingLevel:
    return reading_level(page, read_sentences(page), vocabulary)


def limits_of(page: Page) -> Limits | None:
    """What a page has to keep to, if anything."""
    return LIMITS.get("fundamentals" if page.path in ENTRANCES else page.tier or "")


def reading_levels(site: Site) -> tuple[ReadingLevel, ...]:
    """The reading levels of the entrances and of the tier pages, from simple to deep."""
    vocabulary = vocabulary_of(site.glossary)
    pages = [page for page in site.pages if page.tier or page.path in ENTRANCES]
    pages.sort(key=lambda page: (TIERS.index(page.tier) if page.tier else -1, page.path))
    return tuple(_level(page, vocabulary) for page in pages)


def definition_levels(site: Site, vocabulary: Vocabulary) -> Iterator[DefinitionLevel]:
    """The reading levels of the definitions in the glossary, the other paragraphs of an entry aside.

    All of a definition counts, a first sentence of two words too: there is nothing else to measure.
    """
    page = site.page(glossary.PATH)
    stretches = list(read_stretches(page)) if page else []
    for term in site.glossary.terms:
        index = bisect_right(stretches, term.body, key=lambda stretch: stretch.start)
        if term.definition and index < len(stretches) and stretches[index].start < term.end:
            texts = (adjusted(text, vocabulary) for _, text in split(stretches[index].text))
            yield DefinitionLevel(term.name, stretches[index].start, tally(texts).flesch_kincaid)


def hardest_definition(site: Site) -> DefinitionLevel | None:
    """The definition with the highest grade."""
    levels = definition_levels(site, vocabulary_of(site.glossary))
    return max(levels, key=lambda level: level.grade, default=None)
