"""What a clinic prints of a page and links to: a published guide comes in, addresses of its pages go out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from apparatus.addresses.destinations import short_address
from apparatus.addresses.published import page_address
from apparatus.model.page import PLAIN_TIER, Page
from apparatus.model.publication import Fill, Publication, on_paper
from apparatus.publishing.qr import qr_svg

QR_FILE = "qr.svg"
"""The name of a page's QR code, at its short address."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """How to send a reader to one page."""

    path: str
    """The page, under `docs/`."""
    tier: str
    """Its depth, such as `fundamentals`; empty where it has none."""
    title: str
    """What it is called."""
    description: str
    """What it is about, in a sentence."""
    is_read_by_clinician: bool
    """Whether a clinician has reviewed it."""
    address: str
    """Its whole address, for the web."""
    short: str
    """Its short one in the site, such as `go/safety/`."""
    code: str
    """The whole short address, as a QR code holds it."""
    paper: str
    """The same as paper shows it."""


def page_links(publication: Publication) -> tuple[PageLink, ...]:
    """All pages in the order of their short words; those that have none come last."""
    words = [lead.target for lead in publication.site.go.words]

    def place(page: Page) -> int:
        address = page_address(page.path)
        return words.index(address) if address in words else len(words)

    pages = [page for page in publication.site.pages if page.path in publication.urls]
    return tuple(_link(publication, page) for page in sorted(pages, key=place))


def _link(publication: Publication, page: Page) -> PageLink:
    short = short_address(publication.site, page.path).removeprefix("./")
    whole = publication.address + short
    return PageLink(
        page.path.removeprefix("docs/"),
        page.tier or "",
        page.title,
        page.front_matter.text("description"),
        page.front_matter.text("clinical_review") not in {"", "none"},
        publication.url(page.path).removesuffix("./"),
        short,
        whole,
        on_paper(whole),
    )


def plain_links(publication: Publication) -> tuple[PageLink, ...]:
    """The pages in plain words, which are those that clinics hand out."""
    return tuple(link for link in page_links(publication) if link.tier == PLAIN_TIER)


def linking_values(publication: Publication) -> Mapping[str, object]:
    """What the template of the page for clinics names."""
    return {
        "page_links": page_links(publication),
        "plain_links": plain_links(publication),
        "has_paper": publication.is_public,
    }


def qr_files(publication: Publication, fill: Fill) -> Iterator[tuple[str, str]]:
    """The QR code of each page in plain words, such as `go/safety/qr.svg`; none where none may be printed."""
    for link in plain_links(publication) if publication.is_public else ():
        picture = qr_svg(link.code, f"QR code: {link.title}")
        # In a file of its own an SVG has to say that it is one.
        yield (
            f"{link.short}{QR_FILE}",
            picture.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1),
        )
