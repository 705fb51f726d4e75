"""A repository to look back in: small, on disk, with commits at times that a test chooses."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.whole.sites import write_files

NOBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_NAME": "Ada Example" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "ada@example.org" for who in ("AUTHOR", "COMMITTER")},
}
"""Whoever runs the tests, and however their git is set up."""


def git(root: Path, *arguments: str, at: str = "2026-11-23T12:00:00Z") -> str:
    """What git answers, with the clock at a time."""
    times = {"GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z", "GIT_COMMITTER_DATE": at}
    environment = {**os.environ, **NOBODY, **times}
    command = ["git", *arguments]
    run = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    return run.stdout


def commit(root: Path, files: Mapping[str, str], at: str = "2026-11-23T12:00:00Z") -> Path:
    """The folder of a repository, made where there is none, with some files committed at a time."""
    write_files(root, files)
    if not (root / ".git").exists():
        git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Change", at=at)
    return root
