"""Addresses that send a reader on: short ones for paper, codes of health records, pages that moved.

Each is a page of its own that works without scripts; where it leads is for others to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from apparatus.publication import Fill, Publication


@dataclass(frozen=True, slots=True)
class Forward:
    """One address that leads to another."""

    address: str
    """Where it stands in the site, such as `go/safety/`."""
    target: str
    """Where it leads in the site, such as `fundamentals/safety/#when-to-call`."""
    title: str
    """What it leads to."""


def forward_files(
    forwards: Iterable[Forward], publication: Publication, fill: Fill
) -> Iterator[tuple[str, str]]:
    """The page of each, such as `go/safety/index.html`."""
    for forward in forwards:
        values = {"forward": forward, "address": publication.address, "name": publication.name}
        yield f"{forward.address}index.html", fill("go.html", values)
