"""What each chart shows: the study data come in, rows and lines with their places go out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor
from typing import Final

from apparatus.model.studies import Result, Study, StudyData
from apparatus.model.study_fields import GROUPS
from apparatus.model.units import ratio
from apparatus.pages.chart_layout import Entry, RowChart, Scale, Tick, row_chart
from apparatus.pages.study_tables import by_design, is_randomized
from apparatus.pages.study_words import NOT_REPORTED, number

THRESHOLD: Final = 10.0
"""The ratio below which many studies took men in, in ng/dL over pg/mL."""
STEP: Final = 0.02
"""Between the marks of the axis of bone density, in g/cm²."""
BONE_TOP, BONE_BOTTOM = 60.0, 220.0
"""Where that axis ends and begins."""


def concentration_chart(data: StudyData) -> RowChart:
    """Sperm concentration before and on treatment; the randomized trials without figures as well."""
    studies = sorted((study for study in data.studies if study.group == GROUPS[0]), key=by_design)
    randomized = [entry for study in studies if is_randomized(study) for entry in _concentrations(study)]
    others = [study for study in studies if not is_randomized(study)]
    drawn = [entry for study in others for entry in _concentrations(study) if entry.values]
    without = sum(not any(entry.values for entry in _concentrations(study)) for study in others)
    headed = [Entry("Randomized trials", heading=True), *randomized] if randomized else []
    if drawn:
        headed += [Entry("Not randomized: before and after", heading=True), *drawn]
    return row_chart(headed, 20, left_out=without)


def _concentrations(study: Study) -> Iterator[Entry]:
    """A row for each group of a study that has figures; else one for the study, with what it says."""
    found = [result for result in study.results if result.outcome == "sperm concentration"]
    drawable = [result for result in found if result.unit == "million/mL"]
    pairs = [result for result in drawable if result.before is not None and result.after is not None]
    for result in pairs:
        values = _value(result, result.before), _value(result, result.after)
        record = " (second-hand)" if result.remark.startswith("second-hand") else ""
        yield Entry(f"{_label(study, result.arm, result.men)}{record}", values)
    if not pairs:
        told = (f"{result.arm}: {result.change}" if result.arm else result.change for result in found)
        seen = any(result.change != NOT_REPORTED for result in found)
        note = f"{'; '.join(told)} (no usable figures)" if seen else NOT_REPORTED
        yield Entry(_label(study, "", None), note=note)


def _value(result: Result, value: float | None) -> tuple[float, str]:
    return value or 0, number(value or 0, result.printed)


def _label(study: Study, arm: str, men: int | None) -> str:
    told = (study.name, arm or study.drug, _count(men if arm else men or study.analyzed or study.enrolled))
    return ", ".join(part for part in told if part)


def _count(men: int | None) -> str:
    # A number stays on one line with what it counts.
    return f"{men}\N{NO-BREAK SPACE}men" if men else ""


def ratio_chart(data: StudyData) -> RowChart:
    """The ratio of the mean hormone values of each group before treatment, recomputed in the same units."""
    found = (entry for study in data.studies for entry in _ratios(study))
    return row_chart(sorted(found, key=lambda entry: entry.values), 5, THRESHOLD)


def _ratios(study: Study) -> Iterator[Entry]:
    for arm in dict.fromkeys(result.arm for result in study.results):
        testosterone = _baseline(study, arm, "testosterone", ("ng/dL", "ng/mL", "nmol/L"))
        estradiol = _baseline(study, arm, "estradiol", ("pg/mL", "ng/L", "pmol/L"))
        if testosterone and estradiol:
            value = ratio(*_quantity(testosterone), *_quantity(estradiol))
            yield Entry(_men_measured(study, testosterone), ((value, f"{value:.1f}"),))


def _men_measured(study: Study, result: Result) -> str:
    """Which men a baseline is of: those who could take part, or a group that was measured and not treated."""
    if result.before is None:
        return ", ".join(part for part in (study.name, result.arm, _count(result.men)) if part)
    men = _count(result.men if result.arm else result.men or study.analyzed or study.enrolled)
    arms = {other.arm for other in study.results if other.outcome == result.outcome and other.before}
    told = (study.name, result.arm if len(arms) > 1 else "", men)
    return f"{', '.join(part for part in told if part)}: {study.entry}"


def _baseline(study: Study, arm: str, outcome: str, units: tuple[str, ...]) -> Result | None:
    """The first level of a hormone in a group that was measured before treatment, or without any."""
    for result in study.results:
        at_start = result.before if result.before is not None else result.value
        if (result.outcome, result.arm) == (outcome, arm) and result.unit in units and at_start:
            return result
    return None


def _quantity(result: Result) -> tuple[float, str]:
    return result.before or result.value or 0, result.unit


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one group of men from the start to the end of a trial."""

    label: str
    """The group."""
    before: Tick
    """Its value at the start."""
    after: Tick
    """Its value at the end."""
    treated: bool
    """Whether it was given the medicine."""


@dataclass(frozen=True, slots=True)
class LineChart:
    """Groups of one trial, at its start and at its end."""

    lines: tuple[Line, ...]
    """The groups, the highest first."""
    ticks: tuple[Tick, ...]
    """The marks of the axis, which does not begin at zero."""

    @property
    def words(self) -> str:
        """The chart as text."""
        return " ".join(f"{line.label}: {line.before.label} to {line.after.label}." for line in self.lines)


def bone_chart(data: StudyData) -> LineChart:
    """Bone density of the spine at the start and after a year, on the medicine and on placebo."""
    found = [
        (study, result)
        for study in data.studies
        for result in study.results
        if result.outcome == "bone density" and result.before is not None and result.after is not None
    ]
    ends = [end for _, result in found for end in (result.before or 0, result.after or 0)]
    low, high = floor(min(ends, default=0) / STEP) * STEP, ceil(max(ends, default=STEP) / STEP) * STEP
    scale = Scale(low, high, BONE_BOTTOM, BONE_TOP)
    lines = [_line(result, scale) for _, result in found]
    return LineChart(tuple(sorted(lines, key=lambda line: line.before.at)), scale.ticks(STEP, 2))


def _line(result: Result, scale: Scale) -> Line:
    before, after = (
        Tick(scale.at(value), label)
        for value, label in (_value(result, result.before), _value(result, result.after))
    )
    return Line(result.arm, before, after, result.arm != "placebo")
