"""Entries as other programs take them: BibTeX, RIS and CSL-JSON, without the fields that are only ours.

RIS tags are those of the RIS format specification of 2011 (Thomson Reuters), which Zotero, EndNote and
Citavi read; names in CSL-JSON are those of the schema of the Citation Style Language 1.0.2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from apparatus.model.bibliography import Entry
from apparatus.publishing.works import Name, Work, read_work
from apparatus.syntax.bibtex import entry_text

OWN_FIELDS = frozenset({"kind", "size", "record", "status"})
"""What the guide says of a work, which is no part of its record."""

RIS_TYPES: Mapping[str, str] = {
    "article": "JOUR",
    "book": "BOOK",
    "incollection": "CHAP",
    "inbook": "CHAP",
    "inproceedings": "CONF",
    "phdthesis": "THES",
    "techreport": "RPRT",
}
"""RIS types by BibTeX type; anything else is `GEN`, a work of no special kind."""

CSL_TYPES: Mapping[str, str] = {
    "article": "article-journal",
    "book": "book",
    "incollection": "chapter",
    "inbook": "chapter",
    "inproceedings": "paper-conference",
    "phdthesis": "thesis",
    "techreport": "report",
}
"""CSL's types by BibTeX type; anything else is a `webpage` where it has an address, else a `document`."""


def bibtex_text(entry: Entry) -> str:
    """An entry as BibTeX, in the order of its fields in the file; a retracted work says so in a note."""
    fields = [(field.name, field.value) for name, field in entry.fields.items() if name not in OWN_FIELDS]
    if entry.value("status") and not entry.value("note"):
        fields.append(("note", entry.value("status").capitalize()))
    return f"{entry_text(entry.type, entry.key, fields)}\n"


def ris_text(entry: Entry) -> str:
    """An entry as RIS: one `TAG  - value` a line, `ER` the last."""
    return "".join(
        f"{tag}  - {value}\n" for tag, value in _ris_lines(read_work(entry)) if value or tag == "ER"
    )


def _ris_lines(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", RIS_TYPES.get(work.type, "GEN")
    yield from (("AU", author.inverted) for author in work.authors)
    yield from (("A2", editor.inverted) for editor in work.editors)
    yield "PY", str(work.year or "")
    yield "TI", work.title
    yield ("JO" if work.type == "article" else "T2"), work.container
    yield "PB", work.publisher
    yield "CY", work.place
    yield "ET", work.edition
    yield "VL", work.volume
    yield "IS", work.issue
    yield "DO", work.doi
    # A database's number: PubMed's here.
    yield "AN", work.pmid
    yield "UR", work.url
    yield "SP", work.first_page
    yield "EP", work.last_page
    yield from (("N1", remark) for remark in work.remarks)
    yield "ER", ""


def csl_item(work: Work) -> dict[str, object]:
    """A work as an item of CSL-JSON, without what its record does not say."""
    item: dict[str, object] = {
        "id": work.key,
        "type": CSL_TYPES.get(work.type, "webpage" if work.url else "document"),
        "title": work.title,
        "author": [_csl_name(author) for author in work.authors],
        "editor": [_csl_name(editor) for editor in work.editors],
        "container-title": work.container,
        "publisher": work.publisher,
        "publisher-place": work.place,
        "edition": work.edition,
        "volume": work.volume,
        "issue": work.issue,
        "page": "-".join(page for page in (work.first_page, work.last_page) if page),
        "issued": _csl_date(work),
        "DOI": work.doi,
        "PMID": work.pmid,
        "PMCID": work.pmcid,
        "URL": work.url,
        "note": " ".join(work.remarks),
    }
    return {name: value for name, value in item.items() if value}


def _csl_name(name: Name) -> dict[str, str]:
    if name.is_organization:
        return {"literal": name.family}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: value for part, value in parts.items() if value}


def _csl_date(work: Work) -> dict[str, list[list[int]]]:
    parts = [part for part in (work.year, work.month) if part] if work.year else []
    return {"date-parts": [parts]} if parts else {}
