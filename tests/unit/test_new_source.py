"""`new source`: where an entry goes, what it is refused for, and what is said of it."""

from __future__ import annotations

import pytest

from apparatus.checks import check_site
from apparatus.commands.new_source import Choices, new_sources
from apparatus.commands.outcome import Outcome
from apparatus.model.bibliography import read_bibliography
from apparatus.syntax.source import Source
from tests.support import BIBLIOGRAPHY, TODAY, codes, site_of

PATH = "bibliography.bib"
RECORD = """\
@article{whatever,
  author = {Poe, Edgar},
  title = {A third study},
  journal = {Journal of Examples},
  year = {2003},
  volume = {7},
  doi = {https://doi.org/10.1000/xyz123},
}
"""
ENTRY = """\
@article{poe2003third,
  author = {Poe, Edgar},
  title = {A third study},
  journal = {Journal of Examples},
  year = {2003},
  volume = {7},
  doi = {10.1000/xyz123},
  kind = {review},
  size = {5},
  record = {partial},
}"""
REVIEW = Choices("review")


def add(paste: str, choices: Choices = REVIEW, bibliography: str = BIBLIOGRAPHY) -> Outcome:
    return new_sources(site_of(bibliography=bibliography), paste, choices)


def keys(text: str) -> list[str]:
    return [entry.key for entry in read_bibliography(Source(PATH, text)).entries]


def test_an_entry_is_written_in_the_form_of_the_others() -> None:
    outcome = add(RECORD, Choices("review", "5"))
    first, _, second = BIBLIOGRAPHY.partition("\n\n")
    assert outcome.text == f"{first}\n\n{ENTRY}\n\n{second}"
    assert outcome.said[0] == f"{PATH}:10: added `poe2003third`; cite it as [@poe2003third]"
    assert "record = {seen}" in outcome.said[-2]
    assert "make addresses" in outcome.said[-1]


@pytest.mark.parametrize(
    ("family", "place"),
    [
        pytest.param("Aaron", 0, id="before all others"),
        pytest.param("Poe", 1, id="between two"),
        pytest.param("Zoe", 2, id="after all others"),
    ],
)
def test_an_entry_stands_in_the_order_of_the_keys(family: str, place: int) -> None:
    outcome = add(RECORD.replace("Poe", family))
    assert keys(outcome.text).index(f"{family.lower()}2003third") == place
    assert outcome.text.endswith("}\n")


def test_what_stands_between_entries_stays_where_it_is() -> None:
    before = "% At the head.\n\n@string{j = {J}}\n\n" + BIBLIOGRAPHY.replace(
        "\n\n@book", "\n\n% On this.\n@book"
    )
    after = add(RECORD, Choices("review", "5"), bibliography=before).text
    assert after.replace(f"{ENTRY}\n\n", "").replace(f"\n\n{ENTRY}", "") == before


def test_the_new_entry_is_all_that_the_checks_still_ask_about() -> None:
    site = site_of(bibliography=add(RECORD).text)
    found = [finding for finding in check_site(site, TODAY) if "poe2003third" in finding.message]
    assert codes(found) == ["uncited-entry"]


@pytest.mark.parametrize(
    ("paste", "words"),
    [
        pytest.param("", "no record found", id="nothing"),
        pytest.param("Poe E. A third study. 2003.", "no record found", id="no BibTeX"),
        pytest.param("TY  - JOUR\nTI  - A third study\nER  -\n", "no record found", id="RIS"),
        pytest.param("@article{poe,\n title = {A third study}\n}", "has no author", id="no author"),
        pytest.param("@article{poe,\n author = {Poe, E}\n}", "no title", id="no title"),
        pytest.param(
            RECORD.replace("Poe", "Doe")
            .replace("third", "first")
            .replace("2003", "2001")
            .replace("A first", "First"),
            "is the key of another work, at bibliography.bib:1: choose one, such as `--key doe2001study`",
            id="a key that another work has",
        ),
    ],
)
def test_what_cannot_be_added_is_refused_with_what_mends_it(paste: str, words: str) -> None:
    outcome = add(paste)
    assert words in outcome.refused[0]
    assert outcome.text in {"", BIBLIOGRAPHY}


def test_a_key_can_be_chosen() -> None:
    outcome = add(RECORD, Choices("review", key="poe2003example"))
    assert "poe2003example" in keys(outcome.text)
    refused = add(RECORD, Choices("review", key="Poe:2003"))
    assert refused.refused == (
        "the key `Poe:2003` holds more than a-z and 0-9: write it as `raman2002aromatase`",
    )


DOUBLES = [
    pytest.param("doi = {10.1000/XYZ123}", id="a DOI in other capitals"),
    pytest.param("pmid = {23103016}", id="a PMID"),
    pytest.param("pmcid = {PMC123}", id="a PMCID"),
]


