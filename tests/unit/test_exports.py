"""Entries for other programs: what other readers of BibTeX and RIS make of them, and what CSL-JSON holds."""

from __future__ import annotations

import pytest
from pybtex.database import parse_string

from apparatus.model.bibliography import Entry, read_bibliography
from apparatus.publishing.exports import bibtex_text, csl_item, ris_text
from apparatus.publishing.works import MORE_AUTHORS, read_work
from apparatus.syntax.source import Source

RECORD = """\
@article{doe2001first,
  author = {Doe, Jane and {World Health Organization} and others},
  title = {A {FSH} study},
  journal = {Journal of Examples},
  year = {2001},
  volume = {12},
  number = {3},
  pages = {624--629},
  doi = {10.1000/x},
  pmid = {123},
  kind = {cohort},
  size = {46},
  record = {seen},
}
"""


def entry(record: str = RECORD) -> Entry:
    (found,) = read_bibliography(Source("bibliography.bib", record)).entries
    return found


def test_bibtex_is_read_back_with_the_same_fields_and_none_of_ours() -> None:
    written, typed = (
        parse_string(text, "bibtex").entries["doe2001first"] for text in (bibtex_text(entry()), RECORD)
    )
    assert written.type == typed.type
    assert written.persons == typed.persons
    assert dict(written.fields) == {
        name: value for name, value in typed.fields.items() if name not in {"kind", "size", "record"}
    }


def test_ris_has_a_line_for_each_fact() -> None:
    assert ris_text(entry()).splitlines() == [
        "TY  - JOUR",
        "AU  - Doe, Jane",
        "AU  - World Health Organization",
        "PY  - 2001",
        "TI  - A FSH study",
        "JO  - Journal of Examples",
        "VL  - 12",
        "IS  - 3",
        "DO  - 10.1000/x",
        "AN  - 123",
        "SP  - 624",
        "EP  - 629",
        f"N1  - {MORE_AUTHORS}",
        "ER  - ",
    ]


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        pytest.param("pages = {47}", ["SP  - 47"], id="an article's number"),
        pytest.param("pages = {1361-9}", ["SP  - 1361", "EP  - 9"], id="a short range, as printed"),
        pytest.param("pages = {E1097--E1102}", ["SP  - E1097", "EP  - E1102"], id="pages with letters"),
        pytest.param("year = {n.d.}", [], id="a work without a date"),
        pytest.param("url = {https://example.org/}", ["UR  - https://example.org/"], id="an address"),
        pytest.param("editor = {Roe, Richard}", ["A2  - Roe, Richard"], id="an editor"),
        pytest.param("booktitle = {Eyes \\& Ears}", ["T2  - Eyes & Ears"], id="a sign that BibTeX escapes"),
        pytest.param("status = {retracted}", ["N1  - Retracted."], id="a work that was retracted"),
    ],
)
def test_ris_of_other_shapes(typed: str, lines: list[str]) -> None:
    written = ris_text(entry(f"@misc{{a2001b,\n  {typed},\n}}\n")).splitlines()
    assert written == ["TY  - GEN", *lines, "ER  - "]


def test_bibtex_of_a_retracted_work_says_so() -> None:
    written = parse_string(bibtex_text(entry("@misc{a2001b,\n  status = {retracted},\n}\n")), "bibtex")
    assert written.entries["a2001b"].fields["note"] == "Retracted"


def test_csl_has_what_the_record_says_and_nothing_else() -> None:
    assert csl_item(read_work(entry())) == {
        "id": "doe2001first",
        "type": "article-journal",
        "title": "A FSH study",
        "author": [{"family": "Doe", "given": "Jane"}, {"literal": "World Health Organization"}],
        "container-title": "Journal of Examples",
        "volume": "12",
        "issue": "3",
        "page": "624-629",
        "issued": {"date-parts": [[2001]]},
        "DOI": "10.1000/x",
        "PMID": "123",
        "note": MORE_AUTHORS,
    }


@pytest.mark.parametrize(
    ("record", "type"),
    [
        pytest.param("@misc{a,\n  url = {https://example.org/},\n}\n", "webpage", id="on the web"),
        pytest.param("@misc{a,\n  title = {A},\n}\n", "document", id="not known to be"),
        pytest.param("@incollection{a,\n  url = {https://example.org/},\n}\n", "chapter", id="in a book"),
    ],
)
def test_csl_has_a_type_for_each_kind_of_work(record: str, type: str) -> None:
    assert csl_item(read_work(entry(record)))["type"] == type
