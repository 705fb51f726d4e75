"""The numbers in what a record prints: signs, separators, and what only looks like a number."""

from __future__ import annotations

import pytest

from apparatus.language.printed import printed_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("16.1 ± 0.3 (p<0.01)", [16.1, 0.3, 0.01], id="figures with a spread"),
        pytest.param("15 ± 4 to 12 ± 4", [15, 4, 12, 4], id="a number that is there twice"),
        pytest.param("1.290 × 10⁶", [1.29, 10], id="a zero at the end, and a raised figure"),
        pytest.param("1,708 of 12,345,678", [1708, 12345678], id="thousands"),
        pytest.param("5,3 and 1,7083", [5, 3, 1, 7083], id="commas that separate no thousands"),
        pytest.param("p = .03", [0.03], id="no zero before the point"),
        pytest.param("−30% (-5 to –2)", [-30, -5, -2], id="a minus, a hyphen and a dash for a sign"),
        pytest.param("10–20, 10-20, 10 – 20", [10, 20, 10, 20, 10, 20], id="ranges hold no minus"),
        pytest.param("E2 25, CYP19A1, H3", [25], id="digits in a name are no number"),
        pytest.param("2.1-fold, 24%, n=12, 3×", [2.1, 24, 12, 3], id="what stands right beside a number"),
        pytest.param("12. Then 3.", [12, 3], id="the end of a sentence"),
        pytest.param("٣ and ²", [], id="other digits"),
        pytest.param("none", [], id="no number"),
    ],
)
def test_numbers_are_found(text: str, numbers: list[float]) -> None:
    assert sorted(printed_numbers(text).elements()) == sorted(numbers)
