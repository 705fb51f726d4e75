"""The words and limits of the study data: that they fit together."""

from __future__ import annotations

import pytest

from apparatus.model.study_fields import PARTS, RANGES, UNITS, level_range
from apparatus.model.units import ESTRADIOL, RATIO, TESTOSTERONE, convert

PAIRS = [(outcome, unit) for outcome, units in UNITS.items() for unit in units]


@pytest.mark.parametrize(("outcome", "unit"), PAIRS)
def test_every_unit_of_an_outcome_has_its_limits(outcome: str, unit: str) -> None:
    limits = level_range(outcome, unit, "mean")
    assert limits is not None
    assert limits[0] < limits[1]


def test_limits_are_of_units_that_there_are() -> None:
    assert all(pair in PAIRS for pair in RANGES)
    assert {outcome for outcome, unit in PAIRS if unit == "%"} >= PARTS


@pytest.mark.parametrize(
    ("outcome", "units"), [("testosterone", TESTOSTERONE), ("estradiol", ESTRADIOL), ("ratio", RATIO)]
)
def test_limits_are_much_the_same_in_every_unit(outcome: str, units: dict[str, float]) -> None:
    base = next(iter(units))
    limits = [(unit, RANGES[outcome, unit]) for unit in units if (outcome, unit) in RANGES]
    assert len(limits) > 1
    for unit, ends in limits:
        for own, expected in zip(ends, RANGES[outcome, base], strict=True):
            assert convert(own, unit, base) == pytest.approx(expected, rel=0.25)


@pytest.mark.parametrize(
    ("outcome", "kind", "limits"),
    [
        pytest.param("motility", "mean", (0, 100), id="a part of the sperm"),
        pytest.param("motility", "percent change", (-100, 5000), id="a change of a part"),
        pytest.param("testosterone", "not said", (-100, 5000), id="a level can only change by so much"),
    ],
)
def test_percent_means_a_part_or_a_change(outcome: str, kind: str, limits: tuple[float, float]) -> None:
    assert level_range(outcome, "%", kind) == limits


def test_of_other_units_no_limit_is_known() -> None:
    assert level_range("testosterone", "stone", "mean") is None
