"""Addresses that send a reader on: short ones for paper, codes of health records, pages that moved.

Each is a page of its own that works without scripts; where it leads is for others to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from apparatus.addresses.published import page_address, page_of
from apparatus.model.go_file import FOLDER
from apparatus.model.publication import Fill, Publication

TEMPLATE = "go.html"


@dataclass(frozen=True, slots=True)
class OldAnchor:
    """An anchor that a page had once."""

    id: str
    """What followed the `#`."""
    target: str
    """Where it leads in the site, such as `fundamentals/safety/#when-to-call`."""
    title: str
    """What it leads to."""


@dataclass(frozen=True, slots=True)
class Forward:
    """One address that leads to another."""

    address: str
    """Where it stands in the site, such as `go/safety/`."""
    target: str
    """Where it leads in the site, such as `fundamentals/safety/#when-to-call`."""
    title: str
    """What it leads to; empty for the words that are at the target."""
    anchors: tuple[OldAnchor, ...] = ()
    """The anchors that were at its address when it was a page."""


def forward_files(
    forwards: Iterable[Forward], publication: Publication, fill: Fill
) -> Iterator[tuple[str, str]]:
    """The page of each, such as `go/safety/index.html`."""
    urls = page_urls(publication)
    for forward in forwards:
        up = "../" * forward.address.count("/")
        values = {
            "title": forward.title,
            "href": up + target_url(forward.target, urls),
            "canonical": publication.address + target_url(page_of(forward.target), urls),
            "anchors": [linked(old, up, urls) for old in forward.anchors],
            "moved": not forward.address.startswith(FOLDER),
            "name": publication.name,
            "up": up,
        }
        yield f"{forward.address}index.html", fill(TEMPLATE, values)


def linked(old: OldAnchor, up: str, urls: Mapping[str, str]) -> dict[str, str]:
    """An old anchor as a template shows it; `up` leads from there to the start of the site."""
    return {"id": old.id, "href": up + target_url(old.target, urls), "title": old.title}


def page_urls(publication: Publication) -> dict[str, str]:
    """Where each page went, by its address: elsewhere only where MkDocs is told to write `safety.html`."""
    return {page_address(path): url for path, url in publication.urls.items()}


def target_url(target: str, urls: Mapping[str, str]) -> str:
    """A target as the built site has it, without the `./` of the start page."""
    page = page_of(target)
    return urls.get(page, page).removeprefix("./") + target.removeprefix(page)
