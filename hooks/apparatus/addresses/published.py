"""What the guide publishes: a site comes in, the address of each page, sheet, heading and source goes out.

The sources alone are asked, so that no build is needed. Headings that templates add (the terms and notes of a
page, the letters of the references) come and go with what is above them: they are no addresses to print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown.extensions.toc import slugify, unique

from apparatus.model.page import PLAIN_TIER, Page
from apparatus.model.site import Site
from apparatus.syntax.headings import Heading

REFERENCES = "references.html"
"""The template of the page on which each entry of the bibliography has its key for an anchor."""
SHEETS = "sheets/"
"""What the address of each sheet begins with; its page has the same name in the folder of plain words."""
LARGE = "large/"
"""What the address of a sheet in large print ends with."""
# [FSH]    [the hormone][FSH]    [a page](../index.md)
LINK = re.compile(r"\[(?P<words>[^\]\[]*)\](?:\[[^\]\[]*\]|\([^()]*\))?")
CITATION = re.compile(r"\[@[^\]]*\]")


def page_address(path: str) -> str:
    """Where a page stands: `about/privacy/` for `docs/about/privacy.md`, `./` for the start page."""
    folder, _, name = path.removeprefix("docs/").removesuffix(".md").rpartition("/")
    inside = "" if name in {"index", "README"} else f"{name}/"
    return (f"{folder}/" if folder else "") + inside or "./"


def sheet_addresses(page: Page) -> tuple[str, ...]:
    """Where the sheets of a page stand, in normal print and in large; none where it is not in plain words."""
    normal = f"{SHEETS}{page.topic}/"
    return (normal, normal + LARGE) if page.tier == PLAIN_TIER else ()


def behind(address: str) -> str:
    """The page that a sheet is made from: `fundamentals/safety/` for `sheets/safety/`; else the address."""
    topic = address.removeprefix(SHEETS).partition("/")[0]
    return f"{PLAIN_TIER}/{topic}/" if address.startswith(SHEETS) else address


def page_of(address: str) -> str:
    """The page that an address is on: `glossary/` for `glossary/#fsh`."""
    return address.partition("#")[0]


def published(site: Site) -> dict[str, str]:
    """Every address of pages and of what they hold, each with the words for what is there."""
    return {address: title for page in site.pages for address, title in page_addresses(site, page)}


def page_addresses(site: Site, page: Page) -> Iterator[tuple[str, str]]:
    """The addresses of one page: its own, its sheets', its headings', and where sources stand, theirs."""
    address = page_address(page.path)
    yield address, page.title
    for sheet in sheet_addresses(page):
        yield sheet, f"{page.title}: a leaflet"
    for heading, anchor in heading_anchors(page):
        within = "" if heading.level == 1 else f": {plain(heading.title)}"
        yield f"{address}#{anchor}", page.title + within
    if page.front_matter.text("template") == REFERENCES:
        for key, entry in site.bibliography.by_key.items():
            yield f"{address}#{key}", f"{page.title}: {entry.value('title')}"


def heading_anchors(page: Page) -> Iterator[tuple[Heading, str]]:
    """Each heading with its id: its author's, else the one that Python-Markdown makes of its words."""
    used = {heading.id for heading in page.headings if heading.id}
    for heading in page.headings:
        yield heading, heading.id or unique(slugify(plain(heading.title), "-"), used)


def plain(title: str) -> str:
    """The words of a heading, without its Markdown."""
    return re.sub(r"[*`]|(?<!\w)_|_(?!\w)", "", LINK.sub(r"\g<words>", CITATION.sub("", title))).strip()
