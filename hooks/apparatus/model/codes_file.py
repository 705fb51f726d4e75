"""Reads the codes of health records: the text of `docs/codes.yml` comes in, systems and codes go out.

A record at fault is left out, so that no address is made of what could not be read. Whether a code can be one
of its system, and whether its target is there, is not judged here.
"""

from __future__ import annotations

import re
from datetime import date

from apparatus.model.code_shapes import SYSTEMS
from apparatus.model.codes import Code, CodeData, CodeSystem, MissingCode
from apparatus.model.register import ADDRESS
from apparatus.syntax.source import Source
from apparatus.syntax.yaml_record import Record, Shape
from apparatus.syntax.yaml_tree import Fault, Node, read_root

SEEN = "its source gives it"
FILE = Shape("file", ("systems", "codes"), ("missing",), given=SEEN)
SYSTEM = Shape(
    "code system", ("id", "name", "oid", "license", "seen", "date"), ("notice", "decision"), given=SEEN
)
CODE = Shape("code", ("system", "code", "name", "target", "seen", "date"), ("remark",), given=SEEN)
MISSING = Shape("missing code", ("system", "name", "tried"), given=SEEN)

# What no name of a code system, code or license holds, and a cell of a table would not show as it stands.
MARKUP = re.compile(r"[`*|\\{}<>_]")
# 2.16.840.1.113883.6.88
OID = re.compile(r"[0-2](?:\.(?:0|[1-9][0-9]*))+")
WEB = re.compile(r"https?://[^\s()<>\"|\\`]+")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SYNTAX = "put a text with a colon or a bracket at its start in quotes, and line fields up with spaces"


def read_codes(source: Source | None) -> CodeData:
    """The codes that a file holds, or none; what cannot be read of it is among the faults."""
    if source is None:
        return CodeData()
    root, faults = read_root(source.text, SYNTAX)
    return CodeData(source, faults=faults) if root is None else _Reader().read(source, root)


class _Reader:
    """Turns the tree of one file into values, and gathers what is at fault."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.lost: set[str] = set()

    def read(self, source: Source, root: Node) -> CodeData:
        file = Record(root, FILE)
        systems = [self._system(Record(node, SYSTEM)) for node in file.items("systems")]
        codes = [self._code(Record(node, CODE)) for node in file.items("codes")]
        missing = [self._missing(Record(node, MISSING)) for node in file.items("missing")]
        self._is_sound(file)
        return CodeData(
            source,
            tuple(system for system in systems if system),
            tuple(code for code in codes if code),
            tuple(each for each in missing if each),
            tuple(self.faults),
            frozenset(self.lost),
        )

    def _is_sound(self, record: Record) -> bool:
        """Whether nothing in a record, read by now, was at fault."""
        self.faults.extend(record.faults)
        return not record.faults

    def _system(self, record: Record) -> CodeSystem | None:
        system = CodeSystem(
            start=record.start,
            id=record.word("id", SYSTEMS),
            name=record.text("name", MARKUP),
            oid=_fitting(record, "oid", OID, "numbers with points between them"),
            license=record.text("license", MARKUP),
            seen=_fitting(record, "seen", WEB, "an address that begins with `https://`"),
            date=_day(record),
            notice=record.text("notice", MARKUP),
            decision=record.text("decision", MARKUP),
            places=record.places,
        )
        if self._is_sound(record):
            return system
        self.lost.add(system.id)
        return None

    def _code(self, record: Record) -> Code | None:
        code = Code(
            start=record.start,
            system=record.word("system", SYSTEMS),
            code=record.text("code", MARKUP),
            name=record.text("name", MARKUP),
            target=_fitting(record, "target", ADDRESS, "an address such as `glossary/#varicocele`"),
            seen=_fitting(record, "seen", WEB, "an address that begins with `https://`"),
            date=_day(record),
            remark=record.text("remark", MARKUP),
            places=record.places,
        )
        return code if self._is_sound(record) else None

    def _missing(self, record: Record) -> MissingCode | None:
        system = record.word("system", SYSTEMS)
        missing = MissingCode(system, record.text("name", MARKUP), record.text("tried", MARKUP))
        return missing if self._is_sound(record) else None


# Addresses hold what would be markup in a text.
ANYTHING = re.compile(r"(?!)")


def _fitting(record: Record, name: str, pattern: re.Pattern[str], wanted: str) -> str:
    """A field that has a form of its own; empty where it is left out."""
    text = record.text(name, ANYTHING)
    if text and not pattern.fullmatch(text):
        start = record.places[name][0]
        record.faults.append(Fault(start, f"`{name}` is `{text[:60]}`", f"write {wanted}"))
    return text


def _day(record: Record) -> date:
    """The field `date`; any day where it is at fault, as the record is left out then."""
    text = record.text("date")
    if DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    if text:
        record.faults.append(
            Fault(record.places["date"][0], f"`date` is `{text[:60]}`", "write a day as 2026-11-23")
        )
    return date.min
