"""What a code of each code system looks like: a system and a code come in, what is wrong with it goes out.

Whether a code is in use is not known here, only whether it can be one at all.
"""

from __future__ import annotations

import re
from typing import Final

SYSTEMS: Final = ("rxnorm", "icd10", "loinc", "snomed")
"""The code systems, by the words that stand in addresses: `go/rxnorm/72965/`."""

SHAPES: Final = {
    # 72965      https://bioregistry.io/registry/rxnorm
    "rxnorm": (re.compile(r"[1-9][0-9]{0,6}"), "write one to seven digits, such as `72965`"),
    # N62    N46.9    Z31.440    C7A.092    QA0.0101     the tabular list of ICD-10-CM
    "icd10": (
        re.compile(r"[A-Z][0-9A-Z][0-9A-Z](?:\.[0-9A-Z]{1,4})?"),
        "write a letter, two characters and up to four after a point, such as `N46.11`",
    ),
    # 2243-4
    "loinc": (re.compile(r"[1-9][0-9]{0,6}-[0-9]"), "write digits, a hyphen and one digit, such as `2243-4`"),
    "snomed": (re.compile(r"[1-9][0-9]{5,17}"), "write six to eighteen digits"),
}
"""The pattern of a code of each system, and how to mend one that has another."""

# The tables of Verhoeff's scheme: what two digits make together, and where a digit goes at each place.
PRODUCT: Final = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    (1, 2, 3, 4, 0, 6, 7, 8, 9, 5),
    (2, 3, 4, 0, 1, 7, 8, 9, 5, 6),
    (3, 4, 0, 1, 2, 8, 9, 5, 6, 7),
    (4, 0, 1, 2, 3, 9, 5, 6, 7, 8),
    (5, 9, 8, 7, 6, 0, 4, 3, 2, 1),
    (6, 5, 9, 8, 7, 1, 0, 4, 3, 2),
    (7, 6, 5, 9, 8, 2, 1, 0, 4, 3),
    (8, 7, 6, 5, 9, 3, 2, 1, 0, 4),
    (9, 8, 7, 6, 5, 4, 3, 2, 1, 0),
)
TURN: Final = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


def shape_fault(system: str, code: str) -> tuple[str, str]:
    """What is wrong with a code, to be read after it, and what mends it; both empty where it is right."""
    pattern, help = SHAPES[system]
    if not pattern.fullmatch(code):
        return f"is no code of `{system}`", help
    if system == "loinc" and not ends_as_loinc(code):
        return "does not end in its check digit", "look the code up again: one of its digits is wrong"
    if system == "snomed" and not ends_as_snomed(code):
        return "does not end in its check digit", "look the code up again: one of its digits is wrong"
    return "", ""


def ends_as_loinc(code: str) -> bool:
    """Whether the digit after the hyphen is the one that the others ask for: 5 for `12345-5`."""
    # https://loinc.org/kb/users-guide/calculating-mod-10-check-digits/: every other digit, from the last on,
    # is read as one number and doubled; its digits and the rest are added up to the next multiple of ten.
    digits, _, last = code.partition("-")
    doubled = str(2 * int(digits[::-2]))
    total = sum(map(int, digits[-2::-2] + doubled))
    return -total % 10 == int(last)


def ends_as_snomed(code: str) -> bool:
    """Whether the last digit is the one that Verhoeff's scheme asks for: 3 for `2363`."""
    check = 0
    for place, digit in enumerate(reversed(code)):
        check = PRODUCT[check][_turned(int(digit), place % 8)]
    return check == 0


def _turned(digit: int, times: int) -> int:
    for _ in range(times):
        digit = TURN[digit]
    return digit
