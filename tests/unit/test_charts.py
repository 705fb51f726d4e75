"""Charts: marks stand in the order of their values, within the drawing, and nothing is left unsaid."""

from __future__ import annotations

from itertools import pairwise

import pytest

from apparatus.pages.chart_layout import CHARACTERS, LEFT, RIGHT, Entry, RowChart, Scale, row_chart
from apparatus.pages.charts import bone_chart, concentration_chart, ratio_chart
from apparatus.pages.study_words import number
from tests.study_samples import data_of, result, study
from tests.support import REPOSITORY

WIDTH = 340


def test_a_scale_is_straight() -> None:
    scale = Scale(0, 80, 30, 310)
    assert [scale.at(value) for value in (0, 20, 40, 80)] == [30, 100, 170, 310]
    assert [(tick.at, tick.label) for tick in scale.ticks(40)] == [(30, "0"), (170, "40"), (310, "80")]
    assert [tick.label for tick in Scale(1.1, 1.14, 0, 9).ticks(0.02, 2)] == ["1.10", "1.12", "1.14"]


def test_an_axis_from_the_bottom_to_the_top_is_one_too() -> None:
    scale = Scale(1.1, 1.2, 220, 60)
    assert scale.at(1.1) > scale.at(1.15) > scale.at(1.2)


def test_rows_stand_one_below_the_other() -> None:
    entries = [
        Entry("First", heading=True),
        Entry("A short label", ((5, "5"), (10, "10"))),
        Entry("A label so long that it needs a second line of text below the first", ((7, "7"),)),
        Entry("Without figures", note="unchanged"),
        Entry("Second", heading=True),
        Entry("The last", ((12, "12"),)),
    ]
    chart = row_chart(entries, 5)
    heights = [y for row in chart.rows for y, _ in (*row.lines, *row.notes)]
    assert all(below - above >= 15 for above, below in pairwise(heights))
    assert all(above.y < below.lines[0][0] - 10 for above, below in pairwise(chart.rows))
    assert chart.top < heights[0] < chart.rows[-1].y < chart.bottom < chart.height
    assert [tick.label for tick in chart.ticks] == ["0", "5", "10", "15"]
    assert all(len(line) <= CHARACTERS for row in chart.rows for _, line in row.lines)


def test_a_chart_of_nothing_is_empty() -> None:
    chart = row_chart([], 5)
    assert (chart.rows, chart.words) == ((), "")


def concentrations() -> RowChart:
    values = {"unit": "million/mL"}
    return concentration_chart(
        data_of(
            study(result("sperm concentration", 16.1, 28.9, men=12, **values), key="a", year=2001),
            study(result("sperm concentration", 35.5, 20, **values), key="b", year=2003, name="Roe 2003"),
            study(result("sperm concentration", change="up"), key="c", year=2004),
            study(result("sperm concentration", value=5.5, unit="fold"), key="d", year=2005),
            study(
                result("sperm concentration", arm="letrozole", change="up"),
                result("sperm concentration", arm="placebo", change="unchanged"),
                key="e",
                name="Poe 2010",
                year=2010,
                design="randomized, double-blind",
            ),
            study(key="f", name="Moe 2011", year=2011, design="randomized, double-blind"),
            study(result("sperm concentration", 1, 2, **values), key="g", group="other men"),
        )
    )


def test_randomized_trials_come_first_whether_they_have_figures_or_not() -> None:
    labels = [" ".join(line for _, line in row.lines) for row in concentrations().rows]
    assert labels == [
        "Randomized trials",
        "Poe 2010, anastrozole, 20\N{NO-BREAK SPACE}men",
        "Moe 2011, anastrozole, 20\N{NO-BREAK SPACE}men",
        "Not randomized: before and after",
        "Doe 2001, anastrozole, 12\N{NO-BREAK SPACE}men",
        "Roe 2003, anastrozole, 20\N{NO-BREAK SPACE}men",
    ]


def test_what_has_no_figures_is_told_in_words_or_counted() -> None:
    chart = concentrations()
    notes = [" ".join(line for _, line in row.notes) for row in chart.rows if row.notes]
    assert notes == [
        "letrozole: up; placebo: unchanged (no usable figures)",
        "not reported",
    ]
    assert chart.left_out == 2


def test_a_figure_that_was_not_seen_at_its_source_says_so() -> None:
    found = result("sperm concentration", 5.5, 15.6, unit="million/mL", remark="second-hand, from a review")
    row = concentration_chart(data_of(study(found))).rows[-1]
    assert row.words.replace("\N{NO-BREAK SPACE}", " ") == (
        "Doe 2001, anastrozole, 20 men (second-hand): 5.5 to 15.6."
    )


