"""Where things stand in a chart: labels and values come in, coordinates go out.

Coordinates are units of a drawing 340 wide, about as many as a small screen has pixels for it. Nothing here
knows what the values mean, nor how the templates in `overrides/exhibits/` draw them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from textwrap import wrap

LEFT, RIGHT = 30.0, 310.0
"""Where the axis of a chart begins and ends; outside there is room for a number."""
LINE = 17
"""Units from one line of text to the next."""
CHARACTERS = 45
"""How many characters of a label fit beside one another in any common font."""
TRACK = 16
"""Units from the last line of a label down to its marks."""
GAP = 30
"""Units from the marks of one row down to the first line of the next."""
BELOW = 42
"""Units that the numbers and the name of the axis take below it."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight axis."""

    low: float
    """The value at its start."""
    high: float
    """The value at its end."""
    start: float = LEFT
    """Where the low value stands."""
    end: float = RIGHT
    """Where the high value stands."""

    def at(self, value: float) -> float:
        """Where a value stands, to a tenth of a unit."""
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)

    def ticks(self, step: float, decimals: int = 0) -> tuple[Tick, ...]:
        """The marks of the axis, both ends included."""
        count = round((self.high - self.low) / step)
        values = (self.low + step * index for index in range(count + 1))
        return tuple(Tick(self.at(value), f"{value:.{decimals}f}") for value in values)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis."""

    at: float
    """Where it stands."""
    label: str
    """Its number."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A value on an axis."""

    x: float
    """Where it stands."""
    label: str
    """The value as the record prints it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a chart: a group of men, and what was found in it."""

    lines: tuple[tuple[float, str], ...]
    """Its label, each line after its height."""
    y: float
    """The height of its marks."""
    marks: tuple[Mark, ...] = ()
    """Its values, in the order of time; none where the record gives no figure."""
    notes: tuple[tuple[float, str], ...] = ()
    """What is told instead of a value, each line after its height."""
    heading: bool = False
    """Whether it only says what the rows below are."""

    @property
    def words(self) -> str:
        """The row as text."""
        values = " to ".join(mark.label for mark in self.marks)
        label, note = (" ".join(line for _, line in lines) for lines in (self.lines, self.notes))
        return f"{label}: {values or note}."


@dataclass(frozen=True, slots=True)
class RowChart:
    """Rows above one another on a common axis."""

    rows: tuple[Row, ...]
    """From top to bottom."""
    ticks: tuple[Tick, ...]
    """The marks of the axis."""
    top: float
    """Where the axis begins."""
    bottom: float
    """Where it ends."""
    height: float
    """Of the whole drawing."""
    threshold: float = 0
    """Where the line of a threshold stands, in a chart that has one."""
    left_out: int = 0
    """How many studies have no row, because they give no figure."""

    @property
    def words(self) -> str:
        """The chart as text."""
        return " ".join(row.words for row in self.rows if not row.heading)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row is to show."""

    label: str
    """Which group of men."""
    values: tuple[tuple[float, str], ...] = ()
    """Its values, each with the text of it."""
    note: str = ""
    """What is told instead of a value."""
    heading: bool = False
    """Whether it only says what the rows below are."""


def _stack(entries: Iterable[Entry], scale: Scale, top: float) -> Iterator[Row]:
    """The rows one below the other, each as high as its label needs."""
    y = top + LINE
    for index, entry in enumerate(entries):
        y += 10 if entry.heading and index else 0
        lines = _lines(entry.label, y)
        notes = _lines(entry.note, lines[-1][0] + LINE) if entry.note else ()
        below = (notes or lines)[-1][0]
        track = below + (TRACK if entry.values else 0)
        marks = tuple(Mark(scale.at(value), label) for value, label in entry.values)
        yield Row(lines, track, marks, notes, entry.heading)
        y = track + (GAP if entry.values else LINE + 8)


def _lines(text: str, y: float) -> tuple[tuple[float, str], ...]:
    return tuple((y + LINE * index, line) for index, line in enumerate(wrap(text, CHARACTERS)))


def row_chart(
    entries: Sequence[Entry], step: float, threshold: float | None = None, left_out: int = 0
) -> RowChart:
    """Rows one below the other, on an axis from zero that has a mark at every `step`."""
    highest = max((value for entry in entries for value, _ in entry.values), default=step)
    scale, top = Scale(0, step * ceil(highest / step)), 40.0
    rows = tuple(_stack(entries, scale, top))
    bottom = rows[-1].y + LINE if rows else top
    line = scale.at(threshold) if threshold is not None else 0
    below = BELOW + LINE if left_out else BELOW
    return RowChart(rows, scale.ticks(step), top, bottom, bottom + below, line, left_out)
