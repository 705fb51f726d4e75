"""The command that keeps the register of addresses: what it adds, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.history import commit, git
from tests.whole.moved import MOVED
from tests.whole.sites import write_files
from tools import addresses

pytestmark = pytest.mark.whole


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with a register of all addresses, on a branch that does not differ from `main`."""
    root = tmp_path / "guide"
    write_files(
        root, {**MOVED, "docs/glossary.md": "# Glossary { #glossary }\n\n### FSH { #fsh }\n\nA hormone.\n"}
    )
    write_files(
        root, {"bibliography.bib": "@misc{a, title={A}}\n", "docs/source-audit.md": "# A { #audit }\n"}
    )
    (root / "docs/addresses.txt").unlink()
    assert addresses.main(["add"], root) == 0
    commit(root, {})
    git(root, "checkout", "--quiet", "-b", "change")
    return root


def test_adding_never_removes_and_says_what_it_adds(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register = checkout / "docs/addresses.txt"
    before = set(register.read_text("utf-8").splitlines())
    (checkout / "docs/source-audit.md").unlink()
    write_files(checkout, {"docs/new.md": "# New { #new }\n"})
    capsys.readouterr()
    assert addresses.main(["add"], checkout) == 0
    assert capsys.readouterr().out == "added new/\nadded new/#new\n"
    assert set(register.read_text("utf-8").splitlines()) == before | {"new/", "new/#new"}
    assert addresses.main(["add"], checkout) == 0
    assert capsys.readouterr().out == ""


def test_a_register_that_is_whole_passes(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert addresses.main(["check"], checkout) == 0
    assert addresses.main(["check", "main"], checkout) == 0
    out, err = capsys.readouterr()
    assert "would" not in out + err


def test_a_line_taken_out_and_a_line_that_is_missing_are_refused(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register = checkout / "docs/addresses.txt"
    lines = register.read_text("utf-8").splitlines(keepends=True)
    register.write_text("".join(line for line in lines if line != "source-audit/#audit\n"), "utf-8")
    write_files(checkout, {"docs/new.md": "# New { #new }\n"})
    capsys.readouterr()
    assert addresses.main(["check"], checkout) == 1
    assert capsys.readouterr().out.splitlines() == [
        "docs/addresses.txt: `source-audit/#audit` was published and its line is gone: put it back",
        "docs/addresses.txt: `new/` is published and not listed: run `make addresses`",
        "docs/addresses.txt: `new/#new` is published and not listed: run `make addresses`",
    ]


def test_what_the_other_branch_added_since_is_not_missing_here(checkout: Path) -> None:
    git(checkout, "checkout", "--quiet", "main")
    with (checkout / "docs/addresses.txt").open("a", encoding="utf-8") as register:
        register.write("zzz/\n")
    git(checkout, "commit", "--quiet", "-a", "-m", "More")
    git(checkout, "checkout", "--quiet", "change")
    assert addresses.main(["check", "main"], checkout) == 0


def test_a_branch_without_a_register_had_no_addresses(checkout: Path) -> None:
    git(checkout, "checkout", "--quiet", "--orphan", "bare")
    git(checkout, "rm", "--quiet", "--cached", "docs/addresses.txt")
    git(checkout, "commit", "--quiet", "-m", "Bare")
    assert addresses.main(["check", "bare"], checkout) == 0


@pytest.mark.parametrize(
    ("prepare", "says"),
    [
        pytest.param("no base", "there is no branch `nowhere` here", id="no such branch"),
        pytest.param("no repository", "this is no git repository", id="no repository"),
        pytest.param("no git", "git is not installed", id="no git"),
        pytest.param("not text", "docs/addresses.txt: `docs/addresses.txt` is not UTF-8", id="no text"),
        pytest.param("no docs", "there is no folder `docs`", id="no docs"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_sentence(
    checkout: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    prepare: str,
    says: str,
) -> None:
    root, base = checkout, "main"
    match prepare:
        case "no base":
            base = "nowhere"
        case "no repository":
            (root / ".git").rename(root / "git")
            monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
        case "no git":
            monkeypatch.setenv("PATH", "")
        case "not text":
            (root / "docs/addresses.txt").write_bytes(b"glossary/\xff\n")
        case _:
            root = root / "nothing"
    capsys.readouterr()
    assert addresses.main(["check", base], root) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"addresses: {says}")
