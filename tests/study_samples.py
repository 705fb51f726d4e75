"""Study data in memory for tests: a study, a result or an outcome with only what a test is about."""

from __future__ import annotations

from dataclasses import replace

from apparatus.model.studies import PATH, Outcome, Result, Study, StudyData
from apparatus.syntax.source import Source

STUDY = Study(
    start=0,
    key="doe2001first",
    key_start=0,
    name="Doe 2001",
    year=2001,
    group="infertile men",
    design="uncontrolled",
    drug="anastrozole",
    dose="1 mg daily",
    duration="3 months",
    entry="low counts",
    enrolled=20,
    analyzed=20,
    record="abstract",
    pregnancies="not reported",
    results=(),
)
"""A study that measured nothing."""


def result(outcome: str, before: float | None = None, after: float | None = None, **rest: object) -> Result:
    """One result; `rest` are other fields of it."""
    return replace(Result(0, outcome), before=before, after=after, **rest)  # type: ignore[arg-type]


def study(*results: Result, **rest: object) -> Study:
    """A study with some results, each at a place of its own; `rest` are other fields of it."""
    placed = tuple(replace(found, start=index) for index, found in enumerate(results, start=1))
    return replace(STUDY, results=placed, **rest)  # type: ignore[arg-type]


def data_of(*studies: Study, outcomes: tuple[Outcome, ...] = ()) -> StudyData:
    """The study data that some studies and outcomes make."""
    by_key = {found.key: found for found in studies}
    return StudyData(Source(PATH, "studies: []\n"), studies, outcomes, (), by_key)
