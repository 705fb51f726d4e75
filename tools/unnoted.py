"""Pages that changed without a word in the list of changes: two states of the guide come in, pages go out.

Whether the meaning of a text changed or only its wording, no program can tell: this says where to ask.
"""

from __future__ import annotations

from apparatus.model.changes import PATH, read_days
from apparatus.model.page import Page
from apparatus.model.site import Site
from apparatus.pages.exhibit_values import Values, exhibit_values


def unnoted_pages(before: Site, after: Site) -> tuple[Page, ...]:
    """The reviewed pages that do not say what they said before, and that no new line of the list names."""
    noted = {path for _, path, _ in _changes(after) - _changes(before)}
    return tuple(
        page
        for page in after.pages
        if page.front_matter.date("reviewed")
        and page.path not in noted
        and _said(after, page) != _said(before, before.page(page.path))
    )


def _changes(site: Site) -> set[tuple[str, str, str]]:
    """Each line of the list: its day, the page that it names, and its words."""
    page = site.page(PATH)
    days = read_days(page) if page else ()
    return {(day.heading.title, change.path, change.words) for day in days for change in day.changes}


def _said(site: Site, page: Page | None) -> tuple[list[str], list[Values]]:
    """The words of a page without its front matter, and what its exhibits show."""
    if page is None:
        return [], []
    words = page.source.text[page.front_matter.end :].split()
    return words, [exhibit_values(site, exhibit.name) for exhibit in page.exhibits]
