"""The state of the guide, as a list of what could be done next: the site comes in, rows go out.

Nothing here is a fault: what is wrong is a finding, and a site with findings is not built.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from apparatus.language.figures import first_quantity, said
from apparatus.language.passages import read_passages
from apparatus.language.readability import ReadingLevel, reading_levels
from apparatus.model.bibliography import Entry
from apparatus.model.glossary import PATH as GLOSSARY_PATH
from apparatus.model.glossary import Term
from apparatus.model.page import Page
from apparatus.model.site import Site

LOOKED_FOR: Final = ("volume", "number", "pages", "doi", "pmid")
"""What a journal article usually has, and a reader needs to find it."""


@dataclass(frozen=True, slots=True)
class Due:
    """A page, and when it has to be checked again."""

    path: str
    """The page's path."""
    title: str
    """The page's title."""
    reviewed: date
    """When it was checked against its sources."""
    next_review: date
    """When it is due."""
    clinical_review: str
    """Which clinician read it, and when; `none` until one has."""


@dataclass(frozen=True, slots=True)
class Support:
    """A source, and how much rests on it."""

    key: str
    """What a citation calls it by."""
    record: str
    """`seen`, `partial` or `not-found`."""
    missing: tuple[str, ...]
    """The usual fields that its record does not have."""
    figures: int
    """How many passages with a figure, and results of the study data, rest on it."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something."""

    name: str
    """What is counted."""
    number: int
    """How many."""


def due_pages(site: Site) -> tuple[Due, ...]:
    """The pages with dates, the one that is due first at the top."""
    due = (_due(page) for page in site.pages)
    return tuple(sorted((row for row in due if row), key=lambda row: (row.next_review, row.path)))


def _due(page: Page) -> Due | None:
    front = page.front_matter
    reviewed, next_review = front.date("reviewed"), front.date("next_review")
    if not reviewed or not next_review:
        return None
    return Due(page.path, page.title, reviewed, next_review, front.text("clinical_review"))


def works(site: Site) -> tuple[Support, ...]:
    """Every source, the one that most figures rest on at the top."""
    figures = figures_by_source(site)
    found = (_work(entry, figures[entry.key]) for entry in site.bibliography.by_key.values())
    return tuple(sorted(found, key=lambda work: (-work.figures, work.key)))


def _work(entry: Entry, figures: int) -> Support:
    fields = LOOKED_FOR if entry.type == "article" else ()
    missing = tuple(name for name in fields if not entry.value(name))
    return Support(entry.key, entry.value("record"), missing, figures)


def unfinished_works(site: Site) -> tuple[Support, ...]:
    """The sources whose record was seen in part, the one that most figures rest on at the top."""
    return tuple(work for work in works(site) if work.record == "partial")


def records(site: Site) -> tuple[Count, ...]:
    """How many sources there are of each record."""
    counted = Counter(work.record for work in works(site))
    return tuple(Count(record, counted[record]) for record in ("seen", "partial", "not-found"))


def figures_by_source(site: Site) -> Counter[str]:
    """How many passages with a figure cite each source, and results come from it, by its key."""
    cited = Counter(key for page in site.pages for keys in _figured(page) for key in keys)
    return cited + Counter({study.key: len(study.results) for study in site.studies.studies})


@lru_cache(maxsize=512)
def _figured(page: Page) -> tuple[frozenset[str], ...]:
    """What each passage with a figure cites."""
    return tuple(_cited_for_figures(page))


def _cited_for_figures(page: Page) -> Iterator[frozenset[str]]:
    words = said(page)
    for passage in read_passages(page.prose, page.tables):
        if first_quantity(words, passage):
            spans = passage.sourced_by
            citations = (found for found in page.references.citations if not found.fault)
            yield frozenset(
                found.key for found in citations if any(start <= found.start < end for start, end in spans)
            )


def idle_terms(site: Site) -> tuple[Term, ...]:
    """The terms that only other entries of the glossary mention, everyday words aside, by the alphabet."""
    pages = (page for page in site.pages if page.path != GLOSSARY_PATH)
    mentions = (mention for page in pages for mention in page.references.mentions)
    used = {term.id for mention in mentions if (term := site.term(mention))}
    return tuple(term for term in site.glossary.terms if term.id not in used and not term.optional)


def hardest_pages(site: Site) -> tuple[ReadingLevel, ...]:
    """The pages with a limit for their grade, the one that is nearest to it at the top."""
    limited = [level for level in reading_levels(site) if level.limits]
    return tuple(sorted(limited, key=room))


def room(level: ReadingLevel) -> float:
    """How many grades easier than its limit a page is."""
    limit = level.limits.grade if level.limits else 0.0
    return limit - max(level.adjusted.flesch_kincaid, level.adjusted.smog)
