"""The check on the form of the study data: its syntax, fields and words, and what does not go together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from apparatus.model.site import Site
from apparatus.model.studies import Outcome, Result, StudyData, place
from apparatus.model.study_fields import UNITS
from apparatus.syntax.finding import Finding
from apparatus.syntax.yaml_record import lacking
from apparatus.syntax.yaml_tree import Fault

NOT_MEASURED = "not measured"
MOST_LEVELS = 2
"""By which a domain of GRADE takes an outcome down."""
# live-birth
ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def malformed_studies(site: Site) -> Iterator[Finding]:
    """What in the study data cannot be read, is there twice, or does not go with the field beside it."""
    data = site.studies
    if data.source is None:
        return
    own = [fault for study in data.studies for result in study.results for fault in result_faults(result)]
    own += [fault for outcome in data.outcomes for fault in _outcome_faults(outcome)]
    for fault in (*data.faults, *own, *_repeated(data)):
        yield data.source.finding(fault.start, "malformed-study", fault.what, fault.help)


def _repeated(data: StudyData) -> Iterator[Fault]:
    own = [(study.key_start, study.key) for study in data.studies]
    yield from _doubles(data, sorted([*own, *data.lost_keys]), "study")
    ids = [(place(outcome, "id"), outcome.id) for outcome in data.outcomes]
    yield from _doubles(data, ids, "outcome")
    for outcome in data.outcomes:
        yield from _doubles(data, outcome.studies, f"study of `{outcome.id}`")


def _doubles(data: StudyData, names: Iterable[tuple[int, str]], what: str) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for start, name in names:
        if name in first and data.source:
            line, _ = data.source.position(first[name])
            yield Fault(
                start,
                f"the {what} `{name}` is listed twice",
                f"keep one; the first is at {data.source.path}:{line}",
            )
        first.setdefault(name, start)


def result_faults(result: Result) -> Iterator[Fault]:
    """What in a result does not go together; figures without their unit are such a thing."""
    given = [name for name, _ in result.figures]
    if not given:
        yield from _wordless(result)
        return
    if result.change and given != ["before"]:
        help = "delete `change`, or every figure but `before`"
        yield Fault(place(result, "change"), "`change` stands beside the figures it is to replace", help)
    missing = [name for name in ("unit", "kind", "printed") if not getattr(result, name)]
    if "count" in given and result.men is None:
        missing.append("men")
    if given == ["before"] and not result.change:
        missing.append("after")
    if missing:
        yield lacking(result.start, "result", missing)
    yield from _unit_faults(result)
    yield from _lonely_faults(result, given)


def _wordless(result: Result) -> Iterator[Fault]:
    if not result.change:
        help = "add `before` and `after`, `value` or `count`, or say in `change` where it went"
        yield Fault(result.start, "result has neither figures nor `change`", help)
    if result.spread:
        yield Fault(
            place(result, "spread"), "`spread` stands beside no figure", "add the figure, or delete it"
        )


def _unit_faults(result: Result) -> Iterator[Fault]:
    known = UNITS.get(result.outcome, ())
    if result.unit and result.unit not in known:
        help = (
            f"write one of: {', '.join(known)}" if known else "say in `change` where it went, without figures"
        )
        yield Fault(place(result, "unit"), f"`{result.outcome}` has no unit `{result.unit}`", help)
    elif result.unit and (result.unit == "men") != (result.count is not None):
        help = "write how many men it happened to as `count`, with the unit `men`"
        yield Fault(place(result, "unit"), f"the unit `{result.unit}` does not go with the figure", help)
    elif result.kind and (result.kind == "count") != (result.count is not None):
        help = "write the kind `count` where `count` is given, and nowhere else"
        yield Fault(place(result, "kind"), f"the kind `{result.kind}` does not go with the figure", help)


def _lonely_faults(result: Result, given: list[str]) -> Iterator[Fault]:
    """Figures that stand alone, and spreads that belong to none."""
    alone = next((name for name in ("count", "value") if name in given), "")
    if alone and len(given) > 1:
        help = "make two results of them"
        yield Fault(place(result, alone), f"`{alone}` stands beside another figure", help)
    elif result.spread and len(result.spread) not in {len(given), 2 * len(given)}:
        help = "give one number for each figure, or the two ends of its interval"
        yield Fault(place(result, "spread"), "`spread` has not as many numbers as there are figures", help)


def _outcome_faults(outcome: Outcome) -> Iterator[Fault]:
    if not ID.fullmatch(outcome.id):
        help = "write small letters, digits and hyphens, such as `live-birth`"
        yield Fault(place(outcome, "id"), f"`id` is `{outcome.id}`", help)
    if outcome.certainty != NOT_MEASURED:
        missing = [name for name in ("starts", "studies") if not getattr(outcome, name)]
        if missing:
            yield lacking(outcome.start, "outcome", missing)
    for downgrade in outcome.downgrades:
        if not 1 <= downgrade.levels <= MOST_LEVELS:
            start, help = place(downgrade, "levels"), "write 1 for a serious reason, 2 for a very serious one"
            yield Fault(start, f"`levels` is {downgrade.levels}", help)
    domains = [(place(downgrade, "domain"), downgrade.domain) for downgrade in outcome.downgrades]
    for index, (start, domain) in enumerate(domains):
        if domain in [earlier for _, earlier in domains[:index]]:
            yield Fault(start, f"`{domain}` is listed twice", "make one of the two reasons")
