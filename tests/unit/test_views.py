"""Views: what surrounds a page's text, as values for the templates."""

from __future__ import annotations

from datetime import date

import pytest

from apparatus.model.site import Site, build_site
from apparatus.pages.views import PageView, citing_places, page_view, reference_facts, reference_list
from apparatus.syntax.source import Source
from tests.support import BIBLIOGRAPHY, GLOSSARY, TODAY, page_of, site_of

HEAD = """\
---
title: {title}
description: About {title}.
reviewed: 2026-11-23
next_review: 2027-11-23
clinical_review: {review}
---

# {title} {{ #top }}

"""
SIMPLE = HEAD.format(title="Simple words", review="none") + "[LH] and [FSH], again [lh].[@roe2002second]\n"
DEEP = (
    HEAD.format(title="Deep words", review="Dr. Ada Example, 2026-11-20")
    + "Both.[@doe2001first; @roe2002second]\n"
)


DUE = date(2027, 11, 23)
CHANGED = {"docs/academic/hormones.md": date(2026, 12, 1)}


def site() -> Site:
    texts = {
        "docs/glossary.md": GLOSSARY,
        "docs/academic/hormones.md": DEEP,
        "docs/fundamentals/hormones.md": SIMPLE,
        "docs/about.md": "# About { #about }\n\nUnknown [thing] and key.[@nobody2000]\n",
        "bibliography.bib": BIBLIOGRAPHY,
    }
    return build_site([Source(path, text) for path, text in texts.items()])


def view_of(path: str) -> PageView:
    guide = site()
    return page_view(guide, page_of(guide, path), TODAY, CHANGED.get(path))


def test_terms_stand_once_in_the_order_of_their_first_mention() -> None:
    assert [term.id for term in view_of("docs/fundamentals/hormones.md").terms] == ["lh", "fsh"]


def test_a_page_says_when_and_by_whom_it_was_checked() -> None:
    view = view_of("docs/academic/hormones.md")
    assert (view.reviewed, view.next_review) == (date(2026, 11, 23), date(2027, 11, 23))
    assert view.clinical_review == "Dr. Ada Example, 2026-11-20"
    assert view_of("docs/fundamentals/hormones.md").clinical_review == "none"


def test_a_page_says_when_it_changed_where_that_is_known() -> None:
    assert view_of("docs/academic/hormones.md").changed == date(2026, 12, 1)
    assert view_of("docs/fundamentals/hormones.md").changed is None


@pytest.mark.parametrize(
    ("path", "today", "since"),
    [
        pytest.param("docs/academic/hormones.md", date(2027, 11, 22), None, id="the day before"),
        pytest.param("docs/academic/hormones.md", date(2027, 11, 23), None, id="the day itself"),
        pytest.param("docs/academic/hormones.md", date(2027, 11, 24), DUE, id="the day after"),
        pytest.param("docs/about.md", date(2099, 1, 1), None, id="a page without such a day"),
    ],
)
def test_a_check_is_overdue_after_its_day(path: str, today: date, since: date | None) -> None:
    guide = site()
    assert page_view(guide, page_of(guide, path), today).overdue == since


@pytest.mark.parametrize(
    ("path", "tiers"),
    [
        pytest.param(
            "docs/academic/hormones.md",
            [
                ("fundamentals", "fundamentals/hormones.md", False),
                ("intermediate", "", False),
                ("academic", "academic/hormones.md", True),
            ],
            id="a tier that is not written yet has no path",
        ),
        pytest.param("docs/about.md", [], id="other pages have no depths"),
        pytest.param("docs/glossary.md", [], id="nor has the glossary"),
    ],
)
def test_the_depths_of_a_topic(path: str, tiers: list[tuple[str, str, bool]]) -> None:
    assert [(tier.tier, tier.path, tier.current) for tier in view_of(path).tiers] == tiers


def test_what_is_unknown_is_in_no_view() -> None:
    view = view_of("docs/about.md")
    assert (view.tiers, view.terms) == ((), ())


def test_places_that_cite_an_entry_stand_once_and_in_order() -> None:
    places = citing_places(site())
    assert [(place.path, place.title) for place in places["roe2002second"]] == [
        ("academic/hormones.md", "Deep words"),
        ("fundamentals/hormones.md", "Simple words"),
    ]
    assert [place.path for place in places["doe2001first"]] == ["academic/hormones.md"]


BOOK = "@book{{{key}, {who}, title = {{T}}, year = {{{year}}}, kind = {{review}}, record = {{{record}}}}}\n"
ENTRIES = (
    ("b2003", "author = {Beta, B.}", "2003", "seen"),
    ("b2001", "author = {beta, A.}", "2001", "partial"),
    ("a2005", "author = {{Alpha Society}}", "2005", "seen"),
    ("g2000", "editor = {Gamma, G.}", "2000", "not-found"),
)


def test_the_list_of_references_is_by_first_author_and_year() -> None:
    text = "".join(
        BOOK.format(key=key, who=who, year=year, record=record) for key, who, year, record in ENTRIES
    )
    guide = build_site([Source("docs/glossary.md", GLOSSARY), Source("bibliography.bib", text)])
    listed = reference_list(guide, citing_places(guide))
    assert [reference.key for reference in listed] == ["a2005", "b2001", "b2003", "g2000"]
    assert [reference.record_words for reference in listed] == [
        "seen",
        "seen in part",
        "seen",
        "not found",
    ]
    assert all(reference.places == () for reference in listed)


def test_an_entry_is_shown_to_all_that_ask_as_made_once() -> None:
    site = site_of()
    facts = reference_facts(site, citing_places(site))
    shown = facts("doe2001first")
    assert shown is not None
    assert (shown.key, shown.kind) == ("doe2001first", "cohort")
    assert facts("doe2001first") is shown
    assert facts("nobody2000") is None
