"""`new source`: entries for the bibliography, made from BibTeX that somebody pasted.

In come a site, the paste and what only its contributor can say; out goes the bibliography's text with the new
entries in their places. It looks nothing up, and changes no entry that is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from apparatus.checks.bibliography import (
    KEY,
    VALUES,
    malformed_entries,
    malformed_identifiers,
    missing_fields,
)
from apparatus.commands.fix_bibliography import end_of_entry
from apparatus.commands.journals import is_shortened, spelled_alike, spelled_out
from apparatus.commands.outcome import TO_REGISTER, Outcome
from apparatus.commands.pasted import read_pasted
from apparatus.commands.record import ORDER, Record, ascii_word, read_record
from apparatus.model.bibliography import IDENTIFIERS, PATH, Bibliography, Entry, Field, read_bibliography
from apparatus.model.site import Site
from apparatus.syntax.finding import Finding, sort_findings
from apparatus.syntax.source import Source

KINDS = VALUES["kind"]
"""What `kind` may be: the kinds of work there are."""
CHECKS = (malformed_entries, missing_fields, malformed_identifiers)
TO_SEE = (
    "  it says `record = {partial}`: open the publisher's or PubMed's page, compare every field with it,"
    " then write `record = {seen}`"
)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a record does not say of itself."""

    kind: str
    """What kind of work it is, such as `cohort`."""
    size: str = ""
    """How many people took part; empty where that is not known."""
    key: str = ""
    """The key that its contributor wants; empty for the usual one."""


def new_sources(site: Site, text: str, choices: Choices) -> Outcome:
    """The bibliography with the records of a paste, each in its place in the order of the keys."""
    records = [_chosen(site.bibliography, read_record(pasted), choices) for pasted in read_pasted(text)]
    source = site.bibliography.source
    if source is None or (fault := _fault(site.bibliography, records, choices)):
        return Outcome(refused=(fault if source else f"{PATH} is missing or cannot be read",))
    after, added = site.bibliography, list[Record]()
    clashes, refused = list[tuple[Record, str, str]](), list[str]()
    for record in records:
        text = _inserted(after, record)
        if clash := _clash(after, record):
            clashes.append((record, *clash))
        elif not record.key or not _is_safe(after, text):
            refused.append(_not_added(record))
        else:
            after = read_bibliography(Source(PATH, text))
            added.append(record)
    said = [line for record in added for line in _said(after, record)]
    for record, shared, key in clashes:
        same = _is_same(record, after.by_key[key])
        (said if same else refused).append(_clash_said(after, record, shared, after.by_key[key]))
    findings = _findings(replace(site, bibliography=after), {record.key for record in added})
    return Outcome(source, _text(after), tuple(said), tuple(refused), findings)


def _fault(bibliography: Bibliography, records: list[Record], choices: Choices) -> str:
    """Why nothing can be done with a paste at all."""
    if bibliography.faults:
        return f"{PATH} has entries that cannot be read: mend what `check` says of them first"
    if not records:
        return "no record found: paste one that starts as `@article{`, from a PubMed tool, Crossref or Zotero"
    if len(records) > 1 and (choices.size or choices.key):
        return f"the paste holds {len(records)} records: give `--size` and `--key` with one record at a time"
    if choices.key and not KEY.fullmatch(choices.key):
        return f"the key `{choices.key}` holds more than a-z and 0-9: write it as `raman2002aromatase`"
    return ""


def _chosen(bibliography: Bibliography, record: Record, choices: Choices) -> Record:
    said = {**record.fields, "kind": choices.kind, "size": choices.size, "record": "partial"}
    if "journal" in said:
        said["journal"] = spelled_alike(said["journal"], _journals(bibliography))
    fields = {name: said[name] for name in ORDER if said.get(name)}
    return replace(record, keys=(choices.key,) if choices.key else record.keys, fields=fields)


def _journals(bibliography: Bibliography) -> set[str]:
    return {entry.value("journal") for entry in bibliography.entries}


def _text(bibliography: Bibliography) -> str:
    return bibliography.source.text if bibliography.source else ""


def _clash(bibliography: Bibliography, record: Record) -> tuple[str, str] | None:
    """What a record shares with an entry that is there, and the entry's key; nothing where it is new."""
    fields = {name: Field(name, value, 0) for name, value in record.fields.items()}
    # First without its key: two works of one year may have the same, and one work may be there under another.
    for key in ("", record.key):
        entry = Entry(key, record.type, 0, 0, fields)
        found = Bibliography(entries=(*bibliography.entries, entry)).duplicates
        if clash := next(((shared, first.key) for last, shared, first in found if last is entry), None):
            return clash
    return None


