"""The list of changes of meaning: its page comes in, its days and what changed on each go out.

Only the shape is read here; whether it is the right one is for the checks.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from apparatus.model.page import Page
from apparatus.syntax.headings import Heading
from apparatus.syntax.lines import ITEM

PATH = "docs/about/changes.md"
"""The page that lists them."""
DAY_LEVEL = 2
# 2026-11-23
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Change:
    """What changed on one page: `- [Safety](../fundamentals/safety.md): now names chest pain.`"""

    start: int
    """Offset of its list item."""
    target: str
    """Where the link at its beginning leads, as typed; empty where it begins with none."""
    words: str
    """What stands after that link."""

    @property
    def path(self) -> str:
        """The page that it names, such as `docs/fundamentals/safety.md`; empty where it names none."""
        target = self.target.partition("#")[0]
        start = "docs" if target.startswith("/") else posixpath.dirname(PATH)
        return posixpath.normpath(f"{start}/{target}") if target else ""


@dataclass(frozen=True, slots=True)
class Day:
    """What changed on one day."""

    heading: Heading
    """Such as `## 2026-11-23 { #d-2026-11-23 }`."""
    changes: tuple[Change, ...]
    """The items below it, in order."""

    @property
    def date(self) -> date | None:
        """The day, where the heading is one."""
        try:
            return date.fromisoformat(self.heading.title) if DAY.fullmatch(self.heading.title) else None
        except ValueError:
            return None


def read_days(page: Page) -> tuple[Day, ...]:
    """The days of the list, in the order of the page; what stands above the first is no part of it."""
    headings = [heading for heading in page.headings if heading.level == DAY_LEVEL]
    starts = [*(heading.start for heading in headings), len(page.source.text)]
    return tuple(
        Day(heading, tuple(_changes(page, heading.end, end)))
        for heading, end in zip(headings, starts[1:], strict=True)
    )


def _changes(page: Page, start: int, end: int) -> Iterator[Change]:
    lines = [line for line in page.prose.lines if start <= line.start < end]
    items = [line for line in lines if line.is_item and not line.level and not line.quote]
    links = {link.start: link for link in page.references.links}
    for item, following in pairwise([*(line.content for line in items), end]):
        mark = ITEM.match(page.prose.text, item)
        link = links.get(mark.end()) if mark else None
        words = page.prose.text[link.end if link else item : following]
        yield Change(item, link.target if link else "", words.strip(" \t\n.:,;"))
