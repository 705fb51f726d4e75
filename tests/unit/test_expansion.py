"""Expansion: what stands on a page for its exhibits, and the way back to the file."""

from __future__ import annotations

import pytest

from apparatus.model.site import Site
from apparatus.pages.expansion import Expansion, Made, ShownSite, show_site, slot
from apparatus.pages.shield import shield_page
from tests.support import converted, only, page_of, parse, site_of

PATH = "docs/academic/page.md"
TEXT = """\
---
title: Page
---

# Page { #page }

Before [LH].

/// exhibit | certainty
A [caption][FSH].[@roe2002second]
///

After.[@doe2001first]
"""
TABLE = Made(
    "| A | B |\n|---|---|\n| FSH and LH and FSH | x[@doe2001first] |", "table-caption | .exhibit-certainty"
)


def shown(text: str = TEXT, made: Made = TABLE, path: str = PATH) -> tuple[Site, ShownSite, Expansion]:
    site = site_of(text, path=path)
    result = show_site(site, lambda name: made)
    return site, result, result.expansions[path]


def test_a_table_and_its_caption_stand_where_the_exhibit_was() -> None:
    _, result, _ = shown()
    text = page_of(result.site, PATH).source.text
    begins = text[text.index("| A |") :]
    assert begins.startswith(TABLE.markdown.replace("| FSH and", "| [FSH] and"))
    assert "\n\n/// table-caption | .exhibit-certainty\nA [caption][FSH].[@roe2002second]\n///\n" in begins
    assert "exhibit |" not in text


def test_a_page_without_exhibits_stays_as_it_is() -> None:
    site = site_of("Text.\n", path=PATH)
    result = show_site(site, slot)
    assert result.expansions == {}
    assert page_of(result.site, PATH) is page_of(site, PATH)
    assert result.body(page_of(site, PATH), "Text.\n") == "Text.\n"


def test_a_faulty_exhibit_stays_as_it_was_typed() -> None:
    result = show_site(site_of("/// exhibit | nope\nText.\n///\n", path=PATH), slot)
    assert result.expansions == {}


def test_the_first_use_of_a_term_is_linked_on_tier_pages_only() -> None:
    assert "| [FSH] and LH and FSH |" in shown()[2].page.source.text
    assert "| FSH and LH and FSH |" in shown(path="docs/page.md")[2].page.source.text


def test_a_term_that_was_mentioned_before_is_not_linked_again() -> None:
    text = TEXT.replace("Before [LH]", "Before [LH] and [FSH]")
    assert "| FSH and LH and FSH |" in shown(text)[2].page.source.text


def test_citations_of_an_exhibit_are_citations_of_the_page() -> None:
    _, _, expansion = shown()
    keys = [citation.key for citation in expansion.page.references.citations]
    assert keys == ["doe2001first", "roe2002second", "doe2001first"]


def test_the_body_begins_where_the_front_matter_ends() -> None:
    _, result, expansion = shown()
    written = TEXT[TEXT.index("# Page") :]
    body = result.body(expansion.page, written)
    assert body.startswith("# Page { #page }\n\nBefore")
    assert "| A | B |" in shield_page(expansion.page, body, ()).text


@pytest.mark.parametrize("words", ["Before", "A [caption]", "After."])
def test_what_an_author_wrote_is_found_at_its_place(words: str) -> None:
    _, _, expansion = shown()
    assert expansion.source_offset(expansion.page.source.text.index(words)) == TEXT.index(words)
    assert expansion.made_at(expansion.page.source.text.index(words)) is None


@pytest.mark.parametrize("words", ["| A |", "x[@doe2001first]", "/// table-caption", "///\n\n\nAfter"])
def test_what_was_made_is_found_at_the_exhibit(words: str) -> None:
    _, _, expansion = shown()
    place = expansion.page.source.text.index(words)
    assert expansion.source_offset(place) == TEXT.index("/// exhibit")
    piece = expansion.made_at(place)
    assert piece is not None
    assert piece.exhibit == "certainty"


def test_a_reference_that_a_table_lost_is_reported_at_the_exhibit() -> None:
    _, result, expansion = shown()
    (finding,) = (
        found
        for found in result.unrendered_references(expansion.page, "")
        if found.message.startswith("`[FSH]`")
    )
    assert (finding.path, finding.line, finding.column) == (PATH, 9, 1)


def test_a_reference_that_the_page_lost_is_reported_at_its_place() -> None:
    _, result, expansion = shown()
    messages = {
        (found.line, found.column): found.message
        for found in result.unrendered_references(expansion.page, "")
    }
    assert messages[7, 8] == "`[LH]` does not show on the built page"
    assert messages[10, 3] == "`[caption]` does not show on the built page"
    assert messages[13, 8] == "`[@doe2001first]` does not show on the built page"


def test_brackets_without_a_meaning_in_a_table_are_reported_at_the_exhibit() -> None:
    _, result, expansion = shown(made=Made("| [nonsense] |\n|---|\n| x |", "table-caption"))
    (finding,) = result.unrendered_references(expansion.page, converted(expansion.page.source.text))[-1:]
    assert finding.message.startswith("`[nonsense]` shows on the built page")
    assert (finding.line, finding.column) == (9, 1)


def test_a_slot_makes_a_figure_and_passes_markdown_by() -> None:
    _, _, expansion = shown(made=slot("axis"))
    html = parse(converted(expansion.page.source.text))
    figure = only(html, "figure.exhibit-axis")
    assert only(figure, "figure > p").text() == slot("axis").markdown
    assert only(figure, "figcaption .caption-prefix").text() == "Figure 1."
    assert "A caption" in only(figure, "figcaption").text()


def test_a_tool_has_no_number() -> None:
    _, _, expansion = shown(TEXT.replace("certainty", "converter"), made=slot("converter"))
    assert not parse(converted(expansion.page.source.text)).css(".caption-prefix")


def test_an_exhibit_does_not_take_the_text_above_it_into_its_figure() -> None:
    text = TEXT.replace("Before [LH].\n\n", "Before [LH].\n").replace("///\n\nAfter", "///\nAfter")
    figure = only(parse(converted(shown(text)[2].page.source.text)), "figure")
    assert "Before" not in figure.text()
    assert "After" not in figure.text()
