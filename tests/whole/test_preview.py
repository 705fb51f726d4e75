"""A preview remembers pages from one save to the next, and shows what a build of the same files shows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from tests.support import BIBLIOGRAPHY, GLOSSARY
from tests.whole.sites import TIER_PAGE, build_guide, fingerprint, make_guide, write_files

pytestmark = pytest.mark.whole

ACADEMIC = "docs/academic/hormones.md"
DEEP = TIER_PAGE.format(tier="academic")


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({ACADEMIC: DEEP + "\nMore.\n"}, id="the text of a page"),
        pytest.param({ACADEMIC: DEEP.replace("title: ", "title: New ")}, id="its title"),
        pytest.param({ACADEMIC: DEEP.replace("2126-11-23", "2025-11-23")}, id="its dates"),
        pytest.param({ACADEMIC: DEEP.replace("[@doe2001first]", "")}, id="what it cites"),
        pytest.param({ACADEMIC: DEEP.replace("{ #more }", "{ #else }")}, id="an id that others lead to"),
        pytest.param({"docs/new.md": "# New { #new }\n\nA new page.\n"}, id="another page"),
        pytest.param({"docs/glossary.md": GLOSSARY.replace("to work", "to rest")}, id="a definition"),
        pytest.param({"docs/glossary.md": GLOSSARY.replace("#lh }", "#lh-2 }")}, id="the id of a term"),
        pytest.param({"bibliography.bib": BIBLIOGRAPHY.replace("A first", "The first")}, id="a source"),
    ],
)
def test_a_preview_shows_what_changed(tmp_path: Path, files: Mapping[str, str]) -> None:
    live = make_guide(tmp_path / "live")
    build_guide(live, serve=True, strict=False)
    write_files(live, files)
    after = build_guide(live, serve=True, strict=False)
    fresh = build_guide(make_guide(tmp_path / "fresh", files), serve=True, strict=False)
    assert fingerprint(after.folder) == fingerprint(fresh.folder)


def test_a_page_that_stayed_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    live = make_guide(tmp_path)
    build_guide(live, serve=True)
    rendered: list[str] = []
    real = Page.render

    def render(page: Page, *arguments: object) -> None:
        rendered.append(page.file.src_uri)
        real(page, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Page, "render", render)
    write_files(live, {ACADEMIC: DEEP + "\nMore.\n"})
    build_guide(live, serve=True)
    assert rendered == ["academic/hormones.md"]


def test_a_warning_is_said_at_each_save(tmp_path: Path) -> None:
    live = make_guide(tmp_path, {ACADEMIC: DEEP + "\nSee [nothing](nothing.md).\n"})
    said = [build_guide(live, serve=True, strict=False).log for _ in range(2)]
    assert said[0] == said[1]
    assert "nothing.md" in said[0][0]


def test_a_build_remembers_nothing(tmp_path: Path) -> None:
    live = make_guide(tmp_path)
    before = fingerprint(build_guide(live).folder)
    build_guide(live, serve=True, folder="preview")
    assert fingerprint(build_guide(live).folder) == before


def test_what_is_saved_while_a_build_runs_is_for_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = make_guide(tmp_path)
    real = Page.read_source

    def read_source(page: Page, config: MkDocsConfig) -> None:
        write_files(live, {ACADEMIC: DEEP + "\nMore of [LH].[@roe2002second]\n"})
        real(page, config)

    monkeypatch.setattr(Page, "read_source", read_source)
    built = build_guide(live, serve=True, strict=False)
    assert built.found() == []
    assert "More of" not in built.page("academic/hormones/index.html").text()
    assert (
        "More of" in build_guide(live, serve=True, strict=False).page("academic/hormones/index.html").text()
    )
