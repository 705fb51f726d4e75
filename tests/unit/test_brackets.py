"""Brackets: which of them pair."""

from __future__ import annotations

import pytest

from apparatus.syntax.brackets import Bracket, read_brackets
from apparatus.syntax.prose import read_prose


def brackets(text: str) -> list[Bracket]:
    return read_brackets(text, read_prose(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("a [b] c [d]", ["b", "d"], id="two pairs"),
        pytest.param("a [b [c] d]", ["b [c] d"], id="only the outer pair"),
        pytest.param("a [b\nc] d", ["b\nc"], id="over a line end"),
        pytest.param("[a `]` b]", ["a `]` b"], id="a bracket in code does not close"),
        pytest.param("\\[a\\] [b]", ["b"], id="escaped ones are none"),
        pytest.param("| [a | b] | [c] |\n|---|---|---|", ["", "c"], id="none goes over a cell's end"),
        pytest.param("- [a\n- b] [c]", ["", "c"], id="none goes over an item's end"),
        pytest.param("- [ ] a [b]", ["b"], id="a check box is none"),
        pytest.param("- [x] a [b]", ["b"], id="nor is a ticked one"),
        pytest.param("- [x]", ["x"], id="without words after it there is no check box"),
        pytest.param("a ] b [c]", ["c"], id="a closing one alone is a character"),
    ],
)
def test_brackets_pair_as_in_python_markdown(text: str, found: list[str]) -> None:
    assert [bracket.text for bracket in brackets(text)] == found


def test_an_open_bracket_has_its_place() -> None:
    (bracket,) = brackets("a [b")
    assert (bracket.is_open, bracket.start) == (True, 2)


def test_a_pair_knows_whether_another_stands_inside() -> None:
    assert [bracket.nested for bracket in brackets("[a [b]] [c]")] == [True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[a] b", True, id="the first of a line"),
        pytest.param("b\n[a]", True, id="the first of a later line"),
        pytest.param("- [a]", True, id="after a list marker"),
        pytest.param("> [a]", True, id="after a quote mark"),
        pytest.param("b [a]", False, id="after a word"),
        pytest.param("**[a]**", False, id="after other marks"),
    ],
)
def test_a_pair_knows_whether_it_starts_its_line(text: str, expected: bool) -> None:
    assert [bracket.opens_line for bracket in brackets(text)] == [expected]
