"""Units: the numbers printed in laboratories' tables, and that there and back is the same."""

from __future__ import annotations

import pytest

from apparatus.model.units import ESTRADIOL, FAMILIES, RATIO, TESTOSTERONE, convert, ratio


@pytest.mark.parametrize(
    ("value", "from_unit", "to_unit", "expected"),
    [
        (1, "ng/dL", "nmol/L", 0.03467),
        (1, "nmol/L", "ng/dL", 28.84),
        (3, "ng/mL", "ng/dL", 300),
        (300, "ng/dL", "ng/mL", 3),
        (1, "pg/mL", "pmol/L", 3.671),
        (1, "pmol/L", "pg/mL", 0.2724),
        (110, "pmol/L", "ng/L", 29.96),
        (7, "ng/L", "pg/mL", 7),
        (1, "nmol/L per pmol/L", "ng/dL per pg/mL", 105.9),
        (0.1, "ng/mL per pg/mL", "ng/dL per pg/mL", 10),
        (0.0944, "nmol/L per pmol/L", "ng/dL per pg/mL", 10),
    ],
)
def test_a_number_is_converted(value: float, from_unit: str, to_unit: str, expected: float) -> None:
    assert convert(value, from_unit, to_unit) == pytest.approx(expected, rel=5e-4)


def test_there_and_back_is_the_same() -> None:
    for family in FAMILIES:
        for one in family:
            for other in family:
                assert convert(convert(12.5, one, other), other, one) == pytest.approx(12.5)


@pytest.mark.parametrize(
    ("from_unit", "to_unit"),
    [
        pytest.param("ng/dL", "pg/mL", id="of two hormones"),
        pytest.param("ng/dl", "ng/mL", id="misspelled"),
        pytest.param("", "ng/mL", id="none"),
        pytest.param("million/mL", "million/mL", id="of something else"),
    ],
)
def test_units_of_different_things_are_not_converted(from_unit: str, to_unit: str) -> None:
    with pytest.raises(ValueError, match="cannot be turned into"):
        convert(1, from_unit, to_unit)


def test_the_ratio_is_one_whatever_the_laboratory_writes() -> None:
    assert ratio(300, "ng/dL", 30, "pg/mL") == 10
    assert ratio(10.4, "nmol/L", 110, "pmol/L") == pytest.approx(10, rel=0.01)
    for testosterone in TESTOSTERONE:
        for estradiol in ESTRADIOL:
            printed = ratio(1, testosterone, 1, estradiol)
            assert printed == pytest.approx(RATIO[f"{testosterone} per {estradiol}"])


def test_a_unit_of_the_other_hormone_is_none() -> None:
    with pytest.raises(ValueError, match="cannot be turned into"):
        ratio(30, "pg/mL", 300, "ng/dL")


def test_nothing_is_divided_by_no_estradiol() -> None:
    with pytest.raises(ZeroDivisionError):
        ratio(300, "ng/dL", 0, "pg/mL")
