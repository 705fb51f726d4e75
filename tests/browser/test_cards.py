"""Cards as WCAG 2.2 wants them in 1.4.13, dismissible, hoverable and persistent, wherever the link is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import OpenReader
from tests.browser.pages import CITATION, TERM, Reader
from tests.browser.ways import WAYS
from tests.this_site import ADDRESS
from tests.whole.sites import Build

pytestmark = pytest.mark.browser

TIER_PAGE = "fundamentals/medicines/"
TEXT = "article > :is(p, ul)"
KINDS = {"term": f"{TEXT} a.term", "citation": f"{TEXT} a.footnote-ref"}
OPENS_AFTER = 300
LONG_AFTER = 1_000_000
"""Seconds after which the clock stops: no page takes as long to load."""


@pytest.fixture(params=KINDS)
def selector(request: pytest.FixtureRequest) -> str:
    return KINDS[request.param]


@pytest.fixture(scope="module")
def still_page(browser: Browser) -> Iterator[Reader]:
    """A page where time stands still until a test lets it pass."""
    context = browser.new_context()
    reader = Reader(context.new_page(), ADDRESS)
    reader.page.clock.install(time=0)
    reader.open(TIER_PAGE)
    reader.page.clock.pause_at(LONG_AFTER)
    yield reader
    context.close()


@pytest.fixture
def reader(still_page: Reader) -> Reader:
    """A reader of that page who has not done anything yet."""
    if still_page.path != TIER_PAGE:
        still_page.open(TIER_PAGE)
    still_page.page.keyboard.press("Escape")
    still_page.page.mouse.move(0, 0)
    still_page.page.clock.run_for(OPENS_AFTER)
    still_page.page.evaluate("document.activeElement.blur(), scrollTo(0, 0)")
    return still_page


def hovered(reader: Reader, selector: str) -> None:
    reader.page.locator(selector).first.hover()
    reader.page.clock.run_for(OPENS_AFTER)
    assert reader.card.is_open


def test_escape_dismisses_it_without_moving_the_pointer(reader: Reader, selector: str) -> None:
    hovered(reader, selector)
    reader.page.keyboard.press("Escape")
    reader.page.clock.run_for(10 * OPENS_AFTER)
    assert not reader.card.is_open


def test_escape_dismisses_it_without_moving_the_focus(reader: Reader, selector: str) -> None:
    link = reader.page.locator(selector).first
    reader.tab_on_to(link)
    assert reader.card.is_open
    reader.page.keyboard.press("Escape")
    assert not reader.card.is_open
    expect(link).to_be_focused()


def test_escape_in_the_card_brings_the_focus_back_to_its_link(reader: Reader, selector: str) -> None:
    link = reader.page.locator(selector).first
    reader.tab_on_to(link)
    reader.page.keyboard.press("Tab")
    expect(reader.card.box.locator("a").first).to_be_focused()
    reader.page.keyboard.press("Escape")
    assert not reader.card.is_open
    expect(link).to_be_focused()


def test_the_pointer_may_move_onto_it(reader: Reader, selector: str) -> None:
    hovered(reader, selector)
    reader.card.box.hover()
    reader.page.clock.run_for(10 * OPENS_AFTER)
    assert reader.card.is_open
    reader.page.mouse.move(0, 0)
    reader.page.clock.run_for(OPENS_AFTER)
    assert not reader.card.is_open


def test_it_stays_while_the_pointer_stays(reader: Reader, selector: str) -> None:
    hovered(reader, selector)
    reader.page.clock.run_for("10:00")
    assert reader.card.is_open


def test_it_stays_while_the_focus_stays_wherever_the_pointer_goes(reader: Reader, selector: str) -> None:
    reader.tab_on_to(reader.page.locator(selector).first)
    reader.page.locator("article h1").hover()
    reader.page.clock.run_for("10:00")
    assert reader.card.is_open


def test_a_pointer_that_passes_by_opens_nothing(reader: Reader, selector: str) -> None:
    reader.page.locator(selector).first.hover()
    reader.page.clock.run_for(OPENS_AFTER - 1)
    reader.page.mouse.move(0, 0)
    reader.page.clock.run_for(10 * OPENS_AFTER)
    assert not reader.card.is_open


def test_a_second_takes_the_place_of_the_first(reader: Reader) -> None:
    hovered(reader, KINDS["term"])
    first = reader.card.text
    hovered(reader, KINDS["citation"])
    assert reader.card.box.count() == 1
    assert reader.card.text != first
    assert reader.page.locator("[aria-describedby=card]").count() == 1


def test_tab_goes_through_its_links_and_on(reader: Reader, selector: str) -> None:
    link = reader.page.locator(selector).first
    reader.tab_on_to(link)
    for place in range(reader.card.box.locator("a").count()):
        reader.page.keyboard.press("Tab")
        expect(reader.card.box.locator("a").nth(place)).to_be_focused()
    reader.page.keyboard.press("Tab")
    assert link.evaluate("link => document.querySelector('[aria-describedby=card]') !== link")
    assert reader.page.evaluate("document.activeElement !== document.body")


def test_its_words_describe_its_link_to_a_screen_reader(reader: Reader, selector: str) -> None:
    link = reader.page.locator(selector).first
    reader.tab_on_to(link)
    expect(link).to_have_accessible_description(" ".join(reader.card.text.split()), ignore_case=True)
    reader.page.keyboard.press("Escape")
    expect(link).not_to_have_attribute("aria-describedby", "card")


def test_a_tap_outside_closes_it_and_a_tap_inside_follows(open_reader: OpenReader) -> None:
    reader = open_reader(**WAYS["touch"].settings)
    reader.open(TIER_PAGE)
    reader.page.locator(KINDS["term"]).first.tap()
    assert reader.card.is_open
    assert reader.path == TIER_PAGE
    reader.page.locator("article h1").tap()
    assert not reader.card.is_open
    reader.page.locator(KINDS["term"]).first.tap()
    reader.card.box.locator("a").first.tap()
    reader.page.wait_for_url("**/glossary/#*")


def test_a_citations_card_leads_to_the_other_sentences_that_rest_on_it(reader: Reader) -> None:
    twice = reader.page.locator("section.footnote li:has(.footnote-backref + .footnote-backref)").first
    places = twice.locator(".footnote-backref").evaluate_all("links => links.map(link => link.hash.slice(1))")
    reader.tab_on_to(reader.place(places[0]).locator("> a"))
    assert "Also behind this on the page:" in reader.card.text
    others = reader.card.box.locator("ul a")
    assert others.evaluate_all("links => links.map(link => link.hash.slice(1))") == places[1:]
    assert all(len(words) > 3 for words in others.all_inner_texts())
    others.first.click()
    reader.page.clock.run_for(OPENS_AFTER)
    assert reader.anchor == places[1]
    assert not reader.card.is_open


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_it_goes_once_its_link_is_followed_on_the_same_page(reader: Reader, way: str) -> None:
    citation = reader.page.locator(KINDS["citation"]).first
    if way == "mouse":
        hovered(reader, KINDS["citation"])
        citation.click()
    else:
        reader.tab_on_to(citation)
        reader.page.keyboard.press("Enter")
    reader.page.clock.run_for(OPENS_AFTER)
    assert reader.anchor == (citation.get_attribute("href") or "").removeprefix("#")
    assert not reader.card.is_open


def test_a_term_of_the_glossary_has_the_definition_of_the_entry(reader: Reader) -> None:
    reader.open("glossary/")
    term = reader.page.locator("article p > a.term").first
    reader.tab_on_to(term)
    entry = (term.get_attribute("href") or "").partition("#")[2]
    assert reader.page.locator(f'h3[id="{entry}"] + p').inner_text() in reader.card.text


def test_a_list_of_terms_needs_no_cards(reader: Reader) -> None:
    reader.page.locator(".term-list a").first.hover()
    reader.page.clock.run_for(OPENS_AFTER)
    assert not reader.card.is_open


PUT_IN_A_HEADING_AT_THE_EDGE = """link => {
    const heading = document.querySelector("article h2")
    heading.style.textAlign = "right"
    heading.prepend(link)
}"""


@pytest.mark.parametrize("height", [640, 256])
def test_it_fits_at_the_edge_of_a_small_screen_and_looks_the_same_in_a_heading(
    open_reader: OpenReader, selector: str, height: int
) -> None:
    reader = open_reader(viewport={"width": 320, "height": height})
    reader.open(TIER_PAGE)
    link = reader.page.locator(selector).first
    reader.tab_on_to(link)
    plain = reader.card.box.evaluate("card => getComputedStyle(card).font")
    reader.page.keyboard.press("Escape")
    link.evaluate(PUT_IN_A_HEADING_AT_THE_EDGE)
    reader.tab_on_to(link)
    assert reader.card.fits_beside(link)
    assert reader.card.box.evaluate("card => getComputedStyle(card).font") == plain


@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits_where_the_browser_cannot_anchor_it(
    open_reader: OpenReader, this_site: Build, selector: str, width: int
) -> None:
    sheet = next(this_site.folder.glob("assets/stylesheets/*.css")).read_text("utf-8")
    assert "(position-area:" in sheet
    without = sheet.replace("(position-area:", "(no-such-property:")
    reader = open_reader(viewport={"width": width, "height": 640})
    reader.change("CSS.supports = () => false")
    reader.page.route("**/*.css", lambda route: route.fulfill(body=without, content_type="text/css"))
    reader.open(TIER_PAGE)
    for link in reader.page.locator(selector).element_handles()[:9:4]:
        link.evaluate("link => link.focus()")
        assert reader.card.fits_beside(link)


@pytest.mark.parametrize("link", [TERM, CITATION])
def test_a_browser_without_popovers_follows_links(open_reader: OpenReader, link: str) -> None:
    reader = open_reader()
    reader.change("delete HTMLElement.prototype.showPopover")
    reader.open(TIER_PAGE)
    reader.page.locator(link).first.click()
    assert reader.anchor
    assert reader.watch.complaints == []
