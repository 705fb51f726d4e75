"""The question that a pull request gets, in a repository of its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from apparatus.model.changes import PATH
from tests.history import commit, git
from tests.support import BIBLIOGRAPHY, GLOSSARY, page_of, site_of
from tools.changes_noted import comment, link, main

PAGE = "docs/fundamentals/safety.md"
TEXT = "---\ntitle: Side effects\nreviewed: 2026-11-23\n---\n\n# Safety\n\nCall [LH]{words}.\n"
FIRST: Mapping[str, str] = {
    "docs/glossary.md": GLOSSARY,
    "bibliography.bib": BIBLIOGRAPHY,
    PAGE: TEXT.format(words=""),
    PATH: "# Changes\n\n## 2026-11-23\n\n- [Safety](../fundamentals/safety.md): first version.\n",
}
LINE = "# Changes\n\n## 2026-12-01\n\n- [Safety](../fundamentals/safety.md): call at night too.\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    commit(tmp_path, FIRST)
    git(tmp_path, "checkout", "--quiet", "-b", "change")
    commit(tmp_path, {PAGE: TEXT.format(words=" at night")})
    return tmp_path


def test_a_changed_page_is_asked_about(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path_factory.mktemp("out") / "comment.md"
    assert main(["main", "--comment", str(file)], repository) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(
        f"::warning file={PAGE},line=1,title=unnoted-change::the text of this page changed"
    )
    assert "- [Side effects](../fundamentals/safety.md) (Fundamentals): what it says now" in file.read_text()


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({PATH: LINE}, id="with a line about it"),
        pytest.param({PAGE: FIRST[PAGE]}, id="taken back"),
    ],
)
def test_there_is_nothing_to_ask(
    repository: Path,
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
    files: Mapping[str, str],
) -> None:
    file = tmp_path_factory.mktemp("out") / "comment.md"
    commit(repository, files)
    assert main(["main", "--comment", str(file)], repository) == 0
    assert (capsys.readouterr().out, file.read_text()) == ("", "")


def test_what_others_changed_meanwhile_is_theirs(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "checkout", "--quiet", "main")
    commit(repository, {"docs/fundamentals/hormones.md": TEXT.format(words="")})
    git(repository, "checkout", "--quiet", "change")
    assert main(["main"], repository) == 0
    assert [line.split(",")[0] for line in capsys.readouterr().out.splitlines()] == [f"::warning file={PAGE}"]


def test_a_branch_that_is_unknown_is_one_sentence(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["nowhere"], repository) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("changes cannot be compared: it is not known where `nowhere`")
    assert captured.err.count("\n") == 1


def test_branches_without_a_common_start_are_one_sentence(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "checkout", "--quiet", "--orphan", "other")
    commit(repository, {PAGE: FIRST[PAGE]}, "2026-12-01T12:00:00Z")
    assert main(["main"], repository) == 2
    assert "fetch the whole history of both" in capsys.readouterr().err


def test_a_folder_that_is_no_repository_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["main"], tmp_path) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_without_git_it_is_one_sentence(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert main(["main"], repository) == 2
    assert capsys.readouterr().err == "changes cannot be compared: git is not installed\n"


def test_no_title_breaks_out_of_the_comment() -> None:
    title = 'title: "Safe\\n````\\n@everyone <img src=x>"'
    page = page_of(site_of(FIRST[PAGE].replace("title: Side effects", title), path=PAGE), PAGE)
    text = comment([page], date(2026, 12, 1))
    assert "\n" not in link(page)
    assert [line for line in text.splitlines() if line.startswith("````")] == ["````markdown", "````"]
    assert "## 2026-12-01 { #d-2026-12-01 }" in text


def test_without_pages_there_is_no_comment() -> None:
    assert comment([], date(2026, 12, 1)) == ""
