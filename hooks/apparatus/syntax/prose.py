"""A page's text with everything that is not prose blanked out, every offset kept.

In comes the text of a page; out goes the same text with code, comments, escapes and front matter replaced by
spaces. Whatever is found in it stands at the same offset in the author's file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from apparatus.syntax.lines import FENCE, Line, read_lines, segment_end

Span = tuple[int, int]
"""Offsets of a first character and of the one after the last."""

Blank = tuple[int, int, str]
"""A span, and the character that stands for each of its own."""

FILLER = "\u00b7"
"""Stands for code and escapes within a line: no letter, no white space, so that the line keeps its shape."""

# \[      `      <!--
TOKEN = re.compile(r"\\(?P<escaped>.)|(?P<ticks>`+)|(?P<comment><!--)", re.DOTALL)
TICKS = re.compile("`+")
ESCAPABLE = frozenset("\\`*_{}[]()>#+-.!|/")
"""The characters that Python-Markdown with tables and PyMdown blocks lets a backslash escape."""


@dataclass(frozen=True, slots=True)
class Prose:
    """What is left of a page's text when the rest is blanked."""

    text: str
    """As long as the file's text; what is no prose is spaces, or `FILLER` within a line; line ends stay."""
    comments: tuple[Span, ...]
    """Where the HTML comments stand."""
    fences: tuple[Span, ...]
    """Where the fenced code stands, its fences included."""
    unclosed_fence: int | None
    """Offset of a fence that nothing closes; all after it is blanked."""
    lines: list[Line]
    """Its lines from the end of the front matter on."""


def read_prose(text: str, begin: int = 0) -> Prose:
    """The prose of a page's text, whose front matter ends at `begin`."""
    reader = _Reader(text, begin)
    reader.read()
    blanked = _blank(text, [(0, begin, " "), *reader.blanks])
    return Prose(
        blanked, tuple(reader.comments), tuple(reader.fences), reader.unclosed, read_lines(blanked, begin)
    )


class _Reader:
    """Walks once through a page, segment by segment; a code span never leaves its segment."""

    def __init__(self, text: str, begin: int) -> None:
        self.text = text
        self.lines = read_lines(text, begin)
        self.blanks: list[Blank] = []
        self.comments: list[Span] = []
        self.fences: list[Span] = []
        self.unclosed: int | None = None
        self.muted = 0
        self.comments_close = True

    def read(self) -> None:
        at = self.lines[0].start if self.lines else 0
        index = 0
        while index < len(self.lines):
            line = self.lines[index]
            if at <= line.content and FENCE.fullmatch(line.text):
                at = self._read_fence(index)
            elif not line.text:
                at = line.end + 1
            else:
                end = self.lines[segment_end(self.lines, index)].end
                at = max(self._read_inline(max(at, line.start), end), end + 1)
            while index < len(self.lines) and self.lines[index].end < at:
                index += 1

    def _read_fence(self, index: int) -> int:
        opening = self.lines[index]
        fence = _fence_of(opening)
        for following in range(index + 1, len(self.lines)):
            line = self.lines[following]
            if line.text == fence and _same_place(line, opening):
                return self._fenced(opening.start, line.end)
            if line.text and not _inside(line, opening):
                break
        self.unclosed = opening.content
        return self._fenced(opening.start, len(self.text))

    def _fenced(self, start: int, end: int) -> int:
        self.fences.append((start, end))
        self.blanks.append((start, end, " "))
        return end + 1

    def _read_inline(self, start: int, end: int) -> int:
        at, self.muted = start, 0
        while at < end and (token := TOKEN.search(self.text, at, end)):
            at = self._read_token(token, end)
        return at

    def _read_token(self, token: re.Match[str], end: int) -> int:
        if token["ticks"]:
            return self._read_code(token, end)
        if token["comment"]:
            return self._read_comment(token)
        if token["escaped"] in ESCAPABLE:
            self.blanks.append((*token.span(), FILLER))
            return token.end()
        return token.start() + 1

    def _read_code(self, token: re.Match[str], end: int) -> int:
        start = max(token.start(), self.muted)
        if start >= token.end():
            return token.end()
        span = code_span(self.text, start, token.end(), end)
        if span is None:
            # Python-Markdown's own slip: after a run without a partner it skips as many characters again.
            self.muted = token.end() + token.end() - start
            return token.end()
        self.blanks.append((*span, FILLER))
        return span[1]

    def _read_comment(self, token: re.Match[str]) -> int:
        closing = self.text.find("-->", token.end()) if self.comments_close else -1
        if closing < 0:
            self.comments_close = False
            return token.end()
        span = token.start(), closing + 3
        self.comments.append(span)
        self.blanks.append((*span, FILLER if shares_line(self.text, span[1]) else " "))
        return span[1]


def shares_line(text: str, end: int) -> bool:
    """Whether something but white space follows on the line where a comment ends."""
    line_end = text.find("\n", end)
    return bool(text[end : line_end if line_end >= 0 else len(text)].strip())


def code_span(text: str, start: int, opened: int, end: int) -> Span | None:
    """The code span that the backticks between `start` and `opened` begin, if one ends before `end`.

    As Python-Markdown pairs them: the next run of the same length closes; failing that, the longest shorter
    run does, and the surplus backticks before the span are text.
    """
    ticks, longest = opened - start, (0, 0)
    for run in TICKS.finditer(text, opened, end):
        first, last = run.span()
        if last - first == ticks:
            return start, last
        longest = max(longest, (first, last), key=lambda found: found[1] - found[0])
    first, last = longest
    if not 0 < last - first < ticks:
        return None
    return opened - (last - first), last


def _fence_of(line: Line) -> str:
    opening = FENCE.fullmatch(line.text)
    return opening["fence"] if opening else ""


def _same_place(line: Line, opening: Line) -> bool:
    return line.quote == opening.quote and line.content - line.start == opening.content - opening.start


def _inside(line: Line, opening: Line) -> bool:
    return line.quote >= opening.quote and line.content - line.start >= opening.content - opening.start


def _blank(text: str, spans: list[Blank]) -> str:
    # Blanked, not cut: every later offset still points into the author's file.
    pieces = list(_pieces(text, sorted(spans)))
    return "".join(pieces)


def _pieces(text: str, spans: list[Blank]) -> Iterator[str]:
    at = 0
    for start, end, filler in spans:
        yield text[at:start]
        yield "\n".join(filler * len(line) for line in text[start:end].split("\n"))
        at = end
    yield text[at:]
