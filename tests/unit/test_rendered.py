"""What a built page shows is held against its source; what was lost is reported at its place there."""

from __future__ import annotations

import re

import pytest

from apparatus.pages.rendered import unrendered_references
from apparatus.syntax.finding import Finding
from tests.support import html_of, page_of, site_of

TEXT = """\
---
title: Page
---

# Page { #page }

First [FSH], then [LH] and [the cells][Leydig cells].[@doe2001first]

Again [LH], and more.[@roe2002second; @doe2001first]
"""


def findings_after(tamper: tuple[str, str], text: str = TEXT) -> list[Finding]:
    """What is reported when a pattern in the page's HTML is replaced."""
    site = site_of(text)
    content = html_of(site)
    changed = re.sub(tamper[0], tamper[1], content, count=1)
    assert changed != content, "the pattern is not on the page"
    return list(unrendered_references(site, page_of(site), changed))


def test_a_page_that_shows_what_its_source_says_has_no_finding() -> None:
    site = site_of(TEXT)
    assert unrendered_references(site, page_of(site), html_of(site)) == ()


@pytest.mark.parametrize(
    ("pattern", "place", "named"),
    [
        pytest.param(r'<a [^>]*#fsh">FSH</a>', (7, 7), "`[FSH]`", id="a mention"),
        pytest.param(r'<a [^>]*#lh">LH</a> and', (7, 19), "`[LH]`", id="the first of two"),
        pytest.param(r'(?<=Again )<a [^>]*#lh">LH</a>', (9, 7), "`[LH]`", id="the second of two"),
        pytest.param(r'<a [^>]*#leydig-cell">the cells</a>', (7, 28), "`[the cells]`", id="in other words"),
        pytest.param(
            r"(?<=</a>\.)<sup id=\"fnref:ref-doe2001first\">.*?</sup>",
            (7, 55),
            "`[@doe2001first]`",
            id="a citation",
        ),
        pytest.param(
            r"<sup id=\"fnref:ref-roe2002second\">.*?</sup>",
            (9, 23),
            "`[@roe2002second]`",
            id="one key of two",
        ),
    ],
)
def test_what_was_lost_is_reported_where_it_was_typed(
    pattern: str, place: tuple[int, int], named: str
) -> None:
    (finding,) = findings_after((pattern, ""))
    assert finding.code == "unrendered-reference"
    assert finding.severity == "error"
    assert (finding.line, finding.column) == place
    assert named in finding.message


def test_brackets_left_over_are_reported_at_their_first_place() -> None:
    (finding,) = findings_after((r'<a [^>]*#fsh">FSH</a>', '<a href="/x#fsh">FSH</a>'))
    assert (finding.line, finding.column) == (7, 7)
    mark = '<mark class="unresolved">[and more]</mark>'
    (finding,) = findings_after(("and more", mark), TEXT.replace("and more", "`[and more]` and more"))
    assert (finding.line, finding.column) == (9, 14)
    assert "`[and more]`" in finding.message


def test_a_page_that_shows_nothing_has_a_finding_for_each() -> None:
    assert len(findings_after((r"(?s).*", ""))) == 7


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("An [unknown name].", id="an unknown term"),
        pytest.param("[other words][unknown name].", id="other words for an unknown term"),
        pytest.param("[FSH] [LH]", id="two mentions side by side"),
        pytest.param("Unknown.[@nobody2000]", id="an unknown key"),
        pytest.param("Page.[@doe2001first, p. 3]", id="a locator"),
        pytest.param("No text.[^why]", id="a note without a text"),
        pytest.param("[an <b>odd</b> & unknown name]", id="characters that HTML escapes"),
    ],
)
def test_what_the_checks_report_is_not_reported_twice(text: str) -> None:
    site = site_of(text)
    assert unrendered_references(site, page_of(site), html_of(site)) == ()


def test_an_id_that_html_escapes_is_recognized() -> None:
    glossary = "# Glossary\n\n## A\n\n### Acid { #a&b }\n\nA thing.\n"
    site = site_of("An [acid].", glossary=glossary)
    assert unrendered_references(site, page_of(site), html_of(site, glossary=glossary)) == ()


def test_a_link_that_markdown_mistook_is_reported() -> None:
    site = site_of("_[LH]__[LH]_[a page](index.md) and more.")
    (finding,) = unrendered_references(site, page_of(site), html_of(site))
    assert (finding.line, finding.column) == (1, 1)
