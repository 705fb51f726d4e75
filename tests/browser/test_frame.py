"""What stands around a page: menu, search and keys by keyboard, colors, and the text before any script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenReader
from tests.browser.pages import CITATION, SEARCH_INPUT, SEARCH_RESULT, Reader
from tests.support import REPOSITORY

pytestmark = pytest.mark.browser

TIER_PAGE = "fundamentals/estrogen/"
FUNDAMENTALS = sorted((REPOSITORY / "docs/fundamentals").glob("*.md"))
PHONE = {"viewport": {"width": 320, "height": 640}}
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
    configurable: true, get() { throw new DOMException("denied", "SecurityError") } })"""
SCHEME = "document.body.dataset.mdColorScheme"
SEEN = """(() => {
  const focused = document.activeElement
  const { left, top, width, height } = focused.getBoundingClientRect()
  return focused.contains(document.elementFromPoint(left + width / 2, top + height / 2))
})()"""
"""Whether what has the focus is in sight, and nothing lies over it."""
FIRST_BY_NAME = {
    "fsh": "Follicle-stimulating hormone",
    "AI": "Aromatase inhibitor",
    "leydig": "Leydig cell",
    "off-label": "Off-label",
    "aromatase": "Aromatase",
    "semen": "Semen",
    "azoospermia": "Azoospermia",
    "T/E2": "T/E2 ratio",
    "E2": "Estradiol",
    "clomid": "Clomiphene",
    "arimidex": "Anastrozole",
    "sperm count": "Sperm concentration",
    "gnrh": "Gonadotropin-releasing hormone",
    "side effects": "Side effect",
}


@pytest.fixture
def phone(open_reader: OpenReader) -> Reader:
    reader = open_reader(**PHONE)
    reader.open(TIER_PAGE)
    return reader


@pytest.mark.parametrize(
    ("opens", "inside"), [("__drawer", ".md-sidebar--primary li a"), ("__search", SEARCH_INPUT)]
)
def test_menu_and_search_open_and_close_by_keyboard(phone: Reader, opens: str, inside: str) -> None:
    button = phone.page.locator(f"[data-opens={opens}]")
    expect(button).to_have_attribute("aria-expanded", "false")
    phone.tab_to(f"[data-opens={opens}]").press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(phone.page.locator(inside).first).to_be_focused()
    phone.page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


@pytest.mark.parametrize("opens", ["__drawer", "__search"])
def test_menu_and_search_close_when_the_focus_leaves_them(phone: Reader, opens: str) -> None:
    button = phone.page.locator(f"[data-opens={opens}]")
    button.press("Enter")
    expect(phone.page.locator(":is(.md-sidebar--primary, .md-search) :focus")).to_have_count(1)
    phone.tab_to("article a")
    expect(button).to_have_attribute("aria-expanded", "false")
    assert phone.page.evaluate("document.activeElement.closest('article') !== null")


def test_what_is_closed_is_out_of_reach(phone: Reader) -> None:
    passed = []
    for _ in range(12):
        phone.page.keyboard.press("Tab")
        passed.append(
            phone.page.evaluate("document.activeElement.closest('.md-sidebar, .md-search') !== null")
        )
    assert phone.page.evaluate("document.activeElement.closest('article') !== null")
    assert not any(passed)
    expect(phone.page.locator("[data-opens=__search]")).to_have_attribute("aria-expanded", "false")


def test_each_stop_in_the_menu_can_be_seen(phone: Reader) -> None:
    phone.tab_to("[data-opens=__drawer]").press("Enter")
    links = phone.page.locator(".md-sidebar--primary li a:visible")
    expect(links.first).to_be_focused()
    stops = links.count()
    assert stops > len(FUNDAMENTALS)
    for at in range(stops):
        expect(links.nth(at)).to_be_focused()
        assert phone.page.evaluate(SEEN), links.nth(at).inner_text()
        phone.page.keyboard.press("Tab")


