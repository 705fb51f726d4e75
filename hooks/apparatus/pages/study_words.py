"""The figures of the study data in words: results come in, what a cell of a table says of them goes out.

Numbers stand as the record prints them, each with its unit, its spread and what it is; a direction without a
figure stays a word. The words are Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from apparatus.model.studies import Result, Study

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
KINDS = {
    "mean": "means",
    "mean ± SD": "means ± SD",
    "mean ± SE": "means ± SE",
    "mean ± not said": "means, ± not explained",
    "median": "medians",
}
"""What figures are, in the plural; of the other kinds the figures themselves tell."""
NOT_REPORTED = "not reported"


def plain(text: str) -> str:
    r"""A text of the data for Markdown, which is to take none of it for markup: `a|b` is `a\|b`."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def sentence(text: str) -> str:
    """A text that begins with a capital."""
    return text[:1].upper() + text[1:]


def number(value: float, printed: str = "") -> str:
    """A number as the record prints it: 5.0 stays `5.0` where it is printed so; a minus is a minus sign."""
    for token in NUMBER.findall(printed):
        if float(token.replace(",", "")) == abs(value):
            return f"−{token}" if value < 0 else token
    return f"{value:,.10g}".replace("-", "−")


def has_figure(result: Result) -> bool:
    """Whether a result has a number, and not only a direction."""
    return any(value is not None for value in (result.before, result.after, result.value, result.count))


def results_text(study: Study, results: Sequence[Result]) -> str:
    """What a cell says of some results of a study: `12 men, means: motility 27.1 to 45.3%`.

    Groups of men are told apart; those of whom the same is said are told of together.
    """
    if all(result.change == NOT_REPORTED and not result.remark for result in results):
        return sentence(NOT_REPORTED)
    groups: dict[tuple[str, str], list[Result]] = {}
    for result in results:
        groups.setdefault((result.arm, _men(study, result)), []).append(result)
    told: dict[str, list[str]] = {}
    for (arm, men), found in groups.items():
        kind = _common_kind(found)
        head = ", ".join(part for part in (plain(arm), men) if part)
        head = f"{head} ({kind})" if head and kind else head or kind
        told.setdefault("; ".join(_parts(study, found, bool(kind))), []).append(head)
    return ". ".join(sentence(_told(heads, text)) for text, heads in told.items())


def _told(heads: list[str], text: str) -> str:
    head = " and ".join(head for head in heads if head)
    return f"{head}: {text}" if head else text


def _men(study: Study, result: Result) -> str:
    told = result.men in {None, study.enrolled} or result.count is not None
    return "" if told else f"{result.men} men"


def _common_kind(results: list[Result]) -> str:
    kinds = {KINDS.get(result.kind, "") for result in results if has_figure(result)}
    return kinds.pop() if len(kinds) == 1 else ""


def _parts(study: Study, results: list[Result], kind_told: bool) -> Iterator[str]:
    """What is told of one group of men, piece by piece."""
    for _, found in groupby(_timed(study, results), key=_together):
        same = list(found)
        names = ", ".join(dict.fromkeys(result.outcome for result in same))
        if has_figure(same[0]) and same[0].count is None:
            yield f"{names} {_figures(same, kind_told)}"
        else:
            yield f"{names} {_direction(same[0])}{_aside(same[0], kind_told)}"


def _timed(study: Study, results: list[Result]) -> Iterator[Result]:
    """The results without a time that is the end of the treatment and the only one of its outcome."""
    for result in results:
        times = {other.time for other in results if other.outcome == result.outcome}
        yield replace(result, time="") if times == {study.duration} else result


def _together(result: Result) -> tuple[object, ...]:
    """What results share that are told in one breath: a direction, a count, an outcome at several times."""
    if not has_figure(result) or result.count is not None:
        return result.change, result.count, result.men, result.time, result.remark
    return result.outcome, result.unit, result.before


def _direction(result: Result) -> str:
    if result.count is None:
        return result.change
    of_men = f"{result.count} of {result.men}" if result.men is not None else f"{result.count} men"
    return f"{result.change} in {of_men}" if result.change else of_men


def _figures(results: list[Result], kind_told: bool) -> str:
    first, *later = results
    texts = [_figure(first, told_after=bool(later))]
    texts += [_later(result, told_after=result is not later[-1]) for result in later]
    asides = (_aside(result, kind_told or result is not results[-1]) for result in results)
    return ", ".join(text + aside for text, aside in zip(texts, asides, strict=True))


def _figure(result: Result, told_after: bool) -> str:
    unit = "" if told_after else _unit(result)
    if result.value is not None:
        return _value(result) + unit
    before, after = _with_spread(result, result.before, 0), _with_spread(result, result.after, -1)
    if before and after:
        return f"{before} to {after}{unit}"
    if before:
        return f"{before}{unit} before" + (f", {result.change}" if result.change else "")
    return f"{after}{unit} on treatment"


def _later(result: Result, told_after: bool) -> str:
    unit = "" if told_after else _unit(result)
    return (_with_spread(result, result.after, -1) or _value(result)) + unit


def _value(result: Result) -> str:
    value = result.value or 0
    text = number(value, result.printed)
    text = f"+{text}" if result.kind == "percent change" and value > 0 else text
    text = f"odds ratio {text}" if result.unit == "odds ratio" else text
    ends = [number(end, result.printed) for end in result.spread]
    if len(ends) > 1:
        return f"{text} (interval {ends[0]} to {ends[1]})"
    return f"{text} ± {ends[0]}" if ends else text


def _with_spread(result: Result, value: float | None, index: int) -> str:
    if value is None:
        return ""
    text = number(value, result.printed)
    return f"{text} ± {number(result.spread[index], result.printed)}" if result.spread else text


def _unit(result: Result) -> str:
    """The unit as it follows a number; that of a ratio stands apart, and that of men is told with them."""
    if result.unit in {"", "men", "odds ratio"} or result.outcome == "ratio":
        return "%" if result.unit == "%" else ""
    return {"%": "%", "fold": "-fold"}.get(result.unit, f" {result.unit}")


def _aside(result: Result, kind_told: bool) -> str:
    ratio = result.unit.replace(" per ", " over ") if result.outcome == "ratio" and result.unit != "%" else ""
    kind = KINDS.get(result.kind, "") if has_figure(result) and not kind_told else ""
    parts = [part for part in (ratio, kind, plain(result.time), plain(result.remark)) if part]
    return f" ({'; '.join(parts)})" if parts else ""
