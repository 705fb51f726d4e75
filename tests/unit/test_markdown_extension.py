"""The converter alone, whatever the checks say: terms become links, and nothing becomes markup or script."""

from __future__ import annotations

import pytest

from tests.support import HOSTILE, converted, harm_in, parse

PLACES = (
    "{}",
    "# {}",
    "# t {{ {} }}",
    "# t {{ #{} .{} }}",
    "p\n{{: {} }}",
    "p\n{{: onclick='{}' style='{}' href='{}' apparatus-term='{}' }}",
    "[{}](index.md)",
    "[x]({})",
    "[x](<{}>)",
    '[x](index.md "{}")',
    "![{}](x.png)",
    "![x]({})",
    "<{}>",
    "<https://example.org/{}>",
    "<a@{}>",
    "[{}]",
    "[{}][FSH]",
    "[FSH][{}]",
    "[FSH]{{ href='{}' onfocus='{}' }}",
    "[x]: {}\n\n[x]",
    "[@{}]",
    "| {} | b |\n|:--|--:|\n| {} | c |\n\n/// table-caption | {}\n{}\n///",
    "```{}\n{}\n```",
    "```{{ .{} #{} }}\n{}\n```",
    "```{{ .py {} }}\n{}\n```",
    "```py title='{}'\n{}\n```",
    '~~~{{ data-x="{}" }}\n{}\n~~~',
    "x[^{}]\n\n[^{}]: {}",
    "/// note | {}\n\n{}\n\n///",
    "/// note | T\n    attrs: {{id: '{}', onclick: '{}'}}\n\nx\n\n///",
    "- [ ] {}\n- [x] {}",
    "<!-- {} --> x",
    "<!-- --> {} <!--",
    "> {}",
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_stays_text(place: str, value: str) -> None:
    assert harm_in(converted(place.format(value, value, value, value))) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<b onmouseover=x>c</b>", id="a tag in a line"),
        pytest.param("<div>\n<script>x</script>\n</div>", id="a block of tags"),
        pytest.param("<!doctype html>\n<?php x ?>\n<![CDATA[ <script>x</script> ]]>", id="declarations"),
        pytest.param("[a](java&#115;cript:x)", id="an entity in the scheme"),
        pytest.param("[a](JAVASCRIPT&colon;x)", id="a named entity for the colon"),
        pytest.param("[a](java\tscript:x)", id="a tab in the scheme"),
        pytest.param("[a](\u2028javascript:x)", id="a line separator before the scheme"),
        pytest.param("[a](data:text/html,x) ![b](data:image/svg+xml,x)", id="data"),
        pytest.param("[a](vbscript:x)", id="another scripting scheme"),
        pytest.param("[a](//example.org/) ![b](//example.org/x.png)", id="another host without a scheme"),
        pytest.param("[a](/\\example.org)", id="what browsers take for another host"),
        pytest.param("<javascript://x>", id="an autolink"),
        pytest.param("\x02wzxhzdk:0\x03 \x02klzzwxh:0\x03 \x0260\x03script\x0262\x03", id="place-holders"),
    ],
)
def test_no_tag_and_no_address_gets_through(text: str) -> None:
    assert harm_in(converted(text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("[FSH]", "FSH", id="by name"),
        pytest.param("[fsh]", "fsh", id="whatever its case"),
        pytest.param("[follitropin]", "follitropin", id="by an alias"),
        pytest.param("[the hormone][FSH]", "the hormone", id="in other words"),
        pytest.param("[the **hormone**][fsh]", "the hormone", id="in words with emphasis"),
        pytest.param("**[FSH]**", "FSH", id="inside emphasis"),
        pytest.param("# [FSH] { #a }", "FSH", id="in a heading"),
        pytest.param("| [FSH] | b |\n|--|--|\n| c | d |", "FSH", id="in a table"),
        pytest.param("[FSH]{ #here .wide }", "FSH", id="with an attribute list of its own"),
    ],
)
def test_a_mention_becomes_a_link_to_its_entry(text: str, words: str) -> None:
    link = parse(converted(text)).css_first("a.term")
    assert link is not None
    assert link.text() == words
    assert link.attributes["href"] == "/glossary.md#fsh"
    assert "title" not in link.attributes


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("[nothing known]", "[nothing known]", id="an unknown name"),
        pytest.param("[some words][unknown]", "[unknown]", id="other words for an unknown name"),
        pytest.param("[@nobody2000]", "[@nobody2000]", id="an unknown key"),
        pytest.param("[see @doe2001first, p. 3]", "[see @doe2001first, p. 3]", id="a locator"),
    ],
)
def test_what_stays_in_brackets_is_marked(text: str, left: str) -> None:
    marks = parse(converted(text)).css("mark.unresolved")
    assert left in [mark.text() for mark in marks]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(r"\[sic\]", id="escaped brackets"),
        pytest.param("`[nothing known]`", id="code"),
        pytest.param("```\n[nothing known]\n```", id="a fence"),
        pytest.param("[a](index.md)", id="a link"),
        pytest.param("- [ ] to do", id="a check box"),
    ],
)
def test_what_has_a_meaning_is_not_marked(text: str) -> None:
    assert parse(converted(text)).css_first("mark") is None


def test_a_link_stands_in_no_other_link() -> None:
    html = parse(converted("[see [FSH] here](index.md)"))
    assert html.css_first("a a") is None
    assert html.css_first("a.term") is None


TABLE = """\
| Outcome | Left | Middle | Right |
|---|:--|:-:|--:|
| [FSH] | a | b | c |

/// table-caption
What it shows
///
"""


def test_tables_say_what_heads_a_row_and_a_column() -> None:
    html = parse(converted(TABLE))
    assert [cell.attributes["scope"] for cell in html.css("thead th")] == ["col"] * 4
    assert [cell.attributes["scope"] for cell in html.css("tbody th")] == ["row"]
    assert len(html.css("tbody td")) == 3
    assert html.css_first("figure:has(table) > figcaption") is not None


def test_alignment_is_a_class_and_no_style() -> None:
    html = parse(converted(TABLE))
    assert [cell.attributes.get("class") for cell in html.css("tbody td")] == [
        "align-left",
        "align-center",
        "align-right",
    ]
    assert html.css_first("[style]") is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a <!-- [FSH] --> b", "a b", id="within a line"),
        pytest.param("a\n<!-- [FSH]\n[LH] -->\nb", "a b", id="over several lines"),
        pytest.param("<!-- first -->\n\na b", "a b", id="at the head"),
    ],
)
def test_comments_are_not_on_the_page(text: str, shown: str) -> None:
    body = parse(converted(text)).body
    assert body is not None
    assert " ".join(body.text().split()) == shown


@pytest.mark.parametrize("language", ["py", "c++", "c#", "x.y-z"])
def test_fenced_code_keeps_its_language_and_its_characters(language: str) -> None:
    code = parse(converted(f'```{language}\n<b> & "q"\n\n  [FSH]\n```')).css_first("pre.highlight > code")
    assert code is not None
    assert code.attributes["class"] == f"language-{language}"
    assert code.text() == '<b> & "q"\n\n  [FSH]'