def test_no_key_does_anything_by_itself(reader: Reader) -> None:
    reader.open(TIER_PAGE)
    for key in ("n", "p", "s", "f", "/", ".", ","):
        reader.page.keyboard.press(key)
        assert reader.page.evaluate("document.activeElement === document.body"), key
    reader.settle()
    assert reader.path == TIER_PAGE


def test_search_puts_what_is_asked_for_by_name_first(reader: Reader) -> None:
    reader.open(TIER_PAGE)
    for words, name in FIRST_BY_NAME.items():
        reader.search(words)
        first = reader.page.locator(f"{SEARCH_RESULT} h2").first
        expect(first, words).to_have_text(re.compile(rf"^{re.escape(name)}(?: \(|$)"))


def test_search_is_loaded_when_it_is_first_used(reader: Reader) -> None:
    reader.open(TIER_PAGE)
    assert [address for address in reader.settle().requests if "search_index" in address] == []
    reader.search("fsh")
    assert len([address for address in reader.watch.requests if "search_index" in address]) == 1
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/glossary/#follicle-stimulating-hormone")
    assert reader.watch.complaints == []


def test_only_the_color_scheme_is_stored(reader: Reader) -> None:
    reader.open(TIER_PAGE)
    reader.switch_scheme()
    assert reader.stored() == ["/.__palette"]
    scheme = reader.page.evaluate(SCHEME)
    reader.open("glossary/")
    assert reader.page.evaluate(SCHEME) == scheme
    assert reader.page.context.cookies() == []


@pytest.mark.parametrize(
    ("stored", "system", "scheme"),
    [
        pytest.param('{"color": {"scheme": "slate"}}', "light", "slate", id="the one that was chosen"),
        pytest.param('{"color": {"scheme": "default"}}', "dark", "default", id="also against the system's"),
        pytest.param(None, "dark", "slate", id="else the system's"),
        pytest.param('{"color": {"scheme": "pink"}}', "dark", "slate", id="one that there is not"),
        pytest.param("{", "light", "default", id="what is no scheme"),
    ],
)
def test_a_page_has_its_colors_before_the_themes_script_is_there(
    open_reader: OpenReader, stored: str | None, system: str, scheme: str
) -> None:
    reader = open_reader(color_scheme=system)
    reader.page.route("**/bundle.*.js", lambda route: route.abort())
    reader.open(TIER_PAGE)
    assert reader.page.locator("head > script[src$='/scheme.js']:not([defer], [async])").count() == 1
    if stored is not None:
        reader.page.evaluate("stored => localStorage.setItem('/.__palette', stored)", stored)
        reader.open(TIER_PAGE)
    assert reader.page.evaluate(SCHEME) == scheme


def test_search_works_where_nothing_may_be_stored(reader: Reader) -> None:
    reader.change(NO_STORAGE)
    reader.open(TIER_PAGE)
    assert reader.search("fsh")
    reader.page.keyboard.press("Escape")
    reader.switch_scheme()
    assert reader.settle().complaints == []


@pytest.mark.parametrize("width", [360, 390, 412, 430, 768])
def test_nothing_moves_while_a_page_comes(open_reader: OpenReader, width: int) -> None:
    reader = open_reader(viewport={"width": width, "height": 800})
    reader.open(TIER_PAGE)
    reader.settle()
    assert reader.shift() == 0


@pytest.mark.parametrize("path", ["academic/blood-tests/", "about/privacy/", "studies/"])
def test_axe_finds_nothing_in_tables_on_a_phone(phone: Reader, path: str) -> None:
    phone.open(path)
    assert phone.axe("article") == []


@pytest.mark.parametrize("path", ["", TIER_PAGE, "glossary/", "references/"])
def test_a_page_can_be_read_when_only_its_text_and_styles_arrive(reader: Reader, path: str) -> None:
    reader.page.route(
        "**/*",
        lambda route: (
            route.abort() if route.request.resource_type in {"script", "image"} else route.continue_()
        ),
    )
    reader.open(path)
    expect(reader.page.locator("article h1")).to_be_visible()
    assert len(reader.page.locator("article").inner_text()) > 1000
    assert reader.page.locator(f"{CITATION}, article a.term, article li").first.is_visible()
