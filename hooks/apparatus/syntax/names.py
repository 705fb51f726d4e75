"""Names that authors type: how they are compared, and the nearest real one to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

FORBIDDEN = frozenset('"*_`[]<>{}\\')
"""Characters that no name or alias holds, because Markdown gives each a meaning."""


def folded(name: str) -> str:
    """The form under which a mention finds a term; Python-Markdown compares link labels in lower case."""
    return name.lower()


@lru_cache(maxsize=4096)  # asked for each word that may begin a name
def is_exact(name: str) -> bool:
    """Whether a name matches in running text in its own capitals only, such as `FSH` or `GnRH`."""
    return any(character.isupper() for character in name[1:])


class Nearest:
    """Finds the known names that a misspelt one may stand for; each misspelling is looked up once."""

    LOOKUPS = 200
    """Misspellings that are looked up; where there are more, it is not misspelling that is wrong."""

    CUT = 4
    """Characters from which on a name counts as the beginning of another, and not as some letters."""

    def __init__(self, known: Iterable[str]) -> None:
        # In reverse, so that of two spellings of one name the first in the alphabet stays.
        self._real = {folded(name): name for name in sorted(known, reverse=True)}
        self._found: dict[str, tuple[str, ...]] = {}

    def find(self, name: str) -> str | None:
        """The known name that another is the beginning of, or else is most like, if it is much like one.

        Where several begin so, none of the others is meant: `schlegel2012` is not `schlegel2021part2`.
        """
        wanted, like = folded(name), [folded(other) for other in self.like(name)]
        begun = [other for other in like if len(wanted) >= self.CUT and other.startswith(wanted)]
        close = begun if len(begun) == 1 else get_close_matches(wanted, begun or like, n=1, cutoff=0.7)
        return self._real[close[0]] if close else None

    def like(self, name: str) -> tuple[str, ...]:
        """All known names that are somewhat like another, the most like first, then others that begin so."""
        wanted = folded(name)
        if wanted not in self._found and len(self._found) < self.LOOKUPS:
            close = get_close_matches(wanted, self._real, n=len(self._real) or 1, cutoff=0.5)
            begun = (other for other in self._real if len(wanted) >= self.CUT and other.startswith(wanted))
            self._found[wanted] = tuple(self._real[match] for match in dict.fromkeys((*close, *begun)))
        return self._found.get(wanted, ())
