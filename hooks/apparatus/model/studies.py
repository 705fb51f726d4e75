"""The study data: one record per study with its figures as printed, and how certain each outcome is.

`docs/studies.yml` comes in; values with their lines go out. What the tables, charts and the certainty table
show is made from these alone. This module judges nothing: the checks do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from apparatus.syntax.source import Source
from apparatus.syntax.yaml_tree import Fault, Places

PATH = "docs/studies.yml"


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that a study measured in one group of men."""

    start: int
    """Offset of its first character."""
    outcome: str
    """One of `study_fields.OUTCOMES`, such as `sperm concentration`."""
    arm: str = ""
    """Which group of the study, such as `letrozole`; empty where there is one."""
    men: int | None = None
    """How many men the figures come from."""
    before: float | None = None
    """The figure at the start, in `unit`."""
    after: float | None = None
    """The figure on treatment, in `unit`."""
    value: float | None = None
    """A figure that stands alone: a change in percent, a difference, a level at one time."""
    count: int | None = None
    """How many of `men` it happened to; where this is given there is no `before`, `after` or `value`."""
    change: str = ""
    """`up`, `down`, `unchanged` or `not reported`, where the record gives no figure, or only that before."""
    spread: tuple[float, ...] = ()
    """What stands after `±`, one for each of `before` and `after` or for `value`; or ends of intervals."""
    unit: str = ""
    """One of the units of its outcome in `study_fields`; empty where there is no figure."""
    kind: str = ""
    """One of `study_fields.KINDS`: what the figures are, such as `mean ± SE`."""
    time: str = ""
    """When `after` or `value` was measured, such as `1 month`, where a study has several times."""
    printed: str = ""
    """The figures as the record prints them: each number above must stand in it."""
    remark: str = ""
    """What a reader must know of it, such as `order inferred`."""
    places: Places = field(default_factory=dict, repr=False, compare=False)
    """Where each of its values stands; of no account where two results are compared."""

    @property
    def figures(self) -> tuple[tuple[str, float], ...]:
        """Its figures, each after the name of its field: `(("before", 5.5), ("after", 11.2))`."""
        fields = ("before", self.before), ("after", self.after), ("value", self.value), ("count", self.count)
        return tuple((name, figure) for name, figure in fields if figure is not None)


@dataclass(frozen=True, slots=True)
class Study:
    """One study; several of its results."""

    start: int
    """Offset of its first character."""
    key: str
    """Its entry in the bibliography."""
    key_start: int
    """Offset of that key."""
    name: str
    """What tables call it, such as `Pavlovich 2001`."""
    year: int
    """When it was published."""
    group: str
    """One of `study_fields.GROUPS`: which of the study tables it is in."""
    design: str
    """One of `study_fields.DESIGNS`, such as `uncontrolled`."""
    drug: str
    """The medicines studied."""
    dose: str
    """The dose studied, with its unit; `not reported` where it was not seen."""
    duration: str
    """How long, with its unit; `not reported` where it was not seen."""
    entry: str
    """Which men could take part."""
    enrolled: int | None
    """How many men took part."""
    analyzed: int | None
    """How many of them the semen figures, or else the main figures, come from; none where not seen."""
    record: str
    """How the record was seen: one of `study_fields.RECORDS`, such as `abstract`."""
    pregnancies: str
    """What it says of pregnancies; `not reported` where nothing was seen."""
    results: tuple[Result, ...]
    """What it measured, in the order of the file."""
    comparison: str = ""
    """What the medicine was compared with, such as `placebo`; empty where with nothing."""
    remark: str = ""
    """What a reader must know of it."""
    places: Places = field(default_factory=dict, repr=False, compare=False)
    """Where each of its values stands."""


@dataclass(frozen=True, slots=True)
class Downgrade:
    """A reason why an outcome is less certain than its best studies alone would make it."""

    start: int
    """Offset of its first character."""
    domain: str
    """GRADE's word for it: one of `study_fields.DOMAINS`, such as `imprecision`."""
    levels: int
    """By how many levels: 1 or 2."""
    reason: str
    """Why, in a sentence."""
    places: Places = field(default_factory=dict, repr=False, compare=False)
    """Where each of its values stands."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How certain the evidence on one outcome is: a row of the certainty table."""

    start: int
    """Offset of its first character."""
    id: str
    """Such as `live-birth`."""
    name: str
    """Such as `Live birth`."""
    finding: str
    """What the studies say of it, in a sentence or two; may hold citations."""
    starts: str
    """Where its certainty starts: `high` for randomized trials, else `low`; empty where not measured."""
    certainty: str
    """One of `study_fields.CERTAINTIES`: a word of GRADE's, or `not measured`."""
    downgrades: tuple[Downgrade, ...]
    """What takes it from `starts` to `certainty`."""
    studies: tuple[tuple[int, str], ...]
    """The keys of the studies it rests on, each after its offset."""
    cited: tuple[tuple[int, str], ...] = ()
    """The keys that its finding cites, each after its offset."""
    places: Places = field(default_factory=dict, repr=False, compare=False)
    """Where each of its values stands."""


@dataclass(frozen=True)
class StudyData:
    """Everything in the file."""

    source: Source | None = None
    """The file; nothing where there is none."""
    studies: tuple[Study, ...] = ()
    """The studies, in the order of the file."""
    outcomes: tuple[Outcome, ...] = ()
    """The outcomes, in the order of the file."""
    faults: tuple[Fault, ...] = ()
    """What could not be read."""
    by_key: Mapping[str, Study] = field(default_factory=dict)
    """The studies by key; the first of each."""
    lost_keys: tuple[tuple[int, str], ...] = ()
    """The keys of studies that could not be read, each after its offset."""

    @cached_property
    def keys(self) -> tuple[tuple[int, str], ...]:
        """Every key that the file cites, each after its offset: those of the studies first."""
        own = ((study.key_start, study.key) for study in self.studies)
        named = (key for outcome in self.outcomes for key in (*outcome.studies, *outcome.cited))
        return (*own, *self.lost_keys, *named)


def place(record: Study | Result | Outcome | Downgrade, name: str, item: int = 0) -> int:
    """Where the value of a field stands, or an item of it; where there is none, where its record starts."""
    places = record.places.get(name, ())
    return places[item] if item < len(places) else record.start
