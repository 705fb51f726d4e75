"""A work as other programs take it: an entry's fields in, people, dates and identifiers as plain values out.

BibTeX's own signs are gone here: `\\&` is `&`, braces are dropped, `--` is an en dash. What format the values
go into is no concern of this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from pybtex.bibtex.utils import split_name_list
from pybtex.database import Person as BibtexPerson
from pybtex.exceptions import PybtexError

from apparatus.model.bibliography import Bibliography, Entry
from apparatus.publishing.vancouver import plain_text
from apparatus.syntax.bibtex import MONTHS

CONTAINERS = ("journal", "booktitle", "howpublished")
UNCONFIRMED = "not-found"
"""The `record` of an entry of which no trace was found."""

# 624--629    1361-9    E1097--E1102
PAGES = re.compile(r"(?P<first>[^-–]+)(?:[-–]+(?P<last>.+))?")
YEAR = re.compile(r"[0-9]{4}")
MORE_AUTHORS = "The record has more authors than are listed here."


@dataclass(frozen=True, slots=True)
class Name:
    """Someone who wrote or edited a work."""

    family: str
    """The family name; of an organization, its whole name."""
    given: str = ""
    """Given names or initials, as the record has them."""
    suffix: str = ""
    """Such as `Jr.`."""
    is_organization: bool = False
    """Whether braces keep the name together: `{World Health Organization}`."""

    @property
    def natural(self) -> str:
        """As it is read aloud: `William F. Crowley Jr.`."""
        return " ".join(part for part in (self.given, self.family, self.suffix) if part)

    @property
    def inverted(self) -> str:
        """As it is sorted: `Crowley, William F., Jr.`."""
        return ", ".join(part for part in (self.family, self.given, self.suffix) if part)


@dataclass(frozen=True, slots=True)
class Work:
    """One source of the guide."""

    key: str
    """What a citation calls it by."""
    type: str
    """BibTeX's, in lower case, such as `article`."""
    authors: tuple[Name, ...]
    """Who wrote it, as far as the record was seen."""
    editors: tuple[Name, ...]
    """Who edited the book that it is in."""
    title: str
    """As printed."""
    container: str
    """The journal, book or site that it is in."""
    publisher: str
    """Who published it."""
    place: str
    """Where that is."""
    edition: str
    """Which edition, such as `6`."""
    volume: str
    """Such as `361`."""
    issue: str
    """Such as `3–5` or `Suppl 2`."""
    first_page: str
    """The first page, or the article's number."""
    last_page: str
    """The last page; empty where there is one only."""
    year: int | None
    """When it came out; nothing where its page does not say."""
    month: int | None
    """From 1 to 12."""
    doi: str
    """Such as `10.1056/NEJMoa0805792`."""
    pmid: str
    """PubMed's number."""
    pmcid: str
    """PubMed Central's, with its letters."""
    url: str
    """Its own address."""
    remarks: tuple[str, ...]
    """What a reader of the record must know: that it was retracted, that authors are missing."""


def works_found(bibliography: Bibliography) -> tuple[Work, ...]:
    """Every work of which a record was found, by key."""
    return tuple(read_work(entry) for entry in entries_found(bibliography))


def entries_found(bibliography: Bibliography) -> tuple[Entry, ...]:
    """Every entry of which a record was found, by key."""
    by_key = sorted(bibliography.by_key.items())
    return tuple(entry for _, entry in by_key if entry.value("record") != UNCONFIRMED)


@lru_cache(maxsize=4096)
def read_work(entry: Entry) -> Work:
    """The work that an entry describes."""
    pages = PAGES.fullmatch(entry.value("pages"))
    year = YEAR.fullmatch(entry.value("year"))
    return Work(
        entry.key,
        entry.type,
        tuple(_names(entry.value("author"))),
        tuple(_names(entry.value("editor"))),
        plain_text(entry.value("title")),
        plain_text(next((entry.value(name) for name in CONTAINERS if entry.value(name)), "")),
        plain_text(entry.value("publisher") or entry.value("institution")),
        plain_text(entry.value("address")),
        plain_text(entry.value("edition")),
        plain_text(entry.value("volume")),
        plain_text(entry.value("number")),
        pages["first"].strip() if pages else "",
        (pages["last"] or "").strip() if pages else "",
        int(year[0]) if year else None,
        _month(entry.value("month")),
        entry.value("doi"),
        entry.value("pmid"),
        entry.value("pmcid"),
        entry.value("url"),
        tuple(_remarks(entry)),
    )


def _remarks(entry: Entry) -> Iterator[str]:
    if entry.value("status"):
        yield f"{entry.value('status').capitalize()}."
    if "others" in split_name_list(entry.value("author")):
        yield MORE_AUTHORS


def _month(value: str) -> int | None:
    short = value[:3].lower()
    return list(MONTHS).index(short) + 1 if short in MONTHS else None


def _names(value: str) -> Iterator[Name]:
    for name in split_name_list(value):
        if name and name != "others":
            yield _name(name)


def _name(value: str) -> Name:
    if value.startswith("{") and value.endswith("}"):
        return Name(plain_text(value), is_organization=True)
    try:
        person = BibtexPerson(value)
    except PybtexError:
        # It is a `malformed-entry`; a preview shows it as typed.
        return Name(plain_text(value))
    return Name(
        _joined(person.prelast_names, person.last_names),
        _joined(person.first_names, person.middle_names),
        _joined(person.lineage_names),
    )


def _joined(*parts: Iterable[str]) -> str:
    return plain_text(" ".join(chain.from_iterable(parts)))
