"""The command line: its arguments, its exit status, and what goes where."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from apparatus.checks import CODES
from apparatus.cli import run
from apparatus.report import FORMATS
from tests.miniature import BASE

PAGE = "docs/page.md"
DOORWAY = Path("hooks/check.py").resolve()
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def check(root: Path, *arguments: str) -> int:
    return run(["check", "--root", str(root), "--today", "2026-11-23", *arguments])


def test_a_clean_site_is_silent(root: Path, capsys: Captured) -> None:
    assert check(root) == 0
    assert capsys.readouterr() == ("", "")


def test_findings_go_to_standard_output(root: Path, capsys: Captured) -> None:
    (root / PAGE).write_text("The [Leidig cell].\n", encoding="utf-8")
    assert check(root) == 1
    out, err = capsys.readouterr()
    assert out == (
        "docs/page.md:1:5: error[unknown-term] no glossary entry named `Leidig cell`\n"
        "  help: did you mean `Leydig cell`? terms live in docs/glossary.md\n"
    )
    assert err == ""


def test_warnings_are_shown_and_change_no_status(root: Path, capsys: Captured) -> None:
    assert run(["check", "--root", str(root), "--today", "2027-11-24"]) == 0
    assert "warning[overdue-review]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("today", "found"),
    [pytest.param("2027-11-23", False, id="due today"), pytest.param("2027-11-24", True, id="due yesterday")],
)
def test_the_date_is_an_argument(root: Path, today: str, found: bool, capsys: Captured) -> None:
    assert run(["--root", str(root), "--today", today]) == 0
    assert ("overdue-review" in capsys.readouterr().out) is found


def test_check_is_the_default_command_and_here_the_default_place(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    assert run([]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_asked_for(root: Path, name: str, capsys: Captured) -> None:
    (root / PAGE).write_text("The [Leidig cell].\n", encoding="utf-8")
    assert check(root, "--format", name) == 1
    out = capsys.readouterr().out
    assert "unknown-term" in out
    assert out.endswith("\n")


def test_no_findings_as_json_are_an_empty_list(root: Path, capsys: Captured) -> None:
    assert check(root, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["--root", "/nowhere"], "there is no folder `docs` in `/nowhere`", id="no docs folder"),
        pytest.param(["--root"], "--root", id="a value missing"),
        pytest.param(["--today", "tomorrow"], "`tomorrow` is not a date such as 2026-11-23", id="no date"),
        pytest.param(
            ["--today", "2026-02-30"], "`2026-02-30` is not a date", id="a date that does not exist"
        ),
        pytest.param(["--format", "xml"], "xml", id="an unknown format"),
        pytest.param(["--strict"], "--strict", id="an unknown option"),
        pytest.param(["frobnicate"], "`frobnicate` is none of: ", id="an unknown command"),
        pytest.param(["explain", "unknwon-term"], "did you mean `unknown-term`?", id="a misspelt code"),
        pytest.param(["explain", "E014"], "no code `E014`", id="an unknown code"),
        pytest.param(["new"], "required", id="nothing to add"),
        pytest.param(["new", "page"], "`page` is none of: ", id="nothing that can be added"),
        pytest.param(["new", "term"], "NAME", id="a term without a name"),
        pytest.param(["new", "source", "--kind", "review"], "--bibtex", id="a source without a record"),
        pytest.param(
            ["new", "source", "--bibtex", "/nowhere.bib", "--kind", "review"],
            "/nowhere.bib",
            id="no such file",
        ),
        pytest.param(
            ["new", "term", "Prostate", "--root", "/nowhere"], "there is no folder `docs`", id="no glossary"
        ),
        pytest.param(["check", "docs/page.md"], "docs/page.md", id="an argument too many"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    arguments: list[str], words: str, capsys: Captured
) -> None:
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param("markdown_extensions: [", id="not YAML"),
        pytest.param("- a list", id="not settings"),
        pytest.param("markdown_extensions: 5", id="no list of extensions"),
        pytest.param("markdown_extensions: [no_such_extension]", id="an extension that is not there"),
        pytest.param("markdown_extensions:\n  - footnotes:\n      NO_SUCH: 1", id="an option that is not"),
    ],
)
def test_no_page_is_mended_where_it_cannot_be_rendered(root: Path, settings: str, capsys: Captured) -> None:
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    assert run(["fix", "--root", str(root)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "the Markdown extensions of mkdocs.yml cannot be used" in err


# What explains and adds.

RECORD = (
    b"@article{x,\n author = {Poe, Edgar},\n title = {A third study},\n journal = {J},\n year = 2003\n}\n"
)
BIB, TERMS = "bibliography.bib", "docs/glossary.md"


def new_source(root: Path, *arguments: str, pasted: bytes = RECORD) -> int:
    (root / "pasted.bib").write_bytes(pasted)
    options = ("--bibtex", str(root / "pasted.bib"), "--root", str(root))
    return run(["new", "source", *options, *arguments])


def test_a_code_is_explained(capsys: Captured) -> None:
    assert run(["explain", "unknown-term"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("unknown-term\n\n")
    assert "To mend it: correct the spelling" in out
    assert err == ""


def test_all_codes_are_listed_without_one(capsys: Captured) -> None:
    assert run(["explain"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(CODES)


def test_a_term_is_added(root: Path, capsys: Captured) -> None:
    words = ["--alias", "prostates", "--definition", "A small gland in the pelvis."]
    assert run(["new", "term", "Prostate", *words, "--root", str(root)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("docs/glossary.md:25: added `Prostate`\n")
    assert err == ""
    (root / PAGE).write_text("The [prostates].\n", encoding="utf-8")
    assert check(root) == 0


def test_a_term_that_is_there_is_refused_and_nothing_is_written(root: Path, capsys: Captured) -> None:
    before = (root / TERMS).read_bytes()
    assert run(["new", "term", "testosterone", "--root", str(root)]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "`testosterone` is there already, at docs/glossary.md:25" in err
    assert (root / TERMS).read_bytes() == before


def test_a_source_is_added_once(root: Path, capsys: Captured) -> None:
    assert new_source(root, "--kind", "review", "--size", "5") == 0
    assert "added `poe2003third`; cite it as [@poe2003third]" in capsys.readouterr().out
    after = (root / BIB).read_bytes()
    (root / PAGE).write_text("A study.[@poe2003third]\n", encoding="utf-8")
    assert check(root) == 0
    assert new_source(root, "--kind", "review", "--size", "5") == 0
    assert "is there already" in capsys.readouterr().out
    assert (root / BIB).read_bytes() == after


def test_a_source_may_come_from_standard_input(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"\xef\xbb\xbf" + RECORD.replace(b"\n", b"\r\n"))))
    assert run(["new", "source", "--bibtex", "-", "--kind", "review", "--root", str(root)]) == 0
    assert b"@article{poe2003third,\n" in (root / BIB).read_bytes()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("path", [BIB, TERMS])
def test_line_ends_and_byte_order_mark_stay(root: Path, path: str, capsys: Captured) -> None:
    file = root / path
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    assert run(["new", "term", "Prostate", "--definition", "A small gland.", "--root", str(root)]) == 0
    assert new_source(root, "--kind", "review") == 0
    after = file.read_bytes()
    assert len(after) > len(before)
    assert after.startswith(b"\xef\xbb\xbf")
    assert after.count(b"\r\n") == after.count(b"\n")


def test_a_file_with_mixed_line_ends_is_left_as_it_was(root: Path, capsys: Captured) -> None:
    (root / BIB).write_bytes((root / BIB).read_bytes().replace(b"\n", b"\r\n", 1))
    before = (root / BIB).read_bytes()
    assert new_source(root, "--kind", "review") == 2
    out, err = capsys.readouterr()
    assert (out, (root / BIB).read_bytes()) == ("", before)
    assert "bibliography.bib is left as it was, because its line ends are mixed" in err


def test_what_a_record_lacks_is_a_finding(root: Path, capsys: Captured) -> None:
    assert new_source(root, "--kind", "review", pasted=RECORD.replace(b"journal = {J},", b"")) == 1
    out = capsys.readouterr().out
    assert "bibliography.bib:23:1: error[missing-field] `poe2003third` lacks `journal`\n  help: " in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param([], "give `--kind`, what kind of work it is; one of: randomized trial,", id="no kind"),
        pytest.param(
            ["--kind", "rct"], "`rct` is no kind of work: write one of: randomized trial,", id="misspelt"
        ),
        pytest.param(["--kind", "review", "--size", "many"], "`many` is no number of people", id="no number"),
        pytest.param(["--kind", "review", "--size", "0"], "`0` is no number of people", id="nobody"),
    ],
)
def test_what_the_record_does_not_say_is_asked_for(
    root: Path, arguments: list[str], words: str, capsys: Captured
) -> None:
    before = (root / BIB).read_bytes()
    assert new_source(root, *arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err
    assert (root / BIB).read_bytes() == before


def test_a_paste_that_is_no_text_is_said(root: Path, capsys: Captured) -> None:
    assert new_source(root, "--kind", "review", pasted=RECORD.replace(b"third", b"th\xefrd")) == 2
    assert "the records are not UTF-8 text" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", [[], ["check"], ["fix"], ["explain"], ["new"], ["new", "term"], ["new", "source"]]
)
def test_every_command_has_help(command: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit, match="0"):
        run([*command, "--help"])
    out, err = capsys.readouterr()
    assert out.startswith("usage: check.py")
    assert err == ""


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--root", "{root}", "check"], id="before the command"),
        pytest.param(["check", "--root", "{root}"], id="after it"),
    ],
)
def test_an_option_may_stand_on_either_side_of_the_command(
    root: Path, arguments: list[str], capsys: Captured
) -> None:
    (root / PAGE).write_text("The [Leidig cell].\n", encoding="utf-8")
    assert run([argument.format(root=root) for argument in arguments]) == 1
    assert "unknown-term" in capsys.readouterr().out


# The doorway itself, as a contributor's shell runs it.


def doorway(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, DOORWAY, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_the_doorway_needs_no_utf8_terminal(root: Path) -> None:
    (root / PAGE).write_text("The [Lëidig cell 😀].\n", encoding="utf-8")
    done = doorway("--root", str(root), "--today", "2026-11-23", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, b"")
    assert "`Lëidig cell 😀`" in done.stdout.decode("utf-8")


def test_the_doorway_says_what_it_cannot_do(tmp_path: Path) -> None:
    done = doorway("--root", str(tmp_path))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode("utf-8") == f"check.py: there is no folder `docs` in `{tmp_path}`\n"


@pytest.mark.skipif(os.name == "nt", reason="needs a pipe that its reader closes")
def test_a_reader_who_has_seen_enough_gets_no_traceback(root: Path) -> None:
    (root / PAGE).write_text("The [Leidig cell].\n" * 2_000, encoding="utf-8")
    command = f'"{sys.executable}" "{DOORWAY}" --root "{root}" | true'
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"", b"")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone whose program needs a package that this Python does not have."""
    (tmp_path / "hooks" / "apparatus").mkdir(parents=True)
    shutil.copy(DOORWAY, tmp_path / "hooks")
    (tmp_path / "hooks" / "apparatus" / "cli.py").write_text("import no_such_package\n", "utf-8")
    return tmp_path


def test_the_doorway_names_the_command_that_installs_what_is_missing(clone: Path) -> None:
    command = [sys.executable, str(clone / "hooks" / "check.py")]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"check.py: the package `no_such_package` is missing: run `make site` once\n"


@pytest.mark.skipif(os.name == "nt", reason="stands a shell script in for a Python")
def test_the_doorway_finds_the_python_that_has_everything(clone: Path) -> None:
    python = clone / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$2"\nexit 1\n', "utf-8")
    python.chmod(0o755)
    command = [sys.executable, str(clone / "hooks" / "check.py"), "explain"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"explain\n", b"")
