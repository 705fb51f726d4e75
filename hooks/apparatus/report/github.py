"""Findings as GitHub workflow commands, which mark the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from apparatus.syntax.finding import Finding


def to_github(findings: Sequence[Finding]) -> str:
    """All findings, one command a line."""
    return "\n".join(_command(finding) for finding in findings)


def _command(finding: Finding) -> str:
    properties = {
        "file": finding.path,
        "line": str(finding.line),
        "col": str(finding.column),
        "title": finding.code,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{finding.severity} {listed}::{_message(f'{finding.message}; help: {finding.help}')}"


def _message(text: str) -> str:
    # The runner reads a command up to the line end and decodes these three.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
