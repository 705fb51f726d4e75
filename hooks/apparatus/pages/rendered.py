"""What a built page shows of its mentions and citations, held against what its source says."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from apparatus.model.page import Page
from apparatus.model.site import Site
from apparatus.pages.shield import citation_blocks
from apparatus.syntax.finding import Finding
from apparatus.syntax.references import fold

# What Python-Markdown writes for a term, for a footnote's mark and for brackets without a meaning.
SHOWN = re.compile(
    r'<a (?=[^>]*class="term[" ])[^>]*href="[^"#]*#(?P<term>[^"]+)"'
    r'|<a class="footnote-ref" href="#fn:ref-(?P<key>[a-z0-9]+)"'
    r'|<mark class="unresolved">(?P<raw>.*?)</mark>',
    re.DOTALL,
)
# Python-Markdown keeps finished pieces under numbers between these two characters.
STAND_IN = re.compile(r"[\x02\x03]")
MARKUP = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Shown:
    """A mention or citation as a reader would see it."""

    what: str
    """`[FSH]` or `[@key]`."""
    target: str
    """The id of the term as `#id`, the key as `@key`, or the raw text that was left over."""
    start: int
    """Offset in the source; -1 where it was only met in the page."""


def unrendered_references(
    site: Site, page: Page, content: str, written: Page | None = None
) -> tuple[Finding, ...]:
    """Where a page's HTML does not show what the source says.

    `content` is the HTML of the page's body. A finding stands at the mention or citation that was lost, or,
    for brackets left over that the source does not account for, at their first place in the source. Where
    exhibits were put in, `written` is the page without them: the checks have read that one.
    """
    wanted, found = list(_wanted(site, page)), list(_found(content))
    missing = Counter(item.target for item in wanted) - Counter(item.target for item in found)
    surplus = Counter(item.target for item in found) - Counter(item.target for item in wanted)
    if not missing and not surplus:
        return tuple(_spilled(page, content))
    return (*_lost(page, wanted, found, missing), *_left_over(page, written or page, found, surplus))


def _faulty_brackets(page: Page) -> Iterator[str]:
    """Brackets without a meaning that the checks report on the source already."""
    for mention in page.references.mentions:
        yield fold(page.source.text[mention.start : mention.end])
        yield f"[{fold(mention.words)}]"
        yield f"[{mention.name}]"
    for citation in page.references.citations:
        yield fold(page.source.text[citation.block : citation.block_end])
    yield from (f"[^{name}]" for _, name in page.references.notes)


def _wanted(site: Site, page: Page) -> Iterator[Shown]:
    for mention in page.references.mentions:
        term = site.term(mention)
        if term and not mention.fault:
            yield Shown(f"[{mention.words}]", f"#{term.id}", mention.start)
    shown_blocks = {start for start, _ in citation_blocks(page, site.bibliography.by_key)}
    for citation in page.references.citations:
        if citation.block in shown_blocks:
            yield Shown(f"[@{citation.key}]", f"@{citation.key}", citation.start)


def _found(content: str) -> Iterator[Shown]:
    for shown in SHOWN.finditer(content):
        if shown["raw"] is not None:
            raw = html.unescape(MARKUP.sub("", shown["raw"]))
            yield Shown(raw, raw, -1)
        else:
            target = f"#{html.unescape(shown['term'])}" if shown["term"] else f"@{shown['key']}"
            yield Shown(target, target, -1)


def _lost(page: Page, wanted: list[Shown], found: list[Shown], missing: Counter[str]) -> Iterator[Finding]:
    for item in _candidates(wanted, found):
        if missing[item.target] > 0:
            missing[item.target] -= 1
            help = "put it in plain running text, apart from other brackets and markup"
            message = f"`{item.what}` does not show on the built page"
            yield page.source.finding(item.start, "unrendered-reference", message, help)


def _candidates(wanted: list[Shown], found: list[Shown]) -> Iterator[Shown]:
    """The wanted ones, those first that the order of the page says are gone."""
    ordered = sorted(wanted, key=lambda item: item.start)
    targets = [item.target for item in ordered], [item.target for item in found]
    blocks = SequenceMatcher(None, *targets, autojunk=False).get_matching_blocks()
    kept = {index for block in blocks for index in range(block.a, block.a + block.size)}
    yield from (item for index, item in enumerate(ordered) if index not in kept)
    yield from (item for index, item in enumerate(ordered) if index in kept)


def _spilled(page: Page, content: str) -> Iterator[Finding]:
    """Text that Python-Markdown mistook: what it puts in the place of links for a while is still there."""
    if STAND_IN.search(content):
        message = "a link or some code of this page does not show on the built page"
        help = "put spaces between marks of emphasis and the links or words of other emphasis beside them"
        yield page.source.finding(0, "unrendered-reference", message, help)


def _left_over(page: Page, written: Page, found: list[Shown], surplus: Counter[str]) -> Iterator[Finding]:
    accounted = set(_faulty_brackets(written))
    for item in found:
        if surplus[item.target] > 0 and fold(item.what) not in accounted:
            surplus[item.target] = 0
            start = max(page.source.text.find(item.what), 0)
            message = f"`{item.what}` shows on the built page where the source has no such reference"
            help = "close the code, comment or brackets around it, or escape its brackets"
            yield page.source.finding(start, "unrendered-reference", message, help)
