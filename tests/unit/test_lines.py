"""Lines: what stands before the content of each, and how far one paragraph reaches."""

from __future__ import annotations

import pytest

from apparatus.syntax.lines import read_lines, segment_end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("words  ", (0, 0, True, "words"), id="plain, trailing spaces dropped"),
        pytest.param("    words", (0, 1, True, "words"), id="one level"),
        pytest.param("\twords", (0, 1, True, "words"), id="a tab is one level"),
        pytest.param("      words", (0, 1, False, "words"), id="a level and two odd spaces"),
        pytest.param("> words", (1, 0, True, "words"), id="a quote"),
        pytest.param("> >words", (2, 0, True, "words"), id="a quote in a quote"),
        pytest.param(">     words", (1, 1, True, "words"), id="a level within a quote"),
        pytest.param("   ", (0, 0, False, ""), id="blank"),
    ],
)
def test_marks_and_indentation_are_told_from_content(text: str, expected: tuple[int, int, bool, str]) -> None:
    (line,) = read_lines(text)
    assert (line.quote, line.level, line.flush, line.text) == expected
    assert text[line.content :].startswith(line.text)


def test_lines_keep_their_offsets_in_the_file() -> None:
    text = "head\n> one\n\n    two\nrest"
    lines = read_lines(text, begin=5, end=19)
    assert [text[line.start : line.end] for line in lines] == ["> one", "", "    two"]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        pytest.param("- item", {"is_item"}, id="a list item"),
        pytest.param("12. item", {"is_item"}, id="a numbered item"),
        pytest.param("-item", set(), id="no space after the dash"),
        pytest.param("## Title", {"is_heading"}, id="a heading"),
        pytest.param(" ## Title", set(), id="a space before the marks"),
        pytest.param("/// note", {"is_block_mark"}, id="the mark of a block"),
        pytest.param("| a |", {"is_row"}, id="a row with an outer pipe"),
        pytest.param("a | b", set(), id="a pipe within"),
        pytest.param("|---|:-:|", {"is_row", "is_separator"}, id="the dashes under a header"),
        pytest.param("--- | ---", {"is_separator"}, id="dashes without an outer pipe"),
        pytest.param("---", {"is_rule"}, id="a rule"),
        pytest.param("* * *", {"is_rule", "is_item"}, id="a rule of stars"),
    ],
)
def test_a_line_is_of_its_kinds(line: str, kinds: set[str]) -> None:
    (found,) = read_lines(line)
    names = ("is_item", "is_heading", "is_block_mark", "is_row", "is_separator", "is_rule")
    assert {name for name in names if getattr(found, name)} == kinds


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("a | b\n---|---\nc | d\n\ne | f", [0, 1, 2], id="up to the blank line"),
        pytest.param("| a |\n|---|\n| b |", [0, 1, 2], id="with outer pipes"),
        pytest.param("text\na | b\n---|---\nc | d", [], id="dashes under the second line"),
        pytest.param("a | b\nc | d", [], id="no dashes"),
    ],
)
def test_rows_of_a_table_are_marked(text: str, rows: list[int]) -> None:
    assert [index for index, line in enumerate(read_lines(text)) if line.in_table] == rows


@pytest.mark.parametrize(
    ("text", "last"),
    [
        pytest.param("one\ntwo\n\nthree", 1, id="a paragraph up to the blank line"),
        pytest.param("one\n# Title", 0, id="a heading ends it"),
        pytest.param("# Title\none", 0, id="a heading is one line"),
        pytest.param("one\n/// note", 0, id="the mark of a block ends it"),
        pytest.param("one\n```\ntwo", 0, id="a fence ends it"),
        pytest.param("- one\ntwo\n- three", 1, id="the next item ends an item"),
        pytest.param("one\n> two", 0, id="a quote ends it"),
        pytest.param("> one\ntwo", 1, id="a quote goes on lazily"),
        pytest.param("one\n[^a]: two", 0, id="a note ends it"),
        pytest.param("| a |\n| b |", 0, id="a row stands alone"),
        pytest.param("a | b\n---|---\nc | d", 0, id="a row without outer pipes too"),
    ],
)
def test_a_segment_ends(text: str, last: int) -> None:
    assert segment_end(read_lines(text), 0) == last
