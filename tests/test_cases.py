"""Every miniature site gives the findings that its files mark, and no others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from apparatus.checks import CODES, check_site
from apparatus.model.page import read_page
from apparatus.model.site import read_site
from apparatus.report.text import to_text
from apparatus.syntax.finding import WARNINGS, Finding, has_errors
from apparatus.syntax.source import Source
from tests.miniature import BASE, CLEAN, Case, Place, all_cases, marked_places

TODAY = date(2026, 11, 23)
ONLY_IN_A_BUILD = {"unrendered-reference"}
"""Codes that the sources alone cannot give; `tests/whole` has their cases."""
CASES = all_cases()
BAD = [case for case in CASES if case.code != CLEAN]


def place(finding: Finding) -> Place:
    return Place(finding.path, finding.line, finding.column, finding.code)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_gives_the_findings_it_marks_and_no_others(case: Case, tmp_path: Path) -> None:
    case.lay(tmp_path)
    findings = check_site(read_site(tmp_path), TODAY)
    assert sorted(map(place, findings)) == case.expected(), to_text(findings)
    assert has_errors(findings) is (case.code not in {CLEAN, *WARNINGS})


@pytest.mark.parametrize("case", BAD, ids=str)
def test_a_bad_case_expects_findings_of_its_own_code_only(case: Case) -> None:
    assert {expected.code for expected in case.expected()} == {case.code}


def test_a_clean_case_expects_nothing() -> None:
    assert [str(case) for case in CASES if case.code == CLEAN and case.expected()] == []


def test_the_base_of_all_cases_is_silent() -> None:
    assert check_site(read_site(BASE), TODAY) == ()


def test_every_code_has_a_bad_case() -> None:
    assert {case.code for case in BAD} == set(CODES) - ONLY_IN_A_BUILD


def test_every_code_has_its_section_in_the_docs() -> None:
    page = read_page(Source("docs/checks.md", Path("docs/checks.md").read_text(encoding="utf-8")))
    sections = [heading for heading in page.headings if heading.level == 2]
    assert tuple(section.title for section in sections) == CODES
    assert tuple(section.id for section in sections) == CODES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[x] <!-- expect: unknown-term 1 -->", (1, 1), id="at the end of its line"),
        pytest.param("<!-- expect: unknown-term 3 -->\n> [x]", (2, 3), id="alone on the line above"),
        pytest.param("reviewed: no # expect: unknown-term 1", (1, 1), id="a comment in front matter"),
        pytest.param("  year: x # expect: unknown-term 9", (1, 9), id="a comment in the study data"),
        pytest.param("% expect: unknown-term 1\n@article{a,", (2, 1), id="a comment in a bibliography"),
        pytest.param("<!-- expect: unknown-term 3 -->\r\n> [x]", (2, 3), id="with other line ends"),
    ],
)
def test_a_mark_names_the_line_it_stands_on_or_the_next(text: str, expected: tuple[int, int]) -> None:
    assert list(marked_places("docs/a.md", text)) == [Place("docs/a.md", *expected, "unknown-term")]
