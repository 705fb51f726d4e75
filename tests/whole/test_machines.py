"""What this site tells machines, read by programs that are not ours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
import rispy
import yaml
from citeproc import formatter
from citeproc.frontend import CitationStylesBibliography, CitationStylesStyle
from citeproc.source import Citation, CitationItem
from citeproc.source.json import CiteProcJSON
from pybtex.database import Entry, parse_file
from rdflib import RDF, Graph, Namespace, URIRef
from selectolax.lexbor import LexborHTMLParser

from apparatus.model.page import TIERS
from apparatus.model.publication import read_release
from apparatus.model.site import read_site
from tests.support import REPOSITORY, only
from tests.this_site import ADDRESS
from tests.whole.links import pages
from tests.whole.sites import Build, build_guide, make_guide

pytestmark = [
    pytest.mark.whole,
    # rdflib warns of what it does itself.
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]

SCHEMA = Namespace("https://schema.org/")
CONTEXT = {"@vocab": str(SCHEMA)}
"""What schema.org's own context says of types and names, so that no test fetches it."""
NOT_FOUND = "not-found"
SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Facts(NamedTuple):
    """What a record keeps on its way through any format."""

    title: str
    year: str
    doi: str
    pmid: str


@pytest.fixture(scope="module")
def built(this_site: Build) -> dict[str, LexborHTMLParser]:
    """The pages of the site map, by their addresses."""
    found = pages(this_site.folder)
    return {address: found[_file(address)] for address in site_map(this_site)}


def _file(address: str) -> str:
    path = address.removeprefix(ADDRESS)
    return f"{path}index.html" if not path or path.endswith("/") else path


def site_map(site: Build) -> dict[str, str]:
    """The day that the site map gives for each address; empty where it gives none."""
    spaces = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    entries = ElementTree.parse(site.folder / "sitemap.xml").getroot().findall("url", spaces)
    return {entry.findtext("loc", "", spaces): entry.findtext("lastmod", "", spaces) for entry in entries}


def graph_of(page: LexborHTMLParser) -> Graph:
    """What a page's linked data says, as statements."""
    graph = Graph()
    for script in page.css('script[type="application/ld+json"]'):
        data = json.loads(script.text())
        assert data.pop("@context") == "https://schema.org"
        graph.parse(data=json.dumps({"@context": CONTEXT, **data}), format="json-ld")
    return graph


def types_of(graph: Graph, address: str) -> list[str]:
    return [str(type).removeprefix(str(SCHEMA)) for type in graph.objects(URIRef(address), RDF.type)]


def expected_type(path: str) -> str:
    if path.startswith(TIERS) or path == "next-steps/":
        return "MedicalWebPage"
    types = {"": "WebSite", "glossary/": "DefinedTermSet", "references/": "CollectionPage"}
    return types.get(path, "WebPage")


def test_every_page_says_what_it_is(built: Mapping[str, LexborHTMLParser]) -> None:
    for address, page in built.items():
        graph = graph_of(page)
        assert types_of(graph, address) == [expected_type(address.removeprefix(ADDRESS))], address
        assert graph.value(URIRef(address), SCHEMA.name), address


def test_topic_pages_have_dates_readers_and_subjects_but_no_reviewer(
    built: Mapping[str, LexborHTMLParser],
) -> None:
    topics = [
        address for address in built if expected_type(address.removeprefix(ADDRESS)) == "MedicalWebPage"
    ]
    listed = {str(subject) for subject in graph_of(built[f"{ADDRESS}references/"]).subjects(RDF.type)}
    assert len(topics) >= 19
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
        cited = {str(work) for work in graph.objects(page, SCHEMA.citation)}
        assert cited
        assert cited <= listed, address


def test_the_glossary_defines_every_term(built: Mapping[str, LexborHTMLParser]) -> None:
    page = built[f"{ADDRESS}glossary/"]
    graph = graph_of(page)
    terms = {str(term) for term in graph.objects(URIRef(f"{ADDRESS}glossary/"), SCHEMA.hasDefinedTerm)}
    assert terms == {f"{ADDRESS}glossary/#{node.attributes['id']}" for node in page.css("article h3[id]")}
    for term in terms:
        assert types_of(graph, term) == ["DefinedTerm"]
        assert graph.value(URIRef(term), SCHEMA.description), term


def test_the_glossary_as_a_file_holds_the_same_terms(this_site: Build) -> None:
    terms = json.loads((this_site.folder / "glossary.json").read_text("utf-8"))["terms"]
    expected = read_site(REPOSITORY).glossary.terms
    assert [term["id"] for term in terms] == [term.id for term in expected]
    assert [[term["name"], *term["aliases"]] for term in terms] == [list(term.names) for term in expected]
    assert all(term["address"] == f"{ADDRESS}glossary/#{term['id']}" and term["definition"] for term in terms)


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


