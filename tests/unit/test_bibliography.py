"""The bibliography: entries, fields, places and faults, and that pybtex reads the same."""

from __future__ import annotations

import pytest

from apparatus.model.bibliography import Bibliography, Entry, mended_key, read_bibliography
from apparatus.syntax.source import Source

PATH = "bibliography.bib"
PEOPLE = ("author", "editor")


def bibliography(text: str) -> Bibliography:
    return read_bibliography(Source(PATH, text))


def entry(fields: str) -> Entry:
    (found,) = bibliography(f"@article{{key2001,\n{fields}\n}}").entries
    return found


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        pytest.param("title = {A {b} c}", "A {b} c", id="braces within are kept"),
        pytest.param('title = "A {b} c"', "A {b} c", id="quotes"),
        pytest.param("title = 2001", "2001", id="a number"),
        pytest.param("title = {A\n  b}", "A b", id="white space is folded"),
        pytest.param('title = {A} # " " # {b}', "A b", id="joined"),
        pytest.param("title = {A # b}", "A # b", id="a hash in braces"),
        pytest.param("title = jan", "January", id="a month"),
        pytest.param("TITLE = {A}", "A", id="the name in capitals"),
        pytest.param("title = {}", "", id="empty"),
        pytest.param("title = {a \\{ b \\}}", "a \\{ b \\}", id="escaped braces"),
        pytest.param('title = "a " # "b"', "a b", id="quotes joined"),
        pytest.param('title = "a {"}b{"}"', 'a {"}b{"}', id="quotes in braces in quotes"),
    ],
)
def test_a_field_has_its_value(fields: str, value: str) -> None:
    found = entry(fields)
    assert found.value("title") == value


def test_strings_are_put_in() -> None:
    found = bibliography('@string{a = "b"}\n@article{key2001, title = a # { c}}')
    assert [entry.value("title") for entry in found.entries] == ["b c"]
    assert found.faults == ()


def test_an_absent_field_is_empty() -> None:
    assert entry("title = {A}").value("doi") == ""


def test_entries_keys_and_fields_have_their_places() -> None:
    text = "% a = {b}\n\n@Article{ key2001 ,\n title = {year = 2001, {a} = b}, year={2001}, doi = {10.1/a}}\n"
    (found,) = bibliography(text).entries
    assert (found.start, found.key_start) == (text.index("@"), text.index("key2001"))
    assert found.type == "article"
    places = {"title": text.index("title"), "year": text.index("year={"), "doi": text.index("doi")}
    assert {name: field.start for name, field in found.fields.items()} == places


@pytest.mark.parametrize(
    ("text", "what", "place"),
    [
        pytest.param(
            "@article{a, title = {b {c}, year = 1}", "entry is not closed", "@", id="a brace never closed"
        ),
        pytest.param(
            "@article{a, title = {b} c}, year = 1}",
            "`title` goes on after its value",
            "title",
            id="a stray brace",
        ),
        pytest.param(
            "@article{a, title = {b} year = {1}}",
            "`title` goes on after its value",
            "title",
            id="a comma missing",
        ),
        pytest.param(
            "@article{a, title = b}", "`b`, which no `@string` defines", "title", id="an unknown string"
        ),
        pytest.param("@article{a, year = 1, year = 2}", "has `year` twice", "year = 2", id="a field twice"),
        pytest.param("@article{a, Year = 1, year = 2}", "has `year` twice", "year = 2", id="in another case"),
        pytest.param("@article{a, year {1}}", "not closed", "@", id="no equals sign"),
        pytest.param(
            "@article{a, title = {a \\{ b}, year = 1}", "without a partner", "title", id="an escaped brace"
        ),
        pytest.param(
            '@article{a, title = "a \\" b"}', "goes on after its value", "title", id="an escaped quote"
        ),
        pytest.param(
            "@article{a, é = {b}}", "`é` is no name of a field", "@", id="another letter in a field's name"
        ),
        pytest.param("@misc(a, year = 1)", "entry is not written as", "@", id="parentheses"),
        pytest.param("@{a, year = 1}", "entry is not written as", "@", id="no type"),
        pytest.param("@string{a = b}", "string uses `b`", "@", id="a string of an unknown string"),
        pytest.param(
            "@string{a = 1}\n@string{a = 2}", "string is defined twice", "@string{a = 2", id="a string twice"
        ),
        pytest.param("% a@b.org\n", "comment holds an `@`", "@b", id="an at sign in a comment"),
        pytest.param("@comment{@misc{a}}", "comment holds an `@`", "@misc", id="an entry in a comment"),
        pytest.param("@article{a year = {1}}", "not closed", "@", id="no comma after the key"),
    ],
)
def test_a_fault_has_its_place(text: str, what: str, place: str) -> None:
    (fault,) = bibliography(text).faults
    assert what in fault.what
    assert text[fault.start :].startswith(place)


def test_a_fault_in_one_entry_leaves_the_others() -> None:
    text = "@article{a1, title = {b}\n\n@article{b2, title = {c}}\n"
    found = bibliography(text)
    assert [entry.key for entry in found.entries] == ["b2"]
    assert "a1" in found.lost_keys


def test_what_cannot_be_read_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    assert bibliography("@article{a, title = {b}\n@article{c, ").faults
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("fields", "shared"),
    [
        pytest.param(("doi = {10.1/A}", "doi = {10.1/a}"), "doi", id="a DOI in another case"),
        pytest.param(("pmid = {1}", "pmid = {1}"), "pmid", id="a PMID"),
        pytest.param(("pmcid = {PMC1}", "pmcid = {PMC1}"), "pmcid", id="a PMCID"),
        pytest.param(
            (
                "title={A b}, author={Doe, J.}, year=1",
                "title={{A} B.}, author={Doe, Jane and Roe, R.}, year=1",
            ),
            "title",
            id="title, first author's family name and year",
        ),
        pytest.param(
            ("title={A}, author={Doe, J.}, year=1", "title={A}, author={Doe, J.}, year=2"),
            None,
            id="another year",
        ),
        pytest.param(
            ("title={A}, author={Doe, J.}, year=1", "title={A}, author={Roe, J.}, year=1"),
            None,
            id="another author",
        ),
        pytest.param(("title={A}, year=1", "title={A}, year=1"), None, id="no author"),
        pytest.param(("doi = {}", "doi = {}"), None, id="no DOI"),
    ],
)
def test_two_entries_of_one_work_are_duplicates(fields: tuple[str, str], shared: str | None) -> None:
    found = bibliography(f"@article{{a1, {fields[0]}}}\n@article{{b2, {fields[1]}}}").duplicates
    assert [(later.key, what, first.key) for later, what, first in found] == (
        [("b2", shared, "a1")] if shared else []
    )


def test_a_key_used_twice_is_one_duplicate_whatever_else_is_shared() -> None:
    found = bibliography("@article{a1, doi = {10.1/a}}\n@article{a1, doi = {10.1/a}}")
    assert [what for _, what, _ in found.duplicates] == ["key"]
    assert found.by_key["a1"] is found.entries[0]


@pytest.mark.parametrize(
    ("key", "mended"), [("Raman_2002:a", "raman2002a"), ("raman2002", "raman2002"), ("é", "")]
)
def test_a_key_is_mended(key: str, mended: str) -> None:
    assert mended_key(key) == mended


def test_without_a_file_there_is_no_entry() -> None:
    assert read_bibliography(None) == Bibliography()
