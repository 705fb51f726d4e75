"""The square brackets in a page's prose, paired as Python-Markdown pairs them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from apparatus.syntax.lines import ITEM, NOTE, TASK, Line, segment_end
from apparatus.syntax.prose import Prose, Span

BRACKET = re.compile(r"[\[\]]")


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pair of square brackets that no other pair encloses, such as `[FSH]`."""

    start: int
    """Offset of `[`."""
    end: int
    """Offset of the character after `]`."""
    text: str
    """What stands between, as the author typed it."""
    nested: bool
    """Whether another pair stands inside."""
    opens_line: bool
    """Whether nothing but a list marker or a quote mark stands before it on its line."""
    limit: int
    """Offset at which its paragraph, table cell or list item ends."""

    @property
    def is_open(self) -> bool:
        """Whether nothing closes it."""
        return self.start == self.end


def read_brackets(text: str, prose: Prose) -> list[Bracket]:
    """The outermost bracket pairs of a page in the order of the text; check boxes of task lists are none.

    A `[` that nothing closes is a pair that ends where it starts.
    """
    lines = prose.lines
    found: list[Bracket] = []
    index = 0
    while index < len(lines):
        last = segment_end(lines, index)
        if lines[index].text:
            found.extend(_in_segment(text, prose.text, lines, index, last))
        index = last + 1
    return found


def _in_segment(text: str, prose: str, lines: list[Line], index: int, last: int) -> Iterator[Bracket]:
    contents = {offset for line in lines[index : last + 1] for offset in _openings(line)}
    span = _after_task(lines[index]), lines[last].end
    for start, end in _cells(prose, span) if lines[index].in_table else [span]:
        pairs = _pairs(prose, start, end)
        firsts = [first for first, _ in pairs]
        for first, after in _outermost(pairs):
            nested = bisect_left(firsts, after) - bisect_right(firsts, first) > 0
            yield Bracket(first, after, text[first + 1 : after - 1], nested, first in contents, end)


def _cells(prose: str, span: Span) -> Iterator[Span]:
    # Escaped pipes and pipes in code are blank by now, so each one left divides two cells.
    start, end = span
    for cell in prose[start:end].split("|"):
        yield start, start + len(cell)
        start += len(cell) + 1


def _pairs(prose: str, start: int, end: int) -> list[Span]:
    open_at: list[int] = []
    pairs: list[Span] = []
    for match in BRACKET.finditer(prose, start, end):
        if match[0] == "[":
            open_at.append(match.start())
        elif open_at:
            pairs.append((open_at.pop(), match.end()))
    return sorted([*pairs, *((start, start) for start in open_at)])


def _outermost(pairs: list[Span]) -> Iterator[Span]:
    reached = -1
    for first, after in pairs:
        if first >= reached:
            yield first, after
            reached = after


def _openings(line: Line) -> tuple[int, int]:
    marker = ITEM.match(line.text) or NOTE.match(line.text)
    after = marker.end() if marker else 0
    return line.content, line.content + after + len(line.text[after:]) - len(line.text[after:].lstrip())


def _after_task(line: Line) -> int:
    task = TASK.match(line.text)
    return line.content + (task.end(1) if task else 0)
