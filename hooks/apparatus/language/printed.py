"""The numbers in a figure as a record prints it: `16.1 ± 0.3 (p<0.01)` comes in, three numbers go out."""

from __future__ import annotations

import re
from collections import Counter

# 12   -30%   1,708   16.1 ± 0.3   .5   10–20, which holds no minus   but no number in `E2` or `CYP19A1`
NUMBER = re.compile(
    r"(?<![\w.])(?P<minus>(?<![0-9] )(?<![0-9])-)?"
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]*\.?[0-9]+)"
)
# Typesetters have a minus sign of its own, and some make do with a dash.
MINUS = str.maketrans("−–", "--")


def printed_numbers(text: str) -> Counter[float]:
    """Every whole number in a text with how often it is there: no `3` in `13`, `3.5` or `H3`."""
    found = NUMBER.finditer(text.translate(MINUS))
    return Counter(float(f"{match['minus'] or ''}{match['digits'].replace(',', '')}") for match in found)
