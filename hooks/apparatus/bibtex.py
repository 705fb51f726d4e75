"""BibTeX's own syntax, as pybtex reads it: what the value of a field says, and where each field stands."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
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


@dataclass(frozen=True, slots=True)
class Value:
    """What stands after the equals sign of a field."""

    text: str = ""
    """Without its outer braces or quotes, strings put in, white space folded."""
    fault: str = ""
    """Why it cannot be read, to go after the field's name; empty where it can."""


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
