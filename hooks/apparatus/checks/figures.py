"""The check that every figure on the two deeper tiers has its source beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from apparatus.language.figures import first_quantity, said
from apparatus.language.passages import Passage, read_passages
from apparatus.model.page import Page
from apparatus.model.site import Site
from apparatus.syntax.finding import Finding
from apparatus.syntax.references import fold

SOURCED_TIERS = frozenset({"intermediate", "academic"})
"""The depths whose figures are looked at; the simplest one has limits of its own."""


def unsourced_figures(site: Site) -> Iterator[Finding]:
    """Paragraphs, list items and table rows with a quantity but without a citation, each once."""
    for page in site.pages:
        if page.tier in SOURCED_TIERS:
            yield from _on_page(site, page)


def _on_page(site: Site, page: Page) -> Iterator[Finding]:
    sources, words_of_page = _sources(site, page), said(page)
    for passage in read_passages(page.prose, page.tables):
        if not _is_sourced(passage, sources) and (quantity := first_quantity(words_of_page, passage)):
            words = fold(page.source.text[slice(*quantity)])
            in_row = passage.kind == "table row"
            message = f"no source for `{words}` in this {passage.kind}{' or its caption' * in_row}"
            help = "cite the source that gives the figure as `[@key]`, or leave the figure out"
            yield page.source.finding(
                passage.start if in_row else quantity[0], "unsourced-figure", message, help
            )


def _sources(site: Site, page: Page) -> list[int]:
    """Where sources are cited, sorted; citations that another check reports are meant as such."""
    known = site.bibliography.by_key
    citations = (*page.references.citations, *page.bare_keys(known))
    keys = (mention.start for mention in page.references.mentions if mention.name in known)
    return sorted([*(citation.start for citation in citations), *keys])


def _is_sourced(passage: Passage, sources: list[int]) -> bool:
    return any(bisect_left(sources, start) < bisect_left(sources, end) for start, end in passage.sourced_by)
