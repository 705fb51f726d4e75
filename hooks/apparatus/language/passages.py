"""Passages: the paragraphs, list items and table rows of a page, each with a source of its own or none.

The prose of a page and its tables come in, passages go out. What a passage says is not looked at here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from apparatus.syntax.lines import Line, segment_end
from apparatus.syntax.prose import Prose, Span
from apparatus.syntax.tables import Table

Kind = Literal["paragraph", "list item", "table row"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a list item without the items inside it, or a row of a table."""

    kind: Kind
    """Which of them it is."""
    spans: tuple[Span, ...]
    """Where it stands; a list item of several paragraphs has one span for each."""
    caption: Span | None = None
    """Where the caption of a row's table stands, which speaks for the row too."""

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.spans[0][0]

    @property
    def sourced_by(self) -> tuple[Span, ...]:
        """Where a citation is one for this passage."""
        return (*self.spans, self.caption) if self.caption else self.spans


def read_passages(prose: Prose, tables: tuple[Table, ...]) -> tuple[Passage, ...]:
    """The passages of a page in order, the words of captions and boxes included; headings are none."""
    found = [*_paragraphs(prose.lines, tables), *(row for table in tables for row in _rows(table))]
    return tuple(sorted(found, key=lambda passage: passage.start))


def _rows(table: Table) -> Iterator[Passage]:
    # The first row names what the columns hold, as a heading does; the second is the line of dashes.
    for row in table.rows[2:] if not table.fault else ():
        yield Passage("table row", ((row.start, row.end),), table.caption)


def _paragraphs(lines: list[Line], tables: tuple[Table, ...]) -> list[Passage]:
    in_table = {row.start for table in tables for row in table.rows}
    passages: list[Passage] = []
    open_items: list[tuple[Line, int]] = []
    index = 0
    while index < len(lines):
        line, last = lines[index], segment_end(lines, index)
        index = last + 1
        if not line.text or line.content in in_table or line.is_heading or line.is_block_mark or line.is_rule:
            continue
        span = line.content, lines[last].end
        # A further paragraph of an item is indented below its mark; an item beside or above it ends it.
        while open_items and not _is_inside(line, open_items[-1][0]):
            open_items.pop()
        if line.is_item:
            open_items.append((line, len(passages)))
            passages.append(Passage("list item", (span,)))
        elif open_items:
            item = open_items[-1][1]
            passages[item] = replace(passages[item], spans=(*passages[item].spans, span))
        else:
            passages.append(Passage("paragraph", (span,)))
    return passages


def _is_inside(line: Line, item: Line) -> bool:
    return line.level > item.level and line.quote >= item.quote
