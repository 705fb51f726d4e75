"""Every way of reading with every part of a page: term, citation, depths, search and table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenReader
from tests.browser.pages import CITATION, DEPTHS, SEARCH_INPUT, SEARCH_RESULT, TERM, Reader
from tests.browser.ways import WAYS, WITHOUT_SCRIPTS, Way

pytestmark = pytest.mark.browser

TIER_PAGE = "intermediate/medicines/"
TEXT = "article > :is(p, ul)"
TABLE = "article figure"


@pytest.fixture(params=WAYS, scope="module")
def way(request: pytest.FixtureRequest) -> Way:
    return WAYS[request.param]


@pytest.fixture
def reader(open_reader: OpenReader, way: Way) -> Iterator[Reader]:
    reader = open_reader(**way.settings)
    reader.open(TIER_PAGE)
    assert not reader.is_wider_than_the_window()
    yield reader
    assert reader.watch.complaints == []


def definition(reader: Reader, entry: str) -> str:
    listed = reader.page.locator(f'.term-list li:has(a[href$="#{entry}"]) span')
    return listed.inner_text()


def anchor_of(reader: Reader, selector: str) -> str:
    return (reader.page.locator(selector).first.get_attribute("href") or "").partition("#")[2]


def test_a_term_has_a_card_and_leads_to_its_entry(reader: Reader, way: Way) -> None:
    term, entry = reader.page.locator(f"{TEXT} a.term").first, anchor_of(reader, f"{TEXT} a.term")
    way.point(reader, term)
    assert definition(reader, entry) in reader.card.text
    assert reader.card.fits_beside(term)
    assert reader.card.box.locator("a").first.get_attribute("href") == term.get_attribute("href")
    way.follow(reader, term)
    reader.page.wait_for_url(f"**/glossary/#{entry}")
    assert reader.sees(entry)


def test_a_citation_has_a_card_and_leads_to_its_reference(reader: Reader, way: Way) -> None:
    selector = f"{TEXT} a.footnote-ref"
    citation, note = reader.page.locator(selector).first, anchor_of(reader, selector)
    way.point(reader, citation)
    assert reader.place(note).locator(".facts").inner_text() in reader.card.text
    assert reader.card.fits_beside(citation)
    assert (reader.card.box.locator("a").first.get_attribute("href") or "").startswith("https://")
    way.follow(reader, citation)
    reader.page.wait_for_url(f"**#{note}")
    assert reader.sees(note)


def test_the_depth_is_switched(reader: Reader, way: Way) -> None:
    assert reader.page.locator(f"{DEPTHS} [aria-current=page]").inner_text() == "Intermediate"
    depth = reader.page.locator(f"{DEPTHS} a:text('Fundamentals')")
    way.follow(reader, depth)
    reader.page.wait_for_url("**/fundamentals/medicines/")
    current = reader.page.locator(f"{DEPTHS} [aria-current=page]")
    assert current.inner_text() == "Fundamentals"
    expect(current).to_be_in_viewport()


def test_search_finds_a_term_by_its_abbreviation(reader: Reader, way: Way) -> None:
    opener = reader.page.locator("[data-opens=__search]")
    if opener.is_visible():
        way.press(reader, opener)
        expect(reader.page.locator(SEARCH_INPUT)).to_be_focused()
        assert opener.get_attribute("aria-expanded") == "true"
    glossary, entry, *_ = reader.search("fsh")
    assert glossary == "Glossary"
    assert entry == "Follicle-stimulating hormone (FSH)"
    reader.page.keyboard.press("Escape")
    expect(reader.page.locator(SEARCH_RESULT).first).to_be_hidden()


def test_a_table_keeps_its_heads_in_sight_and_has_cards_in_its_cells(reader: Reader, way: Way) -> None:
    table = reader.page.locator(TABLE).first
    assert table.locator("figcaption").inner_text()
    heads = table.locator("thead th")
    expect(heads.first).to_have_attribute("scope", "col")
    expect(table.locator("tbody tr > :first-child").first).to_have_attribute("scope", "row")
    last = table.locator("td:last-child a.footnote-ref").first
    way.point(reader, last)
    assert reader.card.text
    assert reader.card.fits_beside(last)
    row = last.locator("xpath=ancestor::tr/*[1]")
    expect(row).to_be_in_viewport()
    expect(heads.last).to_be_in_viewport()
    assert not reader.is_wider_than_the_window()


@pytest.fixture
def still(open_reader: OpenReader) -> Reader:
    reader = open_reader(**WITHOUT_SCRIPTS)
    reader.open(TIER_PAGE)
    return reader


def test_without_scripts_a_term_leads_to_its_entry(still: Reader) -> None:
    entry = anchor_of(still, TERM)
    still.page.locator(TERM).first.click()
    assert (still.path, still.anchor) == ("glossary/", entry)
    assert still.place(entry).is_visible()


def test_without_scripts_a_citation_leads_to_its_reference_and_back(still: Reader) -> None:
    still.page.locator(CITATION).first.click()
    assert still.anchor.startswith("fn:ref-")
    still.place(still.anchor).locator("a.footnote-backref").first.click()
    assert still.anchor.startswith("fnref:ref-")


def test_without_scripts_the_depth_is_switched(still: Reader) -> None:
    still.page.locator(f"{DEPTHS} a").first.click()
    assert still.path == "fundamentals/medicines/"


def test_without_scripts_the_glossary_and_the_menu_stand_in_for_search(still: Reader) -> None:
    assert still.visible("[data-opens]") == []
    still.page.locator(".md-tabs a:text('Glossary')").click()
    assert still.path == "glossary/"


def test_without_scripts_a_table_scrolls_in_its_own_box(open_reader: OpenReader) -> None:
    reader = open_reader(**WITHOUT_SCRIPTS, viewport={"width": 320, "height": 640})
    reader.open(TIER_PAGE)
    assert not reader.is_wider_than_the_window()
    assert reader.page.locator(f"{TABLE} figcaption").first.is_visible()
    last = reader.page.locator(f"{TABLE} thead th").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()


@pytest.fixture
def paper(open_reader: OpenReader) -> Reader:
    reader = open_reader(viewport={"width": 794, "height": 1123})
    reader.open(TIER_PAGE)
    reader.tab_on_to(reader.page.locator(TERM).first)
    assert reader.card.is_open
    reader.page.emulate_media(media="print")
    return reader


def test_on_paper_every_term_stands_with_its_definition(paper: Reader) -> None:
    assert not paper.card.is_open
    linked = {href.partition("#")[2] for href in paper.addresses(f"{TEXT} a.term")}
    listed = {href.partition("#")[2] for href in paper.addresses(".term-list a")}
    assert linked <= listed
    assert all(paper.visible(".term-list li span"))
    assert len(paper.visible(".term-list li span")) == len(listed)


def test_on_paper_every_reference_stands_with_its_number_and_address(paper: Reader) -> None:
    notes = paper.visible("section.footnote ol > li")
    assert len(notes) == len(set(paper.addresses(CITATION)))
    assert [note for note in notes if "Record seen" not in note] == []
    assert "doi:" in "".join(notes)
    assert paper.visible(".footnote-backref") == []


def test_on_paper_there_are_no_depths_but_the_address_version_and_dates(paper: Reader) -> None:
    assert paper.visible(f"{DEPTHS}, nav, button, .md-header, .md-footer, .md-sidebar, .headerlink") == []
    foot = paper.page.locator("html").get_attribute("data-foot") or ""
    assert f"{paper.address}{TIER_PAGE}" in foot
    assert "version" in foot
    assert "checked" in foot
    assert "Checked against its sources" in paper.visible(".dates")[0]


def test_on_paper_there_is_no_search(paper: Reader) -> None:
    assert paper.visible("[role=search], .md-search, input") == []


def test_on_paper_a_table_is_whole(paper: Reader) -> None:
    tables = paper.page.locator("article table").all()
    assert tables
    for table in tables:
        assert table.evaluate("it => it.getBoundingClientRect().right <= document.body.clientWidth + 1")
        assert table.evaluate("it => getComputedStyle(it.parentElement.parentElement).overflowX") == "visible"
