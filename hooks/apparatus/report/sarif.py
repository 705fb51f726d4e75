"""Findings as SARIF 2.1.0, which code hosts show as alerts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from apparatus.syntax.finding import Finding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def to_sarif(findings: Sequence[Finding]) -> str:
    """One run with a rule for each code that was found."""
    driver = {
        "name": "apparatus",
        "rules": [{"id": code} for code in sorted({finding.code for finding in findings})],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding) for finding in findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _result(finding: Finding) -> dict[str, object]:
    region = {"startLine": finding.line, "startColumn": finding.column}
    location = {"artifactLocation": {"uri": quote(finding.path, errors="surrogateescape")}, "region": region}
    return {
        "ruleId": finding.code,
        "level": finding.severity,
        "message": {"text": f"{finding.message}\nhelp: {finding.help}"},
        "locations": [{"physicalLocation": location}],
    }
