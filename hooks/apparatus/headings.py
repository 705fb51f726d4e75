"""Headings and attribute lists: `## Where estradiol comes from { #where-from }`."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markdown.extensions.attr_list import get_attrs_and_remainder

from apparatus.lines import read_lines
from apparatus.prose import Prose

HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]*(?P<title>.*?)[ \t]*(?P<attributes>\{[^{}]*\})?[ \t#]*", re.DOTALL)


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

    @property
    def id(self) -> str:
        """The id that the author gave it, or nothing."""
        return self.attributes.get("id", "")


def read_headings(text: str, prose: Prose, begin: int = 0) -> tuple[Heading, ...]:
    """The headings of a page in order."""
    return tuple(_headings(text, prose, begin))


def _headings(text: str, prose: Prose, begin: int) -> Iterator[Heading]:
    for line in read_lines(prose.text, begin):
        if line.is_heading:
            heading = HEADING.fullmatch(text, line.content, line.content + len(line.text))
            if heading:
                yield _heading(heading, line.end)


def _heading(heading: re.Match[str], end: int) -> Heading:
    attributes = read_attributes(heading["attributes"] or "{}")
    start = heading.start("attributes") if heading["attributes"] else end
    title = html.unescape(heading["title"])
    return Heading(heading.start(), end, len(heading["marks"]), title, attributes, start)


def read_attributes(text: str) -> dict[str, str]:
    """What an attribute list such as `{ #id .class lang="la" }` sets; classes share the key `class`."""
    pairs, _ = get_attrs_and_remainder(text.strip("{}").removeprefix(":").strip())
    found: dict[str, str] = {}
    for name, value in pairs:
        if name == ".":
            found["class"] = f"{found.get('class', '')} {value}".strip()
        else:
            found[name] = value or ""
    return found
