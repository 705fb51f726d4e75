"""The codes of health records as read, what the checks say of them, and where they lead."""

from __future__ import annotations

from datetime import date

import pytest

from apparatus.addresses.code_links import code_forwards, printed_codes
from apparatus.addresses.destinations import all_forwards
from apparatus.checks.codes import malformed_codes
from apparatus.model.codes import CodeData, place
from apparatus.model.codes_file import read_codes
from apparatus.model.site import Site, build_site
from apparatus.syntax.source import Source
from tests.code_samples import CODES, site_of


def read(text: str = CODES) -> CodeData:
    return read_codes(Source("docs/codes.yml", text))


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
