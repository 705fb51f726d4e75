"""Quantities: the numbers that need a source, with a unit or counting people or studies.

The text of a passage comes in, with what is not said in it blanked; the places of its quantities go out.
Whether a source is cited for them is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from apparatus.syntax.prose import Span

UNITS: Final = (
    *("%", "percent", "percentage points"),
    *("ng/dL", "ng/mL", "ng/L", "ng/g", "pg/mL", "pg/dL", "µg/L", "µg/dL", "µg/mL", "mg/dL", "mg/L", "g/L"),
    *("pmol/L", "nmol/L", "µmol/L", "mmol/L", "mol/L", "nmol/kg", "pmol/g", "nmol/g", "g/mol"),
    *("IU/L", "mIU/L", "IU/mL", "mIU/mL", "U/L", "mU/L", "IU", "mIU"),
    *("million/mL", "million", "billion"),
    *("ng", "µg", "mcg", "mg", "g", "kg", "mL", "dL", "L", "mm", "cm", "°C", "kb", "kilobases"),
    *("g/cm²", "g/cm2", "mg/cm³", "mg/cm3", "kg/m²", "kg/m2"),
    *("seconds", "minute", "minutes", "h", "hour", "hours", "day", "days", "week", "weeks"),
    *("month", "months", "year", "years"),
    *("fold", "times as", "times higher", "times lower", "times more", "times less", "times the"),
)
"""What makes a quantity of the number before it: units, spans of time, and words such as `fold`."""

COUNTED: Final = frozenset(
    {
        *("men", "women", "males", "boys", "patients", "participants", "people", "persons"),
        *("volunteers", "adults", "couples", "subjects", "controls", "pregnancies", "births"),
        *("studies", "trials", "cohorts", "experiments", "reviews", "meta-analyses", "articles"),
        *("papers"),
    }
)
"""What makes a quantity of the number before it when it counts them, as in `22 healthy men`."""

# Words that do not belong to what is counted: in `10 in most men` nobody is counted.
APART = frozenset(
    {
        *("a", "an", "the", "this", "that", "these", "those", "its", "his", "her", "their", "our"),
        *("your", "it", "he", "she", "they", "we", "you", "who", "whom", "which", "what", "when"),
        *("where", "while", "if", "as", "than", "then", "so", "but", "nor", "not", "no", "of"),
        *("in", "on", "at", "by", "for", "from", "to", "with", "without", "per", "among"),
        *("between", "before", "after", "over", "under", "until", "during", "through", "is", "are"),
        *("was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "can", "could"),
        *("may", "might", "must", "will", "would", "should", "also", "only", "most", "many"),
        *("some", "all", "such"),
    }
)
# phase 3 trials    table 2    page 3 of 18
LABEL = re.compile(
    r"\b(?:phase|type|class|grade|stage|level|table|figure|part|section|chapter|step|tier|row|column|page"
    r"|version|edition|volume|intron|exon|chromosome|question|point)s?\s+$",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)\d\d")
# &nbsp;    &thinsp;    &#8239;
ENTITY = re.compile(r"&(?:nbsp|thinsp|#160|#8201|#8239);")

TEENS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
TENS = "(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|dozen"
WORD = rf"(?i:(?:{TENS})(?:-(?:one|{TEENS}))?|{TEENS}|one)(?![^\W_])"
# 816    1,402    5.0    2 508    10⁻⁹
DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?[⁺⁻⁰¹²³⁴-⁹]*"
NUMBER = rf"(?>{DIGITS}|{WORD})"
# What may stand between the parts of a quantity: white space, emphasis, brackets, a quote mark.
GAP = r"[\s*_\[\]>]*+"
JOIN = rf"{GAP}(?:[–—→±×/-]|\b(?:to|and|or)\b){GAP}"
# 2 to 6    5.0–12.7    95 ± 11; but no number within a name such as S4.1, T/E2 or COVID-19
NUMBERS = re.compile(rf"(?<![^\W_])(?<![^\W_][.,/-])(?:{NUMBER}{JOIN})*(?P<last>{NUMBER})")
UNIT = re.compile(
    rf"{GAP}-?{GAP}(?:{'|'.join(map(re.escape, sorted(UNITS, key=len, reverse=True)))})(?![^\W_])"
)
# 8 of 22    1 in 5    one in five    two out of three
SHARE = re.compile(rf"{GAP}\b(?:(?P<of>of)|in|out\s+of)\b{GAP}(?P<whole>{NUMBER})")
# n = 46
SAMPLE = re.compile(r"\b[nN]\s?=\s?$")
# 86-man    20-study
COMPOUND = re.compile(r"-(?:man|patient|person|study|trial)(?![^\W_])")
NEXT_WORD = re.compile(rf"{GAP}(?<![^\W_])(?P<word>[^\W\d_](?:[\w’'/-]*\w)?)")
MOST_WORDS = 5
"""How many words are looked at for the one that is counted, itself included."""
LONGEST_LABEL = 16
"""How many characters before a number can hold its label."""


def quantities(text: str) -> Iterator[Span]:
    """Every quantity of a text, such as `2 to 6 months`, `816 men`, `14 small trials` or `1 in 5`."""
    # Unicode has two of the sign for micro: its own and the Greek letter.
    text = ENTITY.sub(lambda entity: " " * len(entity[0]), text).replace("\u03bc", "\u00b5")
    reached = 0
    for numbers in NUMBERS.finditer(text):
        if numbers.start() >= reached and (end := _end(text, numbers)):
            reached = end
            yield numbers.start(), end


def _end(text: str, numbers: re.Match[str]) -> int | None:
    """Where the quantity ends that some numbers begin; nothing where they are only numbers."""
    last, at = numbers["last"], numbers.end()
    before = text[max(0, numbers.start() - LONGEST_LABEL) : numbers.start()]
    # "One day" and "one man" speak of no number.
    is_alone = last.lower() == "one"
    if not is_alone and (unit := UNIT.match(text, at)):
        return unit.end()
    if LABEL.search(before) or YEAR.fullmatch(last):
        return None
    if (share := SHARE.match(text, at)) and _is_share(last, share):
        return share.end()
    if SAMPLE.search(before):
        return at
    return None if is_alone else _counted_end(text, at)


def _is_share(part: str, share: re.Match[str]) -> bool:
    whole = share["whole"]
    # "One in five" is a share; "one of two places" and "a ratio of 7 in two studies" are none.
    if part.isdigit():
        return whole.isdigit() and not YEAR.fullmatch(whole)
    return part.isalpha() and whole.isalpha() and not share["of"]


def _counted_end(text: str, at: int) -> int | None:
    """Where the noun ends that a number counts, such as `infertile men`; nothing where it counts none."""
    if compound := COMPOUND.match(text, at):
        return compound.end()
    for _ in range(MOST_WORDS):
        found = NEXT_WORD.match(text, at)
        word = found["word"].lower() if found else ""
        if found and word in COUNTED:
            return found.end()
        if not found or not _may_describe(word):
            return None
        at = found.end()
    return None


def _may_describe(word: str) -> bool:
    """Whether a word can stand before what is counted: no function word, no plural, no verb in -s."""
    return word not in APART and (not word.endswith("s") or word.endswith(("ous", "less")))
