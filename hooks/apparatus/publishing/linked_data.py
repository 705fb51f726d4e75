"""What a page tells machines: a page of the guide comes in, a value to print as JSON-LD goes out.

Types and properties are those of schema.org. A date of review says that a page was checked against its
sources, which is all that `lastReviewed` promises; there is no `reviewedBy`. The works that a page cites
stand in its list of references and on the references page, not once more here. How the value is printed is
no concern here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from apparatus.model.dialect import is_safe_address
from apparatus.model.glossary import PATH as GLOSSARY_PATH
from apparatus.model.page import Page
from apparatus.model.publication import Publication
from apparatus.publishing.citing import contributors, is_topic
from apparatus.publishing.vancouver import DOI_ADDRESS, PUBMED_ADDRESS
from apparatus.publishing.works import Name, Work

Data = dict[str, object]

CONTEXT = "https://schema.org"
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
PMC_ADDRESS = "https://www.ncbi.nlm.nih.gov/pmc/articles/"
HOME_PATH = "docs/index.md"
REFERENCES_PATH = "docs/references.md"

AUDIENCES: Mapping[str | None, tuple[str, ...]] = {
    None: ("Patient", "Clinician"),
    "fundamentals": ("Patient",),
    "intermediate": ("Patient", "Clinician"),
    "academic": ("Clinician", "MedicalResearcher"),
}
"""Whom a page is for, by its depth; outside the depths are what to ask at a visit, and the study tables."""

CONDITION: Data = {"@type": "MedicalCondition", "name": "Male infertility"}
DRUGS: Mapping[str, str] = {
    "aromatase-inhibitor": "DrugClass",
    "anastrozole": "Drug",
    "letrozole": "Drug",
}
"""What else a page is about, where it mentions the term of that id."""

WORK_TYPES: Mapping[str, str] = {
    "article": "ScholarlyArticle",
    "book": "Book",
    "incollection": "Chapter",
    "inbook": "Chapter",
    "inproceedings": "ScholarlyArticle",
    "phdthesis": "Thesis",
    "techreport": "Report",
}
"""schema.org's types by BibTeX type; anything else is a `WebPage` where it has an address, else a work."""


def page_data(publication: Publication, page: Page) -> Data:
    """What one page tells."""
    data = _site_data(publication, page) if page.path == HOME_PATH else _page_data(publication, page)
    return {"@context": CONTEXT, **{name: value for name, value in data.items() if value}}


def _site_data(publication: Publication, page: Page) -> Data:
    return {
        "@type": "WebSite",
        "@id": publication.address,
        "url": publication.address,
        "name": publication.name,
        "description": page.front_matter.text("description"),
        "inLanguage": "en",
        "license": LICENSE,
        "version": publication.release,
        "author": {"@type": "Organization", "name": contributors(publication)},
    }


def _page_data(publication: Publication, page: Page) -> Data:
    changed = publication.changed.get(page.path)
    data: Data = {
        "@type": "MedicalWebPage" if is_topic(page) else "WebPage",
        "@id": publication.url(page.path),
        "url": publication.url(page.path),
        "name": page.title,
        "description": page.front_matter.text("description"),
        "inLanguage": "en",
        "isPartOf": {"@type": "WebSite", "@id": publication.address, "name": publication.name},
        "license": LICENSE,
        "version": publication.release,
        "dateModified": changed.isoformat() if changed else "",
    }
    if is_topic(page):
        data |= _topic_data(publication, page)
    elif page.path == GLOSSARY_PATH:
        data |= {"@type": "DefinedTermSet", "hasDefinedTerm": list(_terms(publication))}
    elif page.path == REFERENCES_PATH:
        # Each work stands beside its entry, where its words compress with those that a reader sees.
        data["@type"] = "CollectionPage"
    return data


def _topic_data(publication: Publication, page: Page) -> Data:
    reviewed = page.front_matter.date("reviewed")
    return {
        "lastReviewed": reviewed.isoformat() if reviewed else "",
        "audience": [{"@type": "MedicalAudience", "audienceType": name} for name in AUDIENCES[page.tier]],
        "about": [CONDITION, *_drugs(publication, page)],
    }


def _drugs(publication: Publication, page: Page) -> Iterator[Data]:
    mentioned = {term.id for mention in page.references.mentions if (term := publication.site.term(mention))}
    for term in publication.site.glossary.terms:
        if term.id in mentioned & DRUGS.keys():
            yield {"@type": DRUGS[term.id], "name": term.name}


def work_address(publication: Publication, key: str) -> str:
    """Where a work stands on the references page: `https://example.org/references/#raman2002aromatase`."""
    return f"{publication.url(REFERENCES_PATH)}#{key}"


def _terms(publication: Publication) -> Iterator[Data]:
    for term in publication.site.glossary.terms:
        data: Data = {
            "@type": "DefinedTerm",
            "@id": f"{publication.url(GLOSSARY_PATH)}#{term.id}",
            "name": term.name,
            "alternateName": [alias.text for alias in term.aliases],
            "description": term.plain_definition,
        }
        yield {name: value for name, value in data.items() if value}


def work_data(publication: Publication, work: Work) -> Data:
    """What one source of the guide tells."""
    container = "Periodical" if work.type == "article" else "CreativeWork"
    data: Data = {
        "@context": CONTEXT,
        "@id": work_address(publication, work.key),
        "@type": WORK_TYPES.get(work.type, "WebPage" if work.url else "CreativeWork"),
        "name": work.title,
        "author": [_name_data(author) for author in work.authors],
        "datePublished": _month(work),
        "isPartOf": {"@type": container, "name": work.container} if work.container else None,
        "sameAs": list(_addresses(work)),
    }
    return {name: value for name, value in data.items() if value}


def _name_data(name: Name) -> Data:
    return {"@type": "Organization" if name.is_organization else "Person", "name": name.natural}


def _month(work: Work) -> str:
    """Such as `2009-11`, or `2009` where the month is not known."""
    if work.year is None:
        return ""
    return f"{work.year}-{work.month:02}" if work.month else str(work.year)


def _addresses(work: Work) -> Iterator[str]:
    if work.doi:
        yield DOI_ADDRESS + work.doi
    if work.pmid:
        yield f"{PUBMED_ADDRESS}{work.pmid}/"
    if work.pmcid:
        yield f"{PMC_ADDRESS}{work.pmcid}/"
    if work.url and is_safe_address(work.url):
        yield work.url
