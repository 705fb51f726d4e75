"""What a check says: one thing that is wrong, at one place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]

WARNINGS = frozenset({"overdue-review"})
"""Codes that leave the page right but ask for care; every other code is an error."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, at a place in a file as it is on disk."""

    path: str
    """Relative to the root of the repository, with `/`."""
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in Unicode code points."""
    code: str
    """Kebab-case name of the bad thing, such as `unknown-term`."""
    message: str
    """What is wrong: lower case, no full stop, the thing itself in backticks."""
    help: str
    """One imperative sentence that mends it."""

    @property
    def severity(self) -> Severity:
        """`error`, or `warning` where the page is right but the sources need care."""
        return "warning" if self.code in WARNINGS else "error"


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by path, line, column, severity, code and message, each once."""
    return tuple(sorted(set(findings), key=_order))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings is more than a warning."""
    return any(finding.severity == "error" for finding in findings)


def _order(finding: Finding) -> tuple[str, int, int, str, str, str]:
    return (
        finding.path,
        finding.line,
        finding.column,
        finding.severity,
        finding.code,
        finding.message,
    )
