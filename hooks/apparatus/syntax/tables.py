"""Tables as Python-Markdown reads them, and the caption blocks that follow them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from apparatus.syntax.lines import Line
from apparatus.syntax.prose import Prose, Span

CAPTION = re.compile(r"/{3,}[ ]*(?:table-)?caption\b")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset of its line end."""
    cells: int
    """How many cells it has."""
    torn: bool = False
    """Whether its line ends within a cell, so that the next line holds the rest of it."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells with a line of dashes under the first, or what was meant as such."""

    rows: tuple[Row, ...]
    """All its rows, the line of dashes included as the second."""
    fault: str
    """Why Python-Markdown would not see a table here; empty where it does."""
    caption: Span | None
    """Where its caption block stands, which follows directly; nothing where none does."""

    @property
    def captioned(self) -> bool:
        """Whether it has a caption."""
        return self.caption is not None


def read_tables(prose: Prose) -> tuple[Table, ...]:
    """The tables in a page's prose, in order."""
    return tuple(_tables(prose.lines))


def _tables(lines: list[Line]) -> Iterator[Table]:
    index = 0
    while index < len(lines):
        end = _block_end(lines, index)
        if table := _table(lines, index, end):
            yield table
        index = max(end, index + 1)


def _block_end(lines: list[Line], index: int) -> int:
    end = index
    while end < len(lines) and lines[end].text and not (end > index and lines[end].is_block_mark):
        end += 1
    return end


def _table(lines: list[Line], start: int, end: int) -> Table | None:
    block = lines[start:end]
    first = _first_row(block)
    if first is None:
        return None
    following = [*block[first + 1 :], None]
    rows = tuple(_row(line, after) for line, after in zip(block[first:], following, strict=True))
    return Table(rows, _fault(block, first), _caption(lines, end))


def _first_row(block: list[Line]) -> int | None:
    """The index of the line that starts a table, or what was meant as one."""
    for index, line in enumerate(block):
        separated = index + 1 < len(block) and block[index + 1].is_separator and "|" in line.text
        if separated or line.is_row:
            return index
    return None


def _row(line: Line, after: Line | None) -> Row:
    # Escapes and code are blank by now, so every pipe left divides or closes cells.
    inner = line.text.removeprefix("|").removesuffix("|")
    torn = line.is_row and not line.text.endswith("|") and after is not None and not after.is_row
    return Row(line.content, line.end, inner.count("|") + 1, torn)


def _fault(block: list[Line], first: int) -> str:
    if first > 0:
        return "follows other text without a blank line"
    if not any(line.is_separator for line in block[1:2]):
        return "has no line of dashes under its first row"
    return ""


def _caption(lines: list[Line], end: int) -> Span | None:
    while end < len(lines) and not lines[end].text:
        end += 1
    if end == len(lines) or not CAPTION.match(lines[end].text):
        return None
    following = (index for index in range(end + 1, len(lines)) if lines[index].is_block_mark)
    return lines[end].content, lines[next(following, -1)].end
