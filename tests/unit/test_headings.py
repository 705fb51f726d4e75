"""Headings and their attribute lists."""

from __future__ import annotations

import pytest

from apparatus.syntax.headings import Heading, is_readable, read_attributes, read_headings
from apparatus.syntax.prose import read_prose


def headings(text: str) -> tuple[Heading, ...]:
    return read_headings(text, read_prose(text))


@pytest.mark.parametrize(
    ("text", "level", "title", "id"),
    [
        pytest.param("# A title", 1, "A title", "", id="no attribute list"),
        pytest.param("### A { #b .c }", 3, "A", "b", id="an attribute list"),
        pytest.param("## A {: #b }", 2, "A", "b", id="a colon in the list"),
        pytest.param("## A ## { #b }", 2, "A ##", "b", id="marks before the list are words"),
        pytest.param("## A { #b } ##", 2, "A", "b", id="closing marks after the list"),
        pytest.param("## A { #b } <!-- c -->", 2, "A", "b", id="a comment after the list"),
        pytest.param("##A", 2, "A", "", id="no space after the marks"),
        pytest.param("## A &amp; B", 2, "A & B", "", id="an entity"),
        pytest.param("## A{ #b }", 2, "A{ #b }", "", id="no space before the list, which is none"),
        pytest.param("> ## A { #b }", 2, "A", "b", id="in a quote"),
        pytest.param("####### A", 6, "# A", "", id="a seventh mark is a word"),
        pytest.param("##", 2, "", "", id="no words"),
    ],
)
def test_a_heading_has_level_title_and_id(text: str, level: int, title: str, id: str) -> None:
    (heading,) = headings(text)
    assert (heading.level, heading.title, heading.id) == (level, title, id)


@pytest.mark.parametrize("text", ["A # b", "```\n# A\n```", "<!--\n# A\n-->", "\\# A", "`# A`"])
def test_other_marks_are_no_headings(text: str) -> None:
    assert headings(text) == ()


def test_a_heading_knows_where_its_attribute_list_stands() -> None:
    text = "Text.\n\n## A title { #b }\n"
    (heading,) = headings(text)
    assert text[heading.start : heading.end] == "## A title { #b }"
    assert text[heading.attributes_start :] == "{ #b }\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('{ #a .b .c lang="la" }', {"id": "a", "class": "b c", "lang": "la"}, id="all kinds"),
        pytest.param("{: #a }", {"id": "a"}, id="a colon"),
        pytest.param('{ data-aliases="a; b c" }', {"data-aliases": "a; b c"}, id="a value with spaces"),
        pytest.param("{ onclick }", {"onclick": ""}, id="a word alone"),
        pytest.param("{}", {}, id="nothing"),
    ],
)
def test_an_attribute_list_sets_what_it_names(text: str, expected: dict[str, str]) -> None:
    assert read_attributes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("{ #a .b }", True, id="ids and classes"),
        pytest.param('{ #a data-aliases="b c; d\'s" }', True, id="a quoted value"),
        pytest.param("{ lang=la }", True, id="a bare value"),
        pytest.param("{ a }", False, id="a loose word"),
        pytest.param("{ data-aliases=“b” }", False, id="smart quotes"),
        pytest.param("{ data-aliases=“b c” }", False, id="smart quotes around a space"),
        pytest.param('{ data-aliases="b c }', False, id="a quote that nothing closes"),
        pytest.param('{ data-aliases = "b" }', False, id="spaces around the sign"),
        pytest.param("{ #a } { #b }", False, id="two lists"),
    ],
)
def test_a_list_is_readable_where_it_says_what_its_author_means(text: str, expected: bool) -> None:
    assert is_readable(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("### A", True, id="no list at all"),
        pytest.param("### A { #a }", True, id="a list"),
        pytest.param("### C#", True, id="a mark in a word"),
        pytest.param("### A { #a", False, id="the closing brace is missing"),
        pytest.param("### A #a }", False, id="the opening brace is missing"),
        pytest.param('### A #a data-aliases="b"', False, id="both braces are missing"),
        pytest.param("### A{ #a }", False, id="the space before it is missing"),
        pytest.param("### A {b} { #a }", False, id="other braces before it"),
    ],
)
def test_what_is_left_of_a_broken_list_is_seen(text: str, expected: bool) -> None:
    assert headings(text)[0].attributes_read is expected