def meta(page: LexborHTMLParser, name: str, attribute: str = "name") -> str:
    return only(page, f'meta[{attribute}="{name}"]').attributes["content"] or ""


def test_every_page_can_be_shown_as_a_link(this_site: Build, built: Mapping[str, LexborHTMLParser]) -> None:
    for address, page in built.items():
        said = {name: meta(page, f"og:{name}", "property") for name in ("title", "url", "type", "site_name")}
        assert said["url"] == address
        assert said["title"], address
        picture = meta(page, "og:image", "property")
        assert picture == f"{ADDRESS}assets/social.png"
        assert meta(page, "og:image:alt", "property")


def test_the_picture_of_a_link_is_small_and_of_the_usual_size(this_site: Build) -> None:
    picture = (this_site.folder / "assets/social.png").read_bytes()
    # The first chunk of a PNG starts with width and height.
    assert picture.startswith(SIGNATURE)
    assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (1200, 630)
    assert len(picture) < 60_000


def test_academic_pages_have_the_tags_of_scholarly_search(built: Mapping[str, LexborHTMLParser]) -> None:
    academic = {address: page for address, page in built.items() if f"{ADDRESS}academic/" in address}
    assert len(academic) >= 6
    for address, page in academic.items():
        assert meta(page, "citation_title")
        assert meta(page, "citation_author").endswith("contributors")
        assert re.fullmatch(r"[0-9]{4}/[0-9]{2}/[0-9]{2}", meta(page, "citation_publication_date"))
        assert meta(page, "citation_public_url") == address


def test_every_topic_page_says_how_to_cite_it(built: Mapping[str, LexborHTMLParser]) -> None:
    release = read_release(REPOSITORY)
    for address, page in built.items():
        lines = page.css("details.cite:not([open])")
        assert bool(lines) == (expected_type(address.removeprefix(ADDRESS)) == "MedicalWebPage"), address
        for part in lines[0].css("p, pre") if lines else ():
            assert address in part.text(), address
            assert f"Version {release}" in part.text(), address


def lost_links(page: LexborHTMLParser, folder: Path, mount: str) -> Iterator[str]:
    """Where the links of a page lead to nothing when it is shown at an address of some depth."""
    for link in page.css("article a[href]"):
        target = urljoin(f"{mount}go/no/such/page/", link.attributes["href"] or "").partition("#")[0]
        file = folder / target.removeprefix(mount) / ("index.html" if target.endswith("/") else "")
        if not target.startswith(mount) or not file.is_file():
            yield target


def test_the_page_for_lost_readers_leads_on_from_any_depth(tmp_path: Path) -> None:
    site = build_guide(make_guide(tmp_path), site_url="https://example.org/some/where/")
    page = site.page("404.html")
    assert list(lost_links(page, site.folder, "/some/where/")) == []
    assert {"Start page", "Glossary", "References"} <= {link.text() for link in page.css("article a")}


def test_the_page_for_lost_readers_names_every_topic(this_site: Build) -> None:
    targets = {link.attributes["href"] for link in this_site.page("404.html").css("article a")}
    topics = {
        f"/{page.path.removeprefix('docs/').removesuffix('.md')}/"
        for page in read_site(REPOSITORY).pages
        if page.tier == TIERS[0]
    }
    assert len(topics) >= 6
    assert topics <= targets


def test_the_site_map_dates_what_is_known_and_nothing_else(tmp_path: Path) -> None:
    # Not a checkout, so that only the day of the check is known.
    listed = site_map(build_guide(make_guide(tmp_path), site_url="https://example.org/"))
    dated = {address.removeprefix("https://example.org/"): day for address, day in listed.items() if day}
    assert dated == dict.fromkeys((f"{tier}/hormones/" for tier in TIERS), "2026-11-23")
    assert len(listed) > len(dated)


def test_nothing_is_left_that_tells_the_hour_of_the_build(this_site: Build) -> None:
    assert list(this_site.folder.rglob("*.gz")) == []


def test_the_citation_file_names_this_version_and_no_person() -> None:
    said = yaml.safe_load((REPOSITORY / "CITATION.cff").read_text("utf-8"))
    assert said["cff-version"] == "1.2.0"
    assert said["version"] == read_release(REPOSITORY)
    assert said["message"]
    assert said["title"] == "Aromatase inhibitors and male infertility"
    # With a name alone an author is an entity; a person has other fields.
    assert [list(author) for author in said["authors"]] == [["name"]]
