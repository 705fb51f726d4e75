"""The codes of health records as read, where they lead, and the index and tables made of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

import pytest

from apparatus.addresses.code_index import code_files, code_rows, code_systems, missing_codes, shown
from apparatus.addresses.code_links import code_forwards, printed_codes
from apparatus.addresses.destinations import all_forwards
from apparatus.checks.codes import malformed_codes
from apparatus.model.codes import CodeData, place
from apparatus.model.codes_file import read_codes
from apparatus.model.publication import Publication
from apparatus.model.site import Site, build_site
from apparatus.syntax.source import Source

PAGE = """\
---
title: Hormones
reviewed: 2026-11-23
---

# Hormones { #hormones }

## A [semen] test { #semen-test }
"""
GLOSSARY = "# Glossary\n\n### Semen { #semen }\n\nA fluid.\n"
CODES = """\
systems:
  - id: icd10
    name: ICD-10-CM
    oid: 2.16.840.1.113883.6.90
    license: free for all
    notice: Say where it is from.
    seen: https://example.org/icd10
    date: 2026-11-23
  - id: snomed
    name: SNOMED CT
    oid: 2.16.840.1.113883.6.96
    license: a license for each country
    decision: none are printed
    seen: https://example.org/snomed
    date: 2026-11-23

codes:
  - system: icd10
    code: "Z31.41"
    name: Encounter [for] fertility testing
    target: fundamentals/hormones/#semen-test
    seen: https://example.org/list?of=codes
    date: 2026-11-22
    remark: shortened
  - {system: icd10, code: N62, name: a name, target: glossary/#semen,
     seen: "https://example.org/", date: 2026-11-23}

missing:
  - system: icd10
    name: shape of sperm
    tried: two lists [of codes]
"""


def read(text: str = CODES) -> CodeData:
    return read_codes(Source("docs/codes.yml", text))


def site_of(text: str = CODES) -> Site:
    files = {
        "docs/fundamentals/hormones.md": PAGE,
        "docs/glossary.md": GLOSSARY,
        "bibliography.bib": "",
        "docs/codes.yml": text,
    }
    return build_site(Source(path, content) for path, content in files.items())


def publication_of(site: Site) -> Publication:
    urls = {page.path: page.path.removeprefix("docs/").removesuffix(".md") + "/" for page in site.pages}
    return Publication(site, "A guide", "https://example.org/guide/", "1.2.3", urls)


def no_template(name: str, values: Mapping[str, object]) -> str:
    raise AssertionError(name)


def test_a_whole_file_is_read_without_a_fault() -> None:
    data = read()
    assert data.faults == ()
    assert [system.id for system in data.systems] == ["icd10", "snomed"]
    assert [code.address for code in data.codes] == ["go/icd10/Z31.41/", "go/icd10/N62/"]
    assert [missing.name for missing in data.missing] == ["shape of sperm"]


def test_a_code_is_read_with_its_places() -> None:
    code = read().codes[0]
    assert (code.system, code.code, code.name) == ("icd10", "Z31.41", "Encounter [for] fertility testing")
    assert (code.target, code.seen) == (
        "fundamentals/hormones/#semen-test",
        "https://example.org/list?of=codes",
    )
    assert (code.date, code.remark) == (date(2026, 11, 22), "shortened")
    assert CODES[place(code, "target") :].startswith("fundamentals/hormones/#semen-test\n")
    assert CODES[code.start :].startswith("system: icd10")


def test_a_system_is_read() -> None:
    icd10, snomed = read().systems
    assert (icd10.name, icd10.oid, icd10.notice) == (
        "ICD-10-CM",
        "2.16.840.1.113883.6.90",
        "Say where it is from.",
    )
    assert (icd10.decision, snomed.decision) == ("", "none are printed")


def test_without_the_file_there_are_no_codes() -> None:
    assert read_codes(None) == CodeData()
    assert list(malformed_codes(Site((), build_site(()).glossary, build_site(()).bibliography))) == []


@pytest.mark.parametrize(
    ("old", "new", "message", "help"),
    [
        pytest.param(
            "    seen: https://example.org/list?of=codes\n",
            "",
            "code lacks `seen`",
            "add `seen` as its source gives it",
            id="no source",
        ),
        pytest.param(
            "    license: free for all\n",
            "",
            "code system lacks `license`",
            "add `license` as its source gives it",
            id="no license",
        ),
        pytest.param(
            "date: 2026-11-22",
            "date: 22.11.2026",
            "`date` is `22.11.2026`",
            "write a day as 2026-11-23",
            id="a day in another form",
        ),
        pytest.param(
            '"Z31.41"',
            '"Z31,41"',
            "`Z31,41` is no code of `icd10`",
            "write a letter, two characters and up to four after a point, such as `N46.11`",
            id="a comma in a code",
        ),
        pytest.param(
            "#semen-test\n",
            "#semen-tests\n",
            "`Z31.41` leads to `fundamentals/hormones/#semen-tests`, which is not there",
            "did you mean `fundamentals/hormones/#semen-test`?",
            id="a heading that is nearly there",
        ),
        pytest.param(
            "target: glossary/#semen",
            "target: glosary/",
            "`N62` leads to `glosary/`, which is not there",
            "did you mean `glossary/`?",
            id="a page that is nearly there",
        ),
        pytest.param(
            "code: N62",
            "code: Z31.41",
            "the code at `go/icd10/Z31.41/` is listed twice",
            "keep one; the first is at docs/codes.yml:19",
            id="twice",
        ),
    ],
)
def test_a_mistake_gives_one_finding(old: str, new: str, message: str, help: str) -> None:
    assert old in CODES
    found = list(malformed_codes(site_of(CODES.replace(old, new, 1))))
    assert [(finding.message, finding.help) for finding in found] == [(message, help)]
    assert not list(malformed_codes(site_of()))


def test_codes_lead_to_their_targets() -> None:
    site = site_of()
    assert [(lead.address, lead.target) for lead in code_forwards(site)] == [
        ("go/icd10/Z31.41/", "fundamentals/hormones/#semen-test"),
        ("go/icd10/N62/", "glossary/#semen"),
    ]
    ends = {lead.address: lead.title for lead in all_forwards(site)}
    assert ends == {"go/icd10/Z31.41/": "Hormones: A semen test", "go/icd10/N62/": "Glossary: Semen"}


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("../../../index", id="a way out of the folder"),
        pytest.param("N46,9", id="no code"),
    ],
)
def test_what_cannot_be_a_code_has_no_address(code: str) -> None:
    data = read(CODES.replace('"Z31.41"', f'"{code}"'))
    assert [printed.code for printed in printed_codes(data)] == ["N62"]


def test_codes_of_a_system_with_a_decision_have_no_address() -> None:
    data = read(CODES.replace('system: icd10\n    code: "Z31.41"', 'system: snomed\n    code: "1234568"'))
    assert len(data.codes) == 2
    assert [printed.code for printed in printed_codes(data)] == ["N62"]


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
