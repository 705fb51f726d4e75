"""What a command would do: the new text of one file, and what to tell its author."""

from __future__ import annotations

from dataclasses import dataclass

from apparatus.syntax.finding import Finding
from apparatus.syntax.source import Source

TO_REGISTER = "  last: run `make addresses`, which writes its address into the register"
"""What every new entry needs, so that its address is kept."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What `new term` or `new source` came to."""

    source: Source | None = None
    """The file to change; nothing where nothing changes."""
    text: str = ""
    """What it is to say."""
    said: tuple[str, ...] = ()
    """Lines that say what was done, and what to do next."""
    refused: tuple[str, ...] = ()
    """Sentences that say why something was not done, each with what mends it."""
    findings: tuple[Finding, ...] = ()
    """What the checks say of what was added."""
