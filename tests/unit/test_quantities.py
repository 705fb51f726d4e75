"""Quantities: which numbers of a text need a source."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparatus.language.quantities import COUNTED, UNITS, quantities

SIZE = 100_000


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in quantities(text)]


@pytest.mark.parametrize("unit", UNITS)
def test_a_number_with_a_unit_of_the_list_is_one(unit: str) -> None:
    assert found(f"It was 12.5 {unit} then") == [f"12.5 {unit}"]
    assert found(f"(12.5{unit})") == [f"12.5{unit}"]


@pytest.mark.parametrize("noun", sorted(COUNTED))
def test_a_number_that_counts_is_one(noun: str) -> None:
    assert found(f"Of 22 {noun}, some") == [f"22 {noun}"]
    assert found(f"two more healthy {noun}") == [f"two more healthy {noun}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1,402 men", ["1,402 men"], id="a comma for thousands"),
        pytest.param("147\u2009690 men", ["147\u2009690 men"], id="a thin space for thousands"),
        pytest.param(
            "12\u00a0mg, 12\u202fmg", ["12\u00a0mg", "12\u202fmg"], id="a space that does not break"
        ),
        pytest.param("12&nbsp;mg", ["12&nbsp;mg"], id="the name of such a space"),
        pytest.param("5 \u03bcg, 5 \u00b5g", ["5 \u03bcg", "5 \u00b5g"], id="either sign for micro"),
        pytest.param("2 to 6 months", ["2 to 6 months"], id="a range in words"),
        pytest.param("5.0–12.7 ng/dL", ["5.0–12.7 ng/dL"], id="a range with a dash"),
        pytest.param(
            "two or three tablets in 3 and 6 weeks", ["3 and 6 weeks"], id="two numbers of one unit"
        ),
        pytest.param("26 → 17 pg/mL", ["26 → 17 pg/mL"], id="from one value to another"),
        pytest.param("95 ± 11 minutes", ["95 ± 11 minutes"], id="with its spread"),
        pytest.param("<10%, ≥25 kg/m², −30%, -30%", ["10%", "25 kg/m²", "30%", "30%"], id="after a sign"),
        pytest.param("10⁻⁹ mol/L", ["10⁻⁹ mol/L"], id="a power"),
        pytest.param(
            "a 16-week trial, six-month", ["16-week", "six-month"], id="a unit as half of an adjective"
        ),
        pytest.param("an 86-man series", ["86-man"], id="a count as half of an adjective"),
        pytest.param("a 5.5-fold rise, 2.1 times higher", ["5.5-fold", "2.1 times higher"], id="times"),
        pytest.param("One to two hours", ["One to two hours"], id="words, with one among them"),
        pytest.param("twenty-one men, a hundred men", ["twenty-one men", "hundred men"], id="larger words"),
        pytest.param("10 very [obese] men", ["10 very [obese] men"], id="a term in between"),
        pytest.param("**12** men, _50%_", ["12** men", "50%"], id="emphasis"),
        pytest.param("22\n> healthy\n> men", ["22\n> healthy\n> men"], id="over the lines of a quote"),
        pytest.param(
            "14 randomized or quasi-randomized trials",
            ["14 randomized or quasi-randomized trials"],
            id="two adjectives",
        ),
        pytest.param("8 of 22, 1 in 5, 3 out of 4", ["8 of 22", "1 in 5", "3 out of 4"], id="shares"),
        pytest.param("one in five, two in ten", ["one in five", "two in ten"], id="shares in words"),
        pytest.param("(n = 46)", ["46"], id="a sample"),
        pytest.param("In 2004, 12 men", ["12 men"], id="after a year"),
        pytest.param("phase 3 trials of 12 men", ["12 men"], id="after a label"),
    ],
)
def test_a_quantity_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In 2021 men, and in 1 of 2021", id="years"),
        pytest.param("2026-11-23", id="a date"),
        pytest.param("CYP19A1 men, S4.1 men, T/E2 men, HPV-16 men", id="numbers inside names"),
        pytest.param("17-hydroxyprogesterone, 15q21.2, 17β", id="names that start with a number"),
        pytest.param("the 20th percentile, the 2nd week", id="ordinals"),
        pytest.param("Table 2 men, type 2 patients, page 3 of 18, phases 2 and 3 trials", id="labels"),
        pytest.param("section 4.2, 18 pages, p = 0.5, R = 0.32", id="numbers without a unit"),
        pytest.param("a ratio of 7 in two laboratories, from 4.5 in 10 of them", id="no share"),
        pytest.param("one man, one day, one of two places, one study", id="one"),
        pytest.param("two questions, two findings in men", id="counts of something else"),
        pytest.param("a limit of 10 in most men", id="a preposition in between"),
        pytest.param("a limit of 10 did not help men", id="a verb in between"),
        pytest.param("three questions patients ask", id="another plural in between"),
        pytest.param("chapter 3 shows men", id="a verb in -s in between"),
        pytest.param("two very old and quite ill tired men", id="too many words in between"),
        pytest.param("10. Men come first; 10, men; 10 (men)", id="signs in between"),
        pytest.param("2 menus, 2 mgx, 2 %x", id="the beginning of a longer word"),
        pytest.param("several men, many months, a few trials, half of the men", id="no number"),
        pytest.param("men 12, months 6, % 5", id="the number after it"),
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert found(text) == []


@given(
    st.text(max_size=20),
    st.integers(0, 10**9) | st.decimals(0, 10**6, places=2),
    st.sampled_from(UNITS),
    st.text(max_size=20),
)
def test_a_unit_makes_a_quantity_whatever_stands_around_it(
    before: str, number: object, unit: str, after: str
) -> None:
    text = f"{before} ; {number} {unit} ; {after}"
    assert f"{number} {unit}" in found(text)


@given(st.text("one two 5.%,-/>*_[]mgn=\n&;of men", max_size=60))
def test_quantities_stand_apart_and_in_order(text: str) -> None:
    spans = list(quantities(text))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= following for (_, end), (following, _) in pairwise(spans))


@given(st.text(max_size=60).filter(lambda text: not any(sign.isdecimal() for sign in text)))
def test_without_digits_only_words_are_numbers(text: str) -> None:
    assert all(quantity[0].isalpha() for quantity in found(text))


@pytest.mark.parametrize(
    "piece",
    ["1,234,", "1 to ", "1", " 1", "two ", "1/", "1 very ", "[", "1 of ", "1\n> ", "10⁻", "1" + " " * 99],
    ids=repr,
)
def test_a_long_row_of_one_thing_takes_no_longer_than_its_length(piece: str) -> None:
    assert found(piece * (SIZE // len(piece))) is not None
