"""The words that the study data may use: designs, outcomes and their units, kinds of figures, GRADE's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

GROUPS: Final = ("infertile men", "sperm retrieval", "other men")
"""The study tables; `other men` are older or obese men in trials that did not look at fertility."""

DESIGNS: Final = (
    "randomized, double-blind",
    "randomized, blinding not reported",
    "randomized, open",
    "controlled, not randomized",
    "uncontrolled",
    "retrospective",
    "case report",
)

RECORDS: Final = ("full text", "abstract", "registry", "table", "second-hand")
"""How far the record of a study was seen."""

KINDS: Final = (
    *("mean", "mean ± SD", "mean ± SE", "mean ± not said", "median", "count", "percent change", "not said"),
)
"""What figures are; `mean ± not said` where a record prints `±` without saying of what."""

CHANGES: Final = ("up", "down", "unchanged", "not reported")

UNITS: Final[Mapping[str, tuple[str, ...]]] = {
    "testosterone": ("ng/dL", "ng/mL", "nmol/L", "%"),
    "free testosterone": ("pg/mL", "pmol/L", "%"),
    "estradiol": ("pg/mL", "ng/L", "pmol/L", "%"),
    "ratio": ("ng/dL per pg/mL", "ng/mL per pg/mL", "%"),
    "LH": ("IU/L", "%", "fold"),
    "FSH": ("IU/L", "%"),
    "SHBG": ("nmol/L", "%"),
    "17-hydroxyprogesterone": ("%",),
    "semen volume": ("mL",),
    "sperm concentration": ("million/mL", "%", "fold", "men"),
    "sperm count": ("million", "%"),
    "total motile sperm count": ("million", "%", "men"),
    "motility": ("%",),
    "fast-moving sperm": ("%",),
    "morphology": ("%",),
    "motility index": ("million motile sperm",),
    "DNA fragmentation": ("%",),
    "sperm in semen": ("men",),
    "sperm retrieval": ("men", "odds ratio", "%"),
    "pregnancy": ("men",),
    "live birth": ("men",),
    "hormone response": ("men", "%"),
    "side effects": ("men", "%"),
    "loss of libido": ("men", "%"),
    "bone density": ("g/cm²",),
    "bone resorption": ("%",),
    "fat mass": ("kg", "%"),
    "symptoms": (),
    "strength": (),
    "lipids": ("mg/dL", "mmol/L", "%"),
}
"""What a study can measure, and the units that each can have."""

OUTCOMES: Final = tuple(UNITS)

# Wide on purpose. They are to catch a slipped decimal point, two digits swapped over and a unit of another
# laboratory, not a man who is far from normal: castrated men and men on three medicines at once fit in.
RANGES: Final[Mapping[tuple[str, str], tuple[float, float]]] = {
    ("testosterone", "ng/dL"): (20, 2000),
    ("testosterone", "ng/mL"): (0.2, 20),
    ("testosterone", "nmol/L"): (0.7, 70),
    ("free testosterone", "pg/mL"): (1, 600),
    ("free testosterone", "pmol/L"): (3, 2000),
    ("estradiol", "pg/mL"): (1, 200),
    ("estradiol", "ng/L"): (1, 200),
    ("estradiol", "pmol/L"): (3, 750),
    ("ratio", "ng/dL per pg/mL"): (0.5, 500),
    ("ratio", "ng/mL per pg/mL"): (0.005, 5),
    ("LH", "IU/L"): (0.05, 100),
    ("FSH", "IU/L"): (0.05, 150),
    ("SHBG", "nmol/L"): (1, 250),
    ("semen volume", "mL"): (0, 20),
    ("sperm concentration", "million/mL"): (0, 500),
    ("sperm count", "million"): (0, 2000),
    ("total motile sperm count", "million"): (0, 1500),
    ("motility index", "million motile sperm"): (0, 5000),
    ("sperm retrieval", "odds ratio"): (0.01, 100),
    ("bone density", "g/cm²"): (0.3, 2),
    ("fat mass", "kg"): (1, 150),
    ("lipids", "mg/dL"): (5, 1000),
    ("lipids", "mmol/L"): (0.1, 30),
}
"""The least and the most that a level of an outcome can be in a unit."""
UNIT_RANGES: Final[Mapping[str, tuple[float, float]]] = {"fold": (0, 100), "men": (0, 100_000)}
"""The same for units that mean one thing whatever the outcome."""

PARTS: Final = frozenset(
    {
        *("motility", "fast-moving sperm", "morphology", "DNA fragmentation", "sperm retrieval"),
        *("hormone response", "side effects", "loss of libido"),
    }
)
"""Outcomes whose `%` is a part of sperm or of men, unless it is a change."""
PERCENT_CHANGE: Final = "percent change"
PART_RANGE: Final = (0.0, 100.0)
CHANGE_RANGE: Final = (-100.0, 5000.0)
"""A change in percent: nothing falls by more than all of it."""


def level_range(outcome: str, unit: str, kind: str) -> tuple[float, float] | None:
    """The least and the most that a figure can be; nothing where no limit is known."""
    if unit == "%":
        return PART_RANGE if outcome in PARTS and kind != PERCENT_CHANGE else CHANGE_RANGE
    return RANGES.get((outcome, unit)) or UNIT_RANGES.get(unit)


DOMAINS: Final = ("risk of bias", "inconsistency", "indirectness", "imprecision", "publication bias")
"""GRADE's five reasons to rate evidence down: Cochrane Handbook, chapter 14."""

CERTAINTIES: Final = ("high", "moderate", "low", "very low", "not measured")

STARTS: Final = ("high", "low")
"""Where certainty starts: GRADE begins high with randomized trials and low with other studies."""
