"""How others cite a page of the guide: a page comes in, its citation in two styles and as BibTeX goes out.

The styles are those of Citing Medicine, 2nd edition, chapter 25 (web sites), National Library of Medicine,
and of the Publication Manual of the American Psychological Association, 7th edition, 10.16 (webpages).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from apparatus.model.page import Page
from apparatus.model.publication import Publication
from apparatus.syntax.bibtex import entry_text

# What BibTeX takes for a sign of its own.
SPECIAL = re.compile(r"[&%$#_]")


@dataclass(frozen=True, slots=True)
class PageCitation:
    """What a reader copies to cite one page."""

    title: str
    """The page's title."""
    author: str
    """Who stands for the authors: those who contribute to the guide, as one body."""
    date: date
    """When the page was checked against its sources."""
    address: str
    """Its whole address."""
    nlm: str
    """In the style of the National Library of Medicine (Vancouver)."""
    apa: str
    """In the style of the American Psychological Association."""
    bibtex: str
    """As an entry of a bibliography."""


def contributors(publication: Publication) -> str:
    """The author of every page: no person is named, so none is made up."""
    return f"{publication.name} contributors"


def is_topic(page: Page) -> bool:
    """Whether a page is about medicine, and so is checked against its sources at a date."""
    return page.front_matter.date("reviewed") is not None


def page_citation(publication: Publication, page: Page) -> PageCitation | None:
    """How to cite a page; nothing where it is no topic page."""
    day = page.front_matter.date("reviewed")
    if day is None:
        return None
    author, address, release = contributors(publication), publication.url(page.path), publication.release
    version, brackets = (f" Version {release}.", f" (Version {release})") if release else ("", "")
    return PageCitation(
        page.title,
        author,
        day,
        address,
        f"{author}. {page.title} [Internet].{version} {day:%Y %b} {day.day} "
        f"[cited YYYY Mon DD]. Available from: {address}",
        f"{author}. ({day:%Y, %B} {day.day}). {_closed(page.title + brackets)} {address}",
        _bibtex(page, day, author, address, release),
    )


def _bibtex(page: Page, day: date, author: str, address: str, release: str) -> str:
    fields = {
        "author": f"{{{_escaped(author)}}}",
        "title": f"{{{_escaped(page.title)}}}",
        "year": str(day.year),
        "month": f"{day:%B}",
        "note": f"Version {release}" if release else "",
        "url": address,
    }
    key = re.sub(r"[^a-z0-9]", "", f"{page.tier or ''}{page.topic}{day.year}")
    return entry_text("misc", key, ((name, value) for name, value in fields.items() if value))


def _escaped(text: str) -> str:
    return SPECIAL.sub(lambda sign: f"\\{sign[0]}", text)


def _closed(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
