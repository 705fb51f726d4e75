"""What the scan calls a mention or a citation is what the page shows, on any page of the dialect."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.property.dialect import Fragment, pages
from tests.support import findings_on, html_of, page_of, parse, site_of


def scanned(text: str) -> list[str]:
    """What the scan says a page refers to, in the order of the text."""
    site = site_of(text)
    references = page_of(site).references
    terms = [(mention.start, site.term(mention)) for mention in references.mentions]
    found = [(start, f"#{term.id}") for start, term in terms if term]
    found += [(citation.start, f"@{citation.key}") for citation in references.citations]
    return [target for _, target in sorted(found)]


def shown(text: str) -> list[str]:
    """What a reader of the page meets, in the order of the page."""
    links = parse(html_of(site_of(text))).css("a.term, a.footnote-ref, mark")
    addresses = [link.attributes.get("href") or link.text() for link in links]
    return [
        address.replace("#fn:ref-", "@") if address.startswith("#fn:") else f"#{address.partition('#')[2]}"
        for address in addresses
        if address != "#fn:why"
    ]


@settings(
    max_examples=400, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
@given(pages())
def test_scan_and_page_agree(page: Fragment) -> None:
    text, meant = page
    assert findings_on(site_of(text)) == []
    assert scanned(text) == list(meant)
    assert shown(text) == list(meant)
