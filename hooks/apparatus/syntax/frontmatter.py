"""The YAML at the head of a page: what it says, where each key stands, and where the body starts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeGuard

import yaml

# The pattern that MkDocs uses, so that both agree on where the front matter ends.
# ---
# title: Hormones
# ---
BLOCK = re.compile(r"---[ \t]*\n(?P<yaml>.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
# MkDocs takes such lines at the head of a page for its meta-data, even without `---`, and does not show them.
META_LINE = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+:")
UNCLOSED = re.compile(r"---[ \t]*\n[ ]{0,3}[A-Za-z0-9_-]+:")

# The parser in C where PyYAML was built with it: it takes a fifth of the time.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Value = str | int | float | bool | date | None | list[object] | dict[object, object]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands between the two `---` lines at the head of a page."""

    end: int = 0
    """Offset of the first character after it; 0 where a page has none."""
    values: Mapping[str, Value] = field(default_factory=dict)
    """What the YAML says."""
    offsets: Mapping[str, int] = field(default_factory=dict)
    """Where each key stands in the file."""
    fault: str = ""
    """Why the YAML could not be read; empty where it could."""
    fault_offset: int = 0
    """Where the fault was met."""

    def text(self, key: str) -> str:
        """The value of a key as text; empty where it is absent."""
        value = self.values.get(key)
        return "" if value is None else str(value)

    def date(self, key: str) -> date | None:
        """The value of a key where it is a date, such as `2026-11-23`, without a time of day."""
        value = self.values.get(key)
        return value if is_date(value) else None


def is_date(value: object) -> TypeGuard[date]:
    """Whether a value is a date without a time of day."""
    return isinstance(value, date) and not isinstance(value, datetime)


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of a page's text; an empty one where there is none."""
    before = len(text) - len(text.lstrip())
    block = BLOCK.match(text, before)
    if block is None:
        return FrontMatter(fault=_stray_fault(text))
    start = block.start("yaml") if block["yaml"] else block.end()
    try:
        found = _read_yaml(block["yaml"] or "", start, block.end())
    except (yaml.YAMLError, RecursionError) as error:
        found = _faulty(block.end(), start, error)
    if before:
        return (
            FrontMatter(block.end(), fault="does not start on the first line")
            if found.values
            else FrontMatter()
        )
    return found


def _stray_fault(text: str) -> str:
    if UNCLOSED.match(text):
        return "has no second line of `---`"
    return "has no lines of `---`, so that the first line would not be shown" if META_LINE.match(text) else ""


def _read_yaml(text: str, start: int, end: int) -> FrontMatter:
    node = yaml.compose(text, Loader=LOADER)
    if node is None:
        return FrontMatter(end)
    if not isinstance(node, yaml.MappingNode):
        return FrontMatter(end, fault="is not a list of `key: value` lines", fault_offset=start)
    values: dict[str, Value] = {}
    offsets: dict[str, int] = {}
    for key_node, value_node in node.value:
        key, offset = str(key_node.value), start + key_node.start_mark.index
        if key in values:
            return FrontMatter(end, fault=f"has `{key}` twice", fault_offset=offset)
        try:
            values[key] = yaml.SafeLoader("").construct_document(value_node)
        except ValueError as error:
            return FrontMatter(end, fault=f"holds a value that does not exist: {error}", fault_offset=offset)
        offsets[key] = offset
    return FrontMatter(end, values, offsets)


def _faulty(end: int, start: int, error: Exception) -> FrontMatter:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error) or "nested too deeply"
    offset = start + mark.index if mark is not None else start
    return FrontMatter(end, fault=f"is not YAML: {problem}", fault_offset=min(offset, end))
