"""Pages: their place among the tiers, and known keys in their text."""

from __future__ import annotations

import pytest

from apparatus.model.page import Page, read_page
from apparatus.syntax.source import Source


def page(text: str = "Text.\n", path: str = "docs/academic/hormones.md") -> Page:
    return read_page(Source(path, text))


@pytest.mark.parametrize(
    ("path", "tier", "topic"),
    [
        pytest.param("docs/academic/hormones.md", "academic", "hormones", id="a topic page"),
        pytest.param("docs/academic/index.md", None, "index", id="the front page of a tier"),
        pytest.param("docs/academic/more/hormones.md", None, "hormones", id="a folder deeper"),
        pytest.param("docs/about/privacy.md", None, "privacy", id="another folder"),
        pytest.param("docs/glossary.md", None, "glossary", id="no folder"),
    ],
)
def test_the_path_decides_tier_and_topic(path: str, tier: str | None, topic: str) -> None:
    assert (page(path=path).tier, page(path=path).topic) == (tier, topic)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("---\ntitle: A\n---\n# B\n", "A", id="of its front matter"),
        pytest.param("Text.\n\n# B { #b }\n", "B", id="of its first heading"),
        pytest.param("Text.\n", "hormones", id="of its file"),
    ],
)
def test_a_page_has_a_title(text: str, title: str) -> None:
    assert page(text).title == title


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("Text.\n", True, id="nothing wrong"),
        pytest.param("```\nText.\n", False, id="a fence hides the rest"),
        pytest.param("---\na: b: c\n---\nText.\n", False, id="front matter that is none"),
    ],
)
def test_a_page_knows_whether_all_of_it_was_read(text: str, whole: bool) -> None:
    assert page(text).is_whole is whole


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param("As @key says.", ["key"], id="in text"),
        pytest.param("(@key)", ["key"], id="in parentheses"),
        pytest.param("[@key]", [], id="in its brackets"),
        pytest.param("[a](b/@key)", [], id="in a link"),
        pytest.param("a@key, /@key, @@key, @keys, `@key`", [], id="as part of something else"),
    ],
)
def test_known_keys_without_brackets_are_found(text: str, keys: list[str]) -> None:
    assert [citation.key for citation in page(text).bare_keys({"key"})] == keys


def test_what_is_left_out_has_its_places() -> None:
    assert page("a\n===\n\n*[b]: c\n").odd_places == {2, 7}
