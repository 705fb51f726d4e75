"""Tables: their rows, cells, faults and captions."""

from __future__ import annotations

import pytest

from apparatus.syntax.prose import read_prose
from apparatus.syntax.tables import Table, read_tables

CAPTION = "\n/// table-caption\nWords.\n///\n"


def tables(text: str) -> tuple[Table, ...]:
    return read_tables(read_prose(text))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        pytest.param("| a | b |\n|---|---|\n| c | d |\n", [2, 2, 2], id="outer pipes"),
        pytest.param("a | b\n--- | ---\nc | d\n", [2, 2, 2], id="no outer pipes"),
        pytest.param("| a |\n|---|\n| b | c |\n", [1, 1, 2], id="a cell too many"),
        pytest.param("| a \\| b | `c|d` |\n|---|---|\n", [2, 2], id="pipes escaped or in code"),
        pytest.param("| a ||\n|---|---|\n", [2, 2], id="an empty cell"),
        pytest.param("- x\n\n    | a |\n    |---|\n    | b |\n", [1, 1, 1], id="in a list"),
        pytest.param("> | a |\n> |---|\n", [1, 1], id="in a quote"),
    ],
)
def test_a_row_has_its_cells(text: str, cells: list[int]) -> None:
    (table,) = tables(text)
    assert [row.cells for row in table.rows] == cells
    assert not table.fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("| a |\n| b |\n", "has no line of dashes under its first row", id="no dashes"),
        pytest.param("| a |\n", "has no line of dashes under its first row", id="one row"),
        pytest.param("x\n| a |\n|---|\n", "follows other text without a blank line", id="under text"),
    ],
)
def test_what_was_meant_as_a_table_says_what_it_lacks(text: str, fault: str) -> None:
    assert [table.fault for table in tables(text)] == [fault]


@pytest.mark.parametrize(
    "text", ["a | b\n", "|x| is 3\n".replace("|x|", "x|y|"), "```\n| a |\n```\n", "text\n---\n"]
)
def test_other_pipes_and_dashes_are_no_tables(text: str) -> None:
    assert tables(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("| a |\n|---|\n" + CAPTION, True, id="after a blank line"),
        pytest.param("| a |\n|---|" + CAPTION, True, id="without a blank line"),
        pytest.param("| a |\n|---|\n\n<!-- x -->\n" + CAPTION, True, id="after a comment"),
        pytest.param("| a |\n|---|\n\n/// caption\nWords.\n///\n", True, id="a caption of any kind"),
        pytest.param("| a |\n|---|\n", False, id="none"),
        pytest.param("| a |\n|---|\n\nText.\n" + CAPTION, False, id="after other text"),
        pytest.param("| a |\n|---|\n\n/// note\nWords.\n///\n", False, id="another block"),
        pytest.param(CAPTION + "\n| a |\n|---|\n", False, id="before the table"),
    ],
)
def test_a_caption_follows_its_table(text: str, expected: bool) -> None:
    assert [table.captioned for table in tables(text)] == [expected]


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        pytest.param("/// caption\nWords.\n///\n\nText.\n", "/// caption\nWords.\n///", id="closed"),
        pytest.param("/// caption\nWords.\n\nText.", "/// caption\nWords.\n\nText.", id="never closed"),
    ],
)
def test_a_caption_ends_with_its_mark(caption: str, expected: str) -> None:
    text = f"| a |\n|---|\n\n{caption}"
    (table,) = tables(text)
    assert table.caption is not None
    assert text[slice(*table.caption)] == expected
