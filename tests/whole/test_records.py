"""The records of works that this site gives away, read back by programs that are not ours."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
import rispy
from citeproc import formatter
from citeproc.frontend import CitationStylesBibliography, CitationStylesStyle
from citeproc.source import Citation, CitationItem
from citeproc.source.json import CiteProcJSON
from pybtex.database import Entry, parse_file
from rdflib import RDF, Graph, URIRef
from selectolax.lexbor import LexborHTMLParser

from tests.support import REPOSITORY
from tests.this_site import ADDRESS
from tests.whole.linked_data import SCHEMA, graph_of
from tests.whole.site_map import listed_pages
from tests.whole.sites import Build

pytestmark = [
    pytest.mark.whole,
    # rdflib warns of what it does itself.
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]

NOT_FOUND = "not-found"


class Facts(NamedTuple):
    """What a record keeps on its way through any format."""

    title: str
    year: str
    doi: str
    pmid: str


@pytest.fixture(scope="module")
def built(this_site: Build) -> dict[str, LexborHTMLParser]:
    """The pages of the site map, by their addresses."""
    return listed_pages(this_site)


def entries() -> dict[str, Entry]:
    """The bibliography as pybtex reads it, without what was not found."""
    found = parse_file(REPOSITORY / "bibliography.bib", "bibtex").entries
    return {key: entry for key, entry in found.items() if field(entry, "record") != NOT_FOUND}


def field(entry: Entry, name: str) -> str:
    return str(entry.fields.get(name, "")) if entry.fields else ""


def authors(entry: Entry) -> list[str]:
    return [str(person) for person in entry.persons["author"]] if entry.persons else []


def facts_of(entry: Entry) -> Facts:
    title = re.sub(r"[{}]", "", field(entry, "title")).replace(r"\\&", "&").replace("--", "–")
    year = field(entry, "year")
    identifiers = (field(entry, name) for name in ("doi", "pmid"))
    return Facts(title, year if year.isdigit() else "", *identifiers)


def known_facts() -> dict[str, Facts]:
    return {key: facts_of(entry) for key, entry in entries().items()}


def facts_in_bibtex(file: Path) -> dict[str, Facts]:
    return {key: facts_of(entry) for key, entry in parse_file(file, "bibtex").entries.items()}


def facts_in_csl(file: Path) -> dict[str, Facts]:
    """What a CSL processor prints of each work, in a style of nothing but facts."""
    source = CiteProcJSON(json.loads(file.read_text("utf-8")))
    style = CitationStylesStyle(str(Path(__file__).with_name("facts.csl")), validate=False)
    printed = CitationStylesBibliography(style, source, formatter.plain)
    for key in source:
        printed.register(Citation([CitationItem(key)]))
    return {
        key: _printed_facts(str(text)) for key, text in zip(printed.keys, printed.bibliography(), strict=True)
    }


def _printed_facts(text: str) -> Facts:
    title, *rest = text.split(" | ")
    named = dict(part.split(" ", 1) for part in rest)
    return Facts(title, *(named.get(name, "") for name in ("year", "doi", "pmid")))


def facts_in_linked_data(page: LexborHTMLParser) -> dict[str, Facts]:
    graph = graph_of(page)
    return {
        str(work).partition("#")[2]: _stated_facts(graph, work)
        for work in graph.subjects(RDF.type)
        if isinstance(work, URIRef) and "#" in work
    }


def _stated_facts(graph: Graph, work: URIRef) -> Facts:
    addresses = [str(address) for address in graph.objects(work, SCHEMA.sameAs)]
    doi = next((at.removeprefix("https://doi.org/") for at in addresses if "//doi.org/" in at), "")
    pmid = next((at.split("/")[-2] for at in addresses if "pubmed" in at), "")
    return Facts(
        str(graph.value(work, SCHEMA.name)), str(graph.value(work, SCHEMA.datePublished) or "")[:4], doi, pmid
    )


def facts_in_ris(file: Path) -> list[Facts]:
    names = ("title", "year", "doi", "accession_number")
    return [
        Facts(*(str(work.get(name, "")) for name in names)) for work in rispy.loads(file.read_text("utf-8"))
    ]


def test_bibtex_is_read_back(this_site: Build) -> None:
    assert facts_in_bibtex(this_site.folder / "references.bib") == known_facts()


def test_csl_is_read_back(this_site: Build) -> None:
    assert facts_in_csl(this_site.folder / "references.json") == known_facts()


def test_ris_is_read_back(this_site: Build) -> None:
    assert sorted(facts_in_ris(this_site.folder / "references.ris")) == sorted(known_facts().values())


def test_linked_data_of_works_is_read_back(built: Mapping[str, LexborHTMLParser]) -> None:
    assert facts_in_linked_data(built[f"{ADDRESS}references/"]) == known_facts()


def test_authors_are_read_back_from_ris(this_site: Build) -> None:
    works = rispy.loads((this_site.folder / "references.ris").read_text("utf-8"))
    counted = sorted(len(work["authors"]) for work in works)
    named = (authors(entry) for entry in entries().values())
    assert counted == sorted(len([name for name in names if name != "others"]) for names in named)


def test_works_that_were_not_found_are_in_no_file(this_site: Build) -> None:
    found = parse_file(REPOSITORY / "bibliography.bib", "bibtex").entries
    lost = {key: entry for key, entry in found.items() if field(entry, "record") == NOT_FOUND}
    assert lost
    for name in ("references.bib", "references.ris", "references.json"):
        text = (this_site.folder / name).read_text("utf-8")
        assert [key for key, entry in lost.items() if key in text or field(entry, "title") in text] == [], (
            name
        )
