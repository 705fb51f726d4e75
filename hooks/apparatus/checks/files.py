"""Checks on files as a whole: can they be read, and do their heads and fences close."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from apparatus.addresses.published import page_address
from apparatus.model.page import Page
from apparatus.model.sheet_sections import KEY as SHEET_KEY
from apparatus.model.site import Site
from apparatus.syntax.finding import Finding
from apparatus.syntax.frontmatter import is_date

TIER_KEYS = ("title", "description", "reviewed", "next_review", "clinical_review")
"""What the front matter of a tier page says."""
DATE_KEYS = ("reviewed", "next_review")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "template": ("home.html", "glossary.html", "references.html", "linking.html"),
    "hide": ("navigation", "toc", "footer"),
}
"""What any page may ask of its template. The theme obeys other keys too: one of its templates redirects."""


def _is_list_of_ids(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, str) for item in value)


SHAPES: Mapping[str, tuple[Callable[[object], bool], str, str]] = {
    **{key: (is_date, "is not a date", f"write it as `{key}: 2026-11-23`") for key in DATE_KEYS},
    SHEET_KEY: (_is_list_of_ids, "is no list of sections", f"write `{SHEET_KEY}: [when-to-call, bone]`"),
}
"""What the values of some keys are, and how to write one that is not."""
CURLY_MARKS = "`“` and `”`"
# title: “Hormones: an example”
CURLY = re.compile(r":[ \t]*[“”„]|[“”„][ \t]*$", re.MULTILINE)
# Dr. Ada Example, 2027-01-31
CLINICAL_REVIEW = re.compile(r"none|.*\S,?\s+\d{4}-\d{2}-\d{2}")


def unreadable_files(site: Site) -> Iterator[Finding]:
    """Files that are missing, empty or not UTF-8; of a missing page, also the address that would be lost."""
    for finding in site.unreadable:
        address = page_address(finding.path)
        is_missed = "missing" in finding.message and address in site.register.addresses
        help = f"{finding.help}: else the published address `{address}` would be lost"
        yield replace(finding, help=help) if is_missed else finding


def malformed_front_matter(site: Site) -> Iterator[Finding]:
    """Front matter that is not YAML, or holds a key that pages do not have or a value of the wrong type."""
    for page in site.pages:
        front_matter = page.front_matter
        if front_matter.fault:
            help = "write `key: value` between two lines of `---` at the head, a text with a colon in quotes"
            if CURLY.search(page.source.text[: front_matter.end]):
                help = f'write straight quotation marks, `"`, instead of {CURLY_MARKS}'
            message = f"front matter {front_matter.fault}"
            yield page.source.finding(front_matter.fault_offset, "malformed-front-matter", message, help)
        else:
            yield from _faulty_values(page)


def _faulty_values(page: Page) -> Iterator[Finding]:
    for key, value in page.front_matter.values.items():
        if fault := value_fault(key, value):
            offset = page.front_matter.offsets[key]
            message = f"`{key}` {fault[0]}"
            yield page.source.finding(offset, "malformed-front-matter", message, fault[1])


def value_fault(key: str, value: object) -> tuple[str, str] | None:
    """What is wrong with one key of a front matter and what mends it; nothing where the theme may have it."""
    if key in SHAPES:
        fits, fault, help = SHAPES[key]
        return None if fits(value) else (fault, help)
    if key in CHOICES:
        listed = value if isinstance(value, list) and key == "hide" else [value]
        wrong = any(item not in CHOICES[key] for item in listed)
        return ("is nothing that a page can ask for", _choose(key)) if wrong else None
    if key not in TIER_KEYS:
        known = ", ".join((*TIER_KEYS, SHEET_KEY, *CHOICES))
        return "is no key that pages have", f"delete it; pages have {known}"
    return _text_fault(key, value)


def _text_fault(key: str, value: object) -> tuple[str, str] | None:
    if not isinstance(value, str) or not value.strip():
        return "is not a text", f"write it as `{key}: some words`, in quotes where the words hold a colon"
    if value[0] in "“”„" and value[-1] in "“”":
        return "stands in curly quotation marks, which the page would show", f"leave {CURLY_MARKS} out"
    if key == "clinical_review" and not CLINICAL_REVIEW.fullmatch(value):
        return "is neither `none` nor a name and a date", "write `none`, or a name, a comma and a date"
    return None


def _choose(key: str) -> str:
    return f"write `{key}:` and one of: {', '.join(CHOICES[key])}"


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
