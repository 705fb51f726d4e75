"""The words that the study data may use: designs, outcomes with their units, kinds of figures, GRADE's words."""

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
    "mean",
    "mean ± SD",
    "mean ± SE",
    "mean ± not said",
    "median",
    "count",
    "percent change",
    "not said",
)
"""What figures are; `mean ± not said` where a record prints `±` without saying of what."""

CHANGES: Final = ("up", "down", "unchanged", "not reported")

UNITS: Final[Mapping[str, tuple[str, ...]]] = {
    "testosterone": ("ng/dL", "ng/mL", "nmol/L", "%"),
    "free testosterone": ("pg/mL", "pmol/L", "%"),
    "estradiol": ("pg/mL", "ng/L", "pmol/L", "%"),
    "ratio": ("ng/dL per pg/mL", "ng/mL per pg/mL", "%"),
    "LH": ("IU/L", "%"),
    "FSH": ("IU/L", "%"),
    "SHBG": ("nmol/L", "%"),
    "17-hydroxyprogesterone": ("%",),
    "sperm concentration": ("million/mL", "%", "fold"),
    "sperm count": ("million", "%"),
    "total motile sperm count": ("million", "%"),
    "motility": ("%",),
    "fast-moving sperm": ("%",),
    "morphology": ("%",),
    "motility index": ("points",),
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

DOMAINS: Final = ("risk of bias", "inconsistency", "indirectness", "imprecision", "publication bias")
"""GRADE's five reasons to rate evidence down: Cochrane Handbook, chapter 14."""

CERTAINTIES: Final = ("high", "moderate", "low", "very low", "not measured")
