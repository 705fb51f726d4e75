"""The box that tells two studies as numbers of men: the study data come in, rows in plain words go out.

All rows are told of 100 men, and in words too, so that shares compare without arithmetic. Where few
men were counted, the count itself stands behind: 8 of 22 men are about 36 of 100, but prove less.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from apparatus.model.studies import Result, Study, StudyData
from apparatus.pages.study_words import has_figure

SERIES, TRIAL = "shoshany2017outcomes", "cavallini2013multivariate"
HUNDRED = 100
SHARES = (
    (10, "few"),
    (20, "about a fifth"),
    (25, "about a quarter"),
    (33, "about a third"),
    (50, "about half"),
    (67, "about two thirds"),
    (75, "about three quarters"),
    (95, "nearly all"),
)
"""Words for a number of 100 that is neither 0 nor 100, each with the number that it fits best."""


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
    rise = f"Testosterone went up and estradiol went down{cite}"
    yield BoxRow(rise, _told(round(moved)), sure.get("hormones", ""))
    yield BoxRow(f"Few sperm at first, more later{cite}", _told(more), sperm)
    yield BoxRow(f"Few sperm at first, no more later{cite}", _told(few - more), sperm)
    rest = "No sperm, almost none, or a normal count at first: no gain seen in these groups"
    yield BoxRow(f"{rest}{cite}", _told(HUNDRED - few), sure.get("azoospermia", ""))


def _told(men: int) -> str:
    return f"{in_words(men).capitalize()}: {_of(men, HUNDRED)}"


def _of(men: int, all_men: int) -> str:
    # A number stays on one line with what it is of.
    return f"{men}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{all_men}"


def _trial_rows(study: Study, sure: str) -> Iterator[BoxRow]:
    for result in study.results:
        if result.outcome == "side effects" and result.count is not None:
            group = "placebo" if result.arm == "placebo" else f"the tablet {result.arm}"
            what = f"Side effects in the other study, on {group}[@{study.key}]"
            share = _told(of_hundred(result.count, result.men or 1))
            yield BoxRow(what, f"{share} ({_of(result.count, result.men or 1)})", sure)


def _first(study: Study, outcome: str) -> Result:
    """The first result with a figure on an outcome; an empty one where there is none."""
    found = (result for result in study.results if result.outcome == outcome and has_figure(result))
    return next(found, Result(0, outcome))


def of_hundred(count: int, men: int) -> int:
    """How many of 100 men that is: 18 of 86 is 21."""
    return round(HUNDRED * count / men)


def in_words(men: int) -> str:
    """A number of 100 men as a share in words: 21 is about a fifth."""
    if men in {0, HUNDRED}:
        return "all" if men else "none"
    return min(SHARES, key=lambda share: abs(share[0] - men))[1]
