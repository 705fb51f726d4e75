"""BibTeX as it is pasted: keys and fields as far as they can be read."""

from __future__ import annotations

import pytest

from apparatus.commands.identifiers import identifiers
from apparatus.commands.pasted import Pasted, read_pasted
from apparatus.commands.record import read_record


def one(text: str) -> Pasted:
    (pasted,) = read_pasted(text)
    return pasted


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("@article{poe2003third, title={A}}", "poe2003third", id="a plain key"),
        pytest.param("@article{PMID:31621654,\ntitle={A}}", "PMID:31621654", id="a colon"),
        pytest.param("@article{Poe.2003,\ntitle={A}}", "Poe.2003", id="a dot"),
        pytest.param("@article{Poe 2003,\ntitle={A}}", "Poe 2003", id="a space"),
        pytest.param("@article{10.1000/xyz_1,\ntitle={A}}", "10.1000/xyz_1", id="a DOI"),
        pytest.param("@article{,\ntitle={A}}", "", id="an empty key"),
        pytest.param("@article{\n   title = {A}\n}", "", id="no key"),
        pytest.param("@article(poe2003third,\n   title = {A}\n)", "poe2003third", id="parentheses"),
    ],
)
def test_a_key_is_read_as_typed(text: str, key: str) -> None:
    pasted = one(text)
    assert (pasted.key, pasted.fields, pasted.unbalanced) == (key, {"title": "A"}, ())


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param('TITLE = "A {B} C", Year = 2003', {"title": "A {B} C", "year": "2003"}, id="quotes"),
        pytest.param("title = {A}, year = {2003},", {"title": "A", "year": "2003"}, id="a comma at the end"),
        pytest.param("title = {A}\n year = {2003}", {"title": "A", "year": "2003"}, id="a comma missing"),
        pytest.param("title = {A,\n  b\n  c}", {"title": "A, b c"}, id="several lines"),
        pytest.param("title = {{A}}", {"title": "{A}"}, id="double braces"),
        pytest.param('title = "G{\\"u}l"', {"title": 'G{\\"u}l'}, id="an accent between quotes"),
        pytest.param("month = jan, title = {A}", {"month": "January", "title": "A"}, id="a month"),
        pytest.param('month = "1~" # jan', {"month": "1~January"}, id="joined"),
        pytest.param(
            "journal = jama, title = {A}", {"journal": "", "title": "A"}, id="a string nobody defines"
        ),
        pytest.param("title = {A}, title = {B}", {"title": "A"}, id="a field twice"),
        pytest.param(
            "abstract = {n = 5, year = old}, year = {2003}",
            {"abstract": "n = 5, year = old", "year": "2003"},
            id="an equals sign in a text",
        ),
        pytest.param("", {}, id="no field"),
    ],
)
def test_fields_are_read_by_their_braces(text: str, fields: dict[str, str]) -> None:
    pasted = one(f"@article{{a,\n  {text}\n}}\n")
    assert (dict(pasted.fields), pasted.unbalanced) == (fields, ())


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        pytest.param("{A {study}", "A study", id="one never closed"),
        pytest.param("{A study}}", "A study", id="one closed twice"),
        pytest.param("{A} study}", "A study", id="one closed early"),
        pytest.param("{{A study}", "A study", id="opened twice"),
        pytest.param('"A {study"', "A study", id="between quotes"),
        pytest.param("{A study", "A study", id="not closed at all"),
        pytest.param('"A study', "A study", id="a quote not closed"),
    ],
)
@pytest.mark.parametrize("place", ["first", "middle", "last", "one line"])
def test_a_brace_without_a_partner_is_left_out_and_said(title: str, meant: str, place: str) -> None:
    rest = ["  author = {Poe, Edgar}", "  year = {2003}"]
    rest.insert({"first": 0, "last": 2}.get(place, 1), f"  title = {title}")
    lines = ", ".join(rest) if place == "one line" else ",\n".join(rest)
    pasted = one(f"@article{{a,\n{lines}\n}}\n")
    assert dict(pasted.fields) == {"author": "Poe, Edgar", "title": meant, "year": "2003"}
    assert pasted.unbalanced == ("title",)


