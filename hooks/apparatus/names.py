"""Names that authors type: how they are compared, and the nearest real one to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

FORBIDDEN = frozenset('"*_`[]<>{}\\')
"""Characters that no name or alias holds, because Markdown gives each a meaning."""


def folded(name: str) -> str:
    """The form under which a mention finds a term; Python-Markdown compares link labels in lower case."""
    return name.lower()


def is_exact(name: str) -> bool:
    """Whether a name matches in running text in its own capitals only, such as `FSH` or `GnRH`."""
    return any(character.isupper() for character in name[1:])


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like a misspelt one, if any is like it at all."""
    by_folded = {folded(real): real for real in sorted(known, reverse=True)}
    found = get_close_matches(folded(name), by_folded, n=1, cutoff=0.7)
    return by_folded[found[0]] if found else None
