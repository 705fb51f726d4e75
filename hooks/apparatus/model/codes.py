"""The codes of health records that lead into the guide, each with where it was seen.

`docs/codes.yml` comes in; values with their places go out. What is wrong with them is for the checks to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from apparatus.model.go_file import FOLDER
from apparatus.syntax.source import Source
from apparatus.syntax.yaml_tree import Fault, Places

PATH = "docs/codes.yml"


@dataclass(frozen=True, slots=True)
class CodeSystem:
    """A code system, and what its owner asks of those who print its codes."""

    start: int
    """Offset of its first character."""
    id: str
    """Its word in addresses: one of `code_shapes.SYSTEMS`."""
    name: str
    """What it is called, such as `RxNorm`."""
    oid: str
    """Its number among all code systems, by which a portal names it."""
    license: str
    """Under which terms its codes may be printed."""
    seen: str
    """The address where that was seen."""
    date: date
    """When it was seen."""
    notice: str = ""
    """The words that its license asks for, as they stand there."""
    decision: str = ""
    """Why none of its codes are printed; empty where they are."""
    places: Places = field(default_factory=dict, repr=False, compare=False)
    """Where each of its values stands."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code, and where it leads."""

    start: int
    """Offset of its first character."""
    system: str
    """The `id` of its system."""
    code: str
    """Such as `N46.9`."""
    name: str
    """What it stands for, as its source prints it."""
    target: str
    """Where it leads in the site, such as `glossary/#varicocele`."""
    seen: str
    """The address where code and name were seen."""
    date: date
    """When they were seen."""
    remark: str = ""
    """What a reader must know of that source."""
    places: Places = field(default_factory=dict, repr=False, compare=False)
    """Where each of its values stands."""

    @property
    def address(self) -> str:
        """Where it stands in the site: `go/icd10/N46.9/`."""
        return f"{FOLDER}{self.system}/{self.code}/"


@dataclass(frozen=True, slots=True)
class MissingCode:
    """What a portal may ask for, and could not be confirmed."""

    system: str
    """The `id` of the code system."""
    name: str
    """What it is."""
    tried: str
    """What was tried, and why that was not enough."""


@dataclass(frozen=True)
class CodeData:
    """Everything in the file."""

    source: Source | None = None
    """The file; nothing where there is none."""
    systems: tuple[CodeSystem, ...] = ()
    """The code systems, in the order of the file."""
    codes: tuple[Code, ...] = ()
    """The codes, in the order of the file."""
    missing: tuple[MissingCode, ...] = ()
    """What could not be confirmed."""
    faults: tuple[Fault, ...] = ()
    """What could not be read."""
    lost_systems: frozenset[str] = frozenset()
    """The ids of code systems that could not be read."""

    @cached_property
    def by_id(self) -> Mapping[str, CodeSystem]:
        """The code systems by id; the last of each."""
        return {system.id: system for system in self.systems}


def place(record: CodeSystem | Code, name: str) -> int:
    """Where the value of a field stands; where there is none, where its record starts."""
    return record.places.get(name, (record.start,))[0]