@pytest.mark.parametrize("end", ["", ",", "\n", " \n\n"])
def test_a_record_whose_last_brace_was_not_copied_is_whole(end: str) -> None:
    pasted = one(f"@article{{a,\n  title = {{A {{b}}}}, year={{2003}},\n  pages = {{1--2}}{end}")
    assert dict(pasted.fields) == {"title": "A {b}", "year": "2003", "pages": "1--2"}
    assert pasted.unbalanced == ()


def test_fields_beside_one_another_are_told_apart_where_braces_do_not_pair() -> None:
    pasted = one(
        '@article{a, title = {A {b}, year = {2003}, journal = "J",\n  pages = {1}, note = {n = 5}\n}'
    )
    fields = {"title": "A b", "year": "2003", "journal": "J", "pages": "1", "note": "n = 5"}
    assert (dict(pasted.fields), pasted.unbalanced) == (fields, ("title",))


def test_records_are_read_between_whatever_else_is_pasted() -> None:
    text = (
        "% Encoding: UTF-8\n\n@string{j = {Journal of Examples}}\n@comment{jabref-meta: version:5;}\n"
        "@article{a, journal = j}\nsome words\n @misc{b, title={B}}@book{c, title={C}}\n@preamble{x}\n"
    )
    found = read_pasted(text)
    assert [(pasted.type, pasted.key) for pasted in found] == [("article", "a"), ("misc", "b"), ("book", "c")]
    assert found[0].fields == {"journal": "Journal of Examples"}


@pytest.mark.parametrize("text", ["", "no BibTeX", "ada@example.org", "@", "@article", "TY  - JOUR\nER  - "])
def test_what_is_no_record_gives_none(text: str) -> None:
    assert read_pasted(text) == []


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        pytest.param({"doi": "https://doi.org/10.1000/a_b"}, {"doi": "10.1000/a_b"}, id="an address"),
        pytest.param({"doi": "doi:10.1000/a\\_b"}, {"doi": "10.1000/a_b"}, id="a prefix and an escape"),
        pytest.param({"doi": "10.1000/a{\\_}b"}, {"doi": "10.1000/a_b"}, id="an escape in braces"),
        pytest.param({"doi": "none"}, {"doi": "none"}, id="what is none stays, for the checks to name"),
        pytest.param({"url": "http://dx.doi.org/10.1000/ab"}, {"doi": "10.1000/ab"}, id="in the address"),
        pytest.param({"pmid": "PMID: 123"}, {"pmid": "123"}, id="a label"),
        pytest.param({"note": "PMID: 123"}, {"pmid": "123"}, id="in a note"),
        pytest.param(
            {"annote": "PMID:123; PMCID: PMC45"}, {"pmid": "123", "pmcid": "PMC45"}, id="two in a note"
        ),
        pytest.param({"note": "PMID: 123. Comment in PMID: 456"}, {}, id="two PMIDs are not plain"),
        pytest.param({"eprint": "123", "eprinttype": "pubmed"}, {"pmid": "123"}, id="an eprint of PubMed"),
        pytest.param({"eprint": "2001.08614", "eprinttype": "arxiv"}, {}, id="an eprint of another place"),
        pytest.param(
            {"url": "https://pubmed.ncbi.nlm.nih.gov/123/"}, {"pmid": "123"}, id="an address of PubMed"
        ),
        pytest.param(
            {"url": "https://www.ncbi.nlm.nih.gov/pubmed/123"}, {"pmid": "123"}, id="its old address"
        ),
        pytest.param({"pmcid": "pmc45"}, {"pmcid": "PMC45"}, id="small letters"),
        pytest.param({"note": "seen in 2003"}, {}, id="a note without any"),
    ],
)
def test_identifiers_are_taken_from_where_they_plainly_are(
    fields: dict[str, str], found: dict[str, str]
) -> None:
    assert identifiers("", fields) == found


@pytest.mark.parametrize("key", ["pmid123", "PMID:123"])
def test_a_key_may_be_the_pmid(key: str) -> None:
    assert identifiers(key, {}) == {"pmid": "123"}
    assert identifiers(key, {"pmid": "456"}) == {"pmid": "456"}


