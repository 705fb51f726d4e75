"""The text of a sheet: a page's HTML comes in, that of the sections for paper goes out.

Numbers that lead nowhere on paper are dropped; where a link leads is said beside it. Sections come whole, so
that no sentence loses what qualifies it. Which ones, and where links lead, is for others to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import urljoin

from apparatus.model.sheet_sections import DRAWN

SECTION = re.compile(r"(?=<h2[ >])")
PART = re.compile(r"(?=<h3[ >])")
ID = re.compile(r'<h[23]\b[^>]*? id="(?P<id>[^"]*)"')
# Marks for the mouse, and the numbers of notes that no sheet has room for.
DROPPED = re.compile(r'<a class="headerlink".*?</a>|<sup id="fnref.*?</sup>', re.DOTALL)
# A picture with its caption, which tells of nothing but the picture; a table of an exhibit is text.
PICTURE = re.compile(
    r'<figure class="exhibit-(?P<name>[a-z-]+)"(?:(?!</figure>).)*?<svg.*?</figure>', re.DOTALL
)
HEADING = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
LINK = re.compile(r'<a (?P<class>class="term" )?href="(?P<href>[^"]*)">(?P<words>.*?)</a>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
PUBLIC = ("http:", "https:", "mailto:")
SITE = "http://site.invalid/"
"""Stands for the address of the guide while that of a link is reckoned."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a link of a sheet leads."""

    href: str
    """Its address, as the sheet has it."""
    paper: str
    """The same in words for paper; empty where paper can do without."""


@dataclass(frozen=True, slots=True)
class SheetText:
    """What a sheet says."""

    html: str
    """Its sections."""
    terms: Mapping[str, str]
    """The ids of the terms that they link, each with the words that it is first linked by."""

    @property
    def plain(self) -> str:
        """Its words."""
        return plain(self.html)


def sheet_text(
    content: str,
    url: str,
    chosen: Collection[str] | None,
    lead: Callable[[str], Lead],
    whole: Collection[str] = (),
) -> SheetText:
    """The text for paper of a page at `url`: what stands before its second section, and what is chosen.

    Sections are chosen by their ids, pictures by their names, such as `axis.svg`; where nothing is said, all
    are. `lead` says where a place of the guide is found from the sheet, such as `fundamentals/safety/#bone`.
    The sections of `whole` are marked, for style sheets to keep on one side of paper.
    """
    sections = _chosen(HEADING.sub("", content, count=1), chosen)
    html = "".join(_marked(section) if _id(section) in whole else section for section in sections)
    html = PICTURE.sub(lambda found: _kept_picture(found, chosen), DROPPED.sub("", html))
    kept = frozenset(re.findall(r' id="([^"]*)"', html))
    terms: dict[str, str] = {}

    def linked(link: re.Match[str]) -> str:
        place = _place(unescape(link["href"]), url)
        anchor = place.partition("#")[2]
        if link["class"]:
            terms.setdefault(anchor, plain(link["words"]))
            return f'<a href="#word-{escape(anchor)}">{link["words"]}</a>'
        if place == f"{url}#{anchor}" and anchor in kept:
            return link[0]
        return _link(link["words"], lead(place))

    return SheetText(LINK.sub(linked, html), terms)


def plain(html: str) -> str:
    """The words of a piece of HTML."""
    return unescape(TAG.sub("", html))


def _kept_picture(picture: re.Match[str], chosen: Collection[str] | None) -> str:
    return picture[0] if chosen is None or f"{picture['name']}{DRAWN}" in chosen else ""


def _chosen(content: str, sections: Collection[str] | None) -> Iterator[str]:
    """What opens the page, its first section, and each that is chosen; all where nothing is said."""
    opening, *found = SECTION.split(content)
    yield opening
    for number, section in enumerate(found):
        if not number or sections is None or _id(section) in sections:
            yield section
        else:
            head, *parts = PART.split(section)
            kept = [part for part in parts if _id(part) in sections]
            yield from [head, *kept] if kept else []


def _marked(section: str) -> str:
    return f'<section class="whole">\n{section}</section>\n'


def _id(part: str) -> str:
    found = ID.match(part)
    return found["id"] if found else ""


def _place(href: str, url: str) -> str:
    """A link's address from the start of the guide; one elsewhere stays as it is."""
    return href if href.startswith(PUBLIC) else urljoin(SITE + url, href).removeprefix(SITE)


def _link(words: str, lead: Lead) -> str:
    paper = f' <span class="paper">({escape(lead.paper)})</span>' if lead.paper else ""
    return f'<a href="{escape(lead.href)}">{words}</a>{paper}'
