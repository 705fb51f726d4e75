"""Findings as a JSON list of objects."""

from __future__ import annotations

import json
from collections.abc import Sequence

from apparatus.syntax.finding import Finding


def to_json(findings: Sequence[Finding]) -> str:
    """A list of objects with exactly `code, severity, path, line, column, message, help`."""
    return json.dumps([_object(finding) for finding in findings], ensure_ascii=False, indent=2)


def _object(finding: Finding) -> dict[str, str | int]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "message": finding.message,
        "help": finding.help,
    }
