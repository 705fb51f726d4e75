"""What the guide's Markdown leaves out: indented code, snippets, abbreviations, HTML, hidden characters."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from apparatus.model.exhibits import read_exhibits
from apparatus.syntax.lines import FENCE, NOTE, Line
from apparatus.syntax.prose import FILLER, Prose, shares_line

DEEPEST = 12
"""Levels of lists and quotes that may stand in one another; far below what stops Python-Markdown."""
BOXES = frozenset(
    {"admonition", "note", "attention", "caution", "danger", "error", "tip", "hint", "warning", "important"}
)
BLOCKS = BOXES | {"caption", "figure-caption", "table-caption", "exhibit"}
"""The blocks that pages may open: exhibits, and what pymdownx.blocks has with the options of mkdocs.yml."""
ALLOWED_SCHEMES = frozenset({"", "http", "https", "mailto"})

# The private characters stand in for what mkdocs-bibtex must not see.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ue000-\uf8ff]+")
SNIPPET = re.compile(r"-{1,}8<-{1,}")
ABBREVIATION = re.compile(r"\*\[[^\]\n]*\]:")
# - # Title    1. > quoted    [^why]: - item    - ```
AFTER_MARK = re.compile(
    r"(?:(?:[*+-]|\d+\.)[ \t]+|\[\^[^\]\n]*\]:[ \t]*)"
    r"(?P<block>#|>|/{3}|[*+-][ \t]|\d+\.[ \t]|`{3,}[^`]*$|~{3,}|\[\^[^\]\n]*\]:)"
)
# ```py title="a.py"    ~~~ two words
LOOSE_FENCE = re.compile(r"`{3,}[^`]+|~{3,}.*")
# /// warning | Title    ///
BLOCK_MARK = re.compile(r"(?P<slashes>/{3,})(?:[ ]*(?P<name>[\w-]+)[ ]*(?:\|.*)?)?")
# - item    1. item; another number may begin a wrapped line, as in "since 2013. Then"
STARTS_LIST = re.compile(r"(?:[*+-]|1\.)[ \t]+.")
UNDERLINE = re.compile(r"=+|-+")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something that the dialect leaves out, at its place."""

    start: int
    """Offset of its first character."""
    what: str
    """What it is, to be read after `this is`."""
    help: str
    """What to write instead."""


def read_oddities(text: str, prose: Prose) -> tuple[Oddity, ...]:
    """The places of a page that its dialect leaves out, raw HTML aside."""
    lines = prose.lines
    hidden = [
        Oddity(match.start(), "a control character", "delete the character; it cannot be seen")
        for match in CONTROL.finditer(text)
    ]
    # A fence that nothing closes may hide the end of a block.
    marks = _loose_block_marks(lines) if prose.unclosed_fence is None else ()
    found = (
        *hidden,
        *_faulty_exhibits(lines),
        *_comments(text, prose),
        *_by_line(lines),
        *_torn_quotes(lines),
        *_misplaced_blocks(lines),
        *marks,
    )
    first_at: dict[int, Oddity] = {}
    for oddity in found:
        first_at.setdefault(oddity.start, oddity)
    return tuple(first_at.values())


def _comments(text: str, prose: Prose) -> Iterator[Oddity]:
    """Comments of several lines that text shares a line with: where their paragraph ends is hard to tell."""
    for start, end in prose.comments:
        before = text[text.rfind("\n", 0, start) + 1 : start]
        if "\n" in text[start:end] and (before.strip() or shares_line(text, end)):
            help = "put a comment of several lines on lines of its own"
            yield Oddity(start, "a comment of several lines beside text", help)


def _by_line(lines: list[Line]) -> Iterator[Oddity]:
    for index, line in enumerate(lines):
        if SNIPPET.match(line.text):
            yield Oddity(line.content, "a snippet from another file", "write the text itself here")
        elif ABBREVIATION.match(line.text):
            help = "add the word to docs/glossary.md instead"
            yield Oddity(line.content, "an abbreviation's definition", help)
        elif LOOSE_FENCE.fullmatch(line.text) and not FENCE.fullmatch(line.text):
            help = "write the language alone after the marks, such as `python`"
            yield Oddity(line.content, "a fence with more than a language after its marks", help)
        elif not line.is_rule and (block := AFTER_MARK.match(line.text)):
            what = "a block that starts on the line of a list marker or footnote mark"
            help = "put it on a line of its own, indented by four spaces"
            yield Oddity(line.content + block.start("block"), what, help)
        elif _is_underline(line, lines[index - 1] if index else None):
            help = "start the heading's line with `#` marks instead"
            yield Oddity(line.content, "an underlined heading", help)
        elif line.text and (line.quote > DEEPEST or line.level > DEEPEST):
            yield Oddity(line.content, "a list or quote nested too deeply", "say it with fewer levels")
            return


