"""The checks on addresses: what they say of one mistake, and that they say it once."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from apparatus.checks import check_site
from apparatus.checks.addresses import lost_addresses
from apparatus.model.go_file import PATH as GO
from apparatus.model.register import PATH as REGISTER
from apparatus.model.site import build_site
from apparatus.syntax.finding import Finding
from apparatus.syntax.source import Source, unreadable
from tests.support import BIBLIOGRAPHY, GLOSSARY, TODAY

PAGE = "# A page { #top }\n\n## When to phone { #when-to-phone }\n\nText.\n"
WORDS = "words:\n  page: page/\n  phone: page/#when-to-phone\n"


def findings(
    register: str, go: str = WORDS, page: str = PAGE, missing: Sequence[Finding] = ()
) -> list[Finding]:
    files = {
        "docs/glossary.md": GLOSSARY,
        "bibliography.bib": BIBLIOGRAPHY,
        "docs/index.md": "# Start { #start }\n\nText.\n",
        "docs/page.md": page,
        GO: go,
        REGISTER: register,
    }
    gone = {finding.path for finding in missing}
    sources = [Source(path, text) for path, text in files.items() if path not in gone]
    found = check_site(build_site(sources, missing), TODAY)
    return [finding for finding in found if finding.path in {GO, REGISTER, *gone}]


@pytest.mark.parametrize(
    ("address", "near"),
    [
        pytest.param("page/#when-to-call", "page/#when-to-phone", id="a heading that was renamed"),
        pytest.param("page/#bone", "page/", id="a heading that nothing is like"),
        pytest.param("pages/", "page/", id="a page"),
        pytest.param("glossary/#leydig", "glossary/#leydig-cell", id="a term"),
        pytest.param("go/phones/", "go/phone/", id="a word"),
        pytest.param("something-else/", "./", id="a page that nothing is like"),
    ],
)
def test_a_lost_address_is_named_with_what_would_keep_it(address: str, near: str) -> None:
    (found,) = findings(f"page/#top\n{address}\n")
    assert (found.code, found.line) == ("lost-address", 2)
    assert f"`{address}` would be lost" in found.message
    assert f"under `redirects:` in docs/go.yml with `{address}: {near}`" in found.help


def test_a_page_that_is_gone_is_one_finding_with_the_number_of_its_sections() -> None:
    (found,) = findings("old/\nold/#a\nold/#b\n")
    assert found.message == "the published address `old/` would be lost, and so would 2 on that page"
    assert found.help.endswith("with `old/: ./`; then do so for those on it that are named next")


def test_a_start_page_that_is_gone_is_not_led_on_to_itself() -> None:
    found = lost_addresses(build_site([Source(REGISTER, "./\n")]))
    assert [finding.help for finding in found] == ["give the page its old name again"]


def test_a_glossary_that_is_missing_is_one_finding_that_says_what_would_be_lost() -> None:
    missing = unreadable("docs/glossary.md", "is missing or cannot be opened", "create it")
    (found,) = findings("glossary/\nglossary/#sperm\n", missing=[missing])
    assert found.help == "create it: else the published address `glossary/` would be lost"


def test_the_sheets_of_a_page_are_lost_with_it_and_asked_for_once_it_is_led_on() -> None:
    register = "fundamentals/old/\nsheets/old/\nsheets/old/large/\n"
    assert [finding.line for finding in findings(register)] == [1]
    go = WORDS + "redirects:\n  fundamentals/old/: page/\n"
    assert [finding.line for finding in findings(register, go)] == [2, 3]


def test_the_line_that_the_help_gives_mends_it() -> None:
    register = "page/#when-to-call\nold/\ngo/old-word/\n"
    leads = [finding.help.rpartition("with `")[2].rstrip("`") for finding in findings(register)]
    assert len(leads) == 3
    go = WORDS + "redirects:\n" + "".join(f"  {lead}\n" for lead in leads)
    assert findings(register, go) == []


def test_a_new_heading_is_named_before_one_that_was_there() -> None:
    page = PAGE + "\n## Call { #when-you-call }\n"
    (found,) = findings("page/#when-to-phone\npage/#when-to-call\n", page=page)
    assert found.help.endswith("with `page/#when-to-call: page/#when-you-call`")


def test_a_target_that_was_published_is_a_lost_address_and_one_that_was_not_is_malformed() -> None:
    go = WORDS + "  bone: page/#bone\n"
    assert [finding.code for finding in findings("page/#bone\ngo/bone/\n", go)] == ["lost-address"]
    (found,) = findings("page/\ngo/bone/\n", go)
    assert (found.code, found.line, found.column) == ("malformed-address", 4, 9)
    assert found.help == "did you mean `page/`?"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("", id="nothing but front matter"),
        pytest.param("# A page { #top }\n\n```\n\n## When to phone { #when-to-phone }\n", id="a fence"),
        pytest.param("# A page { #top }\n\n## When to phone { #when-to-phone\n", id="a list not closed"),
    ],
)
def test_what_could_not_be_read_is_not_called_lost(page: str) -> None:
    page = page or "---\ntitle: A\n---\n"
    assert findings("page/#when-to-phone\ngo/phone/\n", page=page) == []


def test_a_circle_is_one_finding_and_what_leads_into_it_none() -> None:
    go = WORDS + "redirects:\n  c/: a/\n  a/: b/\n  b/: a/\n"
    (found,) = findings("a/\nc/\n", go)
    assert (found.code, found.line) == ("malformed-address", 6)
