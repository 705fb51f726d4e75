"""The doorway to the command line, `hooks/check.py`, as a contributor's shell runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import PAGE

DOORWAY = Path("hooks/check.py").resolve()


def doorway(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, DOORWAY, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_the_doorway_needs_no_utf8_terminal(root: Path) -> None:
    (root / PAGE).write_text("The [Lëidig cell 😀].\n", encoding="utf-8")
    done = doorway("--root", str(root), "--today", "2026-11-23", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, b"")
    assert "`Lëidig cell 😀`" in done.stdout.decode("utf-8")


def test_the_doorway_says_what_it_cannot_do(tmp_path: Path) -> None:
    done = doorway("--root", str(tmp_path))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode("utf-8") == f"check.py: there is no folder `docs` in `{tmp_path}`\n"


@pytest.mark.skipif(os.name == "nt", reason="needs a pipe that its reader closes")
def test_a_reader_who_has_seen_enough_gets_no_traceback(root: Path) -> None:
    (root / PAGE).write_text("The [Leidig cell].\n" * 2_000, encoding="utf-8")
    command = f'"{sys.executable}" "{DOORWAY}" --root "{root}" | true'
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"", b"")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone whose program needs a package that this Python does not have."""
    (tmp_path / "hooks" / "apparatus").mkdir(parents=True)
    shutil.copy(DOORWAY, tmp_path / "hooks")
    (tmp_path / "hooks" / "apparatus" / "cli.py").write_text("import no_such_package\n", "utf-8")
    return tmp_path


def test_the_doorway_names_the_command_that_installs_what_is_missing(clone: Path) -> None:
    command = [sys.executable, str(clone / "hooks" / "check.py")]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"check.py: the package `no_such_package` is missing: run `make site` once\n"


@pytest.mark.skipif(os.name == "nt", reason="stands a shell script in for a Python")
def test_the_doorway_finds_the_python_that_has_everything(clone: Path) -> None:
    python = clone / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$2"\nexit 1\n', "utf-8")
    python.chmod(0o755)
    command = [sys.executable, str(clone / "hooks" / "check.py"), "explain"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"explain\n", b"")
