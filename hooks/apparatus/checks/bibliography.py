"""Checks on the entries of the bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from apparatus.model.bibliography import Entry, Field, mended_key
from apparatus.model.site import Site
from apparatus.syntax.finding import Finding

REQUIRED = {
    "article": ("author", "title", "journal", "year"),
    "book": ("author|editor", "title", "publisher", "year"),
    "incollection": ("author", "title", "booktitle", "year"),
}
"""Fields that an entry of a type needs, `|` between those of which one will do."""
REQUIRED_ELSE = ("author|editor", "title", "year")
REQUIRED_BY_ALL = ("kind", "record")

VALUES = {
    "kind": (
        *("randomized trial", "controlled study", "uncontrolled study", "cohort", "case report"),
        *("meta-analysis", "review", "guideline", "label", "laboratory study", "reference work", "web page"),
    ),
    "record": ("seen", "partial", "not-found"),
    "status": ("retracted", "corrected"),
}
"""The words that a field of ours may hold."""
PATTERNS = {"year": re.compile(r"\d{4}|n\.d\."), "size": re.compile(r"[1-9]\d*")}

IDENTIFIER_PATTERNS = {
    "doi": (re.compile(r"10\.\d{4,9}/[^\s\"<>{}\\]+"), "write it from `10.` on, such as `10.1111/jsm.12944`"),
    "pmid": (re.compile(r"[1-9]\d{0,8}"), "write its digits only, such as `23103016`"),
    "pmcid": (re.compile(r"PMC\d+"), "write it with its letters, such as `PMC7406101`"),
    "url": (re.compile(r"https?://[^\s\"<>{}\\]+"), "write an address that starts with `https://`"),
}

PEOPLE = ("author", "editor")
MOST_COMMAS = 2
"""In one name: `Family, Jr., Given`."""
KEY = re.compile(r"[a-z0-9]+")
HTML = re.compile(r"</?[A-Za-z!][^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]+);")


def malformed_entries(site: Site) -> Iterator[Finding]:
    """What cannot be read as BibTeX, and entries whose key or fields the style cannot print."""
    source = site.bibliography.source
    if source is None:
        return
    for fault in site.bibliography.faults:
        yield source.finding(fault.start, "malformed-entry", fault.what, fault.help)
    for entry in site.bibliography.entries:
        if not KEY.fullmatch(entry.key):
            message = f"the key `{entry.key}` holds more than a-z and 0-9"
            mended = mended_key(entry.key)
            such = f", such as `{mended}`" if mended else ""
            help = f"write it in small letters and digits only{such}, here and where it is cited"
            yield source.finding(entry.start, "malformed-entry", message, help)
        for start, message, help in _field_faults(entry):
            yield source.finding(start, "malformed-entry", message, help)


def _field_faults(entry: Entry) -> Iterator[tuple[int, str, str]]:
    for name, found in entry.fields.items():
        if name in IDENTIFIER_PATTERNS or not found.value:
            continue
        if name in VALUES and found.value not in VALUES[name]:
            yield found.start, f"`{name}` is `{found.value}`", f"write one of: {', '.join(VALUES[name])}"
        elif name in PATTERNS and not PATTERNS[name].fullmatch(found.value):
            help = f"write `{name}` in digits only, or leave it out"
            yield found.start, f"`{name}` is `{found.value}`", help
        elif name in PEOPLE and (person := _endless_person(found.value)):
            help = "write `Family, Given and Family, Given`, and braces around the name of a group"
            yield found.start, f"the name `{person}` in `{name}` has more than two commas", help
        elif markup := _markup(found.value):
            message = f"`{name}` holds `{markup}`, which cannot be printed"
            yield found.start, message, "write the character itself"


def _endless_person(value: str) -> str:
    """The first name with more commas than BibTeX can tell apart, those in braces aside."""
    while (plain := re.sub(r"\{[^{}]*\}", "", value)) != value:
        value = plain
    people = re.split(r"\sand\s", value)
    return next((person.strip() for person in people if person.count(",") > MOST_COMMAS), "")


def _markup(value: str) -> str:
    """The first piece of LaTeX or HTML in a value that would be printed as it stands."""
    found = re.search(r"\\[A-Za-z]*.?|\$[^$]*\$?", _decoded(value)) or HTML.search(value)
    return found[0] if found else ""


def _decoded(value: str) -> str:
    """A value as pybtex prints it: accents and escaped signs as characters, the rest as typed."""
    if "\\" not in value:
        return value
    try:
        return str(Text.from_latex(value))
    except (PybtexError, ValueError, KeyError):
        return value


def duplicate_entries(site: Site) -> Iterator[Finding]:
    """Entries that repeat the key, an identifier, or the title, author and year of an earlier one."""
    source = site.bibliography.source
    for entry, shared, first in site.bibliography.duplicates if source else ():
        if source:
            line, _ = source.position(first.start)
            start = entry.fields[shared].start if shared in entry.fields else entry.start
            what = "is defined twice" if shared == "key" else f"has the {shared} of `{first.key}`"
            help = f"keep one; the first is at {source.path}:{line}"
            yield source.finding(start, "duplicate-entry", f"`{entry.key}` {what}", help)


def missing_fields(site: Site) -> Iterator[Finding]:
    """Entries that lack a field which their type, or every entry, needs."""
    source = site.bibliography.source
    repeated = {entry.start for entry, _, _ in site.bibliography.duplicates}
    for entry in site.bibliography.entries:
        missing = [_either(name) for name in _required(entry) if not _has(entry, name)]
        if source and missing and entry.start not in repeated and not _is_faulty(site, entry):
            message = f"`{entry.key}` lacks {', '.join(missing)}"
            help = f"add {', '.join(missing)} as its record says"
            yield source.finding(entry.start, "missing-field", message, help)


def _required(entry: Entry) -> tuple[str, ...]:
    return (*REQUIRED.get(entry.type, REQUIRED_ELSE), *REQUIRED_BY_ALL)


def _has(entry: Entry, name: str) -> bool:
    return any(entry.value(alternative) for alternative in name.split("|"))


def _either(name: str) -> str:
    return " or ".join(f"`{alternative}`" for alternative in name.split("|"))


def _is_faulty(site: Site, entry: Entry) -> bool:
    """Whether a fault of syntax in the entry has swallowed some of its fields."""
    starts = {found.start for found in entry.fields.values()} | {entry.start}
    return any(fault.start in starts for fault in site.bibliography.faults)


def malformed_identifiers(site: Site) -> Iterator[Finding]:
    """A DOI, PMID, PMCID or URL that leads nowhere as written."""
    source = site.bibliography.source
    for entry in site.bibliography.entries if source else ():
        for name, (pattern, help) in IDENTIFIER_PATTERNS.items():
            found = entry.fields.get(name)
            if source and found and found.value and not pattern.fullmatch(found.value):
                message = f"`{found.value[:60]}` is no {name.upper()}"
                yield source.finding(found.start, "malformed-identifier", message, _bare(name, found) or help)


def _bare(name: str, found: Field) -> str:
    """How to write an identifier that stands there with something before it; empty where none does."""
    pattern, _ = IDENTIFIER_PATTERNS[name]
    held = re.search(rf"(?:{pattern.pattern})$", found.value)
    before = found.value[: held.start()] if held else found.value
    return f"write it as `{held[0]}`" if held and not re.search(r"\d", before) else ""
