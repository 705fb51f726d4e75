"""Records as PubMed tools, Crossref, Zotero, EndNote and Citavi export them, each as an entry of this guide.

The works are those of the guide's own bibliography: what an export comes to is held against its entry there.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from apparatus.commands.fix_bibliography import end_of_entry
from apparatus.commands.new_source import Choices, new_sources
from apparatus.commands.outcome import Outcome
from apparatus.model.bibliography import Entry, read_bibliography
from apparatus.model.site import Site, build_site
from apparatus.syntax.source import NEWLINE, Source
from tests.support import REPOSITORY, codes

EXPORTS = Path(__file__).parent / "bibtex_exports"
PATH = "bibliography.bib"

WORKS = {
    "citavi": ("artigalas2015influence", "artigalas2015influence"),
    "citavi-book": ("who2021laboratory", "who2021who"),
    "citavi-chapter": ("hayes2021diagnosis", "hayes2021diagnosis"),
    "crossref": ("helo2015randomized", "helo2015randomized"),
    "crossref-entities": ("smith2014regulation", "smith2014regulation"),
    "crossref-month": ("achard2009normal", "achard2009normal"),
    "endnote-accents": ("basar2009aromatase", "basar2009aromatase"),
    "endnote-short-pages": ("burnettbowie2009bone", "burnettbowie2009bone"),
    "endnote-unclosed": ("zegers2017international", "zegershochschild2017international"),
    "endnote-without-key": ("cavallini2013multivariate", "cavallini2013multivariate"),
    "pubmed": ("schlegel2012aromatase", "schlegel2012aromatase"),
    "pubmed-key-with-colon": ("delgiudice2020systematic", "delgiudice2020systematic"),
    "pubmed-stray-brace": ("gregoriou2012changes", "gregoriou2012changes"),
    "pubmed-without-journal": ("carreau2003aromatase", "carreau2003aromatase"),
    "zotero": ("kooshesh2020effect", "kooshesh2020effect"),
    "zotero-better-biblatex": ("yang2022efficacy", "yang2022efficacy"),
    "zotero-better-bibtex": ("shah2021efficacy", "shah2021efficacy"),
    "zotero-double-braces": ("agarwal2023impact", "agarwal2023impact"),
    "zotero-label": ("arimidex2022label", "ani2022arimidex"),
    "zotero-web-page": ("fda2009medwatch", "us2009medwatch"),
}
"""Exports by name: the key of the work in the bibliography, and the one that its export comes to."""
WITHOUT_AUTHOR = "citavi-without-author"
INCOMPLETE = {"pubmed-without-journal": "`carreau2003aromatase` lacks `journal`"}
REPAIRED = {"pubmed-stray-brace", "endnote-unclosed"}
COMPARED = ("title", "journal", "booktitle", "publisher", "address", "edition", "year", "volume", "number")
IDENTIFIED = ("pages", "doi", "pmid", "pmcid", "url")
CHOICES = Choices("cohort", "12")
CHOSEN = {"endnote-short-pages": replace(CHOICES, key="burnettbowie2009bone")}
"""Where the usual key is that of another work."""


def export(name: str) -> str:
    return NEWLINE.sub("\n", (EXPORTS / f"{name}.bib").read_bytes().decode("utf-8-sig"))


@cache
def whole() -> str:
    return (REPOSITORY / PATH).read_text("utf-8")


@cache
def works() -> dict[str, Entry]:
    return dict(read_bibliography(Source(PATH, whole())).by_key)


def site(text: str) -> Site:
    return build_site([Source(PATH, text)])


def without(key: str) -> str:
    """The bibliography without one of its works."""
    entry = works()[key]
    return whole()[: entry.start] + whole()[end_of_entry(whole(), entry.start) :].lstrip("\n")


@cache
def added(name: str) -> tuple[Outcome, Entry]:
    key, made = WORKS[name]
    outcome = new_sources(site(without(key)), export(name), CHOSEN.get(name, CHOICES))
    return outcome, read_bibliography(Source(PATH, outcome.text)).by_key[made]


def plain(value: str) -> str:
    return re.sub(r"[{}]", "", value).lower()


def test_every_export_is_held_against_its_work() -> None:
    assert {file.stem for file in EXPORTS.glob("*.bib")} == {*WORKS, WITHOUT_AUTHOR}
    assert len(WORKS) >= 20


@pytest.mark.parametrize("name", WORKS)
def test_an_export_says_what_the_entry_of_its_work_says(name: str) -> None:
    _, entry = added(name)
    work = works()[WORKS[name][0]]
    shortened = {"journal"} if name in {"pubmed", "pubmed-stray-brace"} else set()
    for field in {*COMPARED, *IDENTIFIED} - shortened:
        if entry.value(field) and work.value(field):
            assert plain(entry.value(field)) == plain(work.value(field)), field
    family = plain(work.value("author")).split(" and ")[0].split(",")[0]
    assert plain(entry.value("author")).startswith(family)
    assert entry.type == work.type


@pytest.mark.parametrize("name", WORKS)
def test_an_export_gives_an_entry_that_passes_or_says_what_it_lacks(name: str) -> None:
    outcome, entry = added(name)
    assert outcome.refused == ()
    expected = INCOMPLETE.get(name)
    assert [finding.message for finding in outcome.findings] == ([expected] if expected else [])
    assert codes(outcome.findings) == ["missing-field"] * len(outcome.findings)
    line, _ = Source(PATH, outcome.text).position(entry.start)
    assert outcome.said[0] == f"{PATH}:{line}: added `{entry.key}`; cite it as [@{entry.key}]"
    assert any("without a partner" in said for said in outcome.said) is (name in REPAIRED)


@pytest.mark.parametrize("name", WORKS)
def test_an_export_added_twice_changes_nothing_the_second_time(name: str) -> None:
    first, entry = added(name)
    second = new_sources(site(first.text), export(name), CHOICES)
    assert (second.text, second.refused, second.findings) == (first.text, (), ())
    line, _ = Source(PATH, first.text).position(entry.start)
    assert second.said == (f"{PATH}:{line}: `{entry.key}` is there already; cite it as [@{entry.key}]",)


@pytest.mark.parametrize("name", WORKS)
def test_a_work_that_is_there_is_named_under_its_own_key(name: str) -> None:
    key, _ = WORKS[name]
    outcome = new_sources(site(whole()), export(name), CHOICES)
    assert (outcome.text, outcome.refused) == (whole(), ())
    assert outcome.said[0].endswith(f"`{key}` is there already; cite it as [@{key}]")


@pytest.mark.parametrize("name", WORKS)
def test_all_other_entries_stay_as_they_were(name: str) -> None:
    outcome, entry = added(name)
    end = end_of_entry(outcome.text, entry.start)
    rest = f"{outcome.text[: entry.start].rstrip()}\n\n{outcome.text[end:].lstrip()}"
    assert rest.strip() == without(WORKS[name][0]).strip()
    keys = re.findall(r"^@\w+\{(\w+),", outcome.text, re.MULTILINE)
    assert keys == sorted(keys)


def test_a_record_without_an_author_is_refused_and_says_so() -> None:
    outcome = new_sources(site(whole()), export(WITHOUT_AUTHOR), CHOICES)
    assert (outcome.text, outcome.said) == (whole(), ())
    assert "has no author or no title" in outcome.refused[0]
    named = new_sources(site(whole()), export(WITHOUT_AUTHOR), Choices("cohort", "", "acta1981direct"))
    assert [finding.message for finding in named.findings] == ["`acta1981direct` lacks `author`"]


def test_a_key_that_another_work_has_is_refused_with_one_that_is_free() -> None:
    key, _ = WORKS["endnote-short-pages"]
    outcome = new_sources(site(without(key)), export("endnote-short-pages"), CHOICES)
    assert (outcome.text, outcome.said) == (without(key), ())
    assert outcome.refused[0].endswith("choose one, such as `--key burnettbowie2009aromatase`")


def test_all_exports_in_one_paste_are_one_entry_each() -> None:
    start = "@misc{a,\n  title = {A},\n}\n"
    paste = "\n".join(map(export, WORKS))
    outcome = new_sources(site(start), paste, Choices("cohort"))
    keys = list(read_bibliography(Source(PATH, outcome.text)).by_key)
    usual = {name: made for name, (_, made) in WORKS.items()} | {
        "endnote-short-pages": "burnettbowie2009effects"
    }
    assert keys == ["a", *sorted(usual.values())]
    again = new_sources(site(outcome.text), paste, Choices("cohort"))
    assert (again.text, again.refused) == (outcome.text, ())
    assert len(again.said) == len(WORKS)
