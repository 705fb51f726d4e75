"""The entries of `bibliography.bib`, each field with its place, and what in the file could not be read."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    ExplicitComment,
    ImplicitComment,
    ParsingFailedBlock,
    Preamble,
    String,
)
from bibtexparser.model import (
    Entry as RawEntry,
)
from bibtexparser.splitter import Splitter

from apparatus.syntax.bibtex import MONTHS, NAME, OPENING, field_places, read_value, unpaired_field
from apparatus.syntax.source import Source

PATH = "bibliography.bib"
IDENTIFIERS = ("doi", "pmid", "pmcid")
# , journal = {...    or the brace that was to end the entry
LEFT_BEHIND = re.compile(r"[\s,]*(?:\}|[A-Za-z][\w-]*\s*=\s*[{\"\w])")

# bibtexparser logs what it cannot read; here that becomes a finding, and nothing else is to be printed.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an entry, such as `year = {2002}`."""

    name: str
    """In lower case."""
    value: str
    """Without its outer braces or quotes, strings put in, white space folded."""
    start: int
    """Offset of the first character of the name."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A bibliography record."""

    key: str
    """What a citation calls it by."""
    type: str
    """In lower case, such as `article`."""
    start: int
    """Offset of its `@`."""
    key_start: int
    """Offset of its key."""
    fields: Mapping[str, Field]
    """Its fields by name."""

    def value(self, name: str) -> str:
        """What a field says; empty where there is no such field."""
        found = self.fields.get(name)
        return found.value if found else ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the file that cannot be read as BibTeX."""

    start: int
    """Offset of the field's name or of the entry's `@`."""
    what: str
    """What is wrong, as a message says it."""
    help: str
    """One imperative sentence that mends it."""


@dataclass(frozen=True)
class Bibliography:
    """Every entry, in the order of the file."""

    source: Source | None = None
    """The file; nothing where it could not be read."""
    entries: tuple[Entry, ...] = ()
    """What could be read; a key used twice stands here twice."""
    faults: tuple[Fault, ...] = ()
    """What could not be read."""
    by_key: Mapping[str, Entry] = field(default_factory=dict)
    """The first entry of each key."""
    lost_keys: frozenset[str] = frozenset()
    """Keys that stand in the file, but with other characters, or in or after what cannot be read."""

    @cached_property
    def duplicates(self) -> tuple[tuple[Entry, str, Entry], ...]:
        """Entries that repeat an earlier one: the later entry, what both share, the earlier entry."""
        return tuple(_duplicates(self.entries))


@lru_cache(maxsize=2)
def read_bibliography(source: Source | None) -> Bibliography:
    """The bibliography that a source holds; an empty one where there is no source."""
    if source is None:
        return Bibliography()
    reader = _Reader(source)
    blocks = Splitter(bibstr=source.text).split().blocks
    for block in blocks:
        reader.read(block)
    by_key: dict[str, Entry] = {}
    for entry in reader.entries:
        by_key.setdefault(entry.key, entry)
    written = {match["key"] for match in OPENING.finditer(source.text)} if reader.faults else set()
    written |= {mended_key(key) for key in by_key}
    lost = frozenset(written - by_key.keys())
    return Bibliography(source, tuple(reader.entries), tuple(reader.faults), by_key, lost)


def mended_key(key: str) -> str:
    """What is left of a key without the characters that keys do not hold."""
    return re.sub(r"[^a-z0-9]", "", key.lower())


def _duplicates(entries: Iterable[Entry]) -> Iterator[tuple[Entry, str, Entry]]:
    seen: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        marks = list(_marks(entry))
        shared = next(((kind, seen[kind, value]) for kind, value in marks if (kind, value) in seen), None)
        if shared:
            yield entry, *shared
        for mark in marks:
            seen.setdefault(mark, entry)


def _marks(entry: Entry) -> Iterator[tuple[str, str]]:
    """What no two entries may share, the surest first."""
    yield "key", entry.key
    for name in IDENTIFIERS:
        if value := entry.value(name).lower():
            yield name, value
    title = re.sub(r"[^\w]+", " ", entry.value("title")).strip().lower()
    family = entry.value("author").split(" and ")[0].split(",")[0].strip("{} ").lower()
    if title and family and entry.value("year"):
        yield "title", f"{title}/{family}/{entry.value('year')}"


class _Reader:
    """Turns bibtexparser's blocks into entries and faults."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.strings: dict[str, str] = dict(MONTHS)
        self.entries: list[Entry] = []
        self.faults: list[Fault] = []
        self.reached = 0

    def read(self, block: Block) -> None:
        if isinstance(block, String):
            self._read_string(block)
        elif isinstance(block, RawEntry):
            self._read_entry(block)
        elif isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock) and isinstance(
            block.ignore_error_block, RawEntry
        ):
            self._read_entry(block.ignore_error_block)
        elif isinstance(block, DuplicateBlockKeyBlock):
            self._fault(block, "string is defined twice", "keep one of the two")
        elif isinstance(block, ParsingFailedBlock):
            self._fault(block, "entry is not closed or has a stray brace", self._help_to_close(block))
        elif isinstance(block, ExplicitComment | ImplicitComment):
            self._read_comment(block)
        elif isinstance(block, Preamble):
            self._fault(block, "preamble is for LaTeX, which prints nothing here", "delete it")
        else:
            self._fault(block, "entry cannot be read", "write it as `@type{key, field = {value}}`")

    def _read_string(self, block: String) -> None:
        value = read_value(str(block.value), self.strings)
        self.strings[block.key.lower()] = value.text
        if value.fault:
            self._fault(block, f"string {value.fault}", 'write it as `@string{name = "text"}`')

    def _read_comment(self, block: ExplicitComment | ImplicitComment) -> None:
        # BibTeX knows no comments: it looks for the next `@`, wherever that stands.
        start = self._start(block) + isinstance(block, ExplicitComment)
        if "@" in block.comment:
            help = "delete the `@`, and a disused entry as a whole"
            self.faults.append(Fault(self.source.text.find("@", start), "comment holds an `@`", help))
        elif isinstance(block, ImplicitComment) and LEFT_BEHIND.match(block.comment):
            self._read_left_behind()

    def _read_left_behind(self) -> None:
        """What follows an entry and was meant to be in it: a `}` too many ended it."""
        fields = list(self.entries[-1].fields.values()) if self.entries else []
        if fields and not any(fault.start in {field.start for field in fields} for fault in self.faults):
            last = fields[-1]
            help = f"delete one `}}` of `{last.name}`, in line {self.source.position(last.start)[0]}"
            self.faults.append(
                Fault(last.start, f"`{last.name}` has a `}}` too many, which ends its entry", help)
            )

    def _help_to_close(self, block: Block) -> str:
        if found := unpaired_field(self.source.text, self._start(block)):
            name, offset = found
            line, _ = self.source.position(offset)
            return f"give each `{{` its `}}` in `{name}`, in line {line}"
        return "give each `{` its `}` and each field its comma"

    def _fault(self, block: Block, what: str, help: str) -> None:
        self.faults.append(Fault(self._start(block), what, help))

    def _start(self, block: Block) -> int:
        line_start = self.source.line_start((block.start_line or 0) + 1)
        at = self.source.text.find("@", max(line_start, self.reached))
        return at if at >= 0 else line_start

    def _read_entry(self, block: RawEntry) -> None:
        start = self._start(block)
        self.reached = start + 1
        opening = OPENING.match(self.source.text, start)
        key_start = opening.start("key") if opening else start
        places = list(field_places(self.source.text, opening.end() if opening else start))
        if opening is None or "(" in opening[0]:
            # pybtex ends a key in parentheses elsewhere than a reader would.
            what = "entry is not written as `@type{key, field = {value}}`"
            self.faults.append(Fault(start, what, "give it a type, and braces instead of parentheses"))
        fields: dict[str, Field] = {}
        for index, raw in enumerate(block.fields):
            name = raw.key.lower()
            place = places[index][1] if index < len(places) and places[index][0] == name else start
            if name in fields:
                self.faults.append(Fault(place, f"entry has `{name}` twice", "keep one of the two fields"))
            else:
                fields[name] = self._read_field(name, str(raw.value), place)
        self.entries.append(Entry(block.key, block.entry_type.lower(), start, key_start, fields))

    def _read_field(self, name: str, raw: str, start: int) -> Field:
        value = read_value(raw, self.strings)
        if value.fault or not NAME.fullmatch(name):
            what = f"`{name}` {value.fault or 'is no name of a field'}"
            help = f"write `{name} = {{...}},` with braces around the value and a comma after it"
            self.faults.append(Fault(start, what, help))
        return Field(name, value.text, start)
