"""Markup: what could carry script onto a page."""

from __future__ import annotations

import pytest

from apparatus.model.markup import read_tags
from apparatus.syntax.prose import read_prose
from apparatus.syntax.references import read_references


def tags(text: str) -> list[tuple[int, str]]:
    prose = read_prose(text)
    return [(tag.start, tag.what) for tag in read_tags(text, prose, read_references(text, prose).links)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("a <b>c</b>", "<b>", id="a pair of tags counts once"),
        pytest.param("a </b>", "</b>", id="a closing tag alone"),
        pytest.param("a <br/>", "<br/>", id="an empty tag"),
        pytest.param("a <b\nc='d'>", "<b", id="over two lines"),
        pytest.param("<!doctype html>", "<!", id="a declaration"),
        pytest.param("a <!-- b", "<!--", id="a comment that nothing ends"),
        pytest.param("[a](<javascript:b>)", "[", id="an address in angle brackets is no second tag"),
        pytest.param("[<b>a</b>](c)", "<b>", id="in the words of a link"),
        pytest.param("<javascript://a>", "<", id="an address on its own"),
        pytest.param('a{ onclick="b" }', "{", id="an attribute that runs"),
        pytest.param("![a](data:image/png,b)", "!", id="a picture"),
        pytest.param("```{ .py onclick=b }\nc\n```", "{", id="an attribute of a fence that runs"),
    ],
)
def test_what_could_carry_script_is_named_once(text: str, place: str) -> None:
    ((start, _),) = tags(text)
    assert text[start:].startswith(place)


@pytest.mark.parametrize(
    "text",
    [
        "p < 0.05",
        "a<b",
        "a<b, c>d",
        "a <b\n\nc>d",
        "<a@b.org>",
        "<https://a.org/>",
        "`<b>`",
        "{x}",
        "a{ #b .c }",
    ],
)
def test_other_signs_are_no_tags(text: str) -> None:
    assert tags(text) == []
