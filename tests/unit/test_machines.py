"""What pages tell machines: linked data, citations and files, from a guide of a few sentences."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

import pytest
from pybtex.database import parse_string

from apparatus.model.publication import Publication
from apparatus.publishing.citing import page_citation
from apparatus.publishing.downloads import glossary_file, reference_files
from apparatus.publishing.linked_data import page_data, work_data
from apparatus.publishing.metadata import last_changed
from apparatus.publishing.works import works_found
from tests.support import BIBLIOGRAPHY, PAGE, page_of, site_of

ADDRESS = "https://example.org/guide/"
TEXT = """\
---
title: {title}
description: What it is.
reviewed: 2026-05-03
---

# Hormones

A hormone: [FSH].[@doe2001first; @lost2003third; @doe2001first]
"""
LOST = "@misc{lost2003third,\n  title = {Lost},\n  record = {not-found},\n}\n"


def publication(
    page: str = TEXT.format(title="Hormones"),
    path: str = PAGE,
    changed: Mapping[str, date] | None = None,
    release: str = "1.2.0",
) -> Publication:
    site = site_of(page, path=path, bibliography=BIBLIOGRAPHY + LOST)
    paths = (path, "docs/glossary.md", "docs/references.md")
    urls = {path: path.removeprefix("docs/").replace(".md", "/") for path in paths}
    return Publication(site, "The guide", ADDRESS, release, urls, changed or {})


def data_of(path: str = PAGE, page: str = TEXT.format(title="Hormones"), **more: object) -> dict[str, object]:
    guide = publication(page, path, **more)  # type: ignore[arg-type]
    return page_data(guide, page_of(guide.site, path))


def test_a_topic_page_is_a_medical_page() -> None:
    assert data_of("docs/academic/hormones.md") == {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "@id": f"{ADDRESS}academic/hormones/",
        "url": f"{ADDRESS}academic/hormones/",
        "name": "Hormones",
        "description": "What it is.",
        "inLanguage": "en",
        "isPartOf": {"@type": "WebSite", "@id": ADDRESS, "name": "The guide"},
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "version": "1.2.0",
        "lastReviewed": "2026-05-03",
        "audience": [
            {"@type": "MedicalAudience", "audienceType": "Clinician"},
            {"@type": "MedicalAudience", "audienceType": "MedicalResearcher"},
        ],
        "about": [{"@type": "MedicalCondition", "name": "Male infertility"}],
    }


def test_a_page_says_when_it_changed_where_that_is_known() -> None:
    assert data_of(changed={PAGE: date(2026, 6, 1)})["dateModified"] == "2026-06-01"
    assert "dateModified" not in data_of()


def test_a_page_that_nobody_checked_says_nothing_of_a_review() -> None:
    data = data_of(page="# About { #about }\n\nText.\n")
    assert data["@type"] == "WebPage"
    assert not data.keys() & {"lastReviewed", "reviewedBy", "audience", "about", "citation", "description"}


def test_the_start_page_is_the_site() -> None:
    data = data_of("docs/index.md", "# Start { #start }\n\nText.\n")
    assert (data["@type"], data["@id"], data["name"]) == ("WebSite", ADDRESS, "The guide")


def test_the_glossary_is_a_set_of_terms() -> None:
    guide = publication()
    data = page_data(guide, page_of(guide.site, "docs/glossary.md"))
    terms = data["hasDefinedTerm"]
    assert data["@type"] == "DefinedTermSet"
    assert isinstance(terms, list)
    assert terms[0] == {
        "@type": "DefinedTerm",
        "@id": f"{ADDRESS}glossary/#fsh",
        "name": "FSH",
        "alternateName": ["follitropin"],
        "description": "A hormone of the pituitary gland.",
    }


def test_a_work_has_its_authors_and_its_year() -> None:
    guide = publication()
    article, book = (work_data(guide, work) for work in works_found(guide.site.bibliography))
    assert article == {
        "@context": "https://schema.org",
        "@id": f"{ADDRESS}references/#doe2001first",
        "@type": "ScholarlyArticle",
        "name": "A first study",
        "author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Person", "name": "Richard Roe"}],
        "datePublished": "2001",
        "isPartOf": {"@type": "Periodical", "name": "Journal of Examples"},
    }
    assert book["@type"] == "Book"


def test_a_page_is_cited_with_its_day_version_and_address() -> None:
    guide = publication()
    cited = page_citation(guide, page_of(guide.site))
    assert cited is not None
    assert cited.nlm == (
        "The guide contributors. Hormones [Internet]. Version 1.2.0. 2026 May 3 [cited YYYY Mon DD]. "
        "Available from: https://example.org/guide/page/"
    )
    assert cited.apa == (
        "The guide contributors. (2026, May 3). Hormones (Version 1.2.0). https://example.org/guide/page/"
    )


@pytest.mark.parametrize(
    ("title", "release", "apa"),
    [
        pytest.param("Does it work?", "", "(2026, May 3). Does it work? https:", id="a question"),
        pytest.param("Does it work?", "2.0", "Does it work? (Version 2.0). https:", id="a version after one"),
        pytest.param("Hormones", "", "(2026, May 3). Hormones. https:", id="no version"),
    ],
)
def test_a_title_is_closed_once(title: str, release: str, apa: str) -> None:
    guide = publication(TEXT.format(title=title), release=release)
    cited = page_citation(guide, page_of(guide.site))
    assert cited is not None
    assert apa in cited.apa
    assert "Version ." not in cited.nlm


def test_bibtex_of_a_page_is_read_back() -> None:
    guide = publication(TEXT.format(title="Cost & use_of 5% {x}"))
    cited = page_citation(guide, page_of(guide.site))
    assert cited is not None
    entry = parse_string(cited.bibtex, "bibtex").entries["page2026"]
    assert str(entry.persons["author"][0]) == "{The guide contributors}"
    assert dict(entry.fields) == {
        "title": r"{Cost \& use\_of 5\% {x}}",
        "year": "2026",
        "month": "May",
        "note": "Version 1.2.0",
        "url": f"{ADDRESS}page/",
    }


def test_a_page_without_a_day_is_not_cited() -> None:
    guide = publication("# About { #about }\n\nText.\n")
    assert page_citation(guide, page_of(guide.site)) is None


def test_a_page_changed_when_its_text_did_or_when_it_was_checked() -> None:
    assert last_changed(publication(), "page.md") == date(2026, 5, 3)
    assert last_changed(publication(changed={PAGE: date(2026, 6, 1)}), "page.md") == date(2026, 6, 1)
    assert last_changed(publication(changed={PAGE: date(2026, 1, 1)}), "page.md") == date(2026, 5, 3)
    assert last_changed(publication(), "glossary.md") is None


def test_the_files_hold_each_term_and_each_work_that_was_found() -> None:
    guide = publication()
    files = dict(reference_files(guide, _no_template)) | dict(glossary_file(guide, _no_template))
    assert sorted(files) == ["glossary.json", "references.bib", "references.json", "references.ris"]
    assert [work["id"] for work in json.loads(files["references.json"])] == ["doe2001first", "roe2002second"]
    assert all("lost" not in text.lower() for text in files.values())
    assert json.loads(files["glossary.json"])["terms"][0] == {
        "name": "FSH",
        "aliases": ["follitropin"],
        "id": "fsh",
        "address": f"{ADDRESS}glossary/#fsh",
        "definition": "A hormone of the pituitary gland.",
    }


def _no_template(name: str, values: Mapping[str, object]) -> str:
    raise AssertionError(name)
