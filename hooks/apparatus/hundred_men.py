"""The box that tells two studies as numbers of men: the study data come in, rows in plain words go out.

One study treated all its men, so its rows are told of 100 men like them. The other had a group on placebo;
its groups are too small for that, and stay the counts they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from apparatus.studies import Result, Study, StudyData
from apparatus.study_words import has_figure

SERIES, TRIAL = "shoshany2017outcomes", "cavallini2013multivariate"
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class BoxRow:
    """A line of the box; every field is Markdown."""

    what: str
    """What happened."""
    men: str
    """To how many."""
    certainty: str
    """How sure that is."""


def hundred_men_rows(data: StudyData) -> tuple[BoxRow, ...]:
    """The lines of the box; none where one of the two studies is not in the data."""
    series, trial = data.by_key.get(SERIES), data.by_key.get(TRIAL)
    if series is None or trial is None:
        return ()
    sure = {outcome.id: f"{outcome.certainty} certainty".capitalize() for outcome in data.outcomes}
    return (*_series_rows(series, sure), *_trial_rows(trial, sure.get("harms", "")))


def _series_rows(study: Study, sure: Mapping[str, str]) -> Iterator[BoxRow]:
    sperm = sure.get("sperm-concentration", "")
    moved = _first(study, "hormone response").value or 0
    better = _first(study, "sperm concentration")
    men, low, gained = study.enrolled or 1, better.men or 0, better.count or 0
    few, more = of_hundred(low, men), of_hundred(gained, men)
    cite = f"[@{study.key}]"
    yield BoxRow(
        f"Testosterone went up and estradiol went down{cite}", _about(round(moved)), sure.get("hormones", "")
    )
    yield BoxRow(f"Few sperm at first, more later{cite}", _about(more), sperm)
    yield BoxRow(f"Few sperm at first, no more later{cite}", _about(few - more), sperm)
    rest = "No sperm, almost none, or a normal count at first: no gain seen in these groups"
    yield BoxRow(f"{rest}{cite}", _about(HUNDRED - few), sure.get("azoospermia", ""))


def _about(men: int) -> str:
    # A number stays on one line with what it is of.
    return f"about {men}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{HUNDRED}"


def _trial_rows(study: Study, sure: str) -> Iterator[BoxRow]:
    for result in study.results:
        if result.outcome == "side effects" and result.count is not None:
            group = "placebo" if result.arm == "placebo" else f"the tablet {result.arm}"
            what = f"Side effects in the other study, on {group}[@{study.key}]"
            yield BoxRow(what, f"{result.count} of {result.men}", sure)


def _first(study: Study, outcome: str) -> Result:
    """The first result with a figure on an outcome; an empty one where there is none."""
    found = (result for result in study.results if result.outcome == outcome and has_figure(result))
    return next(found, Result(0, outcome))


def of_hundred(count: int, men: int) -> int:
    """How many of 100 men that is: 18 of 86 is 21."""
    return round(HUNDRED * count / men)
