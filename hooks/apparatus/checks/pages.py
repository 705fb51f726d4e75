"""Checks on pages: their tiers, ids, dates and dialect."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from apparatus.model import studies
from apparatus.model.exhibits import STUDY_EXHIBITS
from apparatus.model.page import TIERS, Page
from apparatus.model.site import Site
from apparatus.syntax.finding import Finding
from apparatus.syntax.headings import ALLOWED_ATTRIBUTES


def missing_tiers(site: Site) -> Iterator[Finding]:
    """Topics that one of the three tiers lacks, each at the first page that the topic has."""
    topics: dict[str, dict[str, Page]] = {}
    for page in site.pages:
        if page.tier:
            topics.setdefault(page.topic, {})[page.tier] = page
    broken = {finding.path for finding in site.unreadable}
    for topic, pages in topics.items():
        present = next(pages[tier] for tier in TIERS if tier in pages)
        for tier in TIERS:
            path = f"docs/{tier}/{topic}.md"
            if tier not in pages and path not in broken:
                message = f"the topic `{topic}` has no {tier} page"
                yield present.source.finding(0, "missing-tier", message, f"write {path}")


def missing_ids(site: Site) -> Iterator[Finding]:
    """Headings of tier pages without an id of their own, so that rewording them would lose their address."""
    for page in site.pages:
        seen: dict[str, int] = {}
        for heading in page.headings if page.tier else ():
            if not heading.id and heading.attributes.keys() <= ALLOWED_ATTRIBUTES:
                message = f"the heading `{heading.title}` has no id"
                help = "end it with an id such as `{ #short-name }`, or run `make fix`"
                yield page.source.finding(heading.start, "missing-id", message, help)
            elif heading.id and seen.setdefault(heading.id, heading.start) != heading.start:
                line, _ = page.source.position(seen[heading.id])
                message = f"the heading `{heading.title}` has no id of its own: `{heading.id}` is used twice"
                help = f"give it another id; the first is at {page.path}:{line}"
                yield page.source.finding(heading.start, "missing-id", message, help)


def overdue_reviews(site: Site, today: date) -> Iterator[Finding]:
    """Pages whose next review date has passed."""
    for page in site.pages:
        if due := page.overdue(today):
            message = f"the review of this page was due on {due.isoformat()}"
            help = "read the page against its sources again, then set `reviewed` and `next_review`"
            offset = page.front_matter.offsets["next_review"]
            yield page.source.finding(offset, "overdue-review", message, help)


def outside_dialect(site: Site) -> Iterator[Finding]:
    """Markdown that the guide leaves out because tools read it differently."""
    for page in site.pages:
        for oddity in page.oddities:
            message = f"this is {oddity.what}, which pages leave out"
            yield page.source.finding(oddity.start, "outside-dialect", message, oddity.help)
        yield from _hollow_exhibits(site, page)


def _hollow_exhibits(site: Site, page: Page) -> Iterator[Finding]:
    """Exhibits that are made from the study data, where there is no such file."""
    # A file that is there and cannot be read is reported as that.
    absent = site.studies.source is None and all(fault.path != studies.PATH for fault in site.unreadable)
    for exhibit in page.exhibits if absent else ():
        if exhibit.name in STUDY_EXHIBITS and not exhibit.fault:
            what = f"`{exhibit.name}` is an exhibit of study data, and there are none"
            help = f"add {studies.PATH}, or delete the exhibit"
            yield page.source.finding(exhibit.start, "outside-dialect", what, help)


def unsafe_html(site: Site) -> Iterator[Finding]:
    """Tags, attributes and addresses that could carry markup or script onto a page."""
    for page in site.pages:
        for tag in page.tags:
            # There it is a `malformed-term` already.
            if not site.is_in_garbled_heading(page, tag.start):
                yield page.source.finding(tag.start, "unsafe-html", f"this is {tag.what}", tag.help)
