"""The settings of the site: what must stand in `mkdocs.yml`, and what must not."""

from __future__ import annotations

import os
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from apparatus.model.page import TIERS
from apparatus.pages.shield import BIBLIOGRAPHY_COMMAND, FULL_BIBLIOGRAPHY_COMMAND
from tests.support import REPOSITORY


@pytest.fixture(scope="module")
def settings() -> MkDocsConfig:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    return load_config(str(REPOSITORY / "mkdocs.yml"))


@pytest.mark.parametrize(
    "feature",
    [
        pytest.param("content.tooltips", id="its tips cannot be reached by keyboard"),
        pytest.param("content.footnote.tooltips", id="nor can these be closed with Escape"),
        pytest.param("navigation.instant", id="pages would share one document and its state"),
        pytest.param("navigation.indexes", id="a section would be a page and a menu at once"),
        pytest.param("search.share", id="it sends readers' searches into addresses"),
        pytest.param("search.suggest", id="it had a hole for scripts"),
        pytest.param("announce.dismiss", id="it stores what a reader dismissed"),
    ],
)
def test_a_feature_of_the_theme_stays_off(settings: MkDocsConfig, feature: str) -> None:
    assert feature not in settings.theme["features"]


def test_nothing_of_the_theme_comes_from_elsewhere(settings: MkDocsConfig) -> None:
    assert settings.theme["font"] is False
    assert "analytics" not in settings.extra
    assert "consent" not in settings.extra


@pytest.mark.parametrize(
    "extension",
    [
        pytest.param("abbr", id="it would mark words that nobody linked"),
        pytest.param("pymdownx.snippets", id="what it brings in is never checked"),
        pytest.param("md_in_html", id="pages hold no HTML"),
        pytest.param("pymdownx.blocks.html", id="nor blocks that become any tag"),
        pytest.param("pymdownx.magiclink", id="a word with a dot would become a link"),
        pytest.param("pymdownx.superfences.custom", id="a fence shows code and runs none"),
    ],
)
def test_an_extension_of_markdown_stays_off(settings: MkDocsConfig, extension: str) -> None:
    assert extension not in settings.markdown_extensions


def test_mkdocs_checks_every_link(settings: MkDocsConfig) -> None:
    levels: dict[str, Any] = {**settings.validation.nav, **settings.validation.links}
    relative = levels.pop("absolute_links")
    assert settings.strict
    assert levels
    assert set(levels.values()) == {30}
    assert relative is not None


def test_the_citation_plugin_does_what_the_shield_counts_on(settings: MkDocsConfig) -> None:
    plugin: Any = settings.plugins["bibtex"]
    assert plugin.config.bib_command == BIBLIOGRAPHY_COMMAND
    assert plugin.config.full_bib_command == FULL_BIBLIOGRAPHY_COMMAND
    assert plugin.config.footnote_format == "ref-{key}"
    assert plugin.config.enable_inline_citations is False
    assert plugin.config.bib_by_default is True
    assert plugin.config.csl_file is None


def test_there_is_one_hook(settings: MkDocsConfig) -> None:
    assert [str(hook) for hook in settings.hooks] == ["hooks/mkdocs_site.py"]


def test_every_tier_is_in_the_navigation(settings: MkDocsConfig) -> None:
    listed = str(settings.nav)
    written = [
        file.relative_to(REPOSITORY / "docs").as_posix()
        for tier in TIERS
        for file in (REPOSITORY / "docs" / tier).glob("*.md")
    ]
    assert written
    assert [path for path in written if path not in listed] == []
