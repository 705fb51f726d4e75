"""Findings for people: `path:line:column: error[code] message`, with a `help:` line under each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from apparatus.syntax.finding import Finding

UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def to_text(findings: Sequence[Finding]) -> str:
    """All findings, two lines each; nothing where there is none."""
    return "\n".join(finding_text(finding) for finding in findings)


def finding_text(finding: Finding) -> str:
    """One finding in two lines, the second with what to do."""
    return f"{headline(finding)}\n  help: {_one_line(finding.help)}"


def headline(finding: Finding) -> str:
    """The first line of a finding."""
    place = f"{_visible(finding.path)}:{finding.line}:{finding.column}"
    return f"{place}: {finding.severity}[{finding.code}] {_one_line(finding.message)}"


def _one_line(text: str) -> str:
    return _visible(" ".join(text.split()))


def _visible(text: str) -> str:
    # A page, or its name, may hold characters that a terminal would obey.
    return UNSEEN.sub("\ufffd", text)
