"""Grades: what is counted, and the formulas."""

from __future__ import annotations

from math import sqrt

import pytest

from apparatus.language.grades import Tally, tally


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["It rose."], Tally(1, 2, 2, 0), id="short words"),
        pytest.param(["The medicine rose.", "It fell → 5%."], Tally(2, 6, 8, 1), id="two sentences"),
        pytest.param(["Two-month studies of FSH."], Tally(1, 4, 8, 1), id="a compound and capitals"),
        pytest.param(["A low-estrogen group."], Tally(1, 3, 6, 1), id="a long compound is one long word"),
        pytest.param([], Tally(0, 0, 0, 0), id="nothing"),
    ],
)
def test_what_is_counted(texts: list[str], expected: Tally) -> None:
    assert tally(texts) == expected


def test_the_formulas_by_hand() -> None:
    counted = Tally(sentences=30, words=300, syllables=450, polysyllables=16)
    assert counted.mean_length == 10
    assert counted.flesch_kincaid == pytest.approx(0.39 * 10 + 11.8 * 1.5 - 15.59) == pytest.approx(6.01)
    assert counted.smog == pytest.approx(1.0430 * 4 + 3.1291) == pytest.approx(7.3011)


def test_smog_is_reckoned_for_thirty_sentences() -> None:
    counted = Tally(sentences=10, words=100, syllables=150, polysyllables=3)
    assert counted.smog == pytest.approx(1.0430 * sqrt(9) + 3.1291)


def test_nothing_has_no_grade() -> None:
    nothing = tally([])
    assert (nothing.mean_length, nothing.flesch_kincaid, nothing.smog) == (0, 0, 0)
