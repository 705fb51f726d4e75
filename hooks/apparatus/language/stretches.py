"""What a reader reads on a page: a page comes in, its paragraphs, list items, captions and cells go out.

Gone are front matter, headings, titles and marks of blocks, code, comments, images, addresses, citations,
footnote marks, emphasis and list marks; of a mention or a link its words are left. What a sentence is, this
module does not know.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from apparatus.model.page import Page
from apparatus.syntax.lines import ITEM, NOTE, TASK, Line, segment_end
from apparatus.syntax.prose import Span

# **   _ before or after a word   &nbsp;   { .class }
MARKUP = re.compile(
    r"\*+|(?<![^\W_])_+|_+(?![^\W_])|(?P<entity>&#?\w+;)|\{:?[ ]*[#.][\w-][^{}\n]*\}", re.ASCII
)
CELL = re.compile(r"[^|]+")
OPENING_MARKS = "[*_"
"""What may stand right before the first word of a sentence in the file and is not read."""

Cut = tuple[int, int, str]
"""A span of a file that no reader sees, and what is read in its place."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph, list item, caption or table cell, as it is read."""

    start: int
    """Offset in the file of its first character."""
    text: str
    """Its words; a line end is a space."""
    in_table: bool
    """Whether it is a cell of a table."""
    pieces: tuple[tuple[int, int], ...]
    """Where each piece starts that the file and `text` share: its offset in `text`, and that in the file."""

    def place(self, offset: int) -> int:
        """The offset in the file of a character of `text`."""
        at, place = self.pieces[bisect_right(self.pieces, offset, key=lambda piece: piece[0]) - 1]
        return place + offset - at


def read_stretches(page: Page) -> Iterator[Stretch]:
    """The stretches of a page, in order."""
    text, lines = page.prose.text, page.prose.lines
    cuts = _cuts(page)
    index = 0
    while index < len(lines):
        last = segment_end(lines, index)
        for spans in _spans(text, lines[index : last + 1]):
            yield _stretch(text, spans, cuts, lines[index].in_table or lines[index].is_row)
        index = last + 1


def _spans(text: str, lines: list[Line]) -> Iterator[list[Span]]:
    """Where the words of each stretch in a segment stand, line by line."""
    first = lines[0]
    if not first.text or first.is_heading or first.is_block_mark or first.is_rule:
        return
    if first.in_table or first.is_row:
        # Escaped pipes and pipes in code are blank by now, so each one left divides two cells.
        if not first.is_separator:
            yield from ([cell.span()] for cell in CELL.finditer(text, first.content, first.end))
        return
    mark = TASK.match(first.text) or ITEM.match(first.text) or NOTE.match(first.text)
    after = 0 if mark is None else mark.end(1) if mark.re is TASK else mark.end()
    yield [(first.content + after, first.end), *((line.content, line.end) for line in lines[1:])]


def _stretch(text: str, spans: list[Span], cuts: list[Cut], in_table: bool) -> Stretch:
    words, pieces, length = list[str](), list[tuple[int, int]](), 0
    for start, end in spans:
        for at, piece in [*_pieces(text, start, end, cuts), (end, " ")]:
            pieces.append((length, at))
            words.append(piece)
            length += len(piece)
    return Stretch(spans[0][0], "".join(words), in_table, tuple(pieces))


def _pieces(text: str, start: int, end: int, cuts: list[Cut]) -> Iterator[tuple[int, str]]:
    """What is left between two offsets, each piece after its own."""
    index = max(0, bisect_left(cuts, (start,)) - 1)
    while start < end:
        cut, after, put = cuts[index] if index < len(cuts) else (end, end, "")
        if cut > start:
            yield start, text[start : min(cut, end)]
        if put and start <= cut < end:
            yield cut, put
        start = max(start, after) if cut < end else end
        index += 1


def _cuts(page: Page) -> list[Cut]:
    """All that is cut out of a page's prose, sorted, none inside another."""
    cuts: list[Cut] = []
    for start, end, put in sorted([*_references(page), *_markup(page.prose.text)]):
        if not cuts or start >= cuts[-1][1]:
            cuts.append((start, end, put))
        elif end > cuts[-1][1]:
            cuts.append((cuts[-1][1], end, ""))
    return cuts


def _references(page: Page) -> Iterator[Cut]:
    references = page.references
    for mention in references.mentions:
        words = mention.start + 1
        yield mention.start, words, ""
        yield min(words + len(mention.words), mention.end), mention.end, ""
    for citation in references.citations:
        yield citation.block, citation.block_end, ""
    for link in references.links:
        bracketed = page.source.text[link.start] == "["
        yield link.start, link.text[0] if bracketed else link.end, ""
        yield link.text[1], link.end, ""
    for start, name in references.notes:
        yield start, start + len(name) + len("[^]"), ""


def _markup(text: str) -> Iterator[Cut]:
    for match in MARKUP.finditer(text):
        yield *match.span(), html.unescape(match["entity"] or "")
