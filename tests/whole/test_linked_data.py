"""What this site's pages and terms say of themselves in linked data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from rdflib import RDF, URIRef
from selectolax.lexbor import LexborHTMLParser

from tests.this_site import ADDRESS
from tests.whole.linked_data import SCHEMA, graph_of, types_of
from tests.whole.site_map import is_topic, listed_pages
from tests.whole.sites import Build

pytestmark = [
    pytest.mark.whole,
    # rdflib warns of what it does itself.
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]


@pytest.fixture(scope="module")
def built(this_site: Build) -> dict[str, LexborHTMLParser]:
    """The pages of the site map, by their addresses."""
    return listed_pages(this_site)


def expected_type(address: str) -> str:
    if is_topic(address):
        return "MedicalWebPage"
    types = {"": "WebSite", "glossary/": "DefinedTermSet", "references/": "CollectionPage"}
    return types.get(address.removeprefix(ADDRESS), "WebPage")


def test_every_page_says_what_it_is(built: Mapping[str, LexborHTMLParser]) -> None:
    for address, page in built.items():
        graph = graph_of(page)
        assert types_of(graph, address) == [expected_type(address)], address
        assert graph.value(URIRef(address), SCHEMA.name), address


def test_topic_pages_have_dates_readers_and_subjects_but_no_reviewer(
    built: Mapping[str, LexborHTMLParser],
) -> None:
    topics = [address for address in built if is_topic(address)]
    assert len(topics) >= 25
    for address in topics:
        graph, page = graph_of(built[address]), URIRef(address)
        date.fromisoformat(str(graph.value(page, SCHEMA.lastReviewed)))
        assert graph.value(page, SCHEMA.reviewedBy) is None
        readers = {
            str(graph.value(reader, SCHEMA.audienceType)) for reader in graph.objects(page, SCHEMA.audience)
        }
        assert ("Patient" in readers) == ("/academic/" not in address)
        subjects = {
            str(type)
            for about in graph.objects(page, SCHEMA.about)
            for type in graph.objects(about, RDF.type)
        }
        assert str(SCHEMA.MedicalCondition) in subjects


def test_the_glossary_defines_every_term(built: Mapping[str, LexborHTMLParser]) -> None:
    page = built[f"{ADDRESS}glossary/"]
    graph = graph_of(page)
    terms = {str(term) for term in graph.objects(URIRef(f"{ADDRESS}glossary/"), SCHEMA.hasDefinedTerm)}
    assert terms == {f"{ADDRESS}glossary/#{node.attributes['id']}" for node in page.css("article h3[id]")}
    for term in terms:
        assert types_of(graph, term) == ["DefinedTerm"]
        assert graph.value(URIRef(term), SCHEMA.description), term
