"""What a build writes beside its pages: the site map, the glossary as a file, the page for lost readers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from apparatus.model.page import TIERS
from apparatus.model.site import read_site
from tests.support import REPOSITORY
from tests.this_site import ADDRESS
from tests.whole.site_map import site_map
from tests.whole.sites import Build, build_guide, make_guide

pytestmark = pytest.mark.whole


def test_the_glossary_as_a_file_holds_the_same_terms(this_site: Build) -> None:
    terms = json.loads((this_site.folder / "glossary.json").read_text("utf-8"))["terms"]
    expected = read_site(REPOSITORY).glossary.terms
    assert [term["id"] for term in terms] == [term.id for term in expected]
    assert [[term["name"], *term["aliases"]] for term in terms] == [list(term.names) for term in expected]
    assert all(term["address"] == f"{ADDRESS}glossary/#{term['id']}" and term["definition"] for term in terms)


def lost_links(page: LexborHTMLParser, folder: Path, mount: str) -> Iterator[str]:
    """Where the links of a page lead to nothing when it is shown at an address of some depth."""
    for link in page.css("article a[href]"):
        target = urljoin(f"{mount}go/no/such/page/", link.attributes["href"] or "").partition("#")[0]
        file = folder / target.removeprefix(mount) / ("index.html" if target.endswith("/") else "")
        if not target.startswith(mount) or not file.is_file():
            yield target


def test_the_page_for_lost_readers_leads_on_from_any_depth(tmp_path: Path) -> None:
    site = build_guide(make_guide(tmp_path), site_url="https://example.org/some/where/")
    page = site.page("404.html")
    assert list(lost_links(page, site.folder, "/some/where/")) == []
    assert {"Start page", "Glossary", "References"} <= {link.text() for link in page.css("article a")}


def test_the_page_for_lost_readers_names_every_topic(this_site: Build) -> None:
    targets = {link.attributes["href"] for link in this_site.page("404.html").css("article a")}
    topics = {
        f"/{page.path.removeprefix('docs/').removesuffix('.md')}/"
        for page in read_site(REPOSITORY).pages
        if page.tier == TIERS[0]
    }
    assert len(topics) >= 6
    assert topics <= targets


def test_the_site_map_dates_what_is_known_and_nothing_else(tmp_path: Path) -> None:
    # Not a checkout, so that only the day of the check is known.
    listed = site_map(build_guide(make_guide(tmp_path), site_url="https://example.org/"))
    dated = {address.removeprefix("https://example.org/"): day for address, day in listed.items() if day}
    assert dated == dict.fromkeys((f"{tier}/hormones/" for tier in TIERS), "2026-11-23")
    assert len(listed) > len(dated)


def test_nothing_is_left_that_tells_the_hour_of_the_build(this_site: Build) -> None:
    assert list(this_site.folder.rglob("*.gz")) == []
