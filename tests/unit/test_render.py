"""Pages as HTML without MkDocs, with the extensions that the site is built with."""

from __future__ import annotations

from pathlib import Path

import pytest

from apparatus.pages.render import Renderer, read_extensions
from tests.support import REPOSITORY, extensions, html_of, page_of, parse, site_of


def test_the_settings_of_the_site_are_used() -> None:
    names = list(extensions())
    assert "attr_list" in names
    assert extensions()["pymdownx.superfences"]["disable_indented_code_blocks"] is True


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        pytest.param(None, [], id="no settings"),
        pytest.param("", [], id="empty settings"),
        pytest.param("site_name: Guide\n", [], id="settings without extensions"),
        pytest.param("markdown_extensions:\n  - attr_list\n  - toc:\n", ["attr_list", "toc"], id="a list"),
        pytest.param(
            "site_url: !ENV [X, 'y']\nmarkdown_extensions:\n  - toc:\n      permalink: true\n",
            ["toc"],
            id="values from the environment",
        ),
    ],
)
def test_extensions_are_read_from_the_settings(
    tmp_path: Path, settings: str | None, names: list[str]
) -> None:
    if settings is not None:
        (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    assert list(read_extensions(tmp_path)) == names


def test_known_citations_become_notes() -> None:
    html = parse(html_of(site_of("One.[@doe2001first] Two.[@roe2002second; @doe2001first]")))
    assert [mark.attributes["href"] for mark in html.css("a.footnote-ref")] == [
        "#fn:ref-doe2001first",
        "#fn:ref-roe2002second",
        "#fn:ref-doe2001first",
    ]
    assert len(html.css(".footnote li")) == 2


def test_front_matter_is_not_shown() -> None:
    assert "hidden" not in html_of(site_of("---\ntitle: hidden\n---\n\nShown.\n"))


def test_pages_leave_no_trace_on_one_another() -> None:
    site = site_of("Why.[^why]\n\n[^why]: Because.\n\n# Same { #same }\n")
    renderer = Renderer(site.glossary, read_extensions(REPOSITORY))
    first = renderer.html(page_of(site), site.bibliography.by_key)
    renderer.html(page_of(site_of("Another [LH].[@doe2001first]")), site.bibliography.by_key)
    assert renderer.html(page_of(site), site.bibliography.by_key) == first
