"""Anchors that pages had once, on the pages that are still there: each goes on leading where it should.

Built pages come in; out go those with an old anchor, at the heading that now says what it said, or in a list
of what is on other pages now. Pages that are gone are for `forwards`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from apparatus.addresses.destinations import destinations, old_anchors
from apparatus.addresses.forwards import OldAnchor, linked, page_urls
from apparatus.addresses.published import page_address, page_of
from apparatus.model.publication import Fill, Publication

ANCHOR, MOVED = "partials/old-anchor.html", "partials/moved.html"
ARTICLE_END = "</article>"


def pages_with_old_anchors(
    publication: Publication, fill: Fill, read: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """The pages that had other anchors once, by their paths in the site; `read` gives a built page."""
    site, urls = publication.site, page_urls(publication)
    found = destinations(site)
    for page in site.pages:
        address = page_address(page.path)
        anchors = tuple(old_anchors(site, found, address))
        if anchors and address in urls:
            file = built_file(urls[address])
            yield file, _with_anchors(read(file), address, anchors, urls, fill)


def built_file(url: str) -> str:
    """The file of a page's address: `glossary/index.html` for `glossary/`."""
    place = url.removeprefix("./")
    return place if place.endswith(".html") else f"{place}index.html"


def _with_anchors(
    html: str, address: str, anchors: Sequence[OldAnchor], urls: Mapping[str, str], fill: Fill
) -> str:
    for old in anchors:
        if page_of(old.target) == address:
            html = _at(html, old, fill(ANCHOR, {"id": old.id}))
    elsewhere = [old for old in anchors if page_of(old.target) != address]
    if not elsewhere:
        return html
    up = "../" * urls[address].removeprefix("./").count("/")
    values = {"anchors": [linked(old, up, urls) for old in elsewhere], "up": up}
    before, end, after = html.rpartition(ARTICLE_END)
    return f"{before}{fill(MOVED, values)}{end}{after}"


def _at(html: str, old: OldAnchor, mark: str) -> str:
    """A page with a mark at the start of the element where an old anchor leads; else of its first heading."""
    new = old.target.partition("#")[2]
    place = re.search(rf'<[a-z][^>]*\sid="{re.escape(new)}"[^>]*>' if new else r"<h1[^>]*>", html)
    return html[: place.end()] + mark + html[place.end() :] if place else html
