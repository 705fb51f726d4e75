"""Exhibits in a real build: tables with their citations and terms, drawings where they belong."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.support import only
from tests.whole.sites import TIER_PAGE, Build, build_guide, make_guide

pytestmark = pytest.mark.whole

PAGE = "docs/academic/hormones.md"
BUILT = "academic/hormones/index.html"
STUDIES = """\
studies:
  - key: doe2001first
    name: Doe 2001
    year: 2001
    group: infertile men
    design: uncontrolled
    drug: testolactone
    dose: not reported
    duration: 3 months
    entry: few sperm
    enrolled: 20
    analyzed: 12
    record: abstract
    pregnancies: not reported
    results:
      - {outcome: FSH, change: up, printed: rose}
      - {outcome: sperm concentration, men: 12, before: 5.5, after: 11.2, unit: million/mL, kind: mean,
         printed: "12 men: 5.5 to 11.2 million/mL"}
  - key: roe2002second
    name: Roe 2002
    year: 2002
    group: infertile men
    design: randomized, double-blind
    comparison: placebo
    drug: letrozole
    dose: 2.5 mg daily
    duration: 3 months
    entry: few sperm
    enrolled: 46
    analyzed: 46
    record: abstract
    pregnancies: not reported
    results:
      - {outcome: sperm concentration, change: unchanged, printed: did not change}

outcomes: []
"""
# The last section of a tier page of the small guides, without its own mention and citation.
TEXT = (
    TIER_PAGE.format(tier="academic").partition("See [the same")[0]
    + """\
/// exhibit | studies-infertile
The studies, with a [follitropin] of their own.[@doe2001first]
///

Text between the two.

/// exhibit | concentration
The chart.
///

See [the same, deeper](../academic/hormones.md#more).
"""
)
FILES = {PAGE: TEXT, "docs/studies.yml": STUDIES}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build_guide(make_guide(tmp_path_factory.mktemp("guide"), FILES))


def test_a_guide_with_exhibits_builds_in_silence(built: Build) -> None:
    assert (built.failed, built.log) == (False, ())


def test_a_table_stands_in_its_place_under_a_numbered_caption(built: Build) -> None:
    figure = only(built.page(BUILT), "figure.exhibit-studies-infertile")
    assert only(figure, ".caption-prefix").text() == "Table 1."
    names = [row.text().strip() for row in figure.css("tbody th")]
    assert [name[:8] for name in names] == ["Roe 2002", "Doe 2001"]
    assert "5.5 to 11.2 million/mL" in figure.text()


def test_the_citations_of_a_table_are_numbered_and_listed(built: Build) -> None:
    page = built.page(BUILT)
    marks = [mark.text() for mark in page.css("main .footnote-ref")]
    # Doe is cited above the table, in it and in its caption; Roe in the table alone.
    assert sorted(marks) == ["1", "1", "1", "2"]
    notes = [note.text() for note in page.css("section.footnote li")]
    assert ["A first study" in notes[0], "A second study" in notes[1]] == [True, True]


def test_a_term_is_linked_where_the_table_uses_it_first(built: Build) -> None:
    page = built.page(BUILT)
    cell = only(page, ".exhibit-studies-infertile td a.term")
    assert cell.text() == "FSH"
    assert "FSH" in [term.text() for term in page.css(".term-list .term")]


def test_the_page_is_among_those_that_cite_a_work(built: Build) -> None:
    entry = only(built.page("references/index.html"), "#roe2002second")
    assert "Hormones, academic" in entry.text()


def test_a_drawing_stands_in_its_place_under_a_numbered_caption(built: Build) -> None:
    figure = only(built.page(BUILT), "figure.exhibit-concentration")
    assert only(figure, ".caption-prefix").text() == "Figure 1."
    assert "Roe 2002, letrozole" in only(figure, "svg desc").text()
    assert only(figure, "figcaption").text().endswith("The chart.\n")


def test_nothing_is_left_of_slots_and_blocks(built: Build) -> None:
    text = (built.folder / BUILT).read_text("utf-8")
    assert not [left for left in ("\uf8e4", "\uf8e5", "data-search") if left in text]
    assert "///" not in only(built.page(BUILT), "main").text()


def test_no_id_is_used_twice(built: Build) -> None:
    ids = Counter(node.attributes["id"] for node in built.page(BUILT).css("[id]"))
    assert [found for found, times in ids.items() if times > 1] == []


def test_search_finds_tables_and_captions_but_no_labels_of_drawings(built: Build) -> None:
    index = json.loads((built.folder / "search/search_index.json").read_text("utf-8"))
    texts = " ".join(entry["text"] for entry in index["docs"])
    assert "Text between the two." in texts
    assert "million sperm per mL" not in texts
    assert "Not randomized: before and after" not in texts


def test_no_template_is_published(built: Build) -> None:
    assert not (built.folder / "exhibits").exists()
    assert [file.name for file in built.folder.rglob("*.svg") if file.parent.name != "assets"] == []


def test_a_folder_of_pages_with_the_name_of_the_templates_is(tmp_path: Path) -> None:
    built = build_guide(make_guide(tmp_path, {"docs/exhibits/page.md": "# Page { #page }\n\nText.\n"}))
    assert not built.failed
    assert (built.folder / "exhibits/page/index.html").is_file()


def test_without_its_data_an_exhibit_stops_a_build_and_is_text_in_a_preview(tmp_path: Path) -> None:
    root = make_guide(tmp_path, {PAGE: TEXT})
    built = build_guide(root)
    assert built.failed
    assert built.found() == [f"{PAGE}:{line}:1: error[outside-dialect]" for line in (15, 21)]
    preview = build_guide(root, serve=True)
    assert not preview.failed
    assert "The chart." in only(preview.page(BUILT), "main").text()


def test_a_misspelt_exhibit_is_shown_as_it_was_typed_in_a_preview(tmp_path: Path) -> None:
    files = {PAGE: TEXT.replace("| concentration", "| concentrations"), "docs/studies.yml": STUDIES}
    preview = build_guide(make_guide(tmp_path, files), serve=True)
    assert "/// exhibit | concentrations" in only(preview.page(BUILT), "main").text()
