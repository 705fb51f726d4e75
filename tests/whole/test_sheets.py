"""Sheets as a build writes them: what none may lack, and what a preview may not say."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from apparatus.model.page import Page
from apparatus.model.sheet_sections import WHEN_TO_CALL, chosen_parts
from apparatus.model.site import read_site
from tests.support import REPOSITORY, only
from tests.whole.links import all_pages, broken_links
from tests.whole.sites import Build, build_guide, make_guide
from tests.whole.test_this_site import FAULTS

pytestmark = pytest.mark.whole

PAGES = [page for page in read_site(REPOSITORY).pages if page.tier == "fundamentals"]
SHEETS = [pytest.param(page, size, id=f"{page.topic}/{size}") for page in PAGES for size in ("", "large/")]
PUBLIC = "https://guide.internal/here/"
SHEET = "sheets/hormones/index.html"


@pytest.fixture(scope="session")
def built(this_site: Build) -> dict[str, LexborHTMLParser]:
    return all_pages(this_site.folder)


def words(page: LexborHTMLParser) -> str:
    assert page.body is not None
    return " ".join(page.body.text().split())


@pytest.mark.parametrize(("page", "size"), SHEETS)
def test_a_sheet_says_what_it_is_of_when_and_what_it_is_not(
    built: dict[str, LexborHTMLParser], page: Page, size: str
) -> None:
    sheet = built[f"sheets/{page.topic}/{size}index.html"]
    root = only(sheet, "html").attributes
    assert (root.get("class") == "large") == bool(size)
    assert (root["data-head"] or "").endswith(f": {page.title}")
    checked = f"{page.front_matter.date('reviewed'):%d %B %Y}"
    foot = root["data-foot"] or ""
    assert re.fullmatch(rf"Sheet {page.topic}, version [\d.]+, sources checked {checked}", foot)
    assert root["data-current"]
    assert only(sheet, "h1").text() == page.title
    due = f"{page.front_matter.date('next_review'):%d %B %Y}"
    assert f"Checked against its sources: {checked}. Next check: {due}." in words(sheet)
    assert "Not yet reviewed by a clinician." in words(sheet)
    assert "What this sheet is not" in words(sheet)
    assert "no reason to start or stop a medicine" in words(sheet)


@pytest.mark.parametrize(("page", "size"), SHEETS)
def test_a_sheet_has_its_warning_its_sections_and_where_to_get_help(
    built: dict[str, LexborHTMLParser], page: Page, size: str
) -> None:
    sheet = built[f"sheets/{page.topic}/{size}index.html"]
    assert "Before you decide anything" in only(sheet, ".admonition.warning").text()
    found = {node.attributes["id"] for node in sheet.css("h2, h3")}
    chosen = [part for part in chosen_parts(page) or () if not part.endswith(".svg")]
    assert chosen
    assert {"key-points", *chosen} <= found
    assert WHEN_TO_CALL in found or sheet.css(f'.box a[href$="#{WHEN_TO_CALL}"]')


@pytest.mark.parametrize(("page", "size"), SHEETS)
def test_a_sheet_explains_every_term_that_it_links(
    built: dict[str, LexborHTMLParser], page: Page, size: str
) -> None:
    sheet = built[f"sheets/{page.topic}/{size}index.html"]
    linked = {link.attributes["href"] for link in sheet.css('main a[href^="#word-"]')}
    explained = {f"#{word.attributes['id']}" for word in sheet.css("dl > div") if only(word, "dd").text()}
    assert linked
    assert linked <= explained


@pytest.mark.parametrize(("page", "size"), SHEETS)
def test_a_sheet_has_one_style_sheet_and_no_script(
    built: dict[str, LexborHTMLParser], page: Page, size: str
) -> None:
    sheet = built[f"sheets/{page.topic}/{size}index.html"]
    up = "../" * (2 + bool(size))
    assert [link.attributes["href"] for link in sheet.css("link[rel=stylesheet]")] == [
        f"{up}assets/sheet.css"
    ]
    assert sheet.css("script, sup[id], .headerlink, nav.md-nav") == []
    assert sheet.css('meta[http-equiv="Content-Security-Policy"]')
    assert only(sheet, "link[rel=canonical]").attributes["href"] == f"{up}fundamentals/{page.topic}/"


@pytest.mark.parametrize("faults", FAULTS)
def test_no_sheet_has(
    built: dict[str, LexborHTMLParser], faults: Callable[[LexborHTMLParser], list[str]]
) -> None:
    sheets = {path: sheet for path, sheet in built.items() if path.startswith("sheets/")}
    assert len(sheets) == 2 * len(PAGES)
    assert {path: found for path, sheet in sheets.items() if (found := faults(sheet))} == {}


def test_sheets_and_pages_that_lead_on_alone_use_their_style_sheet(
    this_site: Build, built: dict[str, LexborHTMLParser]
) -> None:
    using = [path for path, page in built.items() if page.css('link[href$="assets/sheet.css"]')]
    assert all(path.startswith(("go/", "sheets/")) for path in using)
    assert (this_site.folder / "assets" / "sheet.css").exists()


def test_a_preview_puts_neither_a_code_nor_its_address_on_paper(built: dict[str, LexborHTMLParser]) -> None:
    for path, sheet in built.items():
        if path.startswith("sheets/"):
            assert sheet.css(".qr") == []
            assert "localhost" not in words(sheet), path
            assert "This is a preview" in words(sheet)


def test_every_page_in_plain_words_leads_to_its_sheets(built: dict[str, LexborHTMLParser]) -> None:
    for page in PAGES:
        links = built[f"fundamentals/{page.topic}/index.html"].css(".leaflet a")
        where = [f"../../sheets/{page.topic}/", f"../../sheets/{page.topic}/large/"]
        assert [link.attributes["href"] for link in links] == where
    others = [path for path, page in built.items() if page.css(".leaflet")]
    assert len(others) == len(PAGES)


def test_a_public_guide_has_codes_and_links_to_pdfs_where_they_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHEETS", "1")
    guide = build_guide(make_guide(tmp_path), site_url=PUBLIC)
    assert (guide.failed, guide.log) == (False, ())
    sheet = guide.page(SHEET)
    assert (
        only(sheet, ".qr").attributes["aria-label"] == "QR code: guide.internal/here/fundamentals/hormones/"
    )
    assert "type: guide.internal/here/fundamentals/hormones/" in words(sheet)
    names = [f"hormones{size}-{paper}.pdf" for size in ("", "-large") for paper in ("a4", "letter")]
    missing = [f"sheets/hormones/{name}" for name in names]
    lost = broken_links(guide.folder, "/here/")
    assert {Path(line.partition(": ")[2]).name for line in lost} == set(names)
    for path in missing:
        (guide.folder / path).touch()
    assert broken_links(guide.folder, "/here/") == []


def test_a_long_address_of_the_guide_stands_once_at_the_head_and_once_at_the_end(tmp_path: Path) -> None:
    host = "andrology.university-hospital.internal/guides"
    guide = build_guide(make_guide(tmp_path), site_url=f"https://{host}/")
    assert (guide.failed, guide.log) == (False, ())
    text = words(guide.page(SHEET))
    assert f"type: {host}/fundamentals/hormones/. Below, “…” stands for all of it before “/fund" in text
    assert "It is part of a page with 2 sources: …/fundamentals/hormones/." in text
    assert text.count(host) == 1


def test_a_guide_of_any_shape_has_sheets_whose_links_lead_somewhere(tmp_path: Path) -> None:
    guide = build_guide(make_guide(tmp_path), use_directory_urls=False)
    assert (guide.failed, guide.log) == (False, ())
    assert broken_links(guide.folder) == []
    sheet = guide.page(SHEET)
    assert next(node.text() for node in sheet.css("h2")) == "More"
    assert sheet.css('a[href="../../academic/hormones.html#more"]')
