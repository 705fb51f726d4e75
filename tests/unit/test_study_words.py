"""Figures in words: numbers as printed, units, kinds, directions; and groups of men kept apart."""

from __future__ import annotations

import pytest

from apparatus.model.studies import Result
from apparatus.pages.study_words import number, plain, results_text, sentence
from tests.study_samples import result, study


@pytest.mark.parametrize(
    ("value", "printed", "expected"),
    [
        pytest.param(5.0, "5.0 ± 0.3", "5.0", id="a zero that is printed stays"),
        pytest.param(5.0, "", "5", id="without the print it is as short as can be"),
        pytest.param(1600, "improved 1,600%", "1,600", id="a comma that is printed stays"),
        pytest.param(1600, "", "1,600", id="a comma is put in where nothing is printed"),
        pytest.param(-30, "fell by 30%", "−30", id="a minus is a minus sign"),
        pytest.param(0.3, "10.3 and 0.30", "0.30", id="no part of another number"),
        pytest.param(1.121, "1.1210", "1.1210", id="as printed, to the last digit"),
    ],
)
def test_a_number_stands_as_it_is_printed(value: float, printed: str, expected: str) -> None:
    assert number(value, printed) == expected


def test_a_text_is_no_markup() -> None:
    assert plain("a|b [c] *d*\n  e_f <g>") == r"a\|b \[c\] \*d\* e\_f \<g\>"


def test_a_sentence_begins_with_a_capital() -> None:
    assert (sentence("ratio up"), sentence("LH up"), sentence("")) == ("Ratio up", "LH up", "")


RATIO = "ng/dL per pg/mL"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(
            [result("motility", 27.1, 45.3, unit="%")], "Motility 27.1 to 45.3%", id="before and after"
        ),
        pytest.param(
            [result("ratio", 5.0, 12.7, spread=(0.3, 1.2), unit=RATIO, kind="mean ± SE", printed="5.0 12.7")],
            "Means ± SE: ratio 5.0 ± 0.3 to 12.7 ± 1.2 (ng/dL over pg/mL)",
            id="with spread, kind and the units of a ratio",
        ),
        pytest.param(
            [result("ratio", value=1600, unit="%", kind="percent change")],
            "Ratio +1,600%",
            id="a ratio in percent",
        ),
        pytest.param(
            [result("SHBG", value=-30, unit="%", kind="percent change")], "SHBG −30%", id="a change down"
        ),
        pytest.param([result("LH", value=2.1, unit="fold")], "LH 2.1-fold", id="a change as a multiple"),
        pytest.param(
            [result("testosterone", 4.1, change="up", spread=(1.2,), unit="ng/mL")],
            "Testosterone 4.1 ± 1.2 ng/mL before, up",
            id="a start and a direction",
        ),
        pytest.param(
            [result("estradiol", after=59.2, unit="pmol/L")],
            "Estradiol 59.2 pmol/L on treatment",
            id="an end alone",
        ),
        pytest.param(
            [result("sperm retrieval", value=0.154, spread=(0.04, 0.579), unit="odds ratio")],
            "Sperm retrieval odds ratio 0.154 (interval 0.04 to 0.579)",
            id="an interval",
        ),
        pytest.param(
            [result("side effects", count=8, men=22, unit="men")], "Side effects 8 of 22", id="a count"
        ),
        pytest.param(
            [result("side effects", count=8, unit="men")], "Side effects 8 men", id="of nobody knows"
        ),
        pytest.param(
            [
                result("sperm concentration", count=18, men=21, change="up"),
                result("total motile sperm count", count=18, men=21, change="up"),
            ],
            "Sperm concentration, total motile sperm count up in 18 of 21",
            id="the same count of two outcomes",
        ),
        pytest.param(
            [result(name, change="up") for name in ("LH", "FSH")] + [result("estradiol", change="down")],
            "LH, FSH up; estradiol down",
            id="directions",
        ),
        pytest.param(
            [result("estradiol", 23, 16, unit="pg/mL", remark="order inferred")],
            "Estradiol 23 to 16 pg/mL (order inferred)",
            id="a remark",
        ),
        pytest.param([result("LH", change="not reported")], "Not reported", id="nothing"),
        pytest.param([], "Not reported", id="nothing at all"),
        pytest.param(
            [result("LH", change="not reported", remark="cut off")],
            "LH not reported (cut off)",
            id="nothing, and why",
        ),
    ],
)
def test_what_a_cell_says(found: list[Result], expected: str) -> None:
    assert results_text(study(), found) == expected


def test_groups_of_men_are_told_apart_and_together_where_the_same_is_said() -> None:
    found = [
        result("LH", arm="letrozole", men=9, change="up"),
        result("LH", arm="placebo", change="unchanged"),
        result("LH", arm="clomiphene", change="unchanged"),
        result("FSH", arm="letrozole", men=9, change="up"),
    ]
    assert (
        results_text(study(), found) == "Letrozole, 9 men: LH, FSH up. Placebo and clomiphene: LH unchanged"
    )


def test_men_are_counted_where_they_are_not_all() -> None:
    found = [result("motility", 1, 2, unit="%", men=20), result("morphology", 3, 4, unit="%", men=12)]
    assert results_text(study(), found) == "Motility 1 to 2%. 12 men: morphology 3 to 4%"


def test_the_kind_is_told_once_for_a_group_that_shares_it() -> None:
    first, second = result("LH", 1, 2, kind="mean", arm="a"), result("FSH", 3, 4, kind="mean", arm="a")
    assert results_text(study(), [first, second]) == "A (means): LH 1 to 2; FSH 3 to 4"
    third = result("FSH", 3, 4, kind="median", arm="a")
    assert results_text(study(), [first, third]) == "A: LH 1 to 2 (means); FSH 3 to 4 (medians)"


def test_an_outcome_measured_several_times_is_told_once() -> None:
    times = [("1 month", 480.4), ("3 months", 460.7)]
    found = [
        result("testosterone", 270.6, after, time=time, unit="ng/dL", kind="mean") for time, after in times
    ]
    told = "testosterone 270.6 to 480.4 (1 month), 460.7 ng/dL (3 months)"
    assert results_text(study(), found) == f"Means: {told}"
    changes = [result("LH", value=value, time=time, unit="%") for time, value in times]
    assert results_text(study(), changes) == "LH 480.4 (1 month), 460.7% (3 months)"


def test_a_time_that_is_the_end_of_the_treatment_is_not_told() -> None:
    assert results_text(study(), [result("LH", 1, 2, time="3 months")]) == "LH 1 to 2"
    assert results_text(study(), [result("LH", 1, 2, time="1 month")]) == "LH 1 to 2 (1 month)"
