"""The check that the figures of the study data do not contradict what stands beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from apparatus.checks.studies import NOT_MEASURED, result_faults
from apparatus.language.printed import printed_numbers
from apparatus.model.bibliography import Entry
from apparatus.model.site import Site
from apparatus.model.studies import Outcome, Result, Study, StudyData, place
from apparatus.model.study_fields import PERCENT_CHANGE, level_range
from apparatus.model.units import ESTRADIOL, RATIO, TESTOSTERONE, convert, ratio
from apparatus.syntax.finding import Finding
from apparatus.syntax.yaml_tree import Fault

LEVELS = ("very low", "low", "moderate", "high")
"""GRADE's levels of certainty, the lowest first."""
MOST_APART = 3
"""How many times a ratio may be that of the two means: the mean of ratios is not the ratio of means."""
AS_PRINTED = "copy the figure from the record, and write in `printed` what the record prints"


def doubtful_figures(site: Site) -> Iterator[Finding]:
    """Figures that are not as printed, that cannot be, or that the data or the bibliography deny."""
    source = site.studies.source
    if source is None:
        return
    found = [fault for study in site.studies.studies for fault in _study_faults(site, study)]
    found += [fault for outcome in site.studies.outcomes for fault in _outcome_faults(site, outcome)]
    for fault in found:
        yield source.finding(fault.start, "doubtful-figure", fault.what, fault.help)


def _study_faults(site: Site, study: Study) -> Iterator[Fault]:
    faults = list(_entry_faults(study, site.bibliography.by_key.get(study.key)))
    if not any(fault.start == place(study, "enrolled") for fault in faults):
        faults.extend(_too_many_analyzed(study))
    yield from faults
    # Where the number of men is in doubt already, other numbers are not held against it.
    year_only = all(fault.start == place(study, "year") for fault in faults)
    yield from _results_faults(study.results, study.enrolled if year_only else None)


def _results_faults(results: Iterable[Result], enrolled: int | None) -> Iterator[Fault]:
    trusted: list[Result] = []
    for result in results:
        if not any(result_faults(result)):
            faults = list(_result_faults(result, enrolled))
            trusted.extend(() if faults else (result,))
            yield from faults
    yield from _ratio_faults(trusted)


def _entry_faults(study: Study, entry: Entry | None) -> Iterator[Fault]:
    """What the bibliography says otherwise."""
    help = "look it up in the record, and correct the study or its entry in bibliography.bib"
    for name, theirs in (("year", "year"), ("enrolled", "size")):
        said = entry.value(theirs) if entry else ""
        own = getattr(study, name)
        if said.isdecimal() and own != int(said):
            what = f"`{name}` is {'not reported' if own is None else own}, but the bibliography has {said}"
            yield Fault(place(study, name), what, help)


def _too_many_analyzed(study: Study) -> Iterator[Fault]:
    if study.analyzed is not None and study.enrolled is not None and study.analyzed > study.enrolled:
        what = f"`analyzed` is {study.analyzed}, more than the {study.enrolled} enrolled"
        yield Fault(place(study, "analyzed"), what, "write the number of men that the figures come from")


def _result_faults(result: Result, enrolled: int | None) -> Iterator[Fault]:
    """Each number that is in doubt, once; the unit is in doubt where several are out of range."""
    if result.men is not None and enrolled is not None and result.men > enrolled:
        what = f"`men` is {result.men}, more than the {enrolled} enrolled"
        yield Fault(place(result, "men"), what, "write the number of men that the figures come from")
    unprinted = list(_unprinted(result))
    if unprinted:
        yield from unprinted
    elif result.men is not None and result.count is not None and result.count > result.men:
        what = f"`count` is {result.count}, more than the {result.men} men"
        yield Fault(place(result, "count"), what, AS_PRINTED)
    else:
        yield from _out_of_range(result)


