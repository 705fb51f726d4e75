"""Every page as a browser finds it: quiet, at rest, from one host, without a fault for assistive tools."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenReader
from tests.browser.pages import CITATION, TERM, Reader
from tests.browser.site_map import PATHS
from tests.this_site import ADDRESS
from tests.whole.links import pages
from tests.whole.sites import Build

pytestmark = pytest.mark.browser

KINDS = ("", "fundamentals/medicines/", "glossary/", "references/", "source-audit/")
ON_ANY_PAGE = ["/.__palette"]


def test_every_built_page_is_looked_at(this_site: Build) -> None:
    assert sorted(path.removesuffix("index.html") for path in pages(this_site.folder)) == sorted(PATHS)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_with_all_its_cards_asks_nobody_else_says_nothing_and_stays_where_it_is(
    reader: Reader, path: str
) -> None:
    reader.open(path)
    assert reader.shift() == 0
    assert reader.open_every_card() == []
    watch = reader.settle()
    assert [address for address in watch.requests if not address.startswith((ADDRESS, "data:"))] == []
    assert watch.complaints == []
    assert reader.stored() == ON_ANY_PAGE
    assert reader.page.context.cookies() == []


@pytest.fixture
def steady(open_reader: OpenReader) -> Reader:
    """A reader whose browser shows no color halfway to another."""
    return open_reader(reduced_motion="reduce")


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_on_a_page_and_its_cards_in_either_scheme(steady: Reader, path: str) -> None:
    steady.open(path)
    for _ in ("light", "dark"):
        assert steady.axe() == []
        for link in (TERM, CITATION):
            found = steady.page.locator(f"article > :not(section) {link.removeprefix('article ')}")
            if found.count():
                steady.tab_on_to(found.nth(found.count() // 2))
                assert steady.card.is_open
                assert steady.axe(".card") == []
        steady.page.keyboard.press("Escape")
        steady.switch_scheme()


@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing_in_search_in_either_scheme(steady: Reader, path: str) -> None:
    steady.open(path)
    for _ in ("light", "dark"):
        steady.search("fsh")
        assert steady.axe(".md-header") == []
        steady.page.keyboard.press("Escape")
        steady.switch_scheme()


def test_on_a_small_screen_only_tables_scroll_sideways_and_keep_their_row_heads(
    open_reader: OpenReader,
) -> None:
    reader = open_reader(viewport={"width": 320, "height": 640})
    wide, headless = [], {}
    for path in PATHS:
        reader.open(path)
        wide += [path] if reader.is_wider_than_the_window() else []
        headless[path] = reader.tables_without_row_heads()
    assert wide == []
    assert {path: tables for path, tables in headless.items() if tables} == {}
