"""BibTeX records as they come out of other programs, read as far as they can be read.

In comes what somebody pasted, out go its records, each with its fields as typed. Where the braces of a record
do not pair, its fields are told apart by their names, and what had no partner is left out and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from apparatus.syntax.bibtex import FIELD, MONTHS, read_value

# @article{raman2002aromatase,
RECORD = re.compile(r"(?:^|(?<=\}))[ \t]*@\s*(?P<type>[A-Za-z]+)\s*[{(]", re.MULTILINE)
# Everything up to the first comma that is no field: exports have keys with colons, dots and spaces.
KEY = re.compile(r"\s*(?P<key>[^,={}\"]*?)\s*,")
NO_RECORDS = frozenset({"comment", "preamble", "string"})
STRING = re.compile(r"\s*(?P<name>[A-Za-z][\w-]*)\s*=\s*(?P<value>[{\"][^\n]*[}\"])\s*[})]")
# Where braces cannot be trusted, a field begins where its name begins a line, or follows an ended value.
NAMED = r"\s*(?P<name>[A-Za-z][\w-]*)[ \t]*=[ \t]*"
BEGINNINGS = (
    re.compile(rf"(?:^[ \t]*,?|[}}\"][ \t]*,){NAMED}(?=[{{\"\w])", re.MULTILINE),
    re.compile(rf"\w[ \t]*,{NAMED}(?=[{{\"])"),
)
CLOSING = re.compile(r"\n\s*\}$")
# A value that swallowed the next field: `title = {One {two}, year = {2002}`.
SWALLOWED = re.compile(r"\}\s*,\s*[A-Za-z][\w-]*\s*=\s*[{\"]")


@dataclass(frozen=True, slots=True)
class Pasted:
    """One record of a paste."""

    type: str
    """In lower case, such as `article`."""
    key: str
    """As typed; empty where it has none."""
    fields: Mapping[str, str]
    """What each field says, by its name in lower case; without its outer braces or quotes."""
    unbalanced: tuple[str, ...] = ()
    """The fields that held a brace or quote without a partner, which is left out."""


def read_pasted(text: str) -> list[Pasted]:
    """The records of a paste, in its order."""
    openings = list(RECORD.finditer(text))
    ends = [*(opening.start() for opening in openings), len(text)][1:]
    strings: dict[str, str] = dict(MONTHS)
    records = []
    for opening, end in zip(openings, ends, strict=True):
        type, body = opening["type"].lower(), text[opening.end() : end]
        if type == "string" and (string := STRING.match(body)):
            strings[string["name"].lower()] = read_value(string["value"], strings).text
        elif type not in NO_RECORDS:
            records.append(_record(type, body, strings))
    return records


def _record(type: str, body: str, strings: Mapping[str, str]) -> Pasted:
    keyed = KEY.match(body)
    key, rest = (keyed["key"], body[keyed.end() :]) if keyed else ("", body)
    pairs, unbalanced = _by_braces(rest), list[str]()
    if pairs is None:
        pairs, unbalanced = [], []
        for name, raw in _by_names(rest):
            value, whole = _mended(raw)
            pairs.append((name, value))
            if not whole:
                unbalanced.append(name)
    fields: dict[str, str] = {}
    for name, raw in pairs:
        read = read_value(raw, strings)
        # A string that nothing defines, such as the `jama` of a program's own list, says nothing here.
        fields.setdefault(name, read.text if not read.fault else "")
    return Pasted(type, key, fields, tuple(unbalanced))


def _by_braces(text: str) -> list[tuple[str, str]] | None:
    """The fields of a record and their values as typed; nothing where its braces do not pair."""
    pairs, at = list[tuple[str, str]](), 0
    while True:
        at += len(text[at:]) - len(text[at:].lstrip(" \t\n,"))
        if text[at : at + 1] in {"}", ")", ""}:
            # Where the brace that ends the record is missing, nothing is lost.
            return pairs if not re.search(r"[={}]", _before_comment(text[at + 1 :])) else None
        field = FIELD.match(text, at)
        end = _end_of_value(text, field.end()) if field else None
        if field is None or end is None or SWALLOWED.search(text, field.end(), end):
            return None
        pairs.append((field["name"].lower(), text[field.end() : end].strip()))
        at = end


def _before_comment(text: str) -> str:
    """What follows a record up to a line that only LaTeX would read."""
    return text.partition("%")[0]


def _end_of_value(text: str, start: int) -> int | None:
    """The offset of the comma, brace or next field that ends a value; nothing where the text ends first."""
    depth, quoted, ended = 0, False, False
    for at in range(start, len(text)):
        character = text[at]
        if depth == 0 and not quoted:
            if character in ",})" or (ended and FIELD.match(text, at)):
                return at
            ended = ended and character.isspace()
        if character == '"' and depth == 0:
            quoted = not quoted
            ended = not quoted
        elif character in "{}":
            depth += 1 if character == "{" else -1
            ended = depth == 0 and not quoted
            if depth < 0:
                return None
    # A brace on a line of its own was to end the record, and not its last value.
    return len(text) if ended and not CLOSING.search(text.rstrip()) else None


def _by_names(text: str) -> Iterator[tuple[str, str]]:
    """The fields of a record whose braces do not pair: each reaches to the name of the next one."""
    found = {field.start("name"): field for beginning in BEGINNINGS for field in beginning.finditer(text)}
    names = [field for _, field in sorted(found.items(), key=itemgetter(0))]
    for index, field in enumerate(names):
        is_last = index + 1 == len(names)
        raw = text[field.end() :] if is_last else text[field.end() : names[index + 1].start("name")]
        raw = raw.strip().strip(",").strip()
        if is_last and (raw.count("}") > raw.count("{") or CLOSING.search(raw)):
            # That one ends the record.
            raw = raw.removesuffix("}").strip().strip(",").strip()
        yield field["name"].lower(), raw


def _mended(raw: str) -> tuple[str, bool]:
    """A value whose braces pair, in braces, and whether they did so before."""
    if re.fullmatch(r"\w+", raw):
        return raw, True
    held, whole = raw, True
    for opening, closing in (("{", "}"), ('"', '"')):
        if raw.startswith(opening):
            ends = raw.endswith(closing) and len(raw) > 1
            held, whole = raw[1:-1] if ends else raw[1:], ends
            break
    balanced = _balanced(held)
    return f"{{{balanced}}}", whole and balanced == held


def _balanced(text: str) -> str:
    """A text without the braces that have no partner."""
    kept, opened = list(text), list[int]()
    for at, character in enumerate(text):
        if character == "{":
            opened.append(at)
        elif character == "}" and opened:
            opened.pop()
        elif character == "}":
            kept[at] = ""
    for at in opened:
        kept[at] = ""
    return "".join(kept)
