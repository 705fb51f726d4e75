"""A mistake of somebody who is new here, as tests make it and mend it, and the files that it is made in."""

from __future__ import annotations

from dataclasses import dataclass

PAGE, TERMS, BIB = "docs/academic/hormones.md", "docs/glossary.md", "bibliography.bib"


@dataclass(frozen=True, slots=True)
class Mistake:
    """What a newcomer does, what he is told, and what he does then."""

    path: str
    """The file that he edits."""
    typed: tuple[str, str]
    """What stood there, and what he makes of it."""
    told: str
    """The code of his one finding."""
    help: str
    """Its help, as a pattern; what it names in groups is what he types."""
    mended: tuple[str, str]
    """What he types over, and with what; `{0}` is the first group of the help."""
