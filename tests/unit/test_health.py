"""What the page on the guide's health counts, on small sites and on this one."""

from __future__ import annotations

from datetime import date

import pytest

from apparatus.model.site import Site, build_site, read_site
from apparatus.pages import health
from apparatus.syntax.source import Source
from tests.support import REPOSITORY

ARTICLE = """@article{{{key},
  author = {{Doe, Jane}}, title = {{A study of {key}}}, journal = {{Journal}}, year = {{2001}},
  kind = {{cohort}}, record = {{{record}}}, {more}
}}
"""
BIBLIOGRAPHY = ARTICLE.format(
    key="doe2001first", record="seen", more="volume = {1}, number = {2}, pages = {3}"
) + ARTICLE.format(key="doe2001second", record="partial", more="doi = {10.1000/x}, pmid = {12}")
GLOSSARY = """# Glossary

## A

### Alpha { #alpha }

First of [gamma].

### Beta { #beta data-mention="optional" }

Second.

## G

### Gamma { #gamma }

Third.
"""
PAGE = """---
reviewed: {reviewed}
next_review: {due}
clinical_review: none
---
# {title}

{text}
"""


def site(**pages: str) -> Site:
    sources = [Source("docs/glossary.md", GLOSSARY), Source("bibliography.bib", BIBLIOGRAPHY)]
    return build_site([*sources, *(Source(f"docs/{name}.md", text) for name, text in pages.items())])


def page(text: str = "Text.", due: str = "2027-01-01", title: str = "Title") -> str:
    return PAGE.format(reviewed="2026-01-01", due=due, title=title, text=text)


def test_the_page_that_is_due_first_is_first() -> None:
    found = health.due_pages(site(a=page(due="2027-05-05"), b=page(due="2027-01-01"), c="# No dates\n"))
    assert [(row.path, row.next_review) for row in found] == [
        ("docs/b.md", date(2027, 1, 1)),
        ("docs/a.md", date(2027, 5, 5)),
    ]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("In 12 men it rose.[@doe2001first]", {"doe2001first": 1}, id="a paragraph"),
        pytest.param(
            "- 12 men.[@doe2001first]\n- 13 men.[@doe2001first]", {"doe2001first": 2}, id="two items"
        ),
        pytest.param(
            "12 men.[@doe2001first; @doe2001second]",
            {"doe2001first": 1, "doe2001second": 1},
            id="two sources",
        ),
        pytest.param(
            "12 men.[@doe2001first] 13 men.[@doe2001first]", {"doe2001first": 1}, id="one paragraph"
        ),
        pytest.param("It rose.[@doe2001first]", {}, id="no figure"),
        pytest.param("In 12 men it rose.\n\nIt did.[@doe2001first]", {}, id="not beside it"),
        pytest.param(
            "| Men |\n|---|\n| 12 men |\n\n/// table-caption\nAll of one.[@doe2001first]\n///",
            {"doe2001first": 1},
            id="a row whose caption has the source",
        ),
    ],
)
def test_a_source_has_the_figures_that_stand_beside_it(text: str, counted: dict[str, int]) -> None:
    assert health.figures_by_source(site(a=page(text))) == counted


def test_an_unfinished_work_says_what_it_lacks() -> None:
    found = health.unfinished_works(site(a=page("12 men.[@doe2001second]")))
    assert [(work.key, work.missing, work.figures) for work in found] == [
        ("doe2001second", ("volume", "number", "pages"), 1)
    ]


def test_records_are_counted_by_how_far_they_were_checked() -> None:
    assert {row.name: row.number for row in health.records(site())} == {
        "seen": 1,
        "partial": 1,
        "not-found": 0,
    }


def test_a_term_that_only_the_glossary_mentions_is_listed_but_for_everyday_words() -> None:
    assert [term.name for term in health.idle_terms(site(a=page("[Alpha] acts.")))] == ["Gamma"]


def test_the_page_nearest_to_its_limit_is_first() -> None:
    levels = health.hardest_pages(read_site(REPOSITORY))
    rooms = [health.room(level) for level in levels]
    assert rooms == sorted(rooms)
    assert rooms[0] >= 0
