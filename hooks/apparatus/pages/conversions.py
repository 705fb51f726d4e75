"""What the ratio converter and its printed table show: the factors of `units` as plain values for templates.

Knows how numbers are rounded for readers; what is shown around them is for the templates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from apparatus.model.units import ESTRADIOL, RATIO, TESTOSTERONE, convert


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that the converter offers."""

    name: str
    """As it is written, such as `nmol/L` or `nmol/L over pmol/L`."""
    factor: str
    """How many of the first unit of its hormone, or of the ratio, one of it is."""


@dataclass(frozen=True, slots=True)
class Hormone:
    """A hormone that the converter asks for; its numbers are in its first unit."""

    name: str
    """In small letters."""
    example: int
    """A number that a laboratory could print."""
    least: float
    """What the converter refuses anything below."""
    most: float
    """What the converter refuses anything above."""
    low: int
    """Below it the converter asks whether the unit is right, where another one would fit better."""
    high: int
    """Above it the converter asks the same."""
    units: tuple[Unit, ...]
    """What it is measured in."""

    @property
    def takes(self) -> str:
        """What is not refused, in the first unit and in moles: `1 to 5000 ng/dL (0.0347 to 173 nmol/L)`."""
        first, moles = self.units[0].name, self.units[-1].name
        least, most = (rounded(convert(limit, first, moles)) for limit in (self.least, self.most))
        return f"{rounded(self.least)} to {rounded(self.most)} {first} ({least} to {most} {moles})"


def _units(family: Mapping[str, float]) -> tuple[Unit, ...]:
    return tuple(Unit(name, f"{factor:.12g}") for name, factor in family.items())


# The limits are ours: wide enough for men before, during and after treatment, and narrow enough to catch a
# number that was read beside another unit.
HORMONES: Final = (
    Hormone("testosterone", 400, 1, 5000, 100, 1500, _units(TESTOSTERONE)),
    Hormone("estradiol", 25, 0.5, 1000, 5, 100, _units(ESTRADIOL)),
)

NOTATIONS: Final[Mapping[str, float]] = {
    "ng/dL over pg/mL": RATIO["ng/dL per pg/mL"],
    "ng/mL over pg/mL": RATIO["ng/mL per pg/mL"],
    "nmol/L over pmol/L": RATIO["nmol/L per pmol/L"],
    # A thousand pg are a ng, a thousand pmol a nmol.
    "pg/mL over pg/mL": RATIO["ng/mL per pg/mL"] / 1000,
    "pmol/L over pmol/L": RATIO["nmol/L per pmol/L"] / 1000,
}
"""How the ratio is written, with how many ng/dL over pg/mL one of each is."""

TESTOSTERONE_SHOWN: Final = (200, 300, 400, 600, 800)
"""In ng/dL."""
ESTRADIOL_SHOWN: Final = (10, 20, 30, 40, 60)
"""In pg/mL."""
RATIO_SHOWN: Final = 10
"""The cut-off that readers meet, in ng/dL over pg/mL."""


def rounded(number: float, digits: int = 3) -> str:
    """A number as readers get it, to so many figures: 299.96 is `300`, 0.034672 is `0.0347`."""
    return f"{float(f'{number:.{digits}g}'):.10f}".rstrip("0").rstrip(".")


def converter_values() -> Mapping[str, object]:
    """What the form is made of."""
    return {"hormones": HORMONES, "notations": _units(NOTATIONS)}


def conversions_values() -> Mapping[str, object]:
    """The rows of the printed table, each the same amount in all units."""
    written, also, moles, also_like, moles_like = _row(NOTATIONS, RATIO_SHOWN, digits=3)
    return {
        "testosterone": _rows(TESTOSTERONE, ("ng/dL", "nmol/L"), TESTOSTERONE_SHOWN),
        "estradiol": _rows(ESTRADIOL, ("pg/mL", "pmol/L"), ESTRADIOL_SHOWN),
        "ratio": [[written, also, moles], [written, also_like, moles_like]],
    }


def _rows(family: Mapping[str, float], factors: tuple[str, ...], shown: tuple[int, ...]) -> list[list[str]]:
    first = next(iter(family))
    return [
        *(_row(family, convert(1, unit, first), digits=4) for unit in factors),
        *(_row(family, number, digits=3) for number in shown),
    ]


def _row(family: Mapping[str, float], number: float, digits: int) -> list[str]:
    # A number and its unit stay on one line.
    return [f"{rounded(number / factor, digits)}&nbsp;{unit}" for unit, factor in family.items()]
