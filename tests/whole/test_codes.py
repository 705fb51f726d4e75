"""Links by code on this site, as built: every code has its page, every line of the index leads somewhere."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from apparatus.addresses.code_links import printed_codes
from apparatus.model.site import read_site
from tests.support import REPOSITORY, parse
from tests.this_site import ADDRESS
from tests.whole.sites import Build

pytestmark = pytest.mark.whole

SITE = read_site(REPOSITORY)
CODES = printed_codes(SITE.codes)


@pytest.fixture(scope="module")
def index(this_site: Build) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((this_site.folder / "codes.json").read_text("utf-8"))
    return found


def page_at(this_site: Build, address: str) -> LexborHTMLParser:
    """The built page at an address of the site."""
    path = urldefrag(address).url.removeprefix(ADDRESS)
    return parse((this_site.folder / path / "index.html").read_text("utf-8"))


def test_the_index_has_every_code_once(index: dict[str, Any]) -> None:
    listed = [entry["short"].removeprefix(ADDRESS) for entry in index["entries"]]
    assert listed == [code.address for code in SITE.codes.codes]
    assert len(listed) == len(CODES) > 40


def test_every_entry_leads_to_a_place_that_is_there(this_site: Build, index: dict[str, Any]) -> None:
    lost = []
    for entry in index["entries"]:
        anchor = urldefrag(entry["address"]).fragment
        page = page_at(this_site, entry["address"])
        if anchor and page.css_first(f'[id="{anchor}"]') is None:
            lost.append(entry["address"])
    assert lost == []


def test_every_code_has_a_page_that_leads_on_without_scripts(this_site: Build, index: dict[str, Any]) -> None:
    for entry in index["entries"]:
        page = page_at(this_site, entry["short"])
        refresh = page.css_first('meta[http-equiv="refresh"]')
        link = page.css_first("main a")
        assert refresh is not None
        assert link is not None
        url = (refresh.attributes["content"] or "").partition("url=")[2]
        assert urljoin(entry["short"], url) == entry["address"]
        assert urljoin(entry["short"], link.attributes["href"] or "") == entry["address"]


def test_every_system_that_is_printed_has_its_number_and_its_license(index: dict[str, Any]) -> None:
    numbers = {system["mainSearchCriteria.v.cs"]: system for system in index["systems"]}
    assert {entry["mainSearchCriteria.v.cs"] for entry in index["entries"]} == set(numbers)
    assert all(system["license"] for system in numbers.values())
    assert "Regenstrief" in numbers["2.16.840.1.113883.6.1"]["notice"]


def test_no_snomed_code_is_printed(this_site: Build, index: dict[str, Any]) -> None:
    assert "2.16.840.1.113883.6.96" not in json.dumps(index)
    assert not (this_site.folder / "go/snomed").exists()


def test_the_page_shows_every_code_and_the_notices(this_site: Build) -> None:
    page = page_at(this_site, f"{ADDRESS}about/codes/")
    body = page.body
    assert body is not None
    text = " ".join(body.text().split())
    assert [code.address for code in CODES if code.address not in text] == []
    assert [code.name for code in CODES if code.name not in text] == []
    assert [system.notice for system in SITE.codes.systems if system.notice not in text] == []
    assert [missing.name for missing in SITE.codes.missing if missing.name not in text] == []


def test_every_code_names_a_page_on_the_web_and_the_day_it_was_seen() -> None:
    for code in SITE.codes.codes:
        assert code.seen.startswith(("https://", "http://")), code.address
        assert code.date.year >= 2026, code.address
