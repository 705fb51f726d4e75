"""Units of testosterone, estradiol and their ratio: a number in one unit comes in, in another goes out.

Knows the two hormones only: free testosterone has units that are spelled like those of estradiol, and is
not converted here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Molar masses in g/mol: testosterone is C19H28O2, estradiol C18H24O2.
TESTOSTERONE_MASS: Final = 288.42
ESTRADIOL_MASS: Final = 272.38

TESTOSTERONE: Final[Mapping[str, float]] = {"ng/dL": 1.0, "ng/mL": 100.0, "nmol/L": TESTOSTERONE_MASS / 10}
"""How many ng/dL one of each unit of testosterone is."""

ESTRADIOL: Final[Mapping[str, float]] = {"pg/mL": 1.0, "ng/L": 1.0, "pmol/L": ESTRADIOL_MASS / 1000}
"""How many pg/mL one of each unit of estradiol is."""

RATIO: Final[Mapping[str, float]] = {
    f"{testosterone} per {estradiol}": TESTOSTERONE[testosterone] / ESTRADIOL[estradiol]
    for testosterone in TESTOSTERONE
    for estradiol in ESTRADIOL
}
"""How many ng/dL per pg/mL one of each unit of the ratio is, such as `ng/mL per pg/mL`."""

FAMILIES: Final = (TESTOSTERONE, ESTRADIOL, RATIO)
"""Units that can be turned into one another."""


def convert(value: float, from_unit: str, to_unit: str) -> float:
    """A number in another unit of the same hormone: `convert(10.4, "nmol/L", "ng/dL")` is 299.96.

    Raises:
        ValueError: the two are not both units of testosterone, of estradiol or of their ratio.
    """
    for family in FAMILIES:
        if from_unit in family and to_unit in family:
            return value * family[from_unit] / family[to_unit]
    raise ValueError(f"`{from_unit}` cannot be turned into `{to_unit}`")


def ratio(testosterone: float, testosterone_unit: str, estradiol: float, estradiol_unit: str) -> float:
    """Testosterone over estradiol in ng/dL per pg/mL: `ratio(300, "ng/dL", 30, "pg/mL")` is 10.

    Raises:
        ValueError: a unit is not one of its hormone.
        ZeroDivisionError: there is no estradiol to divide by.
    """
    over = convert(testosterone, testosterone_unit, "ng/dL")
    return over / convert(estradiol, estradiol_unit, "pg/mL")
