"""How the bibliography spells a journal that a pasted record spells otherwise.

In come names of journals, out goes one of them. A name that the bibliography does not have stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the"})
# J. Clin. Endocrinol. Metab.
SHORTENED = re.compile(r"\w\.(?=\s|$)")


def spelled_alike(name: str, known: Iterable[str]) -> str:
    """The known name that differs in capitals only; else the name itself."""
    return next((other for other in sorted(known) if other.lower() == name.lower()), name)


def spelled_out(name: str, known: Iterable[str]) -> str:
    """The one known name that a shortened one, such as `Fertil. Steril.`, may stand for; else nothing."""
    found = {other for other in known if other != name and _may_stand_for(name, other)}
    return found.pop() if len(found) == 1 else ""


def is_shortened(name: str) -> bool:
    """Whether a name has words that end in a full stop."""
    return bool(SHORTENED.search(name))


def _may_stand_for(short: str, full: str) -> bool:
    pieces, words = _words(short), _words(full)
    return len(pieces) == len(words) and all(
        word.startswith(piece) for piece, word in zip(pieces, words, strict=True)
    )


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", name.lower()) if word not in SMALL]
