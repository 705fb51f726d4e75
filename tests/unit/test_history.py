"""When pages last changed: by the commits of a checkout, and by nothing where they are not all there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from apparatus.publishing.history import last_changes
from tests.history import commit, git

A, B = "docs/a.md", "docs/about/b.md"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    commit(tmp_path / "guide", {A: "one", B: "one", "README.md": "one"}, "2026-01-05T12:00:00Z")
    return commit(tmp_path / "guide", {A: "two"}, "2026-02-06T12:00:00Z")


def test_a_page_changed_when_it_was_last_committed(repository: Path) -> None:
    assert last_changes(repository) == {A: date(2026, 2, 6), B: date(2026, 1, 5)}


def test_what_is_not_committed_has_no_date(repository: Path) -> None:
    (repository / "docs/new.md").write_text("new")
    (repository / B).write_text("saved, not committed")
    assert last_changes(repository) == {A: date(2026, 2, 6), B: date(2026, 1, 5)}


@pytest.mark.parametrize(
    ("at", "day"),
    [
        pytest.param("2026-03-01T01:30:00+02:00", date(2026, 2, 28), id="east of Greenwich"),
        pytest.param("2026-02-28T23:30:00-05:00", date(2026, 3, 1), id="west of it"),
    ],
)
def test_the_day_is_that_of_greenwich(repository: Path, at: str, day: date) -> None:
    assert last_changes(commit(repository, {A: "three"}, at))[A] == day


def test_of_two_clocks_the_later_counts(repository: Path) -> None:
    commit(repository, {A: "three"}, "2026-04-01T12:00:00Z")
    assert last_changes(commit(repository, {A: "four"}, "2026-03-01T12:00:00Z"))[A] == date(2026, 4, 1)


def test_what_a_branch_brought_counts_from_its_own_commit(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "branch")
    commit(repository, {A: "three"}, "2026-03-01T12:00:00Z")
    git(repository, "checkout", "--quiet", "main")
    commit(repository, {B: "two"}, "2026-04-01T12:00:00Z")
    git(repository, "merge", "--quiet", "--no-edit", "branch", at="2026-05-01T12:00:00Z")
    assert last_changes(repository) == {A: date(2026, 3, 1), B: date(2026, 4, 1)}


def test_a_name_may_hold_letters_of_any_alphabet(repository: Path) -> None:
    assert "docs/größe der hoden.md" in last_changes(commit(repository, {"docs/größe der hoden.md": "x"}))


def test_a_guide_in_a_folder_of_a_repository_has_its_own_paths(tmp_path: Path) -> None:
    commit(tmp_path, {f"guide/{A}": "one", "docs/other.md": "one"}, "2026-01-05T12:00:00Z")
    assert last_changes(tmp_path / "guide") == {A: date(2026, 1, 5)}


def test_the_settings_of_the_reader_change_nothing(repository: Path) -> None:
    for name, value in {
        "log.showSignature": "true",
        "diff.relative": "false",
        "core.quotePath": "true",
        "color.ui": "always",
        "log.date": "relative",
        "format.pretty": "oneline",
    }.items():
        git(repository, "config", name, value)
    assert last_changes(repository)[A] == date(2026, 2, 6)


def test_a_shallow_clone_says_nothing(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), "shallow")
    assert (tmp_path / "shallow" / A).exists()
    assert last_changes(tmp_path / "shallow") == {}


def test_a_folder_that_is_no_checkout_says_nothing(tmp_path: Path) -> None:
    assert last_changes(tmp_path) == {}
    assert last_changes(tmp_path / "nowhere") == {}


def test_a_repository_without_a_commit_says_nothing(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert last_changes(tmp_path) == {}


def test_without_git_nothing_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert last_changes(repository) == {}