def _unprinted(result: Result) -> Iterator[Fault]:
    left = printed_numbers(result.printed)
    numbers = [(name, 0, number) for name, number in result.figures]
    numbers += [("spread", item, number) for item, number in enumerate(result.spread)]
    for name, item, number in numbers:
        if left[number] < 1:
            what = f"`{name}` is {_digits(number)}, which `printed` does not hold"
            yield Fault(place(result, name, item), what, AS_PRINTED)
        left[number] -= 1


def _out_of_range(result: Result) -> Iterator[Fault]:
    limits = level_range(result.outcome, result.unit, result.kind)
    if limits is None:
        return
    for name, number in result.figures:
        # A figure that stands alone may be a difference, which has a size but no least level.
        least = -limits[1] if name == "value" and result.kind != PERCENT_CHANGE else limits[0]
        if not least <= number <= limits[1]:
            limit = f"{_digits(least)} to {_digits(limits[1])} {result.unit}"
            what = f"`{name}` is {_digits(number)} {result.unit}, outside {limit}"
            yield Fault(place(result, name), what, "check the figure and its unit against the record")
            return


def _ratio_faults(results: Iterable[Result]) -> Iterator[Fault]:
    """Ratios that are far from testosterone over estradiol, as a unit that is not theirs makes them."""
    found = list(results)
    ratios = [result for result in found if result.outcome == "ratio" and result.unit in RATIO]
    above = [result for result in found if result.outcome == "testosterone" and result.unit in TESTOSTERONE]
    below = [result for result in found if result.outcome == "estradiol" and result.unit in ESTRADIOL]
    for result in ratios:
        pairs = product(_alongside(result, above), _alongside(result, below))
        fault = next((fault for over, under in pairs if (fault := _ratio_fault(result, over, under))), None)
        if fault:
            yield fault


def _alongside(result: Result, others: Iterable[Result]) -> list[Result]:
    return [other for other in others if (other.arm, other.time) == (result.arm, result.time)]


def _ratio_fault(result: Result, over: Result, under: Result) -> Fault | None:
    for name in ("before", "after"):
        said, testosterone, estradiol = (getattr(found, name) for found in (result, over, under))
        if said and testosterone and estradiol:
            own = convert(said, result.unit, "ng/dL per pg/mL")
            worked_out = ratio(testosterone, over.unit, estradiol, under.unit)
            if not 1 / MOST_APART <= own / worked_out <= MOST_APART:
                what = f"`{name}` is {own:.3g} in ng/dL per pg/mL, but the two hormones make {worked_out:.3g}"
                return Fault(place(result, name), what, "check the units of all three against the record")
    return None


def _outcome_faults(site: Site, outcome: Outcome) -> Iterator[Fault]:
    taken = sum(downgrade.levels for downgrade in outcome.downgrades)
    if outcome.certainty == NOT_MEASURED:
        if outcome.starts or taken:
            what = f"`certainty` is `{NOT_MEASURED}`, but it starts somewhere or is taken down"
            yield Fault(
                place(outcome, "certainty"), what, "write a level, or delete `starts` and `downgrades`"
            )
    elif outcome.starts:
        left = LEVELS[max(LEVELS.index(outcome.starts) - taken, 0)]
        if outcome.certainty != left:
            what = f"`certainty` is `{outcome.certainty}`, but {outcome.starts} less {taken} is {left}"
            yield Fault(place(outcome, "certainty"), what, "correct the certainty, or its reasons")
    yield from _strangers(site, outcome)


def _strangers(site: Site, outcome: Outcome) -> Iterator[Fault]:
    """Studies of an outcome that the file does not have; not where that is the fault of a misspelt key."""
    data, entries = site.studies, site.bibliography.by_key
    if any(key not in entries for key in _own_keys(data)):
        return
    for start, key in outcome.studies:
        if key in entries and key not in _own_keys(data):
            help = "add the study to `studies`, or take its key from this list"
            yield Fault(start, f"`{outcome.id}` rests on `{key}`, which is not among the studies", help)


def _own_keys(data: StudyData) -> frozenset[str]:
    return frozenset((*data.by_key, *(key for _, key in data.lost_keys)))


def _digits(number: float) -> str:
    return f"{number:.10g}"
