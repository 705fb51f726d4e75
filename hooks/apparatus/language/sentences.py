"""The sentences of a page: its stretches come in, sentences with their places go out.

A sentence ends at `.`, `!`, `?` or `…`, with any closing quotes and brackets after it, where white space
follows and then no small letter. A full stop ends nothing after an abbreviation of the lists below, after
letters with stops between them such as `e.g.` or `U.S.`, or after an initial such as that of `J. Doe`. Colons
and semicolons end nothing within a stretch; the end of a stretch ends its last sentence. Where that has
neither a stop nor a colon, as in a list item of a few words, it is a fragment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from apparatus.language.stretches import OPENING_MARKS, Stretch, read_stretches
from apparatus.model.page import Page

CLOSERS = "\"'”’»)]"
# .     ?”    !)
STOP = re.compile(rf"(?<![.!?…])[.!?…]++[{re.escape(CLOSERS)}]*+(?=\s)")
NEXT = re.compile(r"\s+[\"'“‘«(\[]*")
LAST_WORD = re.compile(r"[^\s(\[“‘\"']+\Z")
# e.g    U.S    a.m
LETTERED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
INITIAL = re.compile(r"[A-Z]")

ABBREVIATIONS = frozenset({"al", "approx", "ca", "cf", "dr", "mr", "mrs", "ms", "prof", "vs"})
"""Words whose stop ends no sentence."""
BEFORE_NUMBERS = frozenset({"fig", "no", "p", "pp", "vol"})
"""Words whose stop ends no sentence where a number follows."""
BEFORE_NAMES = frozenset({"and", "by", "from", "of", "to", "with"})
"""Small words that a single capital letter follows as the initial of a name, and not as in `inhibin B.`"""

LEAST_WORDS = 3
"""What is shorter is a label: `Bone.` at the head of a list item, `We know:` above a list."""

# A word is what stands between white space and long dashes, and holds a letter or digit.
WORD = re.compile(r"(?<![^\s—])[^\s—]*?[^\W_][^\s—]*")
LETTER = re.compile(r"[^\W_]")
NEAR = 60
"""How many characters before a stop are looked at for what it may belong to."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a fragment that stands for one."""

    start: int
    """Offset of its first character in the file."""
    text: str
    """What it says."""
    words: tuple[str, ...]
    """Its words, with the signs that touch them."""
    in_table: bool
    """Whether it stands in a cell of a table."""
    is_fragment: bool
    """Whether its stretch ends with neither a stop nor a colon."""

    @property
    def is_counted(self) -> bool:
        """Whether reading levels count it: a whole sentence of running text, and no label such as `Bone.`"""
        return not (self.in_table or self.is_fragment) and len(self.words) >= LEAST_WORDS


def words_of(text: str) -> list[str]:
    """The words of a text: `26 → 17 ng/dL` has three."""
    return WORD.findall(text)


@lru_cache(maxsize=512)
def read_sentences(page: Page) -> tuple[Sentence, ...]:
    """The sentences of a page, in order."""
    return tuple(_read(page.source.text, read_stretches(page)))


def _read(source: str, stretches: Iterable[Stretch]) -> Iterator[Sentence]:
    for stretch in stretches:
        for start, text in split(stretch.text):
            place = stretch.place(start)
            while place and source[place - 1] in OPENING_MARKS:
                place -= 1
            fragment = text.rstrip(CLOSERS)[-1:] not in {*".!?…:"}
            yield Sentence(place, text, tuple(words_of(text)), stretch.in_table, fragment)


def split(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a stretch, each after its offset; what has no letter or digit is none."""
    start = unread = 0
    for end in [*_ends(text), len(text)]:
        if LETTER.search(text, unread, end):
            piece = text[start:end]
            yield start + len(piece) - len(piece.lstrip()), piece.strip()
            start = end
        unread = end


def _ends(text: str) -> Iterator[int]:
    start = 0
    for stop in STOP.finditer(text):
        following = NEXT.match(text, stop.end())
        after = text[following.end() : following.end() + 1] if following else ""
        before = text[max(start, stop.start() - NEAR) : stop.start()]
        if not after.islower() and not (stop[0] == "." and _is_abbreviated(before, after)):
            yield stop.end()
            start = stop.end()


def _is_abbreviated(before: str, after: str) -> bool:
    """Whether the stop after a text belongs to its last word, and the sentence goes on."""
    found = LAST_WORD.search(before)
    if found is None:
        return False
    word = found[0].lower()
    if LETTERED.fullmatch(word) or word in ABBREVIATIONS or (word in BEFORE_NUMBERS and after.isdigit()):
        return True
    return INITIAL.fullmatch(found[0]) is not None and _is_before_a_name(before[: found.start()])


def _is_before_a_name(before: str) -> bool:
    words = before.split()
    return not words or words[-1][0].isupper() or words[-1] in BEFORE_NAMES
