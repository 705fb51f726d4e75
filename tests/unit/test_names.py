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
