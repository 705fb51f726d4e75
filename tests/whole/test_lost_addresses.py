"""All of this site's addresses are registered, and none can be lost unnoticed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from apparatus.addresses.published import REFERENCES, heading_anchors, page_address
from apparatus.checks.addresses import lost_addresses
from apparatus.model.go_file import FOLDER
from apparatus.model.page import Page, read_page
from apparatus.model.register import register_text
from apparatus.model.site import Site, read_site
from apparatus.syntax.source import Source
from tests.support import REPOSITORY
from tools import addresses

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def site() -> Site:
    return read_site(REPOSITORY)


def lost(site: Site) -> set[str]:
    """The addresses that the findings name."""
    return {re.findall(r"`([^`]+)`", finding.message)[0] for finding in lost_addresses(site)}


def with_page(site: Site, page: Page, *others: Page) -> Site:
    """A site with other pages in place of one."""
    return replace(site, pages=(*(other for other in site.pages if other is not page), *others))


def test_the_register_lists_every_address(site: Site) -> None:
    assert addresses.new_addresses(site) == [], "run `make addresses`"
    assert site.register.source is not None
    assert site.register.source.text == register_text(site.register.addresses)
    assert lost(site) == set()


def test_no_page_can_be_removed_or_renamed_unnoticed(site: Site) -> None:
    for page in site.pages:
        renamed = replace(page, source=Source(page.path.replace(".md", "-x.md"), page.source.text))
        assert lost(with_page(site, page)) == {page_address(page.path)}
        assert lost(with_page(site, page, renamed)) == {page_address(page.path)}


def changed_headings(page: Page) -> Iterator[tuple[str, Page]]:
    """A page without each of its headings, and with each under another id."""
    for number, (heading, anchor) in enumerate(heading_anchors(page)):
        before, after = page.headings[:number], page.headings[number + 1 :]
        renamed = replace(heading, attributes={**heading.attributes, "id": f"{anchor}-x"})
        yield anchor, replace(page, headings=(*before, *after))
        yield anchor, replace(page, headings=(*before, renamed, *after))


def test_no_heading_or_term_can_be_removed_or_renamed_unnoticed(site: Site) -> None:
    for page in site.pages:
        for anchor, changed in changed_headings(page):
            assert lost(with_page(site, page, changed)) == {f"{page_address(page.path)}#{anchor}"}


def test_a_heading_that_is_renamed_in_its_file_is_lost(site: Site) -> None:
    for page in site.pages:
        heading, anchor = list(heading_anchors(page))[-1]
        text = page.source.text
        line = text[heading.start : heading.end]
        other = line.replace(f"#{anchor}", f"#{anchor}-x") if heading.id else f"{line} more"
        changed = read_page(Source(page.path, text[: heading.start] + other + text[heading.end :]))
        assert lost(with_page(site, page, changed)) == {f"{page_address(page.path)}#{anchor}"}


def test_no_source_can_be_removed_unnoticed(site: Site) -> None:
    (page,) = (page for page in site.pages if page.front_matter.text("template") == REFERENCES)
    for key in site.bibliography.by_key:
        left = {other: entry for other, entry in site.bibliography.by_key.items() if other != key}
        without = replace(site, bibliography=replace(site.bibliography, by_key=left))
        assert lost(without) == {f"{page_address(page.path)}#{key}"}


def test_no_short_word_can_be_removed_unnoticed(site: Site) -> None:
    for word in site.go.words:
        left = tuple(other for other in site.go.words if other is not word)
        assert lost(replace(site, go=replace(site.go, words=left))) == {word.address}


def test_no_code_can_be_removed_unnoticed(site: Site) -> None:
    for code in site.codes.codes:
        left = tuple(other for other in site.codes.codes if other is not code)
        gone = lost(replace(site, codes=replace(site.codes, codes=left)))
        assert gone == {f"{FOLDER}{code.system}/{code.code}/"}
