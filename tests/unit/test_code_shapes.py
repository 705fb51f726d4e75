"""What a code of each system looks like."""

from __future__ import annotations

import pytest

from apparatus.model.code_shapes import ends_as_loinc, ends_as_snomed, shape_fault


@pytest.mark.parametrize(
    ("system", "code"),
    [
        pytest.param("rxnorm", "2", id="a short number"),
        pytest.param("rxnorm", "2619426", id="a long number"),
        pytest.param("icd10", "N62", id="a category"),
        pytest.param("icd10", "Z31.440", id="three characters after the point"),
        pytest.param("icd10", "C7A.092", id="a letter in the category"),
        pytest.param("icd10", "S49.042A", id="a seventh character"),
        pytest.param("loinc", "2243-4", id="four digits"),
        pytest.param("loinc", "15067-2", id="five digits"),
        pytest.param("snomed", "1234568", id="a number that ends as it should"),
    ],
)
def test_a_code_of_its_system_has_no_fault(system: str, code: str) -> None:
    assert shape_fault(system, code) == ("", "")


@pytest.mark.parametrize(
    ("system", "code"),
    [
        pytest.param("rxnorm", "0123", id="a nought first"),
        pytest.param("rxnorm", "12345678", id="eight digits"),
        pytest.param("rxnorm", "１２３", id="digits of another script"),
        pytest.param("icd10", "N469", id="no point"),
        pytest.param("icd10", "N46.", id="nothing after the point"),
        pytest.param("icd10", "n46.9", id="a small letter"),
        pytest.param("icd10", "N46.9/..", id="a way out of its folder"),
        pytest.param("loinc", "22434", id="no hyphen"),
        pytest.param("snomed", "12345", id="too short"),
    ],
)
def test_a_code_of_another_form_is_none_of_its_system(system: str, code: str) -> None:
    fault, help = shape_fault(system, code)
    assert fault == f"is no code of `{system}`"
    assert help.startswith("write ")


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("12345-5", id="the example of the users' guide"),
        *("2243-4", "2986-8", "2991-8", "15067-2", "10501-5", "13967-5", "2842-3", "9704-8"),
    ],
)
def test_loinc_codes_end_in_their_check_digit(code: str) -> None:
    number, _, last = code.partition("-")
    assert [digit for digit in "0123456789" if ends_as_loinc(f"{number}-{digit}")] == [last]


def test_a_known_error_of_loinc_does_not_end_in_its_check_digit() -> None:
    assert shape_fault("loinc", "5895-7")[0] == "does not end in its check digit"


@pytest.mark.parametrize(
    "code", [pytest.param("2363", id="three digits and a check digit"), "758722", "1234568"]
)
def test_one_digit_alone_ends_a_number_by_verhoeff(code: str) -> None:
    assert [digit for digit in "0123456789" if ends_as_snomed(code[:-1] + digit)] == [code[-1]]


@pytest.mark.parametrize("place", range(6))
def test_two_digits_that_change_places_are_noticed(place: int) -> None:
    code = "1234568"
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert shape_fault("snomed", swapped)[0] == "does not end in its check digit"
