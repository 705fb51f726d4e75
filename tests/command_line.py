"""The command line as tests run it: on a small site, on a day that stays the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from apparatus.cli import run

PAGE = "docs/page.md"
"""A page that a test may write."""
Captured = pytest.CaptureFixture[str]


def check(root: Path, *arguments: str) -> int:
    """The exit status of the checks of a site."""
    return run(["check", "--root", str(root), "--today", "2026-11-23", *arguments])
