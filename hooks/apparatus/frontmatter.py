"""The YAML at the head of a page: what it says, where each key stands, and where the body starts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import yaml

# The pattern that MkDocs uses, so that both agree on where the front matter ends.
# ---
# title: Hormones
# ---
BLOCK = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)

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
        """The value of a key where it is a date, such as `2026-11-23`."""
        value = self.values.get(key)
        return value if isinstance(value, date) else None


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of a page's text; an empty one where there is none."""
    block = BLOCK.match(text)
    if block is None:
        return FrontMatter()
    yaml_text, start = block["yaml"] or "", block.start("yaml") if block["yaml"] else block.end()
    try:
        node = yaml.compose(yaml_text, Loader=yaml.SafeLoader)
        values = yaml.safe_load(yaml_text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return _faulty(block.end(), start, error)
    if node is None:
        return FrontMatter(block.end())
    if not isinstance(node, yaml.MappingNode) or not isinstance(values, dict):
        return FrontMatter(block.end(), fault="is not a list of `key: value` lines", fault_offset=start)
    offsets = {str(key.value): start + key.start_mark.index for key, _ in node.value}
    return FrontMatter(block.end(), {str(key): value for key, value in values.items()}, offsets)


def _faulty(end: int, start: int, error: Exception) -> FrontMatter:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error) or "nested too deeply"
    offset = start + mark.index if mark is not None else start
    return FrontMatter(end, fault=f"is not YAML: {problem}", fault_offset=min(offset, end))
