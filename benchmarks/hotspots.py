"""A profile of one build comes in, the places where its time goes come out as text."""

from __future__ import annotations

import marshal
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import build_command, timed
from benchmarks.variants import OURS_VARIANT

TOP = 25


class Spent(NamedTuple):
    """Time in one function, as `cProfile` stores it (`marshal` of `pstats.Stats.stats`)."""

    primitive_calls: int
    """Calls that were not recursive."""
    calls: int
    """All calls."""
    own: float
    """Seconds in the function itself."""
    cumulative: float
    """Seconds in it and in all that it calls."""
    callers: object
    """Unused here."""


Place = tuple[str, int, str]


def profiled_build(folder: Path) -> str:
    """Our build of a folder under `cProfile`: by module, by own time, by cumulative time."""
    stored = folder / "build.prof"
    timed(build_command(folder, OURS_VARIANT, "-m", "cProfile", "-o", str(stored)))
    raw: dict[Place, tuple[int, int, float, float, object]] = marshal.loads(stored.read_bytes())
    spent = {place: Spent(*values) for place, values in raw.items()}
    own = {_function(place): values.own for place, values in spent.items()}
    cumulative = {_function(place): values.cumulative for place, values in spent.items()}
    return "\n\n".join(
        [
            _ranking("own seconds by module", _by_module(spent)),
            _ranking("own seconds by function", own),
            _ranking("cumulative seconds by function", cumulative),
        ]
    )


def _by_module(spent: dict[Place, Spent]) -> dict[str, float]:
    totals: defaultdict[str, float] = defaultdict(float)
    for (file, _, _), values in spent.items():
        totals[_module(file)] += values.own
    return totals


def _module(file: str) -> str:
    """The last three parts of a path are enough to tell modules apart: `mkdocs/structure/nav.py`."""
    return "built in" if file == "~" else "/".join(Path(file).parts[-3:])


def _function(place: Place) -> str:
    file, line, name = place
    return name if file == "~" else f"{_module(file)}:{line} {name}"


def _ranking(title: str, seconds: dict[str, float]) -> str:
    ordered = sorted(seconds.items(), key=lambda item: -item[1])[:TOP]
    return "\n".join([title, *(f"{value:10.3f}  {name}" for name, value in ordered)])