def _is_same(record: Record, entry: Entry) -> bool:
    """Whether an entry is the very work of a record, and not only shares its key or one identifier."""
    both = [name for name in IDENTIFIERS if record.fields.get(name) and entry.value(name)]
    agree = [record.fields[name].lower() == entry.value(name).lower() for name in both]
    if agree:
        return all(agree)
    return ascii_word(record.fields.get("title", "")) == ascii_word(entry.value("title"))


def _clash_said(bibliography: Bibliography, record: Record, shared: str, entry: Entry) -> str:
    place = f"{PATH}:{_line(bibliography, entry)}"
    if _is_same(record, entry):
        return f"{place}: `{entry.key}` is there already; cite it as [@{entry.key}]"
    if shared == "key":
        spare = next((key for key in record.keys if key not in bibliography.by_key), f"{record.key}2")
        return f"`{record.key}` is the key of another work, at {place}: choose one, such as `--key {spare}`"
    what = "title, first author and year" if shared == "title" else shared.upper()
    return f"`{record.key}` has the {what} of `{entry.key}`, at {place}, but not all else: see which is right"


def _is_safe(before: Bibliography, text: str) -> bool:
    """Whether a text is a bibliography that can be read, has one entry more, and has kept all others."""
    after = read_bibliography(Source(PATH, text))
    kept = [entry for entry in after.entries if entry.key in before.by_key]
    same = [_said_by(entry) for entry in kept] == [_said_by(entry) for entry in before.entries]
    return same and not after.faults and len(after.entries) == len(before.entries) + 1


def _said_by(entry: Entry) -> tuple[str, dict[str, str]]:
    return entry.key, {name: field.value for name, field in entry.fields.items()}


def _not_added(record: Record) -> str:
    typed = record.fields.get("title") or record.pasted.key or f"@{record.pasted.type}"
    if record.key:
        return f"`{typed}` cannot be written as BibTeX: paste it without its braces, backslashes and `@`"
    return f"`{typed}` has no author or no title to make a key of: add it to the record, or give `--key`"


def _line(bibliography: Bibliography, entry: Entry) -> int:
    return bibliography.source.position(entry.start)[0] if bibliography.source else 1


def _inserted(bibliography: Bibliography, record: Record) -> str:
    """The bibliography's text with one more entry, before the first whose key comes later."""
    text = _text(bibliography)
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in record.fields.items())
    entry = f"@{record.type}{{{record.key},\n{fields}}}"
    earlier = list(takewhile(lambda other: other.key < record.key, bibliography.entries))
    if earlier:
        at = end_of_entry(text, earlier[-1].start)
        return f"{text[:at]}\n\n{entry}{text[at:]}"
    at = bibliography.entries[0].start if bibliography.entries else len(text)
    return f"{text[:at]}{entry}\n\n{text[at:]}"


def _said(bibliography: Bibliography, record: Record) -> Iterator[str]:
    place = f"{PATH}:{_line(bibliography, bibliography.by_key[record.key])}"
    yield f"{place}: added `{record.key}`; cite it as [@{record.key}]"
    for name in record.pasted.unbalanced:
        yield f"  `{name}` had a brace or quote without a partner, now left out: compare it with the paper"
    journal = record.fields.get("journal", "")
    if is_shortened(journal):
        full = spelled_out(journal, _journals(bibliography))
        yield f"  `{journal}` is short for {f'`{full}`, it seems' if full else 'a name'}: write it out"
    if record.left_out:
        yield f"  left out: {', '.join(record.left_out)}"
    yield TO_SEE
    yield TO_REGISTER


def _findings(site: Site, keys: set[str]) -> tuple[Finding, ...]:
    """What the checks of the bibliography say of the entries with some keys."""
    text, entries = _text(site.bibliography), site.bibliography.entries
    places = [(entry.start, end_of_entry(text, entry.start)) for entry in entries if entry.key in keys]
    lines = set[int]()
    for start, end in places:
        lines.update(range(text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 2))
    found = (finding for check in CHECKS for finding in check(site))
    return sort_findings(finding for finding in found if finding.line in lines)
