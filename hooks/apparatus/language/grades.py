"""Grades: sentences come in, counts of words and syllables go out, and with them the grades of two formulas.

The formulas estimate how many years of school in the United States a text asks for. They count lengths;
whether a reader understands, they do not know.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import Final

from apparatus.language.sentences import words_of
from apparatus.language.syllables import syllables

POLYSYLLABLE: Final = 3
"""How many syllables make a word long for SMOG."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What the formulas are made of."""

    sentences: int
    """How many there are."""
    words: int
    """Of all sentences together."""
    syllables: int
    """Of all words together."""
    polysyllables: int
    """How many of the words have three syllables or more."""

    @property
    def mean_length(self) -> float:
        """Words per sentence."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def flesch_kincaid(self) -> float:
        """The grade of Kincaid, Fishburne, Rogers and Chissom 1975, Naval Technical Training RBR 8-75."""
        if not self.words:
            return 0.0
        return 0.39 * self.mean_length + 11.8 * self.syllables / self.words - 15.59

    @property
    def smog(self) -> float:
        """The SMOG grade of McLaughlin 1969, Journal of Reading 12(8):639-646, made for 30 sentences."""
        if not self.sentences:
            return 0.0
        return 1.0430 * sqrt(self.polysyllables * 30 / self.sentences) + 3.1291


def tally(texts: Iterable[str]) -> Tally:
    """What stands in a list of sentences."""
    sentences = list(texts)
    spoken = [syllables(word) for text in sentences for word in words_of(text)]
    return Tally(len(sentences), len(spoken), sum(spoken), sum(count >= POLYSYLLABLE for count in spoken))
