"""Commands in, what they took out: wall-clock seconds and the peak memory of the child alone."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.variants import REPOSITORY, Variant

# The unit of `ru_maxrss` differs: kilobytes on Linux, bytes on macOS (getrusage(2) of each).
RSS_PER_MEGABYTE = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Usage:
    """What one command took."""

    seconds: float
    """Wall-clock time from start to exit."""
    megabytes: float
    """The most memory it held at once."""
    output: str
    """All that it printed, on either stream."""


class CommandError(Exception):
    """A measured command went wrong; the message holds the command and all that it printed."""


def timed(command: Sequence[str], accepted: Sequence[int] = (0,)) -> Usage:
    """Run a command; raise `CommandError` when its exit status is not an accepted one."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
        started = time.perf_counter()
        child = subprocess.Popen(command, stdout=printed, stderr=subprocess.STDOUT, env=_environment())
        # `wait4` and not `communicate`: it reports on this child alone, not on the largest one so far.
        _, status, resources = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        output = printed.read()
    if child.returncode not in accepted:
        raise CommandError(f"exit {child.returncode}: {shlex.join(command)}\n{output}")
    return Usage(seconds, resources.ru_maxrss / RSS_PER_MEGABYTE, output)


def _environment() -> dict[str, str]:
    return os.environ | {"NO_MKDOCS_2_WARNING": "1"}


def build_command(folder: Path, variant: Variant, *before: str) -> list[str]:
    """`python -m mkdocs build` for one variant; what goes `before` are options of Python's."""
    return [sys.executable, *before, "-m", "mkdocs", "build", "-q", "-f", str(folder / variant.settings)]


def timed_build(folder: Path, variant: Variant) -> Usage:
    """A full build into an empty folder, which must hold every page afterwards."""
    shutil.rmtree(folder / variant.output, ignore_errors=True)
    usage = timed(build_command(folder, variant))
    written = len(list((folder / "docs").rglob("*.md")))
    built = len(list((folder / variant.output).rglob("index.html")))
    if built < written:
        raise CommandError(f"{variant.name} built {built} of {written} pages in {folder}\n{usage.output}")
    return usage


def timed_check(folder: Path) -> Usage:
    """`check` alone, on a site that must give no finding."""
    usage = timed(_check_command(folder))
    if usage.output.strip() != "[]":
        raise CommandError(f"the check of {folder} is not silent\n{usage.output}")
    return usage


def timed_own_check() -> Usage:
    """`check` on this repository's own site, whatever it finds there."""
    return timed(_check_command(REPOSITORY), accepted=(0, 1))


def _check_command(root: Path) -> list[str]:
    script = str(REPOSITORY / "hooks/check.py")
    return [sys.executable, script, "check", "--root", str(root), "--format", "json"]