@pytest.mark.parametrize("field", DOUBLES)
def test_a_work_that_is_there_under_another_title_is_named(field: str) -> None:
    before = BIBLIOGRAPHY.replace("  year = {2001},", f"  year = {{2001}},\n  {field},")
    record = RECORD.replace("doi = {https://doi.org/10.1000/xyz123}", field)
    outcome = add(record, bibliography=before)
    assert (outcome.text, outcome.refused) == (before, ())
    assert outcome.said == (f"{PATH}:1: `doe2001first` is there already; cite it as [@doe2001first]",)


def test_title_first_author_and_year_are_enough_to_know_a_work() -> None:
    record = "@article{x,\n author={Doe, J.},\n title={{A} First Study},\n year={2001}\n}"
    assert add(record).said == (f"{PATH}:1: `doe2001first` is there already; cite it as [@doe2001first]",)


def test_a_work_with_one_identifier_of_another_is_refused() -> None:
    before = BIBLIOGRAPHY.replace(
        "  year = {2001},", "  year = {2001},\n  doi = {10.1000/xyz123},\n  pmid = {12},"
    )
    outcome = add(RECORD.replace("volume = {7}", "pmid = {34}"), bibliography=before)
    assert outcome.text == before
    said = "`poe2003third` has the DOI of `doe2001first`, at bibliography.bib:1, but not all else"
    assert outcome.refused == (f"{said}: see which is right",)


def test_what_a_record_lacks_is_named_at_the_new_entry() -> None:
    outcome = add(RECORD.replace("  journal = {Journal of Examples},\n", ""))
    assert [(found.line, found.message) for found in outcome.findings] == [
        (10, "`poe2003third` lacks `journal`")
    ]


def test_what_cannot_be_printed_is_named_at_its_field() -> None:
    outcome = add(RECORD.replace("A third", "A \\foo third"))
    assert [(found.line, found.code) for found in outcome.findings] == [(12, "malformed-entry")]


def test_a_shortened_journal_is_said_with_the_name_it_may_stand_for() -> None:
    said = add(RECORD.replace("Journal of Examples", "J. Exampl.")).said
    assert "  `J. Exampl.` is short for `Journal of Examples`, it seems: write it out" in said
    assert not any("short for" in line for line in add(RECORD).said)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("publisher = {Press},\n  month = nov", "  left out: month, publisher", id="two details"),
        pytest.param("booktitle = {A book}", "  left out: booktitle", id="a detail of another type"),
        pytest.param("publisher = {}", None, id="a field that says nothing"),
        pytest.param("abstract = {We saw.},\n  urldate = {2026-11-23}", None, id="no detail of the work"),
        pytest.param("issue = {3},\n  shortjournal = {J Exampl}", None, id="a field under another name"),
    ],
)
def test_a_detail_that_has_no_place_is_named_in_one_line(typed: str, said: str | None) -> None:
    outcome = add(RECORD.replace("volume = {7}", f"volume = {{7}},\n  {typed}"))
    assert [line for line in outcome.said if "left out:" in line] == ([said] if said else [])


def test_a_book_keeps_its_publisher_without_a_word() -> None:
    outcome = add(
        "@book{x,\n author={Poe, E.},\n title={Tales},\n publisher={Press},\n location={Rome},\n}\n"
    )
    assert "publisher = {Press}" in outcome.text
    assert "address = {Rome}" in outcome.text
    assert not any("left out:" in line for line in outcome.said)


def test_a_journal_gets_the_capitals_it_has_elsewhere() -> None:
    assert "{Journal of Examples}" in add(RECORD.replace("of Examples", "Of examples")).text


@pytest.mark.parametrize("choices", [Choices("review", size="5"), Choices("review", key="a")])
def test_what_goes_with_one_work_is_not_given_to_two(choices: Choices) -> None:
    outcome = add(RECORD + RECORD.replace("third", "fourth"), choices)
    assert outcome.refused == (
        "the paste holds 2 records: give `--size` and `--key` with one record at a time",
    )


def test_one_work_twice_in_a_paste_is_one_entry() -> None:
    outcome = add(RECORD + RECORD)
    assert keys(outcome.text).count("poe2003third") == 1
    assert sum("is there already" in line for line in outcome.said) == 1


@pytest.mark.parametrize(
    ("bibliography", "words"),
    [
        pytest.param(
            "@article{a,\n  title = {A\n", "has entries that cannot be read", id="a fault of syntax"
        ),
    ],
)
def test_nothing_is_added_to_what_cannot_be_read(bibliography: str, words: str) -> None:
    assert words in add(RECORD, bibliography=bibliography).refused[0]


def test_a_record_that_would_break_the_file_is_refused() -> None:
    # A `\\}` that stays as it is ends a value too early, because BibTeX pairs escaped braces as well.
    outcome = add(RECORD.replace("A third study", "A third \\} study \\{"))
    assert outcome.text == BIBLIOGRAPHY or outcome.findings
