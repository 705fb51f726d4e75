"""Findings: their severity and their order."""

from __future__ import annotations

from itertools import permutations

import pytest

from apparatus.syntax.finding import Finding, has_errors, sort_findings


def finding(path: str = "docs/a.md", line: int = 1, column: int = 1, code: str = "unknown-term") -> Finding:
    return Finding(path, line, column, code, "a message", "a remedy")


@pytest.mark.parametrize(
    ("code", "severity"),
    [
        pytest.param("unknown-term", "error", id="a reader would see it"),
        pytest.param("overdue-review", "warning", id="the page is right, its date is not"),
        pytest.param("missing-tier", "error", id="a reader cannot go deeper"),
    ],
)
def test_the_code_decides_the_severity(code: str, severity: str) -> None:
    assert finding(code=code).severity == severity


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param((finding("bibliography.bib"), finding("docs/a.md")), id="by path"),
        pytest.param((finding(line=2), finding(line=10)), id="by line, as a number"),
        pytest.param((finding(column=2), finding(column=10)), id="by column, as a number"),
        pytest.param(
            (finding(code="unused-term"), finding(code="overdue-review")), id="errors before warnings"
        ),
        pytest.param((finding(code="unknown-term"), finding(code="unused-term")), id="by code"),
        pytest.param((finding(line=1, column=9), finding(line=2, column=1)), id="line before column"),
    ],
)
def test_findings_are_sorted_however_they_come(expected: tuple[Finding, ...]) -> None:
    for order in permutations(expected):
        assert sort_findings(order) == expected


def test_a_finding_made_twice_is_reported_once() -> None:
    assert sort_findings([finding(), finding()]) == (finding(),)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        pytest.param([], False, id="nothing found"),
        pytest.param(["overdue-review", "overdue-review"], False, id="warnings alone"),
        pytest.param(["overdue-review", "unknown-term"], True, id="one error among warnings"),
    ],
)
def test_only_errors_count_as_errors(codes: list[str], expected: bool) -> None:
    assert has_errors(finding(code=code) for code in codes) is expected
