"""The DOI, PMID and PMCID of a pasted record, wherever its program put them.

In come its fields, out go bare identifiers; what stands nowhere plainly is left out. Nothing is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

# Where programs put what has no field of its own: Zotero's Extra, EndNote's notes, addresses, numbers.
NOTES = ("note", "extra", "annote", "annotation", "addendum", "accession-number", "url", "ee", "eprint")

BARE: Mapping[str, re.Pattern[str]] = {
    "doi": re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(?P<id>10\.\d{4,9}/\S+)", re.IGNORECASE),
    "pmid": re.compile(r"(?:pmid|pubmed)?[:\s]*(?P<id>[1-9]\d{0,8})(?:\[uid\])?", re.IGNORECASE),
    "pmcid": re.compile(r"(?:pmcid)?[:\s]*(?P<id>PMC\d+)(?:\.\d+)?", re.IGNORECASE),
}
"""What a field of that name may hold."""

IN_TEXT: Mapping[str, re.Pattern[str]] = {
    "doi": re.compile(
        r"(?:doi\.org/|\bdoi:\s*(?:\\href\{[^{}]*\}\{)?)(?P<id>10\.\d{4,9}/[^\s{}\[\],;\"]+)", re.IGNORECASE
    ),
    "pmid": re.compile(
        r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/|\bPMID:?\s*|\bPubMed:\s*)"
        r"(?P<id>[1-9]\d{0,8})\b",
        re.IGNORECASE,
    ),
    "pmcid": re.compile(r"\b(?P<id>PMC\d+)\b"),
}
"""What stands in a note or an address."""


# Keys that are a PMID: `pmid31621654`, `PMID:31621654`.
KEY = re.compile(r"PMID:?(?P<id>[1-9]\d{0,8})", re.IGNORECASE)


def identifiers(key: str, fields: Mapping[str, str]) -> dict[str, str]:
    """The identifiers that a record plainly has, each as it is written in an entry."""
    if "pmid" not in fields and (numbered := KEY.fullmatch(key)):
        fields = {**fields, "pmid": numbered["id"]}
    found = {name: _identifier(name, fields) for name in BARE}
    return {name: value for name, value in found.items() if value}


def _identifier(name: str, fields: Mapping[str, str]) -> str:
    typed = _unescaped(fields.get(name, "")).strip()
    if typed:
        bare = BARE[name].fullmatch(typed)
        # What is none stays as it is, so that the checks name it.
        return _written(name, bare["id"]) if bare else typed
    if name == "pmid" and _is_pubmed(fields) and (bare := BARE[name].fullmatch(fields.get("eprint", ""))):
        return bare["id"]
    said = {_written(name, match) for match in _in_notes(name, fields)}
    # Two of them may be those of a comment or a correction.
    return said.pop() if len(said) == 1 else ""


def _is_pubmed(fields: Mapping[str, str]) -> bool:
    kind = fields.get("eprinttype") or fields.get("archiveprefix") or ""
    return kind.lower() in {"pmid", "pubmed", "medline"}


def _in_notes(name: str, fields: Mapping[str, str]) -> Iterator[str]:
    for note in NOTES:
        for match in IN_TEXT[name].finditer(_unescaped(fields.get(note, ""))):
            yield match["id"]


def _written(name: str, value: str) -> str:
    if name == "doi":
        return value.rstrip(".")
    return value.upper() if name == "pmcid" else value


def _unescaped(value: str) -> str:
    r"""An address as it is: `10.1007/978\_3` and `{\_}` are LaTeX for an underscore."""
    return re.sub(r"\{?\\([_&%#$~<>])\}?", r"\1", value)
