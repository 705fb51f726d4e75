"""A small guide built for real: what a build shows, what stops it, and that it never loses what was there."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from pybtex.database import Entry
from pybtex.style import FormattedEntry

from apparatus.pages.notes import printed_entries
from apparatus.publishing.vancouver import VancouverStyle
from tests.support import BIBLIOGRAPHY, GLOSSARY, REPOSITORY, only
from tests.whole.links import broken_links, pages
from tests.whole.sites import PAGES, TIER_PAGE, build_guide, fingerprint, make_guide, write_files

pytestmark = pytest.mark.whole

ACADEMIC = "docs/academic/hormones.md"
DEEP = TIER_PAGE.format(tier="academic")
FAULTY = {ACADEMIC: DEEP + "\nAn [unknown name] and an unknown key.[@nobody2000]\n"}


def mkdocs(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """MkDocs as the commands of the Makefile run it."""
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=120)


def test_a_clean_guide_builds_in_silence(tmp_path: Path) -> None:
    built = build_guide(make_guide(tmp_path))
    assert (built.failed, built.log) == (False, ())
    assert {path.parent.name for path in built.folder.rglob("hormones/index.html")} == {"hormones"}
    assert len(pages(built.folder)) == len(PAGES) + 2


def test_the_command_builds_and_exits_with_0(tmp_path: Path) -> None:
    run = mkdocs(make_guide(tmp_path), "build", "--strict")
    assert run.returncode == 0, run.stderr
    assert not [line for line in run.stderr.splitlines() if line.startswith(("WARNING", "ERROR"))]


def test_a_finding_stops_the_command_and_leaves_the_site(tmp_path: Path) -> None:
    root = make_guide(tmp_path, FAULTY)
    write_files(root, {"site/index.html": "the last good site"})
    before = fingerprint(root)
    run = mkdocs(root, "build", "--strict")
    assert run.returncode == 1
    assert f"{ACADEMIC}:17:4: error[unknown-term] no glossary entry named `unknown name`" in run.stderr
    assert f"{ACADEMIC}:17:39: error[unknown-citation]" in run.stderr
    assert "Traceback" not in run.stderr
    assert fingerprint(root) == before


def test_a_warning_stops_nothing(tmp_path: Path) -> None:
    overdue = DEEP.replace("2126-11-23", "2020-01-01")
    built = build_guide(make_guide(tmp_path, {ACADEMIC: overdue}))
    assert built.found() == [f"{ACADEMIC}:5:1: warning[overdue-review]"]
    assert not built.failed


WORDS = "Plain words, *some* of them `in code`, and [a link](../index.md) besides.\n\n"
BROKEN: Mapping[str, tuple[dict[str, str | bytes | None], str]] = {
    "an unbalanced brace": (
        {"bibliography.bib": BIBLIOGRAPHY.replace("{A first study}", "{A first study")},
        "malformed-entry",
    ),
    "a missing comma": ({"bibliography.bib": BIBLIOGRAPHY.replace("{2001},", "{2001}")}, "malformed-entry"),
    "a key used twice": ({"bibliography.bib": BIBLIOGRAPHY * 2}, "duplicate-entry"),
    "an undefined string": (
        {"bibliography.bib": BIBLIOGRAPHY.replace("{Example Press}", "nobody")},
        "malformed-entry",
    ),
    "too many commas in a name": (
        {"bibliography.bib": BIBLIOGRAPHY.replace("Doe, Jane", "Doe, A, B, C")},
        "malformed-entry",
    ),
    "an empty bibliography": ({"bibliography.bib": ""}, "unreadable-file"),
    "a bibliography that is no text": ({"bibliography.bib": b"\xff\xfe\x00"}, "unreadable-file"),
    "no glossary": ({"docs/glossary.md": None}, "unreadable-file"),
    "an empty glossary": ({"docs/glossary.md": "\n"}, "unreadable-file"),
    "a page in Latin-1": ({ACADEMIC: DEEP.encode() + "é".encode("latin-1")}, "unreadable-file"),
    "front matter that is not YAML": (
        {ACADEMIC: DEEP.replace("title: ", "title: [")},
        "malformed-front-matter",
    ),
    "front matter that is a list": ({ACADEMIC: "---\n- a\n---\n\n# A { #a }\n"}, "malformed-front-matter"),
    "a fence that nothing closes": ({ACADEMIC: DEEP + "\n```\ncode\n"}, "unclosed-fence"),
    "two megabytes of text": ({ACADEMIC: DEEP + "\n" + WORDS * 28_000 + "[unknown name]\n"}, "unknown-term"),
    "a thousand quotes in one another": ({ACADEMIC: DEEP + "\n" + "> " * 1000 + "deep\n"}, "outside-dialect"),
    "a thousand lists in one another": (
        {ACADEMIC: DEEP + "\n" + "\n".join("    " * level + "- deep" for level in range(1000)) + "\n"},
        "outside-dialect",
    ),
}


@pytest.mark.parametrize(("files", "code"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_sources_are_reported_and_nothing_is_overwritten(
    tmp_path: Path, files: dict[str, str | bytes | None], code: str
) -> None:
    root = make_guide(tmp_path, files)
    write_files(root, {"site/index.html": "the last good site"})
    before = fingerprint(root)
    built = build_guide(root)
    assert built.failed
    assert {found.split(" ")[1] for found in built.found()} == {f"error[{code}]"}
    assert fingerprint(root) == before


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({ACADEMIC: b"\xef\xbb\xbf" + DEEP.encode()}, id="a byte order mark"),
        pytest.param({ACADEMIC: DEEP.replace("\n", "\r\n")}, id="CRLF on a page"),
        pytest.param({"docs/glossary.md": GLOSSARY.replace("\n", "\r\n")}, id="CRLF in the glossary"),
        pytest.param({"bibliography.bib": BIBLIOGRAPHY.replace("\n", "\r\n")}, id="CRLF in the bibliography"),
        pytest.param({"bibliography.bib": b"\xef\xbb\xbf" + BIBLIOGRAPHY.encode()}, id="a mark there"),
    ],
)
def test_marks_and_line_ends_of_other_editors_build(
    tmp_path: Path, files: Mapping[str, str | bytes | None]
) -> None:
    built = build_guide(make_guide(tmp_path, files))
    assert (built.failed, built.log) == (False, ())
    assert len(built.page("academic/hormones/index.html").css("article a.footnote-ref")) == 3
    assert len(built.page("academic/hormones/index.html").css("article p a.term")) == 4


@pytest.mark.parametrize("serve", [False, True], ids=["build", "serve"])
def test_without_a_bibliography_nothing_is_built(tmp_path: Path, serve: bool) -> None:
    root = make_guide(tmp_path, {"bibliography.bib": None})
    write_files(root, {"site/index.html": "the last good site"})
    before = fingerprint(root)
    built = build_guide(root, serve=serve)
    assert built.failed
    assert any("bibliography.bib" in line for line in built.log)
    assert fingerprint(root) == before


AS_TYPED = r"""
Type `[@doe2001first]`, `@doe2001first`, `[@nobody2000]`, `[FSH]`, `\bibliography` or `\full_bibliography`.

