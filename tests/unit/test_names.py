"""Names: how they are compared, and what a misspelt one may stand for."""

from __future__ import annotations

import pytest

from apparatus.syntax.names import Nearest, folded, is_exact

NAMES = ("FSH", "LH", "Leydig cell", "Leydig cells", "testosterone", "luteinizing hormone")


def test_the_case_of_a_name_is_ignored() -> None:
    assert folded("Leydig CELL") == folded("leydig cell")


@pytest.mark.parametrize(
    ("name", "exact"), [("FSH", True), ("GnRH", True), ("Leydig cell", False), ("estrogen", False)]
)
def test_names_with_a_capital_inside_match_exactly(name: str, exact: bool) -> None:
    assert is_exact(name) is exact


@pytest.mark.parametrize(
    ("name", "near"),
    [
        pytest.param("Leidig cell", "Leydig cell", id="a letter changed"),
        pytest.param("leydig cels", "Leydig cells", id="a letter dropped, in another case"),
        pytest.param("testosteron", "testosterone", id="a letter missing"),
        pytest.param("quux", None, id="like nothing"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_the_nearest_name_is_found(name: str, near: str | None) -> None:
    assert Nearest(NAMES).find(name) == near


KEYS = ("schlegel2012aromatase", "schlegel2021diagnosis", "schlegel2021part2", "shah2021efficacy")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        pytest.param("schlegel2012", "schlegel2012aromatase", id="the rest missing, another one more alike"),
        pytest.param("Schlegel2012Arom", "schlegel2012aromatase", id="in another case"),
        pytest.param("schlegel2021p", "schlegel2021part2", id="enough to tell two apart"),
        pytest.param("shah", "shah2021efficacy", id="few letters, like no name"),
        pytest.param("sha", None, id="too few letters"),
        pytest.param("schl", None, id="several begin so, and none is like it"),
        pytest.param("schlegel2021", "schlegel2021part2", id="several begin so: the one most like it"),
        pytest.param("schlegel2012part2", "schlegel2021part2", id="none begins so: the one most like it"),
    ],
)
def test_a_name_cut_short_is_the_one_that_begins_so(name: str, near: str | None) -> None:
    assert Nearest(KEYS).find(name) == near


def test_short_names_are_like_each_other_without_being_near() -> None:
    nearest = Nearest(NAMES)
    assert nearest.find("FHS") is None
    assert "FSH" in nearest.like("FHS")


def test_of_two_spellings_the_first_is_named() -> None:
    assert Nearest(["abcd", "ABCD"]).find("abce") == "ABCD"


def test_where_all_is_wrong_nothing_is_looked_up_any_more() -> None:
    nearest = Nearest(NAMES)
    for number in range(Nearest.LOOKUPS):
        nearest.like(str(number))
    assert nearest.find("Leidig cell") is None


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert Nearest([]).find("FSH") is None
