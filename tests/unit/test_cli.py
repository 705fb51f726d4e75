"""The command line: its arguments, its exit status, and what goes where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from apparatus.checks import CODES
from apparatus.cli import run
from apparatus.report import FORMATS
from tests.command_line import PAGE, Captured, check


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


def test_a_code_is_explained(capsys: Captured) -> None:
    assert run(["explain", "unknown-term"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("unknown-term\n\n")
    assert "To mend it: correct the spelling" in out
    assert err == ""


def test_all_codes_are_listed_without_one(capsys: Captured) -> None:
    assert run(["explain"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(CODES)


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
