"""Mentions, citations and links: what the square brackets of a page stand for.

Only the shape is read here; whether a name or a key exists is for the checks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from apparatus.syntax.brackets import Bracket, read_brackets
from apparatus.syntax.prose import Prose

WHITE_SPACE = re.compile(r"\s+")
# Quote marks, and the indentation of a list item's or a note's further lines, are gone when links are read.
QUOTE_BREAK = re.compile(r"\n(?:[ ]*>[ ]?)+")
INNER_BREAK = re.compile(r"\n(?:[ ]{4}|[ ]{0,3}>[ ]?)+")
# @raman2002aromatase
KEY = re.compile(r"@(?P<key>[\w:./+-]*\w)")
# [@raman2002aromatase]   [@raman2002aromatase; @helo2015randomized]
CITATION = re.compile(r"[ \t]*@[\w:./+-]*\w[ \t]*(?:;[ \t]*@[\w:./+-]*\w[ \t]*)*")
# [@raman2002aromatase;      where a row of a table ends within it
BROKEN = re.compile(r"\[@[^\[\]\n]*\n[^\[\]\n]*\]")
BROKEN_FAULT = "is broken over two lines"
IN_LINK = "stands inside the words of a link"
TOUCHES = "is followed, with only white space between, by"
"""How the fault begins that two mentions share when nothing but white space stands between them."""
# an at sign without a word, dot or other at sign before it: it starts a key and not the host of an address
AT = re.compile(r"(?<![\w.@+-])@[A-Za-z0-9]")
# <https://example.org/>
AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*://[^<>\n]*>")
# (page.md#place)   (<page.md> "Title")
TARGET = re.compile(
    r"\(\s*+(?:<(?P<angled>[^<>]*)>|(?P<plain>(?:[^()\"']|\([^()]*\))*+))"
    r"(?:\s*+(?:\"[^\"]*\"|'[^']*'))?+[^()]*+\)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A use of a term: `[FSH]`, or `[the hormone][FSH]` with its own words."""

    start: int
    """Offset of the first `[`."""
    end: int
    """Offset after the last `]`."""
    words: str
    """What a reader reads."""
    name: str
    """The name or alias it calls on, white space folded."""
    fault: str = ""
    """Why Python-Markdown would read something else here; empty where it would not."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A use of an entry: one key of `[@key]` or `[@key; @other]`."""

    start: int
    """Offset of its `@`."""
    key: str
    """The key without the `@`."""
    block: int
    """Offset of the `[` of the block it stands in."""
    block_end: int
    """Offset after the `]` of that block."""
    fault: str = ""
    """Why the block is not one that mkdocs-bibtex can read; empty where it is."""


@dataclass(frozen=True, slots=True)
class Link:
    """An inline link or image, `[words](target)` or `![words](target)`, or an autolink."""

    start: int
    """Offset of its first character."""
    text: tuple[int, int]
    """Where its words stand."""
    end: int
    """Offset after its last character."""
    target: str
    """Where it leads, as the author typed it."""


@dataclass(frozen=True, slots=True)
class References:
    """Everything that the brackets of one page stand for, each in the order of the text."""

    mentions: tuple[Mention, ...] = ()
    """Uses of terms, malformed ones included."""
    citations: tuple[Citation, ...] = ()
    """Uses of entries, malformed ones included."""
    links: tuple[Link, ...] = ()
    """Links, images and autolinks."""
    notes: tuple[tuple[int, str], ...] = ()
    """Marks of the author's own footnotes, such as `[^why]`: offset and name."""


def read_references(text: str, prose: Prose) -> References:
    """The mentions, citations, links and footnote marks in the prose of a page's text."""
    autolinks = [
        Link(match.start(), match.span(), match.end(), match[0][1:-1])
        for match in AUTOLINK.finditer(prose.text)
    ]
    found = list(_read(text, prose.text, read_brackets(text, prose), autolinks))
    return References(
        tuple(item for item in found if isinstance(item, Mention)),
        tuple(item for item in found if isinstance(item, Citation)),
        tuple(item for item in found if isinstance(item, Link)) + tuple(autolinks),
        tuple(item for item in found if isinstance(item, tuple)),
    )


Item = Mention | Citation | Link | tuple[int, str]


def _read(text: str, prose: str, brackets: list[Bracket], autolinks: list[Link]) -> Iterator[Item]:
    reached = 0
    for index, bracket in enumerate(brackets):
        if bracket.start < reached:
            continue
        following = brackets[index + 1] if index + 1 < len(brackets) else None
        items = list(_read_one(text, prose, bracket, following))
        if _is_inside(bracket.start, autolinks):
            items = [_mention(bracket, "stands inside a link")]
        reached = max((item.end for item in items if isinstance(item, Mention | Link)), default=bracket.end)
        yield from items


def _is_inside(offset: int, links: list[Link]) -> bool:
    """Whether an offset is within one of a list of links, which is sorted."""
    before = bisect_left(links, offset, key=lambda link: link.start) - 1
    return before >= 0 and offset < links[before].end


