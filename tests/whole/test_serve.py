"""A preview goes on with findings, and marks on the page what leads nowhere."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from tests.support import BIBLIOGRAPHY, GLOSSARY, only
from tests.whole.sites import TIER_PAGE, build_guide, fingerprint, make_guide, write_files

pytestmark = pytest.mark.whole

ACADEMIC = "docs/academic/hormones.md"
DEEP = TIER_PAGE.format(tier="academic")
THIRD = """
@misc{poe2003third,
  author = {Poe, Edgar},
  title = {A third study},
  year = {2003},
  kind = {review},
  record = {seen},
}
"""


def test_what_leads_nowhere_is_marked(tmp_path: Path) -> None:
    text = "\nAn [unknown name], [other words][unknown], a key.[@nobody2000] A page.[@doe2001first, p. 3]\n"
    built = build_guide(make_guide(tmp_path, {ACADEMIC: DEEP + text}), serve=True)
    assert not built.failed
    page = built.page("academic/hormones/index.html")
    assert [mark.text() for mark in page.css("article mark.unresolved")] == [
        "[unknown name]",
        "[other words]",
        "[unknown]",
        "[@nobody2000]",
        "[@doe2001first, p. 3]",
    ]
    assert [found.partition(": ")[2] for found in built.found()] == [
        "error[unknown-term]",
        "error[unknown-term]",
        "error[unknown-citation]",
        "error[malformed-citation]",
    ]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({ACADEMIC: DEEP.replace("title: ", "title: [")}, id="front matter that is not YAML"),
        pytest.param({ACADEMIC: DEEP.replace("reviewed:", "rev:")}, id="front matter that lacks a key"),
        pytest.param({ACADEMIC: DEEP + "\n```\ncode\n"}, id="a fence that nothing closes"),
        pytest.param({ACADEMIC: DEEP + "\n<script>alert(1)</script>\n"}, id="a tag"),
        pytest.param({ACADEMIC: DEEP + "\nHe wrote [FSH] [LH].\n"}, id="two mentions side by side"),
        pytest.param({ACADEMIC: "\n"}, id="an empty page"),
        pytest.param({ACADEMIC: DEEP.encode() + "é".encode("latin-1")}, id="a page in Latin-1"),
        pytest.param({"docs/references.md": b"\xe9"}, id="the list of references in Latin-1"),
        pytest.param({"docs/glossary.md": b"\xe9"}, id="the glossary in Latin-1"),
        pytest.param({"docs/glossary.md": GLOSSARY.replace(" { #lh }", "")}, id="a term without an id"),
        pytest.param({"docs/glossary.md": GLOSSARY * 2}, id="terms twice"),
        pytest.param({"docs/glossary.md": "\n"}, id="an empty glossary"),
        pytest.param({"docs/glossary.md": None}, id="no glossary"),
        pytest.param(
            {"bibliography.bib": BIBLIOGRAPHY.replace("{cohort}", "{gossip}")}, id="a kind that there is not"
        ),
        pytest.param({"bibliography.bib": BIBLIOGRAPHY.replace("A first", "A \\textit{first}")}, id="LaTeX"),
        pytest.param(
            {"bibliography.bib": BIBLIOGRAPHY.replace("doe2001first", "Doe:2001")},
            id="a key of other characters",
        ),
    ],
)
def test_a_preview_goes_on(tmp_path: Path, files: Mapping[str, str | bytes | None]) -> None:
    built = build_guide(make_guide(tmp_path, files), serve=True, strict=False)
    assert built.found()
    assert not built.failed
    assert (built.folder / "index.html").exists()


@pytest.mark.parametrize(
    "bibliography",
    [
        pytest.param(BIBLIOGRAPHY.replace("{A first study}", "{A first study"), id="an unbalanced brace"),
        pytest.param(BIBLIOGRAPHY.replace("{2001},", "{2001}"), id="a missing comma"),
        pytest.param(BIBLIOGRAPHY * 2, id="a key used twice"),
        pytest.param(BIBLIOGRAPHY.replace("Doe, Jane", "Doe, A, B, C"), id="too many commas in a name"),
        pytest.param(BIBLIOGRAPHY.replace("{Example Press}", "nobody"), id="an undefined string"),
        pytest.param(b"\xff\xfe\x00", id="no text"),
        pytest.param("", id="nothing at all"),
    ],
)
def test_only_an_unreadable_bibliography_ends_it(tmp_path: Path, bibliography: str | bytes) -> None:
    root = make_guide(tmp_path, {"bibliography.bib": bibliography})
    write_files(root, {"site/index.html": "the last good site"})
    before = fingerprint(root)
    built = build_guide(root, serve=True, strict=False)
    assert built.failed
    assert built.log[-1].startswith("ERROR bibliography.bib cannot be read")
    assert fingerprint(root) == before


def test_a_preview_reads_the_sources_anew(tmp_path: Path) -> None:
    root = make_guide(tmp_path)
    assert not build_guide(root, serve=True).found()
    write_files(root, {ACADEMIC: DEEP + "\nMore.[@poe2003third]\n"})
    assert len(build_guide(root, serve=True).found()) == 1
    write_files(root, {"bibliography.bib": BIBLIOGRAPHY + THIRD})
    # As when an older file is copied over it.
    os.utime(root / "bibliography.bib", (0, 0))
    built = build_guide(root, serve=True)
    assert not built.found()
    assert "A third study" in only(built.page("academic/hormones/index.html"), "section.footnote").text()


def test_a_preview_looks_for_changes_often(tmp_path: Path) -> None:
    root = make_guide(tmp_path)
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"))
    # As MkDocs does before it asks.
    server = LiveReloadServer(lambda: None, "localhost", 0, config.site_dir)
    for path in (config.docs_dir, config.config_file_path):
        server.watch(path)
    with closing(server.socket):
        config.plugins.on_serve(server, config=config, builder=lambda: None)
    emitters = server.observer.emitters
    watched = {Path(emitter.watch.raw_path) for emitter in emitters}
    assert watched == {root / name for name in ("docs", "mkdocs.yml", "bibliography.bib")}
    assert max(emitter.timeout for emitter in emitters) <= 0.1