def test_a_rise_goes_right_and_a_fall_left() -> None:
    rise, fall = (row.marks for row in concentrations().rows if row.marks)
    assert [mark.label for mark in (*rise, *fall)] == ["16.1", "28.9", "35.5", "20"]
    assert LEFT < rise[0].x < rise[1].x < RIGHT
    assert fall[0].x > fall[1].x


def test_the_words_of_a_chart_tell_all_its_rows() -> None:
    words = concentrations().words.replace("\N{NO-BREAK SPACE}", " ")
    assert "Doe 2001, anastrozole, 12 men: 16.1 to 28.9." in words
    assert "Poe 2010, anastrozole, 20 men: letrozole: up; placebo: unchanged (no usable figures)." in words
    assert "Randomized trials:" not in words


def test_ratios_are_worked_out_in_the_same_units_and_sorted() -> None:
    chart = ratio_chart(
        data_of(
            study(
                *(result("testosterone", 4.6, unit="ng/mL"), result("estradiol", 23.4, unit="pg/mL")),
                name="Lee",
                entry="low counts",
                enrolled=46,
                analyzed=46,
            ),
            study(
                *(
                    result("testosterone", 7.5, 23.8, unit="nmol/L"),
                    result("estradiol", 120, 70, unit="pmol/L"),
                ),
                *(
                    result("testosterone", change="up", arm="b"),
                    result("estradiol", 3, unit="pg/mL", arm="b"),
                ),
                key="b",
                name="de Boer",
                entry="obesity",
            ),
            study(
                *(result("testosterone", value=543, unit="ng/dL", arm="fertile"),),
                *(result("estradiol", value=43.5, unit="ng/L", arm="fertile"),),
                key="c",
                name="Pavlovich",
            ),
        )
    )
    labels = [
        " ".join(line for _, line in row.lines).replace("\N{NO-BREAK SPACE}", " ") for row in chart.rows
    ]
    assert labels == ["de Boer, 20 men: obesity", "Pavlovich, fertile", "Lee, 46 men: low counts"]
    assert [mark.label for row in chart.rows for mark in row.marks] == ["6.6", "12.5", "19.7"]
    places = [mark.x for row in chart.rows for mark in row.marks]
    assert places == sorted(places)
    assert places[0] < chart.threshold < places[1]


def test_two_treated_groups_of_a_trial_keep_their_names() -> None:
    pairs = [("daily", 343, 26), ("weekly", 397, 27)]
    found = [result("testosterone", over, unit="ng/dL", arm=arm, men=12) for arm, over, _ in pairs]
    found += [result("estradiol", under, unit="pg/mL", arm=arm) for arm, _, under in pairs]
    chart = ratio_chart(data_of(study(*found, name="Leder", entry="62 to 74 years")))
    told = [row.words.replace("\N{NO-BREAK SPACE}", " ") for row in chart.rows]
    assert told == [
        "Leder, daily, 12 men: 62 to 74 years: 13.2.",
        "Leder, weekly, 12 men: 62 to 74 years: 14.7.",
    ]


def test_bone_density_rises_upward() -> None:
    chart = bone_chart(
        data_of(
            study(
                result("bone density", 1.121, 1.102, arm="anastrozole", printed="1.121 1.102"),
                result("bone density", 1.18, 1.189, arm="placebo", printed="1.180 1.189"),
            )
        )
    )
    placebo, treated = chart.lines
    assert (placebo.label, placebo.treated, treated.label, treated.treated) == (
        "placebo",
        False,
        "anastrozole",
        True,
    )
    assert placebo.after.at < placebo.before.at < treated.before.at < treated.after.at
    assert [tick.label for tick in chart.ticks][::5] == ["1.10", "1.20"]
    assert chart.words == "placebo: 1.180 to 1.189. anastrozole: 1.121 to 1.102."


def test_bone_density_without_data_draws_nothing() -> None:
    assert bone_chart(data_of()).lines == ()


@pytest.mark.parametrize("value", [0, 0.5, 70.42, 79.9])
def test_a_value_and_its_number_fit_on_the_drawing(value: float) -> None:
    place = Scale(0, 80).at(value)
    room = 8 + 8 * len(number(value))
    assert room - 20 <= place <= WIDTH - 8
    assert place + room <= WIDTH or place - room >= 0


def test_the_drawings_are_as_wide_as_the_layout_says() -> None:
    for name in ("concentration", "ratio", "bone-density"):
        assert f'viewBox="0 0 {WIDTH} ' in (REPOSITORY / f"overrides/exhibits/{name}.svg").read_text("utf-8")