def _read_one(text: str, prose: str, bracket: Bracket, following: Bracket | None) -> Iterator[Item]:
    if bracket.is_open:
        yield from _read_open(text, prose, bracket)
        return
    image = bracket.start > 0 and prose[bracket.start - 1] == "!"
    if bracket.text.startswith("^"):
        yield bracket.start, bracket.text[1:]
    elif target := _target(text, prose, bracket):
        yield from _read_link(text, bracket, target, image)
    elif AT.search(bracket.text) and not bracket.nested:
        yield from _read_citations(prose, bracket)
    elif prose[bracket.end : bracket.end + 1] == "(":
        yield _mention(bracket, "is followed by a parenthesis that reads as the start of an address")
    elif image:
        yield _mention(bracket, "stands directly after `!`, which makes it an image")
    else:
        yield _read_mention(prose, bracket, following)


def _read_open(text: str, prose: str, bracket: Bracket) -> Iterator[Item]:
    """A bracket without a partner: a citation that goes on in the next line, as in a row; else a mention."""
    if broken := BROKEN.match(prose, bracket.start):
        for key in KEY.finditer(text, bracket.start, broken.end()):
            yield Citation(key.start(), key["key"], bracket.start, broken.end(), BROKEN_FAULT)
    else:
        yield Mention(bracket.start, bracket.start + 1, "", "", "has no closing bracket")


def _target(text: str, prose: str, bracket: Bracket) -> re.Match[str] | None:
    if prose[bracket.end : bracket.end + 1] != "(":
        return None
    return TARGET.match(text, bracket.end, bracket.limit)


def _read_link(text: str, bracket: Bracket, target: re.Match[str], image: bool) -> Iterator[Item]:
    words = bracket.start + 1, bracket.end - 1
    address = (target["angled"] or target["plain"] or "").strip()
    yield Link(bracket.start - image, words, target.end(), address)
    for inner in re.finditer(r"\[([^\[\]]*)\]", bracket.text) if bracket.nested else ():
        yield from _inside_link(words[0] + inner.start(), words[0] + inner.end(), inner[1])
    for key in KEY.finditer(text, *words) if not bracket.nested else ():
        if AT.match(text, key.start()):
            yield Citation(key.start(), key["key"], bracket.start, bracket.end, IN_LINK)


def _inside_link(start: int, end: int, words: str) -> Iterator[Item]:
    if key := KEY.match(words):
        yield Citation(start + 1, key["key"], start, end, IN_LINK)
    else:
        yield Mention(start, end, words, fold(words), IN_LINK)


def _read_citations(prose: str, bracket: Bracket) -> Iterator[Citation]:
    fault = _citation_fault(prose, bracket)
    for key in KEY.finditer(bracket.text):
        if AT.match(bracket.text, key.start()):
            start = bracket.start + 1 + key.start()
            yield Citation(start, key["key"], bracket.start, bracket.end, fault)


def _citation_fault(prose: str, bracket: Bracket) -> str:
    if "\n" in bracket.text:
        return BROKEN_FAULT
    if not CITATION.fullmatch(bracket.text):
        return "holds more than keys with `;` between them"
    if bracket.opens_line and prose[bracket.end : bracket.end + 1] == ":":
        return "starts a line and is followed by a colon, which makes it a footnote's definition"
    if prose[bracket.end : bracket.end + 1] == "{":
        return "is followed by an attribute list"
    return ""


def _read_mention(prose: str, bracket: Bracket, following: Bracket | None) -> Mention:
    if bracket.nested:
        return _mention(bracket, "holds other brackets")
    if bracket.opens_line and prose[bracket.end : bracket.end + 1] == ":":
        return _mention(bracket, "starts a line and is followed by a colon, which makes it a link definition")
    gap = _gap(prose, bracket, following)
    if following is None or gap is None:
        return _mention(bracket)
    if gap:
        return _mention(bracket, f"{TOUCHES} `[{following.text}]`")
    name = fold(following.text) or fold(bracket.text)
    return Mention(bracket.start, following.end, bracket.text, name)


def _gap(prose: str, bracket: Bracket, following: Bracket | None) -> str | None:
    """What stands between two brackets that Python-Markdown reads as one, `[words][name]`; else nothing."""
    if following is None or following.is_open or following.nested or following.text.startswith("^"):
        return None
    between = prose[bracket.end : following.start]
    # A quoted line may go on from a line without its mark, so a quote mark alone parts nothing.
    if AT.search(following.text) or (following.start >= bracket.limit and not QUOTE_BREAK.fullmatch(between)):
        return None
    gap = INNER_BREAK.sub("\n", between)
    return gap if len(gap) <= 1 and not gap.strip() else None


def _mention(bracket: Bracket, fault: str = "") -> Mention:
    return Mention(bracket.start, bracket.end, bracket.text, fold(bracket.text), fault)


def fold(name: str) -> str:
    """A name with each run of white space, line breaks in quotes too, as one space, as it is looked up."""
    return WHITE_SPACE.sub(" ", INNER_BREAK.sub("\n", name))