def _is_underline(line: Line, above: Line | None) -> bool:
    under_text = above is not None and (bool(above.text) or above.quote > line.quote) and not above.is_heading
    return UNDERLINE.fullmatch(line.text) is not None and (under_text or line.text.startswith("="))


def _misplaced_blocks(lines: list[Line]) -> Iterator[Oddity]:
    """Blocks that stand too deep, or under text without a blank line, so that they read as something else."""
    allowed, first = 0, None
    for line in lines:
        if not line.text:
            first = None
        elif first is None:
            if line.level > allowed:
                help = (
                    "take away the white space at its start, or put code between two lines of three backticks"
                )
                yield Oddity(line.content, "code by indentation", help)
            allowed = min(line.level, allowed) + _opens(line)
            first = line
        elif oddity := _beneath(line, first):
            yield oddity
            first = line
        elif _opens(first) and _opens(line):
            allowed = min(line.level, allowed) + 1
        if line.is_heading or line.is_block_mark or line.is_rule:
            first = None


def _opens(line: Line) -> bool:
    return line.is_item or NOTE.match(line.text) is not None


def _beneath(line: Line, first: Line) -> Oddity | None:
    """What is wrong with a line that follows others without a blank line, the first of them being `first`."""
    if line.level > first.level and (line.is_heading or line.is_block_mark or line.is_row):
        return Oddity(line.content, "an indented block under a line of text", "leave a blank line above it")
    if STARTS_LIST.match(line.text) and not _opens(first) and line.quote == first.quote:
        return Oddity(line.content, "a list under a line of text", "leave a blank line above the list")
    return None


def _torn_quotes(lines: list[Line]) -> Iterator[Oddity]:
    """Quoted lines that go on after one without its mark: whether that one is theirs is hard to tell."""
    quoted = torn = False
    for line in lines:
        if torn and line.quote:
            help = "begin each line of the quote with `>`"
            yield Oddity(line.content, "a quote that a line without its mark tears", help)
        # A code span over several lines hides their marks.
        torn = quoted and bool(line.text) and not line.quote and not line.text.startswith(FILLER)
        quoted = line.quote > 0 or (quoted and bool(line.text))


def _loose_block_marks(lines: list[Line]) -> Iterator[Oddity]:
    """Marks of blocks that open nothing known, or that nothing opens or closes."""
    opened: list[tuple[Line, str]] = []
    spared = 0
    for line in lines:
        mark = BLOCK_MARK.fullmatch(line.text)
        if mark is None:
            if line.is_block_mark:
                yield _stray(line)
            continue
        if mark["name"]:
            if opened and len(mark["slashes"]) >= len(opened[-1][1]):
                yield _unclosed(*opened.pop())
                spared += 1
            if mark["name"] in BLOCKS:
                opened.append((line, mark["slashes"]))
            else:
                yield _stray(line)
                spared += 1
        elif opened and mark["slashes"] == opened[-1][1]:
            opened.pop()
        elif spared:
            # It closes what was reported above: one mistake, one finding.
            spared -= 1
        else:
            yield _stray(line)
    yield from (_unclosed(*block) for block in opened)


def _faulty_exhibits(lines: list[Line]) -> Iterator[Oddity]:
    for exhibit in read_exhibits(lines):
        if exhibit.fault:
            yield Oddity(exhibit.start, exhibit.fault, exhibit.help)


def _stray(line: Line) -> Oddity:
    help = f"open a block with `/// ` and one of: {', '.join(sorted(BLOCKS))}; close it with as many slashes"
    return Oddity(line.content, "a block's mark that fits no block", help)


def _unclosed(line: Line, slashes: str) -> Oddity:
    return Oddity(line.content, "a block that nothing closes", f"close it with a line of `{slashes}`")


def is_safe_address(address: str) -> bool:
    """Whether an address is relative or leads to http, https or mailto, however it is disguised."""
    plain = re.sub(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]", "", html.unescape(address))
    scheme = SCHEME.match(plain)
    # Browsers take `\` for `/`, and two of them for the start of a host.
    return (scheme[1].lower() if scheme else "") in ALLOWED_SCHEMES and not plain.replace(
        "\\", "/"
    ).startswith("//")
