"""The lines of a page as Python-Markdown's block parser sees them: quote marks and indentation aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

# > quoted    > > twice        > in a list item
QUOTE = re.compile(r"(?P<indent>[ ]*)>[ ]?(?:[ ]{0,3}>[ ]?)*")
ITEM = re.compile(r"(?:[*+-]|\d+\.)[ \t]+")
# - [ ] open     - [x] done
TASK = re.compile(r"(?:[*+-]|\d+\.)[ \t]+(\[[ xX]\])[ \t]+\S")
NOTE = re.compile(r"\[\^[^\]\n]*\]:")
# ---   * * *   ===    a rule, or the underline of a heading
RULE = re.compile(r"=+|-+|(?:[*][ ]{0,2}){3,}|(?:-[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,}")
SEPARATOR = re.compile(r"[ |:-]*-[ |:-]*")

# ```python   ~~~   ```{ .yaml }       as pymdownx.superfences opens a fence with the options of mkdocs.yml
FENCE = re.compile(r"(?P<fence>~{3,}|`{3,})(?:[ \t]*\.?[\w#.+-]+(?=[\t ]|$))?(?:[ \t]*\{[^\n]*\})?[ \t]*")
TAB = 4
"""Columns of one level of indentation, as Python-Markdown counts them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset of its line end."""
    content: int
    """Offset of the first character after quote marks and indentation."""
    quote: int
    """How many `>` stand before the content."""
    level: int
    """How many whole levels of four columns the content is indented."""
    flush: bool
    """Whether the content stands exactly at its level, with no odd spaces before it."""
    text: str
    """The content, without trailing white space; empty for a blank line."""
    in_table: bool = False
    """Whether it is a row of a table, with outer pipes or without."""

    @property
    def is_item(self) -> bool:
        """Whether it starts a list item."""
        return ITEM.match(self.text) is not None

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading such as `## Title`."""
        return self.flush and self.text.startswith("#")

    @property
    def is_block_mark(self) -> bool:
        """Whether it opens or closes a block, such as `/// warning | Title`."""
        return self.text.startswith("///")

    @property
    def is_rule(self) -> bool:
        """Whether it draws a rule, or underlines the line above it."""
        return RULE.fullmatch(self.text) is not None

    @property
    def is_row(self) -> bool:
        """Whether it has the shape of a table row with an outer pipe."""
        return self.text.startswith("|")

    @property
    def is_separator(self) -> bool:
        """Whether it is the line of dashes under a table's header."""
        return "|" in self.text and SEPARATOR.fullmatch(self.text) is not None


def read_lines(text: str, begin: int = 0, end: int | None = None) -> list[Line]:
    """The lines of a text between two offsets."""
    lines = list(_lines(text, begin, len(text) if end is None else end))
    for index, line in enumerate(lines):
        if line.is_separator and _is_second(lines, index):
            _mark_table(lines, index - 1)
    return lines


def _lines(text: str, begin: int, stop: int) -> Iterator[Line]:
    start = begin
    while start < stop:
        end = text.find("\n", start, stop)
        end = stop if end < 0 else end
        yield _line(text, start, end)
        start = end + 1


def _line(text: str, start: int, end: int) -> Line:
    prefix = QUOTE.match(text, start, end)
    after_quote, outer = (prefix.end(), len(prefix["indent"]) // TAB) if prefix else (start, 0)
    content = after_quote
    while content < end and text[content] in " \t":
        content += 1
    width = len(text[after_quote:content].expandtabs(TAB))
    quote = text.count(">", start, after_quote)
    level, odd = divmod(width, TAB)
    return Line(start, end, content, quote, outer + level, odd == 0, text[content:end].rstrip(" \t"))


def _is_second(lines: list[Line], index: int) -> bool:
    return index > 0 and bool(lines[index - 1].text) and not (index > 1 and lines[index - 2].text)


def _mark_table(lines: list[Line], first: int) -> None:
    for index in range(first, len(lines)):
        if not lines[index].text:
            return
        if "|" in lines[index].text:
            lines[index] = replace(lines[index], in_table=True)


def segment_end(lines: list[Line], index: int) -> int:
    """The index of the last line of the segment that starts at a line: all that one code span may cover."""
    first, last = lines[index], index
    if (
        not first.text
        or first.is_heading
        or first.is_rule
        or first.is_row
        or first.is_block_mark
        or first.in_table
    ):
        return index
    while last + 1 < len(lines) and lines[last + 1].text and not _starts_segment(lines[last + 1], first):
        last += 1
    return last


def _starts_segment(line: Line, first: Line) -> bool:
    return (
        line.is_heading
        or line.is_block_mark
        or line.is_rule
        or line.is_row
        or line.quote > first.quote
        or FENCE.fullmatch(line.text) is not None
        or NOTE.match(line.text) is not None
        or (first.is_item and line.is_item)
    )
