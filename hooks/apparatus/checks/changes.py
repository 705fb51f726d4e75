"""The check on the list of changes of meaning: its days, their order, and the page that each change names."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import date

from apparatus.model.changes import PATH, Change, Day, read_days
from apparatus.model.page import Page
from apparatus.model.site import Site
from apparatus.syntax.finding import Finding
from apparatus.syntax.names import Nearest

CODE = "malformed-change"
SHAPE = "`## 2026-11-23 { #d-2026-11-23 }`"
EXAMPLE = "`[Safety](../fundamentals/safety.md)`"


def malformed_changes(site: Site) -> Iterator[Finding]:
    """Days that are none or stand in the wrong order, and changes that name no page or say nothing."""
    page = site.page(PATH)
    if page is None or not page.is_whole:
        return
    # A page that cannot be read is reported as that.
    known = {page.path for page in site.pages} | {finding.path for finding in site.unreadable}
    nearest = Nearest(known)
    above: dict[date, int] = {}
    for day in read_days(page):
        yield from _day_faults(page, day, above)
        for change in day.changes:
            yield from _change_faults(page, change, "" if change.path in known else _help(change, nearest))
        if day.date:
            above.setdefault(day.date, day.heading.start)


def _day_faults(page: Page, day: Day, above: dict[date, int]) -> Iterator[Finding]:
    """The first thing that is wrong with a day; `above` has the days over it, and where they stand."""
    title, start = day.heading.title, day.heading.start
    if day.date is None:
        yield page.source.finding(start, CODE, f"the heading `{title}` is no day", f"write a day as {SHAPE}")
    elif day.date in above:
        line, _ = page.source.position(above[day.date])
        help = f"put all its changes under one heading; the first is at {PATH}:{line}"
        yield page.source.finding(start, CODE, f"the day `{title}` is listed twice", help)
    elif above and day.date > min(above):
        message = f"the day `{title}` stands below `{min(above)}`, which is earlier"
        yield page.source.finding(start, CODE, message, "put the newest day first")
    elif day.heading.id != f"d-{title}":
        message = f"the day `{title}` has {f'the id `{day.heading.id}`' if day.heading.id else 'no id'}"
        yield page.source.finding(start, CODE, message, f"end its heading with `{{ #d-{title} }}`")
    elif not day.changes:
        help = "list each page whose meaning changed that day, or delete the heading"
        yield page.source.finding(start, CODE, f"the day `{title}` lists no change", help)


def _change_faults(page: Page, change: Change, lost: str) -> Iterator[Finding]:
    """What is wrong with a change; `lost` is what helps where there is no such page, and else empty."""
    if not change.target:
        help = f"begin it with one, such as {EXAMPLE}"
        yield page.source.finding(change.start, CODE, "this change begins with no link to a page", help)
    elif lost:
        message = f"this change begins with a link to `{change.target}`, which is no page of the guide"
        yield page.source.finding(change.start, CODE, message, lost)
    elif not change.words:
        help = "add a few words: what the page says now, and what it said before"
        yield page.source.finding(change.start, CODE, "this change does not say what changed", help)


def _help(change: Change, nearest: Nearest) -> str:
    near = nearest.find(change.path)
    relative = posixpath.relpath(near, posixpath.dirname(PATH)) if near else ""
    return f"did you mean `{relative}`?" if near else f"begin it with a link such as {EXAMPLE}"
