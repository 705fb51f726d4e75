"""The entries of `bibliography.bib`, each field with its place, and what in the file could not be read."""

from __future__ import annotations

import calendar
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry as RawEntry,
    ExplicitComment,
    ImplicitComment,
    ParsingFailedBlock,
    Preamble,
    String,
)
from bibtexparser.splitter import Splitter

from apparatus.source import Source

PATH = "bibliography.bib"
IDENTIFIERS = ("doi", "pmid", "pmcid")
MONTHS = {name[:3].lower(): name for name in calendar.month_name[1:]}

# @article{raman2002aromatase,
OPENING = re.compile(r"@\s*(?P<type>[A-Za-z]+)\s*[{(]\s*(?P<key>[^\s,{}()=]*)\s*,?")
FIELD = re.compile(r"(?P<name>[A-Za-z][\w-]*)\s*=")
# {braced}   "quoted"   bare, joined by #
PIECE = re.compile(r"\s*(?:\{(?P<braced>.*)\}|\"(?P<quoted>.*)\"|(?P<bare>[\w.:+-]+))\s*", re.DOTALL)


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


@dataclass(frozen=True, slots=True)
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
    """What is wrong, to be read after the entry's name."""
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
    """Keys that stand in the file, but in or after something that cannot be read, or with other characters."""

    @cached_property
    def duplicates(self) -> tuple[tuple[Entry, str, Entry], ...]:
        """Entries that repeat an earlier one: the later entry, what both share, the earlier entry."""
        return tuple(_duplicates(self.entries))


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

    def read(self, block: Block) -> None:
        if isinstance(block, String):
            self.strings[block.key.lower()] = _plain(str(block.value)) or ""
        elif isinstance(block, RawEntry):
            self._read_entry(block)
        elif isinstance(block, DuplicateBlockKeyBlock) and isinstance(block.ignore_error_block, RawEntry):
            self._read_entry(block.ignore_error_block)
        elif isinstance(block, DuplicateFieldKeyBlock) and isinstance(block.ignore_error_block, RawEntry):
            self._read_entry(block.ignore_error_block)
        elif isinstance(block, ParsingFailedBlock):
            self._fault(block, "is not closed or has a stray brace", "give each `{` its `}` and each field its comma")
        elif not isinstance(block, ExplicitComment | ImplicitComment | Preamble):
            self._fault(block, "cannot be read", "write it as `@type{key, field = {value}}`")

    def _fault(self, block: Block, what: str, help: str) -> None:
        self.faults.append(Fault(self._start(block), what, help))

    def _start(self, block: Block) -> int:
        line_start = self.source.line_start((block.start_line or 0) + 1)
        at = self.source.text.find("@", line_start)
        return at if at >= 0 else line_start

    def _read_entry(self, block: RawEntry) -> None:
        start = self._start(block)
        opening = OPENING.match(self.source.text, start)
        key_start = opening.start("key") if opening else start
        places = list(field_places(self.source.text, opening.end() if opening else start))
        fields: dict[str, Field] = {}
        for index, raw in enumerate(block.fields):
            name = raw.key.lower()
            place = places[index][1] if index < len(places) and places[index][0] == name else start
            if name in fields:
                self.faults.append(Fault(place, f"has `{name}` twice", "keep one of the two fields"))
            else:
                fields[name] = self._read_field(name, str(raw.value), place)
        self.entries.append(Entry(block.key, block.entry_type.lower(), start, key_start, fields))

    def _read_field(self, name: str, raw: str, start: int) -> Field:
        value = self._value(raw)
        if value is None:
            bare = re.fullmatch(r"\s*[\w.:+-]+\s*", raw)
            what = f"uses `{raw.strip()}`, which no `@string` defines" if bare else f"has no comma after `{name}`"
            help = f"write `{name} = {{...}},` with braces around the value and a comma after it"
            self.faults.append(Fault(start, what, help))
        return Field(name, " ".join((value or "").split()), start)

    def _value(self, raw: str) -> str | None:
        pieces = [raw] if _plain(raw) is not None else re.split(r"\s#\s", raw)
        values = [self._piece(piece) for piece in pieces]
        return None if None in values else "".join(value or "" for value in values)

    def _piece(self, piece: str) -> str | None:
        plain = _plain(piece)
        return plain if plain is not None else self.strings.get(piece.strip().lower())


def _plain(raw: str) -> str | None:
    """What a braced, quoted or numeric value says; nothing for a string's name or for two values in a row."""
    piece = PIECE.fullmatch(raw)
    if piece is None:
        return None
    if piece["bare"] is not None:
        return piece["bare"] if piece["bare"].isdigit() else None
    inner = piece["braced"] if piece["braced"] is not None else piece["quoted"]
    return inner if _is_balanced(inner) else None


def _is_balanced(text: str) -> bool:
    depth = 0
    for character in re.findall(r"(?<!\\)[{}]", text):
        depth += 1 if character == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def field_places(text: str, start: int) -> Iterator[tuple[str, int]]:
    """The name in lower case and the offset of each field of the entry whose key ends at `start`."""
    depth, at = 0, start
    while at < len(text) and depth >= 0:
        named = FIELD.match(text, at) if depth == 0 and not text[at - 1].isalnum() else None
        if named:
            yield named["name"].lower(), at
            at = named.end()
            continue
        if text[at] in "{}" and text[at - 1] != "\\":
            depth += 1 if text[at] == "{" else -1
        at += 1
