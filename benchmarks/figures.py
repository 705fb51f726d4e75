"""Measured figures in, the printed table out, each figure beside its goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# The most that each may be. Growth is for each page more: ten times the pages, twelve times the time.
RATIO_GOAL = 0.40
RATIO_GOAL_PAGES = 1000
"""The size that the goal is for: on a small site the time to start counts for more than the pages."""
GROWTH_GOAL = 1.2
CHECK_SECONDS_GOAL = 3.0
MEGABYTES_GOAL = 300.0
OWN_CHECK_SECONDS_GOAL = 1.0
PREVIEW_SECONDS_GOAL = 1.0


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured on one size of site; medians, where there was more than one run."""

    pages: int
    """The size of the site."""
    stock: float
    """Seconds of a full build by stock Material and mkdocs-bibtex."""
    ours: float
    """Seconds of a full build by this project."""
    check: float
    """Seconds of the check alone."""
    megabytes: float
    """Peak memory of the check alone."""


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """What was measured on this repository's own site; medians, where there was more than one run."""

    check: float
    """Seconds of the check alone."""
    stock_preview: float
    """Seconds from a save until stock Material and mkdocs-bibtex show it, on the same text."""
    preview: float
    """Seconds from a save until our preview shows it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    label: str
    """What was measured."""
    values: tuple[float, ...]
    """One figure for each size; one only, where it belongs to no size or to the largest."""
    unit: str
    """Printed after each figure: `s`, `MB` or `×`."""
    goal: float | None = None
    """The most that the last figure, the one of the largest size, may be."""


def rows(figures: Sequence[Figures], own: OwnFigures) -> list[Row]:
    """Every line of the table, in its order; growth needs two sizes."""
    smallest, largest = figures[0], figures[-1]
    growth = f"ours at {largest.pages:,} ÷ ours at {smallest.pages:,}"
    growth_goal = GROWTH_GOAL * largest.pages / smallest.pages
    ratio_goal = RATIO_GOAL if largest.pages >= RATIO_GOAL_PAGES else None
    return [
        Row("full build, stock", tuple(each.stock for each in figures), "s"),
        Row("full build, ours", tuple(each.ours for each in figures), "s"),
        Row("ours ÷ stock", tuple(each.ours / each.stock for each in figures), "×", ratio_goal),
        *([Row(growth, (largest.ours / smallest.ours,), "×", growth_goal)] if len(figures) > 1 else []),
        Row("check alone", tuple(each.check for each in figures), "s", CHECK_SECONDS_GOAL),
        Row("check alone, peak memory", tuple(each.megabytes for each in figures), "MB", MEGABYTES_GOAL),
        Row("check alone, this site", (own.check,), "s", OWN_CHECK_SECONDS_GOAL),
        Row("a save is shown, this site, stock", (own.stock_preview,), "s"),
        Row("a save is shown, this site, ours", (own.preview,), "s", PREVIEW_SECONDS_GOAL),
        Row("ours ÷ stock", (own.preview / own.stock_preview,), "×"),
    ]


def table(sizes: Sequence[int], lines: Sequence[Row]) -> str:
    """A Markdown table; a figure that belongs to no one size stands in the last column."""
    head = ["", *(f"{size:,} pages" for size in sizes), "goal", ""]
    cells = [head, *(_cells(row, len(sizes)) for row in lines)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(head))]
    ruler = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:-1]), "-" * widths[-1]]
    return "\n".join(_line(line, widths) for line in [cells[0], ruler, *cells[1:]])


def _cells(row: Row, columns: int) -> list[str]:
    figures = [_figure(value, row.unit) for value in row.values]
    goal = "" if row.goal is None else _figure(row.goal, row.unit)
    return [row.label, *[""] * (columns - len(figures)), *figures, goal, _verdict(row)]


def _figure(value: float, unit: str) -> str:
    return f"{value:.0f} {unit}" if unit == "MB" else f"{value:.2f} {unit}"


def _verdict(row: Row) -> str:
    if row.goal is None:
        return ""
    return "over" if row.values[-1] > row.goal else "ok"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *middle = (cell.rjust(width) for cell, width in zip(cells[:-1], widths, strict=False))
    return "| " + " | ".join([first.strip().ljust(widths[0]), *middle, cells[-1].ljust(widths[-1])]) + " |"
