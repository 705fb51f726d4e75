"""Entries as other programs take them: BibTeX and RIS, without the fields that are only ours.

RIS tags are those of the RIS format specification of 2011 (Thomson Reuters), which Zotero, EndNote and
Citavi read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from apparatus.bibliography import Entry

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

RIS_TAGS: Mapping[str, str] = {
    "title": "TI",
    "journal": "JO",
    "booktitle": "BT",
    "publisher": "PB",
    "volume": "VL",
    "number": "IS",
    "doi": "DO",
    "pmid": "AN",
    "url": "UR",
}
"""RIS tags by BibTeX field, in the order they are written; `AN` is a database's number, PubMed's here."""

# 624--629    1361-9    E1097--E1102
PAGES = re.compile(r"(?P<first>[^-–]+)(?:[-–]+(?P<last>.+))?")
BRACES = re.compile(r"[{}]")


def bibtex_text(entry: Entry) -> str:
    """An entry as BibTeX, in the order of its fields in the file."""
    fields = (field for name, field in entry.fields.items() if name not in OWN_FIELDS)
    lines = (f"  {field.name} = {{{field.value}}}" for field in fields)
    return f"@{entry.type}{{{entry.key},\n" + ",\n".join(lines) + "\n}\n"


def ris_text(entry: Entry) -> str:
    """An entry as RIS: one `TAG  - value` a line, `ER` the last."""
    return "".join(f"{tag}  - {value}\n" for tag, value in _ris_lines(entry))


def _ris_lines(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "TY", RIS_TYPES.get(entry.type, "GEN")
    for author in entry.value("author").split(" and "):
        if author and author != "others":
            yield "AU", _plain(author)
    if entry.value("year").isdigit():
        yield "PY", entry.value("year")
    for name, tag in RIS_TAGS.items():
        if entry.value(name):
            yield tag, _plain(entry.value(name))
    if pages := PAGES.fullmatch(entry.value("pages")):
        yield "SP", pages["first"]
        if pages["last"]:
            yield "EP", pages["last"]
    yield "ER", ""


def _plain(value: str) -> str:
    return BRACES.sub("", value)
