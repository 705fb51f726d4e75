"""This site in a browser: by keyboard, without scripts, on a small screen, on paper, for assistive tools."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import OpenReader
from tests.browser.pages import CITATION, DEPTHS, TERM, Reader
from tests.this_site import ADDRESS
from tests.whole.links import pages
from tests.whole.sites import Build

pytestmark = pytest.mark.browser

TIER_PAGE = "fundamentals/estrogen/"
WITHOUT_SCRIPTS = {"java_script_enabled": False}


@pytest.fixture(scope="session")
def paths(this_site: Build) -> list[str]:
    return [path.removesuffix("index.html") for path in pages(this_site.folder)]


def test_no_page_asks_elsewhere_complains_or_leaves_a_cookie(reader: Reader, paths: list[str]) -> None:
    watches = [tab.settle() for tab in [reader.in_another_tab(path) for path in paths]]
    requests = [address for watch in watches for address in watch.requests]
    assert len(requests) > len(paths)
    assert [address for address in requests if not address.startswith((ADDRESS, "data:"))] == []
    assert [complaint for watch in watches for complaint in watch.complaints] == []
    assert reader.page.context.cookies() == []


def test_a_term_leads_to_its_entry_by_keyboard(reader: Reader) -> None:
    reader.open(TIER_PAGE)
    term = reader.tab_to(TERM)
    _, _, entry = (term.get_attribute("href") or "").partition("#")
    term.press("Enter")
    reader.page.wait_for_url(f"**/glossary/#{entry}")
    assert reader.sees(entry)


def test_a_citation_leads_to_its_note_and_back_by_keyboard(reader: Reader) -> None:
    reader.open(TIER_PAGE)
    reader.follow(reader.page.locator(CITATION).first)
    note = reader.anchor
    assert note.startswith("fn:ref-")
    assert reader.sees(note)
    reader.follow(reader.place(note).locator("a.footnote-backref").first)
    assert reader.anchor == note.replace("fn:", "fnref:", 1)
    assert reader.sees(reader.anchor)


def test_the_depth_is_switched_by_keyboard(reader: Reader) -> None:
    reader.open(TIER_PAGE)
    depth = reader.tab_to(f"{DEPTHS} a:text('Academic')")
    depth.press("Enter")
    reader.page.wait_for_url("**/academic/estrogen/")
    assert reader.page.locator(f"{DEPTHS} [aria-current=page]").inner_text() == "Academic"


def test_everything_leads_on_without_scripts(open_reader: OpenReader) -> None:
    reader = open_reader(**WITHOUT_SCRIPTS)
    reader.open(TIER_PAGE)
    reader.follow(reader.page.locator(CITATION).first)
    assert reader.anchor.startswith("fn:ref-")
    reader.follow(reader.page.locator(f"{DEPTHS} a").last)
    assert reader.path == "academic/estrogen/"
    term = reader.page.locator(TERM).first
    entry = (term.get_attribute("href") or "").partition("#")[2]
    reader.follow(term)
    assert (reader.path, reader.anchor) == ("glossary/", entry)
    assert reader.place(entry).is_visible()


def test_no_page_scrolls_sideways_on_a_small_screen(open_reader: OpenReader, paths: list[str]) -> None:
    reader = open_reader(viewport={"width": 320, "height": 640})
    wide = []
    for path in paths:
        reader.open(path)
        wide += [path] if reader.is_wider_than_the_window() else []
    assert wide == []


def test_paper_holds_the_terms_and_references_and_no_navigation(reader: Reader) -> None:
    reader.open(TIER_PAGE)
    reader.page.emulate_media(media="print")
    assert reader.visible("article .apparatus h2") == ["Terms on this page", "References and notes"]
    assert len(reader.visible(".term-list li")) == reader.page.locator(".term-list li").count()
    assert len(reader.visible("section.footnote li")) > 1
    assert reader.visible("nav, [role=search], .md-header, .md-footer, .md-sidebar, .headerlink") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", TIER_PAGE, "glossary/", "references/", "source-audit/"])
def test_axe_finds_nothing(open_reader: OpenReader, path: str, scheme: str) -> None:
    reader = open_reader(color_scheme=scheme)
    reader.open(path)
    found = Axe().run(reader.page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(fault["id"], [node["html"][:200] for node in fault["nodes"][:3]]) for fault in found] == []
