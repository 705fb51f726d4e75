"""What a page's templates show besides its text: values from the model, no HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from apparatus.model.bibliography import Entry
from apparatus.model.dialect import is_safe_address
from apparatus.model.glossary import PATH as GLOSSARY_PATH
from apparatus.model.glossary import Term
from apparatus.model.page import TIERS, Page
from apparatus.model.site import Site
from apparatus.publishing.exports import bibtex_text, ris_text

RECORDS = {"seen": "seen", "partial": "seen in part", "not-found": "not found"}
"""How far an entry's record was checked, in words."""


@dataclass(frozen=True, slots=True)
class TierLink:
    """One depth of a topic."""

    tier: str
    """Its folder, such as `academic`."""
    path: str
    """Its page under `docs/`; empty where it is not written yet."""
    current: bool
    """Whether it is the page that is shown."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page that uses something."""

    path: str
    """Under `docs/`."""
    title: str
    """What the page is called."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry, as the references page and the notes of a page show it."""

    key: str
    """What a citation calls it by."""
    kind: str
    """The kind of work, such as `randomized trial`."""
    size: str
    """How many took part, in digits; empty where that is not known."""
    record: str
    """`seen`, `partial` or `not-found`."""
    record_words: str
    """The same in words."""
    status: str
    """`retracted` or `corrected`; else empty."""
    pmcid: str
    """PubMed Central's number, with its letters."""
    url: str
    """The work's own address, where it has one."""
    places: tuple[Place, ...]
    """Where it is cited, in the order of the site."""
    bibtex: str
    """Its record as BibTeX."""
    ris: str
    """Its record as RIS."""


@dataclass(frozen=True, slots=True)
class PageView:
    """What surrounds the text of one page."""

    tiers: tuple[TierLink, ...]
    """The depths of its topic; none where it is not a tier page."""
    terms: tuple[Term, ...]
    """The terms it mentions, in the order of their first mention."""
    reviewed: date | None
    """When it was checked against its sources."""
    next_review: date | None
    """When it is due to be checked again."""
    clinical_review: str
    """Which clinician read it, and when; `none` until one has; empty where it is not asked for."""
    changed: date | None
    """When its text last changed; nothing where the history does not say."""
    overdue: date | None
    """The day by which it was to be checked again, where that has passed."""


def citing_places(site: Site) -> dict[str, tuple[Place, ...]]:
    """The pages that cite each key, in the order of the site."""
    places: dict[str, dict[str, Place]] = {}
    for page in site.pages:
        place = Place(page.path.removeprefix("docs/"), page.title)
        for citation in page.references.citations:
            if not citation.fault:
                places.setdefault(citation.key, {})[page.path] = place
    return {key: tuple(by_path.values()) for key, by_path in places.items()}


def term_places(site: Site) -> dict[str, tuple[Place, ...]]:
    """The pages that mention each term, by its id, in the order of the site; the glossary is none of them."""
    places: dict[str, dict[str, Place]] = {term.id: {} for term in site.glossary.terms}
    for page in site.pages:
        place = Place(page.path.removeprefix("docs/"), page.title)
        for mention in page.references.mentions if page.path != GLOSSARY_PATH else ():
            if (term := site.term(mention)) and not mention.fault:
                places[term.id][page.path] = place
    return {id: tuple(by_path.values()) for id, by_path in places.items()}


def page_view(site: Site, page: Page, today: date, changed: date | None = None) -> PageView:
    """The view of one page on a day; `changed` is when its text last did."""
    front_matter = page.front_matter
    terms = (site.term(mention) for mention in page.references.mentions if not mention.fault)
    return PageView(
        tuple(_tiers(site, page)),
        tuple({term.id: term for term in terms if term}.values()),
        front_matter.date("reviewed"),
        front_matter.date("next_review"),
        front_matter.text("clinical_review"),
        changed,
        page.overdue(today),
    )


def _tiers(site: Site, page: Page) -> Iterator[TierLink]:
    for tier in TIERS if page.tier else ():
        path = f"{tier}/{page.topic}.md"
        yield TierLink(tier, path if site.page(f"docs/{path}") else "", tier == page.tier)


def reference_of(entry: Entry, citing: Mapping[str, tuple[Place, ...]]) -> Reference:
    """One entry, as the references page and the notes of pages show it."""
    return Reference(
        entry.key,
        entry.value("kind"),
        entry.value("size"),
        entry.value("record"),
        RECORDS.get(entry.value("record"), ""),
        entry.value("status"),
        entry.value("pmcid"),
        entry.value("url") if is_safe_address(entry.value("url")) else "",
        citing.get(entry.key, ()),
        bibtex_text(entry),
        ris_text(entry),
    )


def reference_facts(site: Site, citing: Mapping[str, tuple[Place, ...]]) -> Callable[[str], Reference | None]:
    """How the entry of a key is shown, for all that ask; each is made once."""

    @cache
    def facts(key: str) -> Reference | None:
        entry = site.bibliography.by_key.get(key)
        return reference_of(entry, citing) if entry else None

    return facts


def site_values(site: Site, citing: Mapping[str, tuple[Place, ...]]) -> Mapping[str, object]:
    """For every template: `reference_facts` of a key, `all_references`, and `term_places` by a term's id."""
    return {
        "reference_facts": reference_facts(site, citing),
        "all_references": lambda: reference_list(site, citing),
        "term_places": term_places(site),
    }


def reference_list(site: Site, citing: Mapping[str, tuple[Place, ...]]) -> tuple[Reference, ...]:
    """Every entry by first author and year, as the references page lists them."""
    entries = sorted(site.bibliography.by_key.values(), key=_alphabetical)
    return tuple(reference_of(entry, citing) for entry in entries)


def _alphabetical(entry: Entry) -> tuple[str, str, str]:
    family = (entry.value("author") or entry.value("editor")).strip("{} ").casefold()
    return family, entry.value("year"), entry.key
