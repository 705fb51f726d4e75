"""Sheets: each page in plain words as a leaflet, in print of two sizes, at `sheets/safety/` and beside it.

A published guide with the HTML of its pages comes in, the files of the sheets go out. Which sections a sheet
has, the front matter of its page says; how it looks, `overrides/sheet.html` and `docs/assets/sheet.css` do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from apparatus.addresses.destinations import short_address
from apparatus.addresses.published import LARGE, page_of, sheet_addresses
from apparatus.language.wording import Vocabulary
from apparatus.model.changes import PATH as CHANGES_PATH
from apparatus.model.page import PLAIN_TIER, Page
from apparatus.model.publication import Fill, Publication, on_paper
from apparatus.model.sheet_sections import WHEN_TO_CALL, chosen_parts, section_ids
from apparatus.publishing.qr import qr_svg
from apparatus.publishing.sheet_text import Lead, sheet_text
from apparatus.publishing.sheet_words import sheet_words

TEMPLATE = "sheet.html"
PAPERS = ("A4", "Letter")
"""The sizes of paper for which `make sheets` prints."""
LONGEST = 25
"""Characters of the guide's own address, beyond which a sheet prints it once and then `…` for it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet in one size of print."""

    address: str
    """Where it stands in the site: `sheets/safety/`, or `sheets/safety/large/`."""
    page: Page
    """The page that it is made from."""
    is_large: bool
    """Whether it is in large print."""

    @property
    def up(self) -> str:
        """What leads from it to the start of the site."""
        return "../" * self.address.count("/")

    @property
    def pdfs(self) -> Mapping[str, str]:
        """The names of its PDFs by their paper; they stand at the address of the sheet in normal print."""
        size = "-large" if self.is_large else ""
        return {paper: f"{self.page.topic}{size}-{paper.lower()}.pdf" for paper in PAPERS}


def sheets(publication: Publication) -> Iterator[Sheet]:
    """Both sheets of each page in plain words."""
    for page in publication.site.pages:
        for address in sheet_addresses(page) if page.path in publication.texts else ():
            yield Sheet(address, page, is_large=address.endswith(LARGE))


def sheet_files(publication: Publication, fill: Fill) -> Iterator[tuple[str, str]]:
    """The page of each sheet."""
    vocabulary = Vocabulary(publication.site.glossary)
    for sheet in sheets(publication):
        yield f"{sheet.address}index.html", fill(TEMPLATE, _values(publication, sheet, vocabulary))


def _values(publication: Publication, sheet: Sheet, vocabulary: Vocabulary) -> Mapping[str, object]:
    page = sheet.page
    url = publication.urls[page.path]
    text = sheet_text(
        publication.texts[page.path],
        url,
        chosen_parts(page),
        lambda place: _lead(publication, place, sheet.up),
        {WHEN_TO_CALL},
    )
    short = publication.address + short_address(publication.site, page.path)
    changes = _changes(publication, sheet.up)
    cited = {citation.key for citation in page.references.citations if not citation.fault}
    return {
        "sheet": sheet,
        "text": text.html,
        "words": sheet_words(publication.site.glossary, vocabulary, text),
        "name": publication.name,
        "release": publication.release,
        "reviewed": page.front_matter.date("reviewed"),
        "next_review": page.front_matter.date("next_review"),
        "changed": publication.changed.get(page.path),
        "overdue": page.overdue(publication.today),
        "clinical_review": page.front_matter.text("clinical_review"),
        "sources": len(cited),
        "page": Lead(sheet.up + url, on_paper(short)),
        "changes": changes,
        "current": _brief(publication, changes.paper) if changes else "",
        "page_brief": _brief(publication, short),
        "help": _help(publication, sheet),
        "code": qr_svg(short, f"QR code: {on_paper(short)}") if publication.is_public else "",
        "has_pdfs": publication.has_pdfs,
    }


def _changes(publication: Publication, up: str) -> Lead | None:
    """Where a reader sees whether a sheet still holds; nothing in a guide that has no such page."""
    if CHANGES_PATH not in publication.urls:
        return None
    address = publication.address + short_address(publication.site, CHANGES_PATH)
    return Lead(up + publication.urls[CHANGES_PATH], on_paper(address))


def _help(publication: Publication, sheet: Sheet) -> Lead | None:
    """Where a reader finds when to call for help; nothing where the sheet itself says it."""
    for page in publication.site.pages:
        if page.tier == PLAIN_TIER and page is not sheet.page and WHEN_TO_CALL in section_ids(page):
            return _lead(publication, f"{publication.urls[page.path]}#{WHEN_TO_CALL}", sheet.up)
    return None


def _lead(publication: Publication, place: str, up: str) -> Lead:
    """Where a place is found from a sheet: outside the guide by its address, inside by its short one."""
    scheme, found, _ = place.partition(":")
    if found and "/" not in scheme:
        return Lead(place, on_paper(place))
    if not publication.is_public:
        return Lead(up + place, "")
    words = {lead.target: lead.address for lead in reversed(publication.site.go.words)}
    short = words.get(place, words.get(page_of(place), place))
    return Lead(up + place, _brief(publication, publication.address + short))


def _brief(publication: Publication, address: str) -> str:
    """An address in a line of text: `…/go/safety/` where the guide's own is long."""
    guide, paper = on_paper(publication.address), on_paper(address)
    return paper if len(guide) <= LONGEST else f"…/{paper.removeprefix(guide)}"
