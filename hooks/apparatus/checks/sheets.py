"""The check on what a page puts on its sheet: the sections exist, and what nobody may miss is among them."""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.checks.files import value_fault
from apparatus.model.page import PLAIN_TIER, Page
from apparatus.model.sheet_sections import KEY, WHEN_TO_CALL, chosen_parts, parts
from apparatus.model.site import Site
from apparatus.syntax.finding import Finding
from apparatus.syntax.names import Nearest

CODE = "malformed-sheet"


def malformed_sheets(site: Site) -> Iterator[Finding]:
    """Lists of sections that name one that is not there, lack one that must be, or are on another page."""
    for page in site.pages:
        chosen = chosen_parts(page)
        # A value of the wrong type is reported as that, and a page with an unclosed fence hides its sections.
        if chosen is None or value_fault(KEY, page.front_matter.values[KEY]) or not page.is_whole:
            continue
        if page.tier != PLAIN_TIER:
            message = f"`{KEY}` is on a page that has no sheet"
            help = "delete the line: only the pages in docs/fundamentals/ are printed as sheets"
            yield page.source.finding(page.front_matter.offsets[KEY], CODE, message, help)
        else:
            yield from _faults(page, chosen)


def _faults(page: Page, chosen: tuple[str, ...]) -> Iterator[Finding]:
    known = parts(page)
    nearest, at = Nearest(known), page.front_matter.offsets[KEY]
    for name in chosen:
        start = page.source.text.find(name, at + len(KEY), page.front_matter.end)
        if name not in known:
            near = nearest.find(name)
            help = (
                f"did you mean `{near}`?" if near else "copy an id from the heading of a section: `{ #bone }`"
            )
            message = f"`{KEY}` names `{name}`, which is no section and no picture of this page"
            yield page.source.finding(max(start, at), CODE, message, help)
        at = max(start, at)
    if WHEN_TO_CALL in known and WHEN_TO_CALL not in chosen:
        help = f"add `{WHEN_TO_CALL}`: who holds the sheet may need it most"
        yield page.source.finding(
            page.front_matter.offsets[KEY], CODE, f"`{KEY}` leaves out `{WHEN_TO_CALL}`", help
        )
