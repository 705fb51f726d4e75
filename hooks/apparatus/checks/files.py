"""Checks on files as a whole: can they be read, and do their heads and fences close."""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.finding import Finding
from apparatus.frontmatter import FrontMatter
from apparatus.page import Page
from apparatus.site import Site

TIER_KEYS = ("title", "description", "reviewed", "next_review", "clinical_review")
"""What the front matter of a tier page says."""
DATE_KEYS = ("reviewed", "next_review")
# Dr. Ada Example, 2027-01-31
CLINICAL_REVIEW = re.compile(r"none|.*\S,?\s+\d{4}-\d{2}-\d{2}")


def unreadable_files(site: Site) -> Iterator[Finding]:
    """Files that are missing, empty or not UTF-8."""
    yield from site.unreadable


def malformed_front_matter(site: Site) -> Iterator[Finding]:
    """Front matter that is not YAML, or holds a value of the wrong type."""
    for page in site.pages:
        front_matter = page.front_matter
        if front_matter.fault:
            help = "write `key: value` between two lines of `---` at the head, a text with a colon in quotes"
            message = f"front matter {front_matter.fault}"
            yield page.source.finding(front_matter.fault_offset, "malformed-front-matter", message, help)
        else:
            yield from _wrong_types(page)


def _wrong_types(page: Page) -> Iterator[Finding]:
    values = page.front_matter.values
    for key in ("title", "description", *DATE_KEYS, "clinical_review"):
        if key in values and (fault := _type_fault(page.front_matter, key)):
            offset = page.front_matter.offsets[key]
            message = f"`{key}` {fault[0]}"
            yield page.source.finding(offset, "malformed-front-matter", message, fault[1])


def _type_fault(front_matter: FrontMatter, key: str) -> tuple[str, str] | None:
    if key in DATE_KEYS:
        wrong = front_matter.date(key) is None
        return ("is not a date", f"write it as `{key}: 2026-11-23`") if wrong else None
    value = front_matter.values[key]
    if not isinstance(value, str) or not value.strip():
        return "is not a text", f"write it as `{key}: some words`, in quotes where the words hold a colon"
    if key == "clinical_review" and not CLINICAL_REVIEW.fullmatch(value):
        return "is neither `none` nor a name and a date", "write `none`, or a name, a comma and a date"
    return None


def missing_front_matter(site: Site) -> Iterator[Finding]:
    """Tier pages whose front matter lacks one of the keys that every tier page has."""
    for page in site.pages:
        values = page.front_matter.values
        missing = [f"`{key}`" for key in TIER_KEYS if key not in values]
        if page.tier and missing and not page.front_matter.fault and _has_body(page):
            message = f"front matter lacks {', '.join(missing)}"
            help = f"add {', '.join(missing)} between two lines of `---` at the head of the page"
            yield page.source.finding(0, "missing-front-matter", message, help)


def _has_body(page: Page) -> bool:
    return bool(page.source.text[page.front_matter.end :].strip())


def unclosed_fences(site: Site) -> Iterator[Finding]:
    """Fenced code that nothing closes, so that the rest of the page would be code."""
    for page in site.pages:
        if page.prose.unclosed_fence is not None:
            message = "this fence is never closed"
            help = "close it with a line of the same marks at the same indentation"
            yield page.source.finding(page.prose.unclosed_fence, "unclosed-fence", message, help)
