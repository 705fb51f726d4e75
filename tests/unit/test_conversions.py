"""The ratio converter and its table: what they show is what `units` says."""

from __future__ import annotations

import re

import pytest

from apparatus.model.units import ESTRADIOL, FAMILIES, TESTOSTERONE, convert, ratio
from apparatus.pages.conversions import (
    HORMONES,
    NOTATIONS,
    conversions_values,
    converter_values,
    rounded,
)
from apparatus.pages.exhibit_templates import ExhibitTemplates
from tests.support import REPOSITORY, only, parse, site_of

# 28.84&nbsp;ng/dL  0.1&nbsp;ng/mL over pg/mL
AMOUNT = re.compile(r"(?P<number>[\d.]+)&nbsp;(?P<unit>.+)")


@pytest.mark.parametrize(
    ("number", "expected"),
    [(299.96, "300"), (10, "10"), (0.0346716, "0.0347"), (1234.5, "1230"), (0.0000094, "0.0000094")],
)
def test_a_number_has_three_figures_and_no_power_of_ten(number: float, expected: str) -> None:
    assert rounded(number) == expected


@pytest.mark.parametrize("family", ["testosterone", "estradiol"])
def test_each_row_is_one_amount(family: str) -> None:
    rows = conversions_values()[family]
    assert isinstance(rows, list)
    for row in rows:
        first, *others = [AMOUNT.fullmatch(cell) for cell in row]
        for other in others:
            assert first is not None
            assert other is not None
            same = convert(float(first["number"]), first["unit"], other["unit"])
            assert float(other["number"]) == pytest.approx(same, rel=6e-3)


def test_the_threshold_is_written_in_each_notation() -> None:
    assert conversions_values()["ratio"] == [
        ["10&nbsp;ng/dL over pg/mL", "0.1&nbsp;ng/mL over pg/mL", "0.0944&nbsp;nmol/L over pmol/L"],
        ["10&nbsp;ng/dL over pg/mL", "100&nbsp;pg/mL over pg/mL", "94.4&nbsp;pmol/L over pmol/L"],
    ]


@pytest.mark.parametrize("notation", ["ng/dL over pg/mL", "ng/mL over pg/mL", "nmol/L over pmol/L"])
def test_a_notation_is_worth_what_its_units_are(notation: str) -> None:
    testosterone, _, estradiol = notation.partition(" over ")
    assert NOTATIONS[notation] == ratio(1, testosterone, 1, estradiol)


def test_a_hormone_is_offered_in_all_its_units_and_says_what_it_takes() -> None:
    testosterone, estradiol = HORMONES
    assert [unit.name for unit in testosterone.units] == list(TESTOSTERONE)
    assert [unit.name for unit in estradiol.units] == list(ESTRADIOL)
    assert testosterone.takes == "1 to 5000 ng/dL (0.0347 to 173 nmol/L)"
    assert estradiol.takes == "0.5 to 1000 pg/mL (1.84 to 3670 pmol/L)"


def test_the_form_carries_the_factors_of_the_units() -> None:
    templates = ExhibitTemplates(REPOSITORY, site_of())
    form = parse(templates.fill(f"<p>{templates.make('converter').markdown}</p>"))
    for hormone, family in zip(("testosterone", "estradiol"), FAMILIES[:2], strict=True):
        options = only(form, f"select[name={hormone}-unit]").css("option")
        offered = {option.text(): float(option.attributes["value"] or "") for option in options}
        assert offered == pytest.approx(dict(family))
    assert converter_values()["hormones"] == HORMONES


def test_the_table_links_nothing_and_has_a_row_for_each_amount() -> None:
    made = ExhibitTemplates(REPOSITORY, site_of()).make("conversions")
    rows = made.markdown.splitlines()
    assert rows[:2] == ["| In this field | In moles | Also printed |", "|---|---|---|"]
    assert "| T&nbsp;300&nbsp;ng/dL | 10.4&nbsp;nmol/L | 3&nbsp;ng/mL |" in rows
    assert len({row.count("|") for row in rows}) == 1
