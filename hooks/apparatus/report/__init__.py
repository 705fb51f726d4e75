"""Findings as text: one file for each format, and nothing else formats a finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from apparatus.report.github import to_github
from apparatus.report.json import to_json
from apparatus.report.sarif import to_sarif
from apparatus.report.text import to_text
from apparatus.syntax.finding import Finding

FORMATS: Mapping[str, Callable[[Sequence[Finding]], str]] = {
    "text": to_text,
    "github": to_github,
    "json": to_json,
    "sarif": to_sarif,
}
"""The formats of the command line's `--format`."""
