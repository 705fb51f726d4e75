"""What this site says: the article's terms and tables are all there, and plain words are plain."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser

from apparatus.model.glossary import Glossary
from apparatus.model.site import read_site
from tests.support import REPOSITORY, parse
from tests.whole.links import pages
from tests.whole.sites import Build

pytestmark = pytest.mark.whole

ARTICLE_NAMES = (
    *("health", "male reproductive health", "follicle-stimulating hormone", "spermatogenesis"),
    *("sperm production", "testosterone", "feedback loop", "aromatase inhibitors", "male infertility"),
    *("aromatase enzyme", "luteinizing hormone", "intratesticular testosterone", "sertoli cells"),
    *("hormonal profile", "clinical application", "aromatase", "anastrozole", "semen parameters"),
    *("estrogen levels", "side effects", "trt protocols", "patient selection", "reproductive health"),
    *("concentration", "leydig cell", "negative feedback", "polymorphisms", "genetic variations", "cyp19a1"),
    *("leydig cells", "estradiol", "infertility", "bone health"),
)
"""The names of the glossary of the article that this guide started from."""

LONGEST_SENTENCE = 25
LONGEST_DEFINITION = 30


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return read_site(REPOSITORY).glossary


def test_all_names_of_the_article_have_an_entry(glossary: Glossary) -> None:
    assert len(ARTICLE_NAMES) == 33
    assert [name for name in ARTICLE_NAMES if glossary.find(name) is None] == []


def test_the_glossary_is_large_and_its_definitions_are_short(glossary: Glossary) -> None:
    assert len(glossary.terms) >= 75
    lengths = {term.name: len(term.plain_definition.split()) for term in glossary.terms}
    assert {name: words for name, words in lengths.items() if words > LONGEST_DEFINITION} == {}


def row_heads(page: LexborHTMLParser) -> list[str]:
    return [" ".join(cell.text().split()).lower() for cell in page.css("tbody th[scope=row]")]


@pytest.mark.parametrize("row", ["mechanism", "dose", "clinical considerations", "testosterone"])
def test_the_comparison_of_the_medicines_has_the_row(this_site: Build, row: str) -> None:
    page = this_site.page("intermediate/medicines/index.html")
    assert [head.text() for head in page.css("thead th")][1:3] == ["Anastrozole", "Letrozole"]
    assert any(row in head for head in row_heads(page))


@pytest.mark.parametrize(
    "row",
    [
        "serum testosterone",
        "serum estradiol",
        "t/e2 ratio",
        "sperm concentration",
        "sperm motility",
        "sperm morphology",
    ],
)
def test_the_table_of_outcomes_has_the_row(this_site: Build, row: str) -> None:
    assert row in row_heads(this_site.page("academic/evidence/index.html"))


def test_every_table_has_a_caption(this_site: Build) -> None:
    for path, page in pages(this_site.folder).items():
        tables = [table for table in page.css("article table") if table.css("td")]
        assert len(page.css("article figure:has(> table) > figcaption")) == len(tables), path


def plain_pages(site: Build) -> Iterator[tuple[str, LexborHTMLParser]]:
    """The Fundamentals, without what closes each page."""
    for path, page in pages(site.folder).items():
        if path.startswith("fundamentals/"):
            copy = parse(str(page.css("article")[0].html))
            for closing in copy.css(".apparatus, sup, .dates, .address, nav, .headerlink"):
                closing.decompose()
            yield path, copy


def sentences(page: LexborHTMLParser) -> Iterator[str]:
    for block in page.css("p, li, td, th, figcaption"):
        if not block.css("p, li"):
            yield from re.split(r"(?<=[.!?:;])[\"”’)]*\s+", " ".join(block.text().split()))


def test_sentences_for_patients_are_short(this_site: Build) -> None:
    long = {
        sentence: path
        for path, page in plain_pages(this_site)
        for sentence in sentences(page)
        if len(sentence.split()) > LONGEST_SENTENCE
    }
    assert long == {}


def test_pages_for_patients_name_no_dose(this_site: Build) -> None:
    doses = {
        path: re.findall(r"\d\s*(?:mg|mcg|µg|micrograms?|milligrams?)\b(?!/)", page.text())
        for path, page in plain_pages(this_site)
        if page.text()
    }
    assert len(doses) > 2
    assert {path: found for path, found in doses.items() if found} == {}
