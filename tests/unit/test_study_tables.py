"""The rows of the study tables, of the certainty table and of the box of 100 men."""

from __future__ import annotations

import pytest

from apparatus.model.studies import Downgrade, Outcome, Study
from apparatus.pages.hundred_men import SERIES, TRIAL, hundred_men_rows, in_words, of_hundred
from apparatus.pages.study_tables import certainty_rows, study_rows
from tests.study_samples import data_of, result, study

INFERTILE = "infertile men"
OUTCOME = Outcome(
    0,
    "sperm-concentration",
    "Sperm concentration",
    "Trials disagree.[@b]",
    "high",
    "low",
    (Downgrade(0, "inconsistency", 1, "Trials disagree."), Downgrade(0, "imprecision", 1, "Few men.")),
    ((0, "a"), (0, "b"), (0, "c")),
)


def test_a_study_is_told_in_seven_cells() -> None:
    (row,) = study_rows(
        data_of(
            study(
                result("LH", change="up"),
                result("motility", 1, 2, unit="%"),
                result("side effects", count=1, men=20),
                result("pregnancy", count=4, men=20),
                analyzed=12,
                comparison="placebo",
                record="registry",
                pregnancies="4 of 20",
                remark="Stopped early.",
            )
        ),
        INFERTILE,
    )
    assert row.study == "Doe 2001[@doe2001first]"
    assert row.design == "Uncontrolled. Comparison: placebo. Record seen: registry"
    assert row.men == "20; 12 analyzed; low counts"
    assert row.treatment == "Anastrozole, 1 mg daily, 3 months"
    assert row.hormones == "LH up"
    assert row.semen == "Motility 1 to 2%"
    assert row.other == "Pregnancies: 4 of 20. Side effects 1 of 20. Stopped early"


@pytest.mark.parametrize(
    ("found", "men", "treatment", "other"),
    [
        pytest.param(
            study(dose="not reported"),
            "20; low counts",
            "Anastrozole, 3 months; dose not reported",
            "Pregnancies not reported",
            id="no dose",
        ),
        pytest.param(
            study(dose="not reported", duration="not reported"),
            "20; low counts",
            "Anastrozole; dose and duration not reported",
            "Pregnancies not reported",
            id="neither dose nor duration",
        ),
        pytest.param(
            study(enrolled=None, analyzed=None, entry=""),
            "Number not reported",
            "Anastrozole, 1 mg daily, 3 months",
            "Pregnancies not reported",
            id="no number of men",
        ),
    ],
)
def test_what_was_not_seen_is_said(found: Study, men: str, treatment: str, other: str) -> None:
    (row,) = study_rows(data_of(found), INFERTILE)
    assert (row.men, row.treatment, row.other) == (men, treatment, other)


def test_a_study_of_other_men_says_nothing_of_pregnancies() -> None:
    (row,) = study_rows(data_of(study(group="other men")), "other men")
    assert row.other == "Not reported"


def test_the_strictest_designs_come_first_and_then_the_oldest() -> None:
    designs = [("retrospective", 1990), ("uncontrolled", 2005), ("uncontrolled", 2001)]
    designs.append(("randomized, double-blind", 2020))
    studies = [study(key=f"k{year}", design=design, year=year) for design, year in designs]
    rows = study_rows(data_of(*studies), INFERTILE)
    assert [row.study.split("@k")[1] for row in rows] == ["2020]", "2001]", "2005]", "1990]"]


def test_a_table_holds_its_own_group_only() -> None:
    data = data_of(study(), study(key="b", group="sperm retrieval"))
    assert [row.study for row in study_rows(data, "sperm retrieval")] == ["Doe 2001[@b]"]


def test_certainty_counts_men_and_studies_and_says_why() -> None:
    up = result("sperm concentration", change="up")
    studies = (
        study(up, key="a", design="randomized, double-blind", enrolled=50, analyzed=46),
        study(up, key="b", enrolled=1000, analyzed=None),
        study(result("sperm concentration", change="not reported"), key="c"),
    )
    (row,) = certainty_rows(data_of(*studies, outcomes=(OUTCOME,)))
    assert row.outcome == "Sperm concentration"
    assert row.finding == "Trials disagree.[@b]"
    assert row.studies == (
        "1,046 men in 2 studies, 1 of them randomized; 1 more without results that were seen[@a]"
    )
    assert row.certainty == "Low"
    assert row.reasons == "Starts high. Inconsistency −1: trials disagree. Imprecision −1: few men"


def test_where_chance_decided_in_no_study_each_is_cited() -> None:
    studies = tuple(
        study(result("sperm concentration", change="up"), key=key, enrolled=1, analyzed=1) for key in "abc"
    )
    (row,) = certainty_rows(data_of(*studies, outcomes=(OUTCOME,)))
    assert row.studies == "3 men in 3 studies, 0 of them randomized[@a; @b; @c]"


def test_an_outcome_that_nobody_measured_has_no_rating() -> None:
    empty = Outcome(0, "live-birth", "Live birth", "No study.", "", "not measured", (), ())
    (row,) = certainty_rows(data_of(outcomes=(empty,)))
    assert (row.studies, row.certainty, row.reasons) == (
        "No study",
        "Not measured",
        "There is nothing to rate",
    )


def test_the_box_is_worked_out_from_the_data() -> None:
    series = study(
        result("hormone response", value=95.3, unit="%", men=86),
        result("sperm concentration", arm="others", change="unchanged"),
        result("sperm concentration", arm="few", count=18, men=21),
        key=SERIES,
        enrolled=86,
    )
    trial = study(
        result("side effects", arm="letrozole", count=8, men=22),
        result("side effects", arm="placebo", count=0, men=24),
        key=TRIAL,
    )
    none = Outcome(0, "azoospermia", "Sperm appear", "Few studies.", "low", "very low", (), ())
    rows = hundred_men_rows(data_of(series, trial, outcomes=(OUTCOME, none)))
    assert [row.men.replace("\N{NO-BREAK SPACE}", " ") for row in rows] == [
        "Nearly all: 95 of 100",
        "About a fifth: 21 of 100",
        "Few: 3 of 100",
        "About three quarters: 76 of 100",
        "About a third: 36 of 100 (8 of 22)",
        "None: 0 of 100 (0 of 24)",
    ]
    assert [row.certainty for row in rows[1:4]] == [
        "Low certainty",
        "Low certainty",
        "Very low certainty",
    ]
    assert all(f"[@{SERIES}]" in row.what for row in rows[:4])
    assert all(f"[@{TRIAL}]" in row.what for row in rows[4:])


def test_the_box_is_empty_without_its_studies() -> None:
    assert hundred_men_rows(data_of(study())) == ()


@pytest.mark.parametrize(
    ("count", "men", "expected"), [(18, 86, 21), (21, 86, 24), (0, 24, 0), (24, 24, 100)]
)
def test_of_a_hundred(count: int, men: int, expected: int) -> None:
    assert of_hundred(count, men) == expected


@pytest.mark.parametrize(
    ("men", "words"),
    [
        (0, "none"),
        (1, "few"),
        (13, "few"),
        (16, "about a fifth"),
        (24, "about a quarter"),
        (36, "about a third"),
        (54, "about half"),
        (66, "about two thirds"),
        (78, "about three quarters"),
        (99, "nearly all"),
        (100, "all"),
    ],
)
def test_a_number_of_a_hundred_in_words(men: int, words: str) -> None:
    assert in_words(men) == words
