"""This site's addresses: each is what the sources say, can be typed, and ends where it should."""

from __future__ import annotations

import re
from http.client import HTTPConnection
from pathlib import Path

import pytest

from apparatus.addresses.destinations import all_addresses, all_forwards, destinations
from apparatus.addresses.published import page_address, page_of
from apparatus.model.go_file import FOLDER
from apparatus.model.site import Site, read_site
from tests.support import REPOSITORY, parse
from tests.whole.links import pages
from tests.whole.sites import Build
from tools.served import served

pytestmark = pytest.mark.whole

MADE = re.compile(
    r"[^#]*#(?:terms-on-this-page|references-and-notes|moved-from-here|works-.*|link-.*|all-pages)"
)
"""Headings that templates add: they come and go with the terms, notes, sources or pages below them."""


@pytest.fixture(scope="module")
def site() -> Site:
    return read_site(REPOSITORY)


def test_every_page_has_a_short_address_that_can_be_typed(site: Site) -> None:
    led = {lead.target for lead in site.go.words}
    assert {page_address(page.path) for page in site.pages} - led == set(), "add a word to docs/go.yml"


def test_what_is_published_is_what_the_sources_say(site: Site, this_site: Build) -> None:
    known = all_addresses(site)
    for path, page in pages(this_site.folder).items():
        address = path.removesuffix("index.html") or "./"
        assert address in known or path == "404.html"
        headings = page.css("article :is(h1, h2, h3, h4)[id]") if path != "404.html" else []
        anchors = {f"{address}#{heading.attributes['id']}" for heading in headings}
        assert {anchor for anchor in anchors - known if not MADE.fullmatch(anchor)} == set()


def test_every_address_answers_from_a_folder_of_a_host_and_ends_at_its_anchor(
    site: Site, this_site: Build, tmp_path: Path
) -> None:
    (tmp_path / "guide").symlink_to(this_site.folder)
    with served(tmp_path) as port:
        for address in sorted(site.register.addresses):
            end = followed(port, f"/guide/{address}")
            assert end == f"/guide/{destinations(site).find(address)}".replace("/./", "/"), address


def followed(port: int, address: str) -> str:
    """Where an address ends without scripts, by the link that is there for a section that moved."""
    page, _, anchor = address.partition("#")
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", page.replace("/./", "/"))
    answer = connection.getresponse()
    html = parse(answer.read().decode())
    connection.close()
    assert answer.status == 200, address
    refresh = html.css_first('meta[http-equiv="refresh"]')
    if refresh is None:
        assert not anchor or html.css(f'[id="{anchor}"]'), address
        moved = html.css_first(f'[id="{anchor}"][data-moved] a') if anchor else None
        if moved is None:
            return address.replace("/./", "/")
        to = moved.attributes["href"] or ""
    else:
        to = (refresh.attributes["content"] or "").removeprefix("0; url=")
    while to.startswith("../"):
        page, to = f"{page.rstrip('/').rpartition('/')[0]}/", to.removeprefix("../")
    return followed(port, page + to)


def test_what_leads_to_others_is_not_in_the_map_and_not_to_be_found(site: Site, this_site: Build) -> None:
    listed = (this_site.folder / "sitemap.xml").read_text("utf-8")
    found = (this_site.folder / "search/search_index.json").read_text("utf-8")
    assert f"/{FOLDER}" not in listed
    assert f'"location":"{FOLDER}' not in found
    for forward in all_forwards(site):
        page = this_site.page(f"{forward.address}index.html")
        assert page.css('meta[name="robots"][content="noindex"]'), forward
        canonical = page.css('link[rel="canonical"]')[0].attributes["href"] or ""
        assert canonical.endswith("/" + page_of(forward.target).removeprefix("./")), forward
        assert page.css("script") == [], forward
