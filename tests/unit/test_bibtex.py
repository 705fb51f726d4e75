"""The bibliography as pybtex prints it and as the checks read it: both have to see the same."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import BibliographyData, parse_string
from pybtex.database import Entry as PybtexEntry

from apparatus.model.bibliography import Bibliography, Entry, read_bibliography
from apparatus.syntax.bibtex import unpaired_field
from apparatus.syntax.source import Source

PATH = "bibliography.bib"
PEOPLE = ("author", "editor")

TRICKY = r"""
Text between entries is a comment, 50 % of it.

@comment{ a comment }

@string{jsm = "The Journal of " # "Sexual Medicine"}
@STRING{ press = {Press {A}} }

@Article{one2001,
  Author = "Doe, Jane and {The Group, Inc.} and Roe, Jr., Richard",
  title = {A {FSH} and {{LH}} "quoted", 50 \% = half; a \{ b \} c},
  journal = jsm,
  year = 2001,
  MONTH = jan,
  pages = "1--5",
  note = {over
    two   lines},
}

@book{two2002, editor = {Roe, Richard}, title = "A {"}quoted{"} title # 2",
  publisher = press # { and } # press, year = {2002}}

@misc{
  three2003 ,
  title={No spaces, a comma},year={2003},
  url = {https://example.org/?a=b&c={d}%20#e}
}
"""


def bibliography(text: str) -> Bibliography:
    return read_bibliography(Source(PATH, text))


def as_read(entries: Iterable[Entry]) -> dict[str, tuple[str, dict[str, str]]]:
    """Entries by key, people in pybtex's spelling."""
    return {
        entry.key: (entry.type, {name: _spelling(name, field.value) for name, field in entry.fields.items()})
        for entry in entries
    }


def _spelling(name: str, value: str) -> str:
    if name not in PEOPLE:
        return value
    (entry,) = parse_string(f"@misc{{a, author = {{{value}}}}}", "bibtex").entries.values()
    return " and ".join(map(str, (entry.persons or {}).get("author", ())))


def as_pybtex_reads(data: BibliographyData) -> dict[str, tuple[str, dict[str, str]]]:
    return {key: (entry.type, dict(_pybtex_fields(entry))) for key, entry in data.entries.items()}


def _pybtex_fields(entry: PybtexEntry) -> Iterable[tuple[str, str]]:
    yield from ((name.lower(), " ".join(value.split())) for name, value in (entry.fields or {}).items())
    yield from (
        (role.lower(), " and ".join(map(str, people))) for role, people in (entry.persons or {}).items()
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(Path(PATH).read_text(encoding="utf-8"), id="this repository's"),
        pytest.param(TRICKY, id="a tricky one"),
    ],
)
def test_both_parsers_read_the_same(text: str) -> None:
    found = bibliography(text)
    assert found.faults == ()
    assert as_read(found.entries) == as_pybtex_reads(parse_string(text, "bibtex"))


PIECES = [
    "@misc{",
    "@misc(",
    "}",
    ")",
    "{",
    '"',
    ",",
    "=",
    "#",
    "a",
    "b1",
    " ",
    "\n",
    "title = ",
    "year=",
    "2001",
    "\\",
    "%",
    "@",
    "jan",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_what_the_checks_accept_stops_no_build(fields: str) -> None:
    text = f"@misc{{key2001, {fields}}}\n\n@misc{{other2002, title = {{A}}}}\n"
    found = bibliography(text)
    keys = [entry.key for entry in found.entries]
    if not found.faults and all(map(str.isalnum, keys)) and len({*keys}) == len(keys):
        assert as_read(found.entries) == as_pybtex_reads(parse_string(text, "bibtex"))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param(("title = {A {b},", "year = {1},"), "title", id="a brace never closed"),
        pytest.param(("title = {A},", "year = {1}},"), "year", id="a brace too many in the last field"),
        pytest.param(("title = {A},", "year = {{1},"), "year", id="a brace never closed in the last field"),
        pytest.param(("title = {A {b}},", "year = {1}"), None, id="all of them pair"),
        pytest.param(("title = {A", "  {b}},", "year = {{1}"), "year", id="a value over two lines"),
    ],
)
def test_the_field_whose_braces_do_not_pair_is_told_by_its_line(
    fields: tuple[str, ...], expected: str | None
) -> None:
    before = "@misc{a,\n  note = {{x},\n}\n\n"
    text = before + "@misc{b,\n" + "".join(f"  {field}\n" for field in fields) + "}\n\n@misc{c, note = {x}}\n"
    found = unpaired_field(text, len(before))
    assert found == (expected and (expected, text.index(f"{expected} =", len(before))))
