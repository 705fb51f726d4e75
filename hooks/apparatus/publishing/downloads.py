"""Files for other programs: the glossary as JSON, the references as BibTeX, RIS and CSL-JSON.

Works that were not found are in none of them: a reader would take a record in such a file for a real one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from apparatus.model.glossary import PATH as GLOSSARY_PATH
from apparatus.model.glossary import Term
from apparatus.model.publication import Fill, Publication
from apparatus.publishing.exports import bibtex_text, csl_item, ris_text
from apparatus.publishing.linked_data import LICENSE
from apparatus.publishing.works import entries_found, works_found


def reference_files(publication: Publication, _fill: Fill) -> Iterator[tuple[str, str]]:
    """`references.bib`, `references.ris` and `references.json`: every work of which a record was found."""
    entries = entries_found(publication.site.bibliography)
    yield "references.bib", "\n".join(map(bibtex_text, entries))
    yield "references.ris", "\n".join(map(ris_text, entries))
    yield "references.json", _json([csl_item(work) for work in works_found(publication.site.bibliography)])


def glossary_file(publication: Publication, _fill: Fill) -> Iterator[tuple[str, str]]:
    """`glossary.json`: every term with its other names, its address and its definition."""
    if GLOSSARY_PATH not in publication.urls:
        return
    address = publication.url(GLOSSARY_PATH)
    terms = [_term(term, address) for term in publication.site.glossary.terms]
    about = {"name": f"{publication.name}: glossary", "address": address, "license": LICENSE}
    yield "glossary.json", _json({**about, "version": publication.release, "terms": terms})


def _term(term: Term, glossary: str) -> dict[str, object]:
    return {
        "name": term.name,
        "aliases": [alias.text for alias in term.aliases],
        "id": term.id,
        "address": f"{glossary}#{term.id}",
        "definition": term.plain_definition,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
