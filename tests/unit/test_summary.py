"""What a change means for readers is told in full, and in plain words."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from apparatus.model.site import Site, build_site
from apparatus.syntax.source import Source
from tests.miniature import BASE
from tests.support import BIBLIOGRAPHY, GLOSSARY
from tools.summary import changes, main, summary

PATH = "docs/fundamentals/hormones.md"
TEXT = "---\ntitle: Hormones\n---\n\n# Hormones { #hormones }\n\nA cell acts on [FSH].\n"


def site(
    *, page: str = TEXT, glossary: str = GLOSSARY, bibliography: str = BIBLIOGRAPHY, **more: str
) -> Site:
    files = {"docs/glossary.md": glossary, "bibliography.bib": bibliography, PATH: page, **more}
    return build_site(Source(path, text) for path, text in files.items() if text)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param({}, {"a": 1}, [("a", "added")], id="added"),
        pytest.param({"a": 1}, {}, [("a", "removed")], id="removed"),
        pytest.param({"a": 1}, {"a": 2}, [("a", "changed")], id="changed"),
        pytest.param({"a": 1, "b": 2}, {"b": 2, "a": 1}, [], id="only in another order"),
    ],
)
def test_a_thing_is_held_against_its_namesake(
    before: dict[str, object], after: dict[str, object], told: list[tuple[str, str]]
) -> None:
    assert list(changes(before, after)) == told


def test_nothing_is_told_of_what_stayed() -> None:
    assert summary(site(), site()) == ("## What this changes for readers\n\nNo page, term, source or study.")


def test_a_page_has_its_reading_level_before_and_after() -> None:
    deeper = TEXT + "\nThe hypothalamic administration communicates considerable physiological information.\n"
    told = summary(site(), site(page=deeper))
    row = next(line for line in told.splitlines() if PATH in line)
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[:2] == [f"Hormones (`{PATH}`)", "changed"]
    before, after, limit = map(float, cells[2:5])
    assert before < after
    assert limit == 8
    assert (cells[5], cells[6]) == ("5", "12")


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        pytest.param(site(page=""), site(), "added", id="a new page has no level before"),
        pytest.param(site(), site(page=""), "removed", id="a lost one has none after"),
    ],
)
def test_a_page_that_is_there_once_only(before: Site, after: Site, what: str) -> None:
    row = next(line for line in summary(before, after).splitlines() if PATH in line)
    assert f"| {what} |" in row
    assert "| – |" in row


def test_a_glossary_is_told_term_by_term() -> None:
    changed = GLOSSARY.replace("A hormone of the", "Another hormone of the")
    changed += "\n### Zinc { #zinc }\n\nA metal.\n"
    told = summary(site(), site(glossary=changed))
    assert "### Terms (2)\n\n- added: `Zinc`\n- changed: `FSH`" in told
    assert "Pages" not in told


def test_a_source_is_told_with_its_title() -> None:
    changed = BIBLIOGRAPHY.replace("{2001}", "{2003}")
    assert "### Sources (1)\n\n- changed: `doe2001first`, A first study" in summary(
        site(), site(bibliography=changed)
    )


def test_a_title_stays_text() -> None:
    title = "A [link](https://example.org) <img src=x> @someone | {Klinefelter}"
    told = summary(site(), site(bibliography=BIBLIOGRAPHY.replace("{A first study}", f"{{{title}}}")))
    line = next(line for line in told.splitlines() if "doe2001first" in line)
    assert r"\[link\]\(https://example.org\) \<img src=x\> \@someone \| Klinefelter" in line


def test_study_data_are_told() -> None:
    assert "### Study data" in summary(site(), site(**{"docs/studies.yml": "studies: []\n"}))


def test_a_branch_is_held_against_where_it_parted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=Base")
    page = tmp_path / "docs/academic/hormones.md"
    page.write_text(page.read_text("utf-8") + "\nMore.\n", "utf-8")
    assert main(["main"], tmp_path) == 0
    assert "`docs/academic/hormones.md`) | changed |" in capsys.readouterr().out


def test_an_unknown_commit_is_said_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(tmp_path, "init", "--quiet")
    assert main(["nowhere"], tmp_path) == 2
    assert main([], tmp_path) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 2


def git(folder: Path, *arguments: str) -> None:
    person = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *person, *arguments], cwd=folder, check=True, capture_output=True)
