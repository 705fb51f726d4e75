"""`new` on the command line: what it adds, what it refuses, and what it leaves as it was."""

from __future__ import annotations

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from apparatus.cli import run
from tests.command_line import PAGE, Captured, check

RECORD = (
    b"@article{x,\n author = {Poe, Edgar},\n title = {A third study},\n journal = {J},\n year = 2003\n}\n"
)
BIB, TERMS = "bibliography.bib", "docs/glossary.md"


def new_source(root: Path, *arguments: str, pasted: bytes = RECORD) -> int:
    (root / "pasted.bib").write_bytes(pasted)
    options = ("--bibtex", str(root / "pasted.bib"), "--root", str(root))
    return run(["new", "source", *options, *arguments])


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
