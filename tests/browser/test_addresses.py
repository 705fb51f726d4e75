"""Short and old addresses as a browser follows them, with scripts and without, from a folder of a host."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.whole.sites import Build, build_guide, make_guide
from tools.served import served

pytestmark = pytest.mark.browser

FILES = {
    "docs/go.yml": """\
words:
  start: ./
  terms: glossary/
  lh: glossary/#lh
  made: old/made/#mend
redirects:
  old/made/: about/how-made/
  old/made/#mend: about/how-made/#corrections
  about/how-made/#mistakes: about/how-made/#corrections
  about/how-made/#top: about/how-made/
  about/how-made/#audit: source-audit/#audit
""",
    "docs/addresses.txt": "old/made/#corrections\n",
}
SECTION = "id => { const box = document.getElementById(id).getBoundingClientRect()" + (
    "; return box.top >= 0 && box.top < innerHeight && document.querySelector(':target')?.id === id }"
)

Follow = Callable[..., Page]


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A guide of which a page and some headings moved."""
    built = build_guide(make_guide(tmp_path_factory.mktemp("guide"), FILES), folder="host/guide")
    assert (built.failed, built.log) == (False, ())
    return built


@pytest.fixture(scope="module")
def address(guide: Build) -> Iterator[str]:
    """Where that guide stands: in a folder of a host."""
    with served(guide.folder.parent) as port:
        yield f"http://127.0.0.1:{port}/guide/"


@pytest.fixture
def follow(browser: Browser, address: str) -> Iterator[Follow]:
    """Follows an address to its end; the page that is open there."""
    contexts = []

    def followed(start: str, end: str, *, scripts: bool) -> Page:
        contexts.append(browser.new_context(java_script_enabled=scripts))
        page = contexts[-1].new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(address + start, wait_until="commit")
        page.wait_for_url(address + end)
        page.wait_for_load_state()
        assert complaints == []
        return page

    yield followed
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param("go/start/", "", id="a word for the start page"),
        pytest.param("go/terms/", "glossary/", id="a word for a page"),
        pytest.param("go/lh/", "glossary/#lh", id="a word for a term"),
        pytest.param("go/made/", "about/how-made/#corrections", id="a word for what moved"),
        pytest.param("old/made/", "about/how-made/", id="a page that moved"),
        pytest.param("about/how-made/#mistakes", "about/how-made/#mistakes", id="an old anchor"),
        pytest.param("about/how-made/#top", "about/how-made/#top", id="an old anchor of the whole page"),
    ],
)
def test_an_address_ends_where_it_leads(follow: Follow, start: str, end: str, scripts: bool) -> None:
    page = follow(start, end, scripts=scripts)
    if anchor := end.partition("#")[2]:
        assert page.evaluate(SECTION, anchor)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param("old/made/#mend", "about/how-made/#corrections", id="that got another name"),
        pytest.param("old/made/#corrections", "about/how-made/#corrections", id="that kept its name"),
        pytest.param("old/made/#unknown", "about/how-made/#unknown", id="that nobody registered"),
        pytest.param("old/made/#100%", "about/how-made/#100%", id="that is no code"),
        pytest.param("about/how-made/#audit", "source-audit/#audit", id="that is on another page now"),
    ],
)
def test_scripts_take_a_reader_to_the_section_of_a_page_that_moved(
    follow: Follow, start: str, end: str
) -> None:
    follow(start, end, scripts=True)


def test_without_scripts_a_section_that_moved_leads_to_its_page_or_to_a_link(follow: Follow) -> None:
    follow("old/made/#mend", "about/how-made/", scripts=False)
    page = follow("about/how-made/#audit", "about/how-made/#audit", scripts=False)
    assert page.evaluate(SECTION, "audit")
    page.locator(":target a").click()
    page.wait_for_url("**/source-audit/#audit")


def test_the_way_back_is_not_the_way_on(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.goto(f"{address}old/made/#mend", wait_until="commit")
    page.wait_for_url(f"{address}about/how-made/#corrections")
    page.go_back()
    assert page.url == address
    context.close()


@pytest.mark.parametrize("path", ["go/lh/", "old/made/", "about/how-made/"])
def test_axe_finds_nothing_on_a_page_that_leads_on(
    browser: Browser, guide: Build, address: str, path: str
) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    stays = (guide.folder / path / "index.html").read_text("utf-8")
    # As it is seen where a browser does not follow by itself.
    stays = stays.replace('http-equiv="refresh"', 'name="refresh"').replace("go.js", "none.js")
    page.route(f"{address}{path}", lambda route: route.fulfill(body=stays, content_type="text/html"))
    page.goto(address + path)
    assert page.locator("h1").is_visible()
    assert Axe().run(page).response["violations"] == []
    context.close()
