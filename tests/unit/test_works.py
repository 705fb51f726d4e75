"""Works as plain values: names, dates and pages without BibTeX's signs."""

from __future__ import annotations

import pytest

from apparatus.model.bibliography import read_bibliography
from apparatus.publishing.works import MORE_AUTHORS, Name, Work, read_work, works_found
from apparatus.syntax.source import Source


def work(*fields: str) -> Work:
    record = "@article{a2001b,\n" + "".join(f"  {field},\n" for field in fields) + "}\n"
    (entry,) = read_bibliography(Source("bibliography.bib", record)).entries
    return read_work(entry)


@pytest.mark.parametrize(
    ("typed", "name", "natural", "inverted"),
    [
        pytest.param("Doe, Jane A.", Name("Doe", "Jane A."), "Jane A. Doe", "Doe, Jane A.", id="a person"),
        pytest.param(
            "Crowley, Jr., W. F.",
            Name("Crowley", "W. F.", "Jr."),
            "W. F. Crowley Jr.",
            "Crowley, W. F., Jr.",
            id="one of two generations",
        ),
        pytest.param("Al Edwan, G.", Name("Al Edwan", "G."), "G. Al Edwan", "Al Edwan, G.", id="two words"),
        pytest.param("Lière, P.", Name("Lière", "P."), "P. Lière", "Lière, P.", id="an accent"),
        pytest.param("Peivandi", Name("Peivandi"), "Peivandi", "Peivandi", id="a family name alone"),
        pytest.param(
            "{Health and Welfare}",
            Name("Health and Welfare", is_organization=True),
            "Health and Welfare",
            "Health and Welfare",
            id="an organization, whose `and` joins no names",
        ),
    ],
)
def test_a_name_is_read_as_typed(typed: str, name: Name, natural: str, inverted: str) -> None:
    (author,) = work(f"author = {{{typed}}}").authors
    assert (author, author.natural, author.inverted) == (name, natural, inverted)


def test_names_that_are_not_listed_are_remarked_on() -> None:
    listed = work("author = {Doe, Jane and others}")
    assert [author.family for author in listed.authors] == ["Doe"]
    assert listed.remarks == (MORE_AUTHORS,)
    assert work("author = {Doe, Jane}").remarks == ()


@pytest.mark.parametrize(
    ("field", "attribute", "value"),
    [
        pytest.param("title = {A {FSH} \\& {LH} study}", "title", "A FSH & LH study", id="braces"),
        pytest.param("number = {3--5}", "issue", "3–5", id="a dash"),
        pytest.param("year = {2002}", "year", 2002, id="a year"),
        pytest.param("year = {n.d.}", "year", None, id="no date"),
        pytest.param("month = {nov}", "month", 11, id="a month in braces"),
        pytest.param("month = nov", "month", 11, id="a month as BibTeX writes it"),
        pytest.param("month = {spring}", "month", None, id="a season"),
        pytest.param("pages = {E1097--E1102}", "last_page", "E1102", id="a last page"),
        pytest.param("pages = {47}", "last_page", "", id="one page"),
    ],
)
def test_a_field_is_a_plain_value(field: str, attribute: str, value: object) -> None:
    assert getattr(work(field), attribute) == value


def test_works_that_were_not_found_are_left_out() -> None:
    records = "@misc{b,\n  record = {not-found},\n}\n@misc{c,\n}\n@misc{a,\n  record = {partial},\n}\n"
    found = works_found(read_bibliography(Source("bibliography.bib", records)))
    assert [work.key for work in found] == ["a", "c"]
