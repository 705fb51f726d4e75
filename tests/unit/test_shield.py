"""mkdocs-bibtex sees the citations it may replace, and nothing else that it would take for one."""

from __future__ import annotations

import re

import pytest
from mkdocs_bibtex.citation import CitationBlock, InlineReference

from apparatus.pages.shield import (
    BIBLIOGRAPHY_COMMAND,
    FULL_BIBLIOGRAPHY_COMMAND,
    Shield,
    citation_blocks,
    shield_page,
)
from tests.support import page_of, site_of


def shielded(text: str, body: str | None = None) -> Shield:
    site = site_of(text)
    return shield_page(page_of(site), text if body is None else body, site.bibliography.by_key)


def seen_by_the_plugin(text: str) -> list[str]:
    shield = shielded(text)
    blocks = [str(block) for block in CitationBlock.from_markdown(shield.text)]
    return blocks + [f"@{reference.key}" for reference in InlineReference.from_markdown(shield.text)]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("Known.[@doe2001first]", ["[@doe2001first]"], id="a known key"),
        pytest.param(
            "Two.[@doe2001first; @roe2002second]", ["[@doe2001first; @roe2002second]"], id="two keys"
        ),
        pytest.param("| a |\n|---|\n| b[@doe2001first] |", ["[@doe2001first]"], id="in a table"),
        pytest.param("> Quoted.[@doe2001first]", ["[@doe2001first]"], id="in a quote"),
        pytest.param("Unknown.[@nobody2000]", [], id="an unknown key"),
        pytest.param("Half.[@doe2001first; @nobody2000]", [], id="a block with one unknown key"),
        pytest.param("Page.[@doe2001first, p. 3]", [], id="a locator"),
        pytest.param("Words.[see @doe2001first]", [], id="a prefix"),
        pytest.param("Broken.[@doe2001first;\n@roe2002second]", [], id="broken over two lines"),
        pytest.param("In a [word @doe2001first](index.md)", [], id="inside link text"),
        pytest.param("`[@doe2001first]` and `@doe2001first`", [], id="code"),
        pytest.param("```\n[@doe2001first]\n@doe2001first\n```", [], id="a fence"),
        pytest.param("<!-- [@doe2001first] -->", [], id="a comment"),
        pytest.param(r"\[@doe2001first\]", [], id="escaped brackets"),
        pytest.param("Write to ada@example.org or <ada@example.org>.", [], id="addresses"),
        pytest.param("Bare @doe2001first here.", [], id="a bare key"),
        pytest.param(r"Type `\bibliography` or `\full_bibliography`.", [], id="its own commands"),
        pytest.param("`[@doe2001first]` but [@doe2001first]", ["[@doe2001first]"], id="the same in code"),
    ],
)
def test_only_known_citations_are_left_to_the_plugin(text: str, seen: list[str]) -> None:
    assert seen_by_the_plugin(text) == seen


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a [FSH] b\n\n- [ ] c\n", id="brackets"),
        pytest.param("Known.[@doe2001first] Bare @doe2001first.", id="citations"),
        pytest.param("`[@doe2001first]` é😀\n\n> q", id="code and characters of all sizes"),
        pytest.param(
            "".join(map(chr, range(0xE000, 0xE010))) + "[a]@", id="private characters of the author's"
        ),
    ],
)
def test_what_is_hidden_is_shown_again(text: str) -> None:
    shield = shielded(text)
    assert shield.lift(shield.text).strip("\n") == text.strip("\n")


def test_no_stand_in_is_a_character_of_the_page_or_of_a_command() -> None:
    text = "".join(map(chr, range(0xE000, 0xF8F0)))
    shield = shielded(f"{text} [x]")
    assert len(set(shield.stand_ins)) == 3
    assert not set(shield.stand_ins) & {*text, *BIBLIOGRAPHY_COMMAND, *FULL_BIBLIOGRAPHY_COMMAND}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("a <!-- hidden --> b", "a  b", id="within a line"),
        pytest.param("a\n\n<!-- hidden\nstill -->\n\nb", "a\n\n\n\n\nb", id="its lines stay"),
        pytest.param("a <!-- hidden -->", "a ", id="at the end of a line"),
        pytest.param("`<!-- shown -->`", "`<!-- shown -->`", id="in code it is no comment"),
    ],
)
def test_comments_are_taken_out(text: str, left: str) -> None:
    shield = shielded(text)
    assert re.sub("\uf8f2", "", shield.lift(shield.text)).strip("\n") == left.strip("\n")


def test_the_front_matter_is_left_out() -> None:
    body = "Known.[@doe2001first]\n"
    shield = shielded(f"---\ntitle: '[@roe2002second]'\n---\n{body}", body)
    assert shield.text.strip() == body.strip()


def test_citation_blocks_stand_where_the_author_typed_them() -> None:
    text = "é😀 a[@doe2001first] b `[@doe2001first]` c[@roe2002second; @doe2001first] d[@nobody2000]"
    site = site_of(text)
    spans = citation_blocks(page_of(site), site.bibliography.by_key)
    assert [text[start:end] for start, end in spans] == [
        "[@doe2001first]",
        "[@roe2002second; @doe2001first]",
    ]
