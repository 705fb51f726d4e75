"""The register of addresses: every page, heading, term and short address that was ever published.

The text of `docs/addresses.txt` comes in, its addresses with their places go out, and the other way round.
Whether an address still leads anywhere is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from apparatus.syntax.source import Source

PATH = "docs/addresses.txt"

# ./    fundamentals/safety/    fundamentals/safety/#when-to-call    go/icd10/N46.11/
ADDRESS = re.compile(r"(?:\./|(?:[\w~-][\w.~-]*/)+)(?:#[^\s#]+)?")

HEADER = """\
# Every address that this guide has published: pages, leaflets, headings, terms, sources, codes, short words.
# They stand on paper in clinics, so no line is ever taken out; docs/go.yml leads an address on that moves.
# `make addresses` adds new ones. Each is counted from where the guide stands; `./` is its start page.
"""


@dataclass(frozen=True, slots=True)
class Registered:
    """One line of the register."""

    address: str
    """Such as `fundamentals/safety/#when-to-call`."""
    start: int
    """Offset of its first character."""

    @property
    def is_address(self) -> bool:
        """Whether the line can be an address of the guide at all."""
        return ADDRESS.fullmatch(self.address) is not None


@dataclass(frozen=True, slots=True)
class Register:
    """Every address that was published."""

    source: Source | None = None
    """The file; nothing where it is missing or cannot be read."""
    lines: tuple[Registered, ...] = ()
    """Its lines, comments and empty ones aside, in order."""

    @property
    def addresses(self) -> frozenset[str]:
        """What it lists."""
        return frozenset(line.address for line in self.lines)


def read_register(source: Source | None) -> Register:
    """The register that a file holds; an empty one where there is no file."""
    return Register(source, tuple(_lines(source))) if source else Register()


def _lines(source: Source) -> Iterator[Registered]:
    start = 0
    for line in source.text.split("\n"):
        address = line.strip()
        if address and not address.startswith("# "):
            yield Registered(address, start + line.index(address))
        start += len(line) + 1


def register_text(addresses: Iterable[str]) -> str:
    """The text of a register that lists some addresses, sorted, each once."""
    return HEADER + "".join(f"{address}\n" for address in sorted(set(addresses)))
