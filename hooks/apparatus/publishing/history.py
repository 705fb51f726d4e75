"""When each page last changed, as the history of the repository has it.

The root of a checkout comes in, a date for each page goes out. What is not committed yet counts for nothing,
and where the history is not all there nothing is said: a date that may be false is worse than none.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

LOG = (
    # Paths from the root that was asked about, as they are; whatever the reader's own settings say.
    *("-c", "core.quotePath=false", "-c", "log.showSignature=false"),
    *("log", "--format=%x00%ct", "--name-only", "--no-renames", "--relative", "--", "docs"),
)
"""The one look at the history: for each commit the second it was made at, and the files it changed."""


def last_changes(root: Path) -> Mapping[str, date]:
    """The day in UTC of the last commit that changed each page, by its path such as `docs/index.md`.

    Empty without git, outside a repository, and in a shallow clone, whose first commit seems to change all.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    return dict(_newest(_git(root, *LOG).split("\0")))


def _newest(commits: Iterable[str]) -> Iterator[tuple[str, date]]:
    seen: dict[str, int] = {}
    for commit in commits:
        second, *paths = commit.split("\n")
        for path in filter(None, paths):
            # The clocks of two makers need not agree with the order of their commits.
            seen[path] = max(seen.get(path, 0), int(second))
    for path in sorted(seen):
        yield path, datetime.fromtimestamp(seen[path], UTC).date()


def _git(root: Path, *arguments: str) -> str:
    """What git answers; nothing where there is no git, or it has no answer."""
    try:
        answer = subprocess.check_output(["git", *arguments], cwd=root, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return answer.decode("utf-8", errors="replace")
