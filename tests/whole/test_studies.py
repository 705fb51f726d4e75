"""This guide's own study data: no finding as they are, and one at its place for a slip in any study."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import pytest

from apparatus.checks import CHECKS
from apparatus.checks.citations import uncited_entries, unconfirmed_sources, unknown_citations
from apparatus.checks.doubtful import doubtful_figures
from apparatus.checks.studies import malformed_studies
from apparatus.language.printed import printed_numbers
from apparatus.model.site import Site, read_site
from apparatus.model.studies import Result, Study, place
from apparatus.model.studies_file import read_studies
from apparatus.model.study_fields import UNITS
from apparatus.syntax.finding import Finding
from apparatus.syntax.source import Source
from tests.support import REPOSITORY

CONCERNED = (malformed_studies, doubtful_figures, unknown_citations, unconfirmed_sources, uncited_entries)
"""The checks that look at the study data; the others would say the same of every slip."""
DIGITS = "123456789"


@dataclass(frozen=True, slots=True)
class Slip:
    """One change to the study data."""

    what: str
    """Which, as the name of a test."""
    start: int
    """Offset of the value that it changes."""
    end: int
    """Offset of the first character after it."""
    new: str
    """What stands there instead."""
    code: str
    """The code of its finding."""


@cache
def site() -> Site:
    return read_site(REPOSITORY)


def source() -> Source:
    found = site().studies.source
    assert found is not None
    return found


def findings(text: str) -> set[Finding]:
    """What the checks say of this site with other study data."""
    changed = replace(site(), studies=read_studies(Source(source().path, text)))
    return {finding for check in CONCERNED for finding in check(changed)}


def slips() -> list[Slip]:
    """A wrong key, a wrong unit and a wrong figure for each study that has such."""
    return [slip for study in site().studies.studies for slip in _slips(study)]


def _slips(study: Study) -> Iterator[Slip]:
    end = study.key_start + len(study.key)
    yield Slip(f"{study.key}: key", study.key_start, end, f"{study.key[:-1]}0", "unknown-citation")
    figured = [result for result in study.results if result.unit and len(result.figures)]
    for result in figured[:1]:
        start = place(result, "unit")
        wrong = next(unit for units in UNITS.values() for unit in units if unit not in UNITS[result.outcome])
        yield Slip(f"{study.key}: unit", start, _end(start), f'"{wrong}"', "malformed-study")
    for result in figured:
        for name, _ in result.figures:
            if name != "count":
                yield from _wrong_digits(study, result, name)


def _wrong_digits(study: Study, result: Result, name: str) -> Iterator[Slip]:
    """A figure with one digit changed, the first that what is printed does not hold by chance."""
    start = place(result, name)
    written = source().text[start : _end(start)]
    printed = printed_numbers(result.printed)
    wrong = (
        other
        for index, digit in enumerate(written)
        for new in DIGITS
        if digit.isdigit() and new != digit
        for other in (written[:index] + new + written[index + 1 :],)
        if float(other) not in printed
    )
    what = f"{study.key}: {name} of {result.outcome} {result.arm} {result.time}".rstrip()
    yield Slip(what, start, _end(start), next(wrong), "doubtful-figure")


def _end(start: int) -> int:
    """Where a number or a unit ends: at its quote, or before what follows on the line."""
    text = source().text
    if text[start] == '"':
        return text.index('"', start + 1) + 1
    line = text[start:].partition("\n")[0]
    return start + len(line.partition(",")[0].partition("}")[0].partition(" #")[0].rstrip())


def test_the_study_data_are_without_a_finding() -> None:
    path = source().path
    found = [finding for check in CHECKS for finding in check(site()) if finding.path == path]
    assert found == []


@pytest.mark.parametrize("slip", slips(), ids=lambda slip: slip.what)
def test_a_slip_is_one_finding_at_its_place(slip: Slip) -> None:
    text = source().text
    new = findings(text[: slip.start] + slip.new + text[slip.end :]) - findings(text)
    line, column = source().position(slip.start)
    assert [(found.code, found.line, found.column) for found in new] == [(slip.code, line, column)]
