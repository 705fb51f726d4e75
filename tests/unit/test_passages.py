"""Passages: what on a page has a source of its own or none."""

from __future__ import annotations

import pytest

from apparatus.language.passages import read_passages
from apparatus.syntax.prose import read_prose
from apparatus.syntax.tables import read_tables

TABLE = "| a | b |\n|---|---|\n| one | two |\n| three | four |\n"


def passages(text: str) -> list[tuple[str, ...]]:
    """The kind of each passage and what stands in each of its spans."""
    prose = read_prose(text)
    found = read_passages(prose, read_tables(prose))
    return [(passage.kind, *(text[start:end] for start, end in passage.spans)) for passage in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\nb\n\nc\n", [("paragraph", "a\nb"), ("paragraph", "c")], id="paragraphs"),
        pytest.param("# a\nb\n", [("paragraph", "b")], id="a heading is none"),
        pytest.param("a\n\n---\n\n```\nb\n```\n", [("paragraph", "a")], id="rules and code are none"),
        pytest.param("> a\n> b\n\nc\n", [("paragraph", "a\n> b"), ("paragraph", "c")], id="a quote"),
        pytest.param("/// note | a\nb\n\nc\n///\n", [("paragraph", "b"), ("paragraph", "c")], id="a box"),
        pytest.param(
            "- a\n- b\n  c\n1. d\n",
            [("list item", "- a"), ("list item", "- b\n  c"), ("list item", "1. d")],
            id="items",
        ),
        pytest.param(
            "- a\n    - b\n- c\n",
            [("list item", "- a"), ("list item", "- b"), ("list item", "- c")],
            id="an item inside another",
        ),
        pytest.param(
            "- a\n\n    - b\n\n        c\n\n    d\n\ne\n",
            [("list item", "- a", "d"), ("list item", "- b", "c"), ("paragraph", "e")],
            id="further paragraphs of items",
        ),
        pytest.param("- a\n\n> b\n", [("list item", "- a"), ("paragraph", "b")], id="a quote after an item"),
        pytest.param("[^n]: a\n\nb\n", [("paragraph", "[^n]: a"), ("paragraph", "b")], id="a note"),
        pytest.param(
            "a\n\n" + TABLE + "\nb\n",
            [
                ("paragraph", "a"),
                ("table row", "| one | two |"),
                ("table row", "| three | four |"),
                ("paragraph", "b"),
            ],
            id="rows but the first",
        ),
        pytest.param("| a |\n| b |\n\nc\n", [("paragraph", "c")], id="what is not seen as a table is none"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_page_is_made_of_passages(text: str, expected: list[tuple[str, ...]]) -> None:
    assert passages(text) == expected


def test_a_caption_speaks_for_the_rows_of_its_table_and_is_a_paragraph() -> None:
    text = TABLE + "\n/// table-caption\nWords.\n///\n\nAfter.\n"
    prose = read_prose(text)
    row, _, caption, after = read_passages(prose, read_tables(prose))
    assert [text[slice(*span)] for span in row.sourced_by] == [
        "| one | two |",
        "/// table-caption\nWords.\n///",
    ]
    assert [text[slice(*span)] for span in caption.sourced_by] == ["Words."]
    assert text[after.start :] == "After.\n"
