"""Prose: what is blanked, and that nothing moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparatus.syntax.prose import FILLER, code_span, read_prose


def words(text: str) -> str:
    """What is left of a text, with the blanks folded."""
    return " ".join(read_prose(text).text.replace(FILLER, " ").split())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("a `b` c", "a c", id="a code span"),
        pytest.param("a ``b ` c`` d", "a d", id="a longer code span holds a backtick"),
        pytest.param("a `` ` `` b", "a b", id="a backtick in code"),
        pytest.param("a `b\nc` d", "a d", id="a code span over a line end"),
        pytest.param("a ` b", "a ` b", id="a backtick alone"),
        pytest.param("a ` b\n\nc ` d", "a ` b c ` d", id="no code span leaves its paragraph"),
        pytest.param("- a ` b\n- c ` d", "- a ` b - c ` d", id="nor its item"),
        pytest.param("| a ` b |\n| c ` d |", "| a ` b | | c ` d |", id="nor its row"),
        pytest.param("a \\`b\\` c", "a b c", id="escaped backticks"),
        pytest.param("a \\[b\\] c", "a b c", id="escaped brackets"),
        pytest.param("a <!-- b --> c", "a c", id="a comment"),
        pytest.param("a <!-- b\n\n```\n--> c", "a c", id="a comment over blank lines and a fence"),
        pytest.param("a <!-- b", "a <!-- b", id="a comment that nothing ends"),
        pytest.param("`<!--` a `-->`", "a", id="a comment's marks in code"),
        pytest.param("a\n\n```py\nb\n```\nc", "a c", id="a fence"),
        pytest.param("~~~\n```\na\n~~~\nb", "b", id="a fence holds another"),
        pytest.param("````\n```\n````\na", "a", id="a longer fence holds a shorter"),
        pytest.param("- a\n\n    ```\n    b\n    ```\n\nc", "- a c", id="a fence in an item"),
        pytest.param("> ```\n> a\n> ```\nb", "b", id="a fence in a quote"),
        pytest.param("```\na\n", "", id="a fence that nothing closes"),
        pytest.param("a ```b``` c", "a c", id="three backticks in a line are a code span"),
    ],
)
def test_what_is_no_prose_is_blanked(text: str, left: str) -> None:
    assert words(text) == left


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("```\na\n```\n", None, id="closed"),
        pytest.param("a\n\n```\nb", 3, id="the end of the file"),
        pytest.param("- a\n\n    ```\n  b\n    ```\n", 9, id="a less indented line"),
        pytest.param("````\na\n```\n", 0, id="a shorter fence does not close"),
        pytest.param("```\na\n````\n", 0, id="nor does a longer one"),
        pytest.param("> ```\n\na", 2, id="the end of a quote"),
    ],
)
def test_an_unclosed_fence_has_its_place(text: str, place: int | None) -> None:
    assert read_prose(text).unclosed_fence == place


def test_front_matter_is_no_prose() -> None:
    assert read_prose("---\n`a\n---\nb`", begin=11).text == "   \n  \n   \nb`"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        pytest.param("`a`", "`a`", id="the same number of backticks"),
        pytest.param("``a` b``", "``a` b``", id="a shorter run is passed over"),
        pytest.param("``a` b", "`a`", id="the surplus backticks are text"),
        pytest.param("`a``", None, id="a longer run does not close"),
    ],
)
def test_backticks_pair_as_in_python_markdown(text: str, span: str | None) -> None:
    ticks = len(text) - len(text.lstrip("`"))
    found = code_span(text, 0, ticks, len(text))
    assert (text[slice(*found)] if found else None) == span


@given(st.text(alphabet="ab `~\\[]<!->\n#|", max_size=60))
def test_every_offset_is_kept(text: str) -> None:
    prose = read_prose(text)
    assert len(prose.text) == len(text)
    assert [index for index, character in enumerate(prose.text) if character == "\n"] == [
        index for index, character in enumerate(text) if character == "\n"
    ]
    assert all(new in (old, " ", FILLER) for new, old in zip(prose.text, text, strict=True))
