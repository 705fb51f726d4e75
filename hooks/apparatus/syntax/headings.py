"""Headings and attribute lists: `## Where estradiol comes from { #where-from }`."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

from markdown.extensions.attr_list import get_attrs_and_remainder

from apparatus.syntax.lines import Line
from apparatus.syntax.prose import Prose

MARKS = re.compile(r"#{1,6}")
# { #where-from }     as the extension attr_list looks for it: after white space, up to the end of the heading
LIST = re.compile(r"(?<=[ \t])\{:?[ ]*[^} ].*\}$")
# what is left of a list that lost a brace:  { #where-from     #where-from }     #where-from data-aliases="x"
REMAINS = re.compile(r"[{}]|(?<= )#(?=\w)|(?<= )[\w-]+=[\"“]")
QUOTES = "\"'“”‘’"

ALLOWED_ATTRIBUTES = frozenset({"id", "class", "lang", "data-aliases", "data-mention"})
"""What an attribute list may set."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading line."""

    start: int
    """Offset of its first `#`."""
    end: int
    """Offset of its line end."""
    level: int
    """1 to 6."""
    title: str
    """Its words, as typed, without the attribute list."""
    attributes: Mapping[str, str]
    """What its attribute list sets; `id` is the one every tier page's heading needs."""
    attributes_start: int
    """Offset of the attribute list's `{`; where there is none, of the line end."""
    attributes_read: bool
    """Whether its attribute list could be read as its author means it, or there is none."""

    @property
    def id(self) -> str:
        """The id that the author gave it, or nothing."""
        return self.attributes.get("id", "")


def read_headings(text: str, prose: Prose) -> tuple[Heading, ...]:
    """The headings of a page in order."""
    return tuple(_heading(text, line) for line in prose.lines if line.is_heading)


def _heading(text: str, line: Line) -> Heading:
    typed = text[line.content : line.content + len(line.text)]
    marks = MARKS.match(typed)
    level = marks.end() if marks else 1
    typed = typed[:level] + typed[level:].rstrip("# \t")
    found = LIST.search(typed, level)
    title = typed[level : found.start() if found else None].strip()
    listed = found[0] if found else "{}"
    start = found.start() if found else typed.find("{")
    start = line.content + start if start >= 0 else line.end
    read = is_readable(listed) and not REMAINS.search(title)
    return Heading(line.content, line.end, level, html.unescape(title), read_attributes(listed), start, read)


def is_readable(text: str) -> bool:
    """Whether a list holds ids, classes and `name="value"` only: no loose words, no quotes astray."""
    pairs, rest = get_attrs_and_remainder(_inside(text))
    return not rest and all(
        value and value[0] not in QUOTES and value[-1] not in QUOTES for _, value in pairs
    )


def read_attributes(text: str) -> dict[str, str]:
    """What an attribute list such as `{ #id .class lang="la" }` sets; classes share the key `class`."""
    pairs, _ = get_attrs_and_remainder(_inside(text))
    found: dict[str, str] = {}
    for name, value in pairs:
        if name == ".":
            found["class"] = f"{found.get('class', '')} {value}".strip()
        else:
            found[name] = value or ""
    return found


def _inside(text: str) -> str:
    return text.strip("{}").removeprefix(":").strip()
