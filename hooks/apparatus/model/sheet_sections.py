"""What of a page its sheet has: the page comes in, the ids of sections and the names of pictures go out.

    sheet: [when-to-call, bone, axis.svg]

in the front matter of a page in plain words. What stands before the second section, the key points and the
warning, is on every sheet. Whether what the line says makes sense is for the checks to say.
"""

from __future__ import annotations

from apparatus.model.page import Page

DRAWN = ".svg"
"""What the name of a picture ends with where it is chosen: a section may have the same name."""
KEY = "sheet"
"""What the front matter calls the list."""
WHEN_TO_CALL = "when-to-call"
"""The section that no sheet of its page may lack."""
LEVELS = (2, 3)
"""The headings that open a section."""


def chosen_parts(page: Page) -> tuple[str, ...] | None:
    """What a page lists; nothing where it lists nothing, so that its sheet has all of it."""
    value = page.front_matter.values.get(KEY)
    return tuple(map(str, value)) if isinstance(value, list) else None


def parts(page: Page) -> tuple[str, ...]:
    """What a page may list: its sections, then its pictures, each in its order."""
    return (*section_ids(page), *(f"{exhibit.name}{DRAWN}" for exhibit in page.exhibits))


def section_ids(page: Page) -> tuple[str, ...]:
    """The ids of the sections of a page, in its order."""
    return tuple(heading.id for heading in page.headings if heading.level in LEVELS and heading.id)
