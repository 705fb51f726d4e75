"""BibTeX's own syntax, as pybtex reads it: what a field says, where each stands, how an entry is written."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

MONTHS: Mapping[str, str] = {name[:3].lower(): name for name in calendar.month_name[1:]}
"""Strings that are there without a definition."""

# @article{raman2002aromatase,
OPENING = re.compile(r"@\s*(?P<type>[A-Za-z]+)\s*[{(]\s*(?P<key>[^\s,{}()=]*)\s*,?")
FIELD = re.compile(r"(?P<name>[A-Za-z][\w-]*)\s*=", re.ASCII)
NAME = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
# {braced}   "quoted"   bare     each of them joined to the next by #
PIECE = re.compile(r"\s*(?:(?P<opening>[{\"])|(?P<bare>[^\s{}\"#,=]+))")
JOINT = re.compile(r"\s*(?:#|(?P<end>\Z))")
LINE_FIELD = re.compile(r"^[ \t]*(?P<name>[A-Za-z][\w-]*)[ \t]*=", re.ASCII | re.MULTILINE)
LINE_ENTRY = re.compile(r"^[ \t]*@", re.MULTILINE)
LAST_BRACE = re.compile(r"\n[ \t]*\}[^{}]*\Z")


@dataclass(frozen=True, slots=True)
class Value:
    """What stands after the equals sign of a field."""

    text: str = ""
    """Without its outer braces or quotes, strings put in, white space folded."""
    fault: str = ""
    """Why it cannot be read, to go after the field's name; empty where it can."""


def entry_text(type: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    """An entry as others take it: `@article{key,`, a line for each field, and the brace that ends it."""
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields)
    return f"@{type}{{{key},\n{lines}\n}}"


def read_value(raw: str, strings: Mapping[str, str]) -> Value:
    """The value of a field, such as `{braced}`, `"quoted"`, `2002`, or a string's name, joined by `#`."""
    said, at = "", 0
    while piece := PIECE.match(raw, at):
        if piece["bare"]:
            token = piece["bare"]
            known = token if token.isdigit() else strings.get(token.lower())
            if known is None:
                return Value(fault=f"uses `{token}`, which no `@string` defines")
            said, at = said + known, piece.end()
        else:
            closing = _closing(raw, piece.start("opening"))
            if closing is None:
                return Value(fault="holds a brace or quote without a partner; BibTeX pairs escaped ones too")
            said, at = said + raw[piece.end() : closing], closing + 1
        joint = JOINT.match(raw, at)
        if joint is None:
            break
        if joint["end"] is not None:
            return Value(" ".join(said.split()))
        at = joint.end()
    return Value(fault="goes on after its value ends: a comma is missing, or a brace or quote is astray")


def _closing(raw: str, start: int) -> int | None:
    """The offset of the brace or quote that ends what starts at an offset. A backslash protects neither."""
    depth = 0
    for mark in re.finditer(r"[{}\"]", raw[start:]):
        if mark[0] == '"' and mark.start() and depth == 0 and raw[start] == '"':
            return start + mark.start()
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth == 0 and raw[start] == "{":
            return start + mark.start()
        if depth < 0:
            return None
    return None


def field_places(text: str, start: int) -> Iterator[tuple[str, int]]:
    """The name in lower case and the offset of each field of the entry whose key ends at `start`."""
    depth, at = 0, start
    while at < len(text) and depth >= 0:
        named = FIELD.match(text, at) if depth == 0 and not text[at - 1].isalnum() else None
        if named:
            yield named["name"].lower(), at
            at = named.end()
            continue
        if text[at] in "{}" and text[at - 1] != "\\":
            depth += 1 if text[at] == "{" else -1
        at += 1


def unpaired_field(text: str, start: int) -> tuple[str, int] | None:
    """The name and offset of the first field, on a line of its own, whose braces do not pair.

    The entry is the one that starts at an offset; where braces do not pair, it is told by its lines.
    """
    following = LINE_ENTRY.search(text, text.find("\n", start) + 1 or len(text))
    end = following.start() if following else len(text)
    fields = list(LINE_FIELD.finditer(text, start, end))
    ends = [*(field.start() for field in fields), end][1:]
    for field, after in zip(fields, ends, strict=True):
        value = text[field.end() : after]
        value = LAST_BRACE.sub("", value) if after == end else value
        if value.count("{") != value.count("}"):
            return field["name"], field.start("name")
    return None