```yaml
cite: [@doe2001first] @doe2001first [FSH] \bibliography
```

| Code | Text |
|---|---|
| `[@doe2001first]` | `\full_bibliography` |

/// table-caption
In a table
///

<!-- [@doe2001first] @doe2001first [no such term] \bibliography -->

Write to ada@example.org, or \bibliography and \full_bibliography in words.
"""


def test_code_and_commands_come_out_as_typed(tmp_path: Path) -> None:
    built = build_guide(make_guide(tmp_path, {ACADEMIC: DEEP + AS_TYPED}))
    assert (built.failed, built.log) == (False, ())
    article = only(built.page("academic/hormones/index.html"), "article")
    assert [code.text() for code in article.css("code")] == [
        "[@doe2001first]",
        "@doe2001first",
        "[@nobody2000]",
        "[FSH]",
        "\\bibliography",
        "\\full_bibliography",
        "cite: [@doe2001first] @doe2001first [FSH] \\bibliography",
        "[@doe2001first]",
        "\\full_bibliography",
    ]
    assert "Write to ada@example.org, or \\bibliography and \\full_bibliography in words." in article.text()
    assert "no such term" not in str(article.html)


def test_each_entry_is_formatted_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    formatted: list[str] = []
    format_entry = VancouverStyle.format_entry

    def counted(style: VancouverStyle, label: str, entry: Entry, bib_data: object = None) -> FormattedEntry:
        formatted.append(str(entry.key))
        return format_entry(style, label, entry, bib_data)

    monkeypatch.setattr(VancouverStyle, "format_entry", counted)
    # A preview keeps what it printed; an earlier test may have printed the same bibliography.
    printed_entries.cache_clear()
    build_guide(make_guide(tmp_path))
    assert sorted(formatted) == ["doe2001first", "roe2002second"]


def test_a_reference_that_the_page_loses_is_reported_at_its_place(tmp_path: Path) -> None:
    settings = (make_guide(tmp_path) / "mkdocs.yml").read_text("utf-8")
    lossy = settings.replace("markdown_extensions:\n", "markdown_extensions:\n  - tests.whole.lossy\n")
    write_files(
        tmp_path, {"mkdocs.yml": lossy, ACADEMIC: DEEP.replace("## More", "A [Leydig cell].\n\n## More")}
    )
    built = build_guide(tmp_path)
    assert built.failed
    assert built.found() == [f"{ACADEMIC}:13:3: error[unrendered-reference]"]


def test_a_site_below_an_address_links_right(tmp_path: Path) -> None:
    built = build_guide(make_guide(tmp_path), site_url="https://example.org/guides/ai/")
    assert (built.failed, built.log) == (False, ())
    assert broken_links(built.folder, "/guides/ai/") == []


def test_a_site_of_plain_files_links_right(tmp_path: Path) -> None:
    built = build_guide(make_guide(tmp_path), use_directory_urls=False)
    assert (built.failed, built.log) == (False, ())
    assert "academic/hormones.html" in pages(built.folder)
    assert broken_links(built.folder) == []


def test_a_broken_link_of_an_author_stops_the_build(tmp_path: Path) -> None:
    built = build_guide(
        make_guide(tmp_path, {ACADEMIC: DEEP + "\nSee [more](nowhere.md) or [this](#nothing).\n"})
    )
    assert built.failed
    assert len(built.log) == 2


def test_the_small_guide_uses_the_settings_of_this_repository() -> None:
    # Where the settings get a second list of pages, `make_guide` has to leave that out as well.
    assert (REPOSITORY / "mkdocs.yml").read_text("utf-8").count("\nnav:\n") == 1


def test_a_missing_bibliography_is_named_by_the_checks(tmp_path: Path) -> None:
    done = mkdocs(make_guide(tmp_path, {"bibliography.bib": None}), "build", "--strict")
    assert done.returncode == 1
    assert "bibliography.bib:1:1: error[unreadable-file]" in done.stderr
    assert "Traceback" not in done.stderr
