"""What the sources publish, and what is there."""

from __future__ import annotations

import pytest

from apparatus.addresses.published import behind, heading_anchors, page_address, page_of, plain, published
from apparatus.model.page import read_page
from apparatus.syntax.source import Source
from tests.support import html_of, parse, site_of
from tests.support import page_of as read


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("docs/index.md", "./", id="the start page"),
        pytest.param("docs/README.md", "./", id="a start page under its other name"),
        pytest.param("docs/glossary.md", "glossary/", id="a page"),
        pytest.param("docs/about/privacy.md", "about/privacy/", id="a page in a folder"),
        pytest.param("docs/about/index.md", "about/", id="the start page of a folder"),
    ],
)
def test_a_page_stands_where_mkdocs_puts_it(path: str, expected: str) -> None:
    assert page_address(path) == expected


def test_an_anchor_is_on_its_page() -> None:
    assert page_of("glossary/#fsh") == page_of("glossary/") == "glossary/"


def test_pages_headings_and_terms_are_published() -> None:
    site = site_of("---\ntitle: A page\n---\n\n# A page of ours { #top }\n\n## More on [FSH] { #more }\n")
    found = published(site)
    assert {address: title for address, title in found.items() if address.startswith("page/")} == {
        "page/": "A page",
        "page/#top": "A page",
        "page/#more": "A page: More on FSH",
    }
    assert found["glossary/#leydig-cell"] == "Glossary: Leydig cell"
    assert "glossary/#doe2001first" not in found


def test_the_sheets_of_a_page_in_plain_words_are_published() -> None:
    found = published(site_of("# Bone { #bone }\n", path="docs/fundamentals/bone.md"))
    sheets = {"sheets/bone/", "sheets/bone/large/"}
    assert sheets <= found.keys()
    assert {behind(address) for address in sheets} == {"fundamentals/bone/"}
    assert behind("glossary/") == "glossary/"
    deeper = published(site_of("# Bone { #bone }\n", path="docs/academic/bone.md"))
    assert not sheets & deeper.keys()


def test_sources_are_published_where_they_are_listed() -> None:
    found = published(site_of("---\ntemplate: references.html\n---\n\n# All { #all }\n\nText.\n"))
    assert found["page/#doe2001first"] == "All: A first study"


def test_a_heading_without_an_id_has_the_one_that_the_converter_gives_it() -> None:
    text = "# A *start*\n\n## [The hormone][FSH] & `x_y`!\n\n## Twice\n\n## Twice\n\n## More { #twice_2 }\n"
    site = site_of(text)
    anchors = [anchor for _, anchor in heading_anchors(read(site))]
    built = [node.attributes["id"] for node in parse(html_of(site)).css("h1, h2")]
    assert anchors == built == ["a-start", "the-hormone-x_y", "twice", "twice_1", "twice_2"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        pytest.param("How [FSH] acts", "How FSH acts", id="a mention"),
        pytest.param("[The hormone][FSH]", "The hormone", id="a mention in other words"),
        pytest.param("**Bone** and `code`", "Bone and code", id="emphasis and code"),
        pytest.param("Men[@doe2001first]", "Men", id="a citation"),
        pytest.param("[This page](index.md)", "This page", id="a link"),
    ],
)
def test_a_heading_is_told_without_its_markdown(typed: str, words: str) -> None:
    assert plain(typed) == words


def test_an_id_that_two_headings_share_is_one_address() -> None:
    page = read_page(Source("docs/a.md", "# A { #x }\n\n## B { #x }\n"))
    assert [anchor for _, anchor in heading_anchors(page)] == ["x", "x"]
