"""What is made of the codes of health records: an index for machines, and tables for readers."""

from __future__ import annotations

import json
from collections.abc import Mapping

from apparatus.addresses.code_index import code_files, code_rows, code_systems, missing_codes, shown
from apparatus.model.site import build_site
from apparatus.syntax.source import Source
from tests.code_samples import CODES, GLOSSARY, publication_of, site_of


def no_template(name: str, values: Mapping[str, object]) -> str:
    raise AssertionError(name)


def test_the_index_has_the_names_of_a_request() -> None:
    ((path, text),) = code_files(publication_of(site_of()), no_template)
    index = json.loads(text)
    assert path == "codes.json"
    assert (index["name"], index["address"], index["release"]) == (
        "A guide",
        "https://example.org/guide/",
        "1.2.3",
    )
    assert [system["name"] for system in index["systems"]] == ["ICD-10-CM"]
    assert index["systems"][0]["notice"] == "Say where it is from."
    assert index["entries"][0] == {
        "mainSearchCriteria.v.cs": "2.16.840.1.113883.6.90",
        "mainSearchCriteria.v.c": "Z31.41",
        "mainSearchCriteria.v.dn": "Encounter [for] fertility testing",
        "informationRecipient.languageCode.c": "en",
        "title": "Hormones: A semen test",
        "address": "https://example.org/guide/fundamentals/hormones/#semen-test",
        "short": "https://example.org/guide/go/icd10/Z31.41/",
        "checked": "2026-11-23",
    }
    assert index["entries"][1]["checked"] is None


def test_a_guide_without_codes_has_no_index() -> None:
    bare = build_site([Source("docs/glossary.md", GLOSSARY), Source("bibliography.bib", "")])
    assert list(code_files(publication_of(bare), no_template)) == []


def test_the_tables_show_names_that_are_no_terms() -> None:
    site = site_of()
    first, second = code_rows(site)
    assert first.name == r"Encounter \[for\] fertility testing"
    assert (first.link, first.whose) == ("/fundamentals/hormones.md#semen-test", "example.org")
    assert (second.link, second.remark) == ("/glossary.md#semen", "")
    assert [system.name for system in code_systems(site)] == ["ICD-10-CM", "SNOMED CT"]
    (missing,) = missing_codes(site)
    assert missing == {
        "system": "ICD-10-CM",
        "name": "shape of sperm",
        "tried": r"two lists \[of codes\]",
    }


def test_a_source_on_a_host_of_many_names_whose_it_is() -> None:
    found = code_rows(
        site_of(CODES.replace("https://example.org/list?of=codes", "https://github.com/a/b/blob/c"))
    )
    assert next(found).whose == "github.com/a/b"


def test_brackets_are_escaped() -> None:
    assert shown("[Mass/volume] in Serum") == r"\[Mass/volume\] in Serum"