@pytest.mark.parametrize(
    ("field", "typed", "written"),
    [
        pytest.param("pages", "624-9", "624--629", id="a short range"),
        pytest.param("pages", "E1097–E1102", "E1097--E1102", id="an en dash"),
        pytest.param("pages", "1761—1769", "1761--1769", id="an em dash"),
        pytest.param("pages", "pp. 12 -- 15", "12--15", id="a label and spaces"),
        pytest.param("pages", "e13777", "e13777", id="an article's number"),
        pytest.param(
            "title", "{A} study of {TESE} in {Men}.", "A study of {TESE} in Men", id="braces and a stop"
        ),
        pytest.param("title", "{{A Study of {TESE}}}", "A Study of {TESE}", id="double braces"),
        pytest.param("title", "{Y}-chromosome {DNA}", "{Y}-chromosome {DNA}", id="capitals that must stay"),
        pytest.param("title", "Part one...", "Part one...", id="an ellipsis"),
        pytest.param("journal", "Cell & Biology", "Cell \\& Biology", id="an ampersand"),
        pytest.param("journal", "Top 5\\%", "Top 5\\%", id="a percent sign"),
        pytest.param("author", "Poe, E.  and Roe, R. ", "Poe, E. and Roe, R.", id="spaces"),
        pytest.param("author", "Poe, E. and et al.", "Poe, E. and others", id="and others"),
        pytest.param(
            "author", "{Food and Drug Administration}", "{Food and Drug Administration}", id="a group"
        ),
        pytest.param("author", "{Poe}, Edgar", "Poe, Edgar", id="braces around a family name"),
        pytest.param("year", "2003 Feb 12", "2003", id="a date"),
        pytest.param("year", "n.d.", "n.d.", id="no date"),
    ],
)
def test_a_field_is_written_as_the_bibliography_has_it(field: str, typed: str, written: str) -> None:
    fields = {"title": "A title", "author": "Poe, Edgar", field: typed}
    assert read_record(Pasted("article", "", fields)).fields[field] == written


@pytest.mark.parametrize(
    ("author", "year", "title", "key"),
    [
        pytest.param("Poe, Edgar", "2003", "Third study", "poe2003third", id="the usual form"),
        pytest.param("Al Edwan, Ghazi", "2020", "A letrozole trial", "aledwan2020letrozole", id="an article"),
        pytest.param("Burnett-Bowie, S.", "2009", "Effects of", "burnettbowie2009effects", id="a hyphen"),
        pytest.param("Başar, M.", "2009", "Aromatase", "basar2009aromatase", id="an accent"),
        pytest.param("Jørgensen, N.", "2001", "Half-life", "jorgensen2001half", id="a letter of its own"),
        pytest.param(
            "{World Health Organization}", "2021", "Manual", "who2021manual", id="a group by initials"
        ),
        pytest.param("{ANI Pharmaceuticals}", "2022", "Label", "ani2022label", id="a group by its acronym"),
        pytest.param(
            "{Endotext}", "n.d.", "Label", "endotextlabel", id="a group of one word, without a year"
        ),
        pytest.param("Edgar Poe", "2003", "Third", "poe2003third", id="the family name last"),
        pytest.param("", "2003", "Third", "", id="no author"),
        pytest.param("Poe, Edgar", "2003", "", "", id="no title"),
    ],
)
def test_a_key_is_first_author_year_and_first_word(author: str, year: str, title: str, key: str) -> None:
    fields = {"author": author, "year": year, "title": title}
    assert read_record(Pasted("article", "whatever", fields)).key == key


def test_a_key_that_has_the_form_already_stays() -> None:
    fields = {"author": "Poe, Edgar", "year": "2003", "title": "Third study"}
    assert read_record(Pasted("article", "poe2003study", fields)).key == "poe2003study"


@pytest.mark.parametrize(
    ("typed", "type"),
    [
        ("article", "article"),
        ("inproceedings", "incollection"),
        ("collection", "book"),
        ("online", "misc"),
        ("phdthesis", "misc"),
    ],
)
def test_a_type_is_one_of_four(typed: str, type: str) -> None:
    assert read_record(Pasted(typed, "", {})).type == type


def test_a_detail_without_a_place_in_an_entry_is_named_and_an_abstract_is_not() -> None:
    fields = {"title": "A", "abstract": "B", "month": "jan", "keywords": "C", "note": "D"}
    assert read_record(Pasted("article", "", fields)).left_out == ["month", "note"]
