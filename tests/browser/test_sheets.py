"""Sheets as Chromium prints them: how many sides, what stands on each, what their codes lead to."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import OpenReader
from tests.printed import MADE, PUBLIC, Pdf, print_once
from tests.support import REPOSITORY
from tests.this_site import ADDRESS
from tests.whole.links import broken_links
from tools.make_sheets import print_sheets, sides

pytestmark = pytest.mark.browser

TOPICS = sorted(file.stem for file in (REPOSITORY / "docs" / "fundamentals").glob("*.md"))
PAPERS = {"a4": (595, 842), "letter": (612, 792)}
"""The sizes of paper in points."""
NORMAL = [pytest.param(f"{topic}-{paper}", id=f"{topic} on {paper}") for topic in TOPICS for paper in PAPERS]
SIZES = ("", "-large")
ALL = {f"{topic}{size}-{paper}.pdf" for topic in TOPICS for size in SIZES for paper in PAPERS}
PAPER_WIDTH = 687
"""Pixels between the margins of A4: 182 mm."""


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Path:
    return print_once(tmp_path_factory, browser)


def pdf(site: Path, name: str) -> Pdf:
    return Pdf(site / "sheets" / re.split(r"-(?:large|a4|letter)", name)[0] / f"{name}.pdf")


def test_every_sheet_is_printed_in_both_sizes_on_both_papers(printed: Path) -> None:
    assert {file.name for file in printed.rglob("*.pdf")} == ALL
    assert broken_links(printed, "/aromatase/") == []


@pytest.mark.parametrize("name", NORMAL)
def test_a_sheet_has_one_to_three_sides_each_with_its_head_and_foot(printed: Path, name: str) -> None:
    sheet = pdf(printed, name)
    count = len(sheet.sides)
    assert 1 <= count <= 3, "too long, or printed in a font that is wider than Arial"
    assert sides(sheet.file) == count
    for number, text in enumerate(sheet.sides, 1):
        assert text.startswith("Aromatase inhibitors and male infertility: ")
        assert f"Page {number} of {count}" in text
        assert re.search(r"Sheet [\w-]+, version \S+, sources checked \d+ \w+ \d{4}", text)
        assert f"Is it still right? {PUBLIC.removeprefix('https://')}go/changes/" in text
    size = [float(length) for length in sheet.reader.pages[0].mediabox[2:]]
    assert size == pytest.approx(PAPERS[name.rpartition("-")[2]], abs=1)


@pytest.mark.parametrize("name", NORMAL)
def test_the_code_of_a_sheet_leads_to_the_short_address_beside_it(printed: Path, name: str) -> None:
    short = f"{PUBLIC}go/{name.rpartition('-')[0]}/"
    sheet = pdf(printed, name)
    assert sheet.codes(150) == [short]
    assert f"Scan it, or type: {short.removeprefix('https://')}" in sheet.sides[0]
    assert (printed / short.removeprefix(PUBLIC) / "index.html").exists()


@pytest.mark.parametrize("name", ["evidence-a4", "safety-letter", "hormones-large-a4"])
def test_a_sheet_is_tagged_titled_and_carries_its_fonts(printed: Path, name: str) -> None:
    sheet = pdf(printed, name)
    root: Any = sheet.reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert sheet.reader.outline
    assert sheet.reader.metadata is not None
    assert str(sheet.reader.metadata.title).startswith("Leaflet")
    assert all("/FontFile2" in font or "/FontFile3" in font for font in sheet.fonts())
    assert any(link.startswith(f"{PUBLIC}fundamentals/") for link in sheet.links())
    assert any(link.startswith("/word-") for link in sheet.links())


@pytest.mark.parametrize("name", ["safety-a4", "safety-letter", "safety-large-a4", "safety-large-letter"])
def test_when_to_call_is_whole_on_one_side(printed: Path, name: str) -> None:
    (side,) = [side for side in pdf(printed, name).sides if "Call the emergency number now for:" in side]
    assert "When to call" in side
    assert "Ask before you stop, unless it is an emergency." in side


def test_a_sheet_in_large_print_says_the_same_on_more_sides(printed: Path) -> None:
    normal, large = pdf(printed, "safety-a4"), pdf(printed, "safety-large-a4")
    assert len(large.sides) > len(normal.sides)
    for words in (
        "When to call",
        "Before you decide anything",
        "What this sheet is not",
        "Words on this sheet",
    ):
        assert any(words in side for side in normal.sides)
        assert any(words in side for side in large.sides)


def test_a_sheet_printed_twice_has_the_same_bytes(printed: Path, tmp_path: Path, browser: Browser) -> None:
    topic = printed / "sheets" / "genetics"
    again = tmp_path / "site"
    for file in [*topic.rglob("index.html"), printed / "assets" / "sheet.css"]:
        copy = again / file.relative_to(printed)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    files = list(print_sheets(browser, again, PUBLIC, MADE))
    assert len(files) == len(SIZES) * len(PAPERS)
    for file in files:
        assert file.read_bytes() == (topic / file.name).read_bytes()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_sheet(open_reader: OpenReader, scheme: str) -> None:
    reader = open_reader(color_scheme=scheme)
    for path in ("sheets/evidence/", "sheets/safety/large/"):
        reader.open(path)
        assert reader.axe() == []
    watch = reader.settle()
    assert [address for address in watch.requests if not address.startswith((ADDRESS, "data:"))] == []
    assert watch.complaints == []


def test_no_sheet_is_wider_than_a_small_screen_or_than_paper(open_reader: OpenReader) -> None:
    for media, width in (("screen", 320), ("print", PAPER_WIDTH)):
        reader = open_reader(viewport={"width": width, "height": 640})
        for topic in TOPICS:
            reader.open(f"sheets/{topic}/large/")
            reader.page.emulate_media(media=media)  # type: ignore[arg-type]
            assert not reader.is_wider_than_the_window(), (topic, media)
