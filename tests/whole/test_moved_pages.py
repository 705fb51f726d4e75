"""What moved: old addresses lead on to where it is now."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.whole.moved import MOVED
from tests.whole.sites import Build, build_guide, make_guide

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A guide of which a page and some headings moved."""
    built = build_guide(make_guide(tmp_path_factory.mktemp("moved"), MOVED))
    assert (built.failed, built.log) == (False, ())
    return built


def list_of(page: LexborHTMLParser) -> dict[str, str]:
    """Where each old anchor in a list leads."""
    return {
        item.attributes["id"] or "": item.css("a")[0].attributes["href"] or ""
        for item in page.css("[data-moved]")
    }


def test_a_page_that_moved_leads_on_with_its_sections(moved: Build) -> None:
    page = moved.page("old/made/index.html")
    assert page.css("a[data-lead]")[0].attributes["href"] == "../../about/how-made/"
    assert list_of(page) == {
        "mend": "../../about/how-made/#corrections",
        "corrections": "../../about/how-made/#corrections",
    }
    short = moved.page("go/made/index.html")
    assert short.css("a[data-lead]")[0].attributes["href"] == "../../about/how-made/"


def test_an_old_anchor_stays_at_what_it_led_to(moved: Build) -> None:
    page = moved.page("about/how-made/index.html")
    assert page.css("h2#corrections > span#mistakes:first-child")
    assert page.css("h1#made > span#top:first-child")
    assert moved.page("references/index.html").css("li#doe2001first > span#roe2001")


def test_a_section_on_another_page_now_leaves_a_link_behind(moved: Build) -> None:
    page = moved.page("about/how-made/index.html")
    assert list_of(page) == {"audit": "../../source-audit/#audit"}
    assert page.css("article li#audit")


def test_a_preview_leads_on_as_well(tmp_path: Path) -> None:
    built = build_guide(make_guide(tmp_path, MOVED), serve=True)
    assert not built.failed
    assert built.page("about/how-made/index.html").css("span#mistakes")


def test_pages_that_are_files_are_led_to_as_files(tmp_path: Path) -> None:
    built = build_guide(make_guide(tmp_path, MOVED), use_directory_urls=False)
    assert not built.failed
    assert (
        built.page("go/made/index.html").css("a[data-lead]")[0].attributes["href"]
        == "../../about/how-made.html"
    )
    assert built.page("about/how-made.html").css("span#mistakes")


def test_a_lost_address_stops_a_build(tmp_path: Path) -> None:
    built = build_guide(make_guide(tmp_path, {**MOVED, "docs/addresses.txt": "old/page/\n"}))
    assert built.failed
    assert built.found() == ["docs/addresses.txt:1:1: error[lost-address]"]
