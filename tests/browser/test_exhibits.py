"""Pictures and the ratio converter in a browser: by keyboard, without scripts, small, on paper."""

from __future__ import annotations

import itertools

import pytest

from apparatus.model.units import ESTRADIOL as ESTRADIOL_UNITS
from apparatus.model.units import TESTOSTERONE as TESTOSTERONE_UNITS
from apparatus.model.units import convert, ratio
from apparatus.pages.conversions import NOTATIONS, rounded
from tests.browser.conftest import OpenReader
from tests.browser.converter import ESTRADIOL, FIGURE, FORM, TESTOSTERONE, Converter
from tests.browser.pages import Reader
from tests.whole.links import pages
from tests.whole.sites import Build

pytestmark = pytest.mark.browser

CONVERTER_PAGES = ("intermediate/blood-tests/", "academic/blood-tests/")
SMALL = {"viewport": {"width": 320, "height": 640}}


@pytest.fixture
def converter(reader: Reader) -> Converter:
    reader.open(CONVERTER_PAGES[0])
    return Converter(reader)


def test_two_numbers_are_converted_by_keyboard_and_go_nowhere(reader: Reader) -> None:
    reader.open(CONVERTER_PAGES[0])
    asked, stored = len(reader.settle().requests), reader.page.evaluate(STORED)
    keyboard = reader.page.keyboard
    reader.tab_to(f"{FORM} [name={TESTOSTERONE}]")
    keyboard.type("300")
    keyboard.press("Tab")
    keyboard.press("Tab")
    keyboard.type("110")
    keyboard.press("Tab")
    keyboard.type("pmol")
    keyboard.press("Tab")
    keyboard.press("Enter")
    assert "Ratio: 10 ng/dL over pg/mL" in Converter(reader).result
    assert (len(reader.settle().requests), reader.watch.complaints) == (asked, [])
    assert reader.page.url.endswith(CONVERTER_PAGES[0])
    assert reader.page.evaluate(STORED) == stored


@pytest.mark.parametrize(("testosterone", "estradiol"), [(543, 43.5), (328, 58.4), (1204, 7.7)])
def test_the_script_and_the_units_agree(converter: Converter, testosterone: float, estradiol: float) -> None:
    for over, under in itertools.product(TESTOSTERONE_UNITS, ESTRADIOL_UNITS):
        typed = [f"{convert(testosterone, 'ng/dL', over):.6g}", f"{convert(estradiol, 'pg/mL', under):.6g}"]
        converter.fill(TESTOSTERONE, typed[0], over)
        converter.fill(ESTRADIOL, typed[1], under)
        converter.convert()
        first, second = map(float, typed)
        quotient = ratio(first, over, second, under)
        assert converter.numbers(TESTOSTERONE) == {
            unit: rounded(convert(first, over, unit)) for unit in TESTOSTERONE_UNITS
        }
        assert converter.numbers(ESTRADIOL) == {
            unit: rounded(convert(second, under, unit)) for unit in ESTRADIOL_UNITS
        }
        assert converter.numbers("ratio") == {
            name: rounded(quotient / factor) for name, factor in NOTATIONS.items()
        }


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        pytest.param("", "pg/mL", "type the number", id="nothing"),
        pytest.param("   ", "pg/mL", "type the number", id="blank"),
        pytest.param("about 30", "pg/mL", "“about 30” is not a number", id="words"),
        pytest.param("<10", "pg/mL", "gives no exact ratio", id="below the limit of the test"),
        pytest.param("1e2", "pg/mL", "“1e2” is not a number", id="a power of ten"),
        pytest.param("0", "pg/mL", "more than zero", id="zero"),
        pytest.param("-30", "pg/mL", "more than zero", id="negative"),
        pytest.param("1,200", "pg/mL", "could be thousands or a fraction", id="a comma of two meanings"),
        pytest.param("3000", "pg/mL", "Did you mean pmol/L?", id="read beside another unit"),
        pytest.param("9000000", "pmol/L", "is outside what this form takes", id="of no unit"),
    ],
)
def test_what_is_no_result_is_refused_with_the_reason(
    converter: Converter, number: str, unit: str, words: str
) -> None:
    converter.fill(TESTOSTERONE, "400", "ng/dL")
    converter.fill(ESTRADIOL, number, unit)
    converter.convert()
    fault = converter.fault(ESTRADIOL)
    assert fault.startswith("Estradiol: ")
    assert words in fault
    assert (converter.fault(TESTOSTERONE), converter.result) == ("", "")
    assert converter.field(ESTRADIOL).get_attribute("aria-invalid") == "true"
    assert converter.form.locator(f"[name={ESTRADIOL}]:focus").count() == 1


def test_each_faulty_field_is_named_and_the_first_has_the_focus(converter: Converter) -> None:
    converter.fill(TESTOSTERONE, "none", "ng/dL")
    converter.fill(ESTRADIOL, "", "pg/mL")
    converter.convert()
    assert converter.fault(TESTOSTERONE).startswith("Total testosterone: “none” is not a number")
    assert converter.fault(ESTRADIOL).startswith("Estradiol: type")
    assert converter.form.locator(f"[name={TESTOSTERONE}]:focus").count() == 1


@pytest.mark.parametrize(
    ("testosterone", "estradiol", "doubt"),
    [
        pytest.param(("400", "ng/dL"), ("25", "pg/mL"), "", id="of an expected size"),
        pytest.param(("10,4", "nmol/L"), ("110", "pmol/L"), "", id="a decimal comma"),
        pytest.param(("400", "ng/dL"), ("110", "pg/mL"), "110 pg/mL, or 110 pmol/L?", id="too high"),
        pytest.param(("4.1", "ng/dL"), ("25", "pg/mL"), "or 4.1 ng/mL or nmol/L?", id="too low"),
        pytest.param(("60", "ng/dL"), ("25", "pg/mL"), "", id="low in every unit"),
    ],
)
def test_a_number_that_another_unit_would_suit_is_asked_about(
    converter: Converter, testosterone: tuple[str, str], estradiol: tuple[str, str], doubt: str
) -> None:
    converter.fill(TESTOSTERONE, *testosterone)
    converter.fill(ESTRADIOL, *estradiol)
    converter.convert()
    assert converter.result
    assert doubt in converter.doubt
    assert bool(doubt) == bool(converter.doubt)


def test_a_result_goes_when_its_numbers_do(converter: Converter) -> None:
    for target, key in ((converter.field(ESTRADIOL), "5"), (converter.form.get_by_text("Clear"), "Enter")):
        converter.fill(TESTOSTERONE, "400", "ng/dL")
        converter.fill(ESTRADIOL, "25", "pg/mL")
        converter.convert()
        assert converter.result
        target.press(key)
        assert converter.result == ""
    assert converter.field(TESTOSTERONE).input_value() == ""


def test_the_form_has_names_and_announces_its_result(converter: Converter) -> None:
    form = converter.reader.page.get_by_role("form", name="Ratio converter")
    for name in ("Total testosterone", "Estradiol"):
        assert form.get_by_role("textbox", name=name).count() == 1
    for name in ("Unit of testosterone", "Unit of estradiol"):
        assert form.get_by_role("combobox", name=name).count() == 1
    assert form.get_by_role("status").get_attribute("aria-live") == "polite"


@pytest.mark.parametrize("path", CONVERTER_PAGES)
def test_without_scripts_the_table_does_the_same(open_reader: OpenReader, path: str) -> None:
    reader = open_reader(java_script_enabled=False)
    reader.open(path)
    assert reader.visible(f"{FORM}, {FIGURE}") == []
    assert reader.visible("td:text('10.4 nmol/L')") != []


@pytest.mark.parametrize("path", CONVERTER_PAGES)
def test_paper_has_the_table_and_not_the_form(reader: Reader, path: str) -> None:
    reader.open(path)
    reader.page.emulate_media(media="print")
    assert reader.visible(f"{FORM}, {FIGURE}") == []
    assert reader.visible("td:text('10.4 nmol/L')") != []


def test_a_finger_fits_on_a_small_screen(open_reader: OpenReader) -> None:
    reader = open_reader(**SMALL)
    reader.open(CONVERTER_PAGES[0])
    converter = Converter(reader)
    converter.fill(TESTOSTERONE, "4.1", "ng/dL")
    converter.fill(ESTRADIOL, "3000", "pmol/L")
    converter.convert()
    assert converter.result
    assert not reader.is_wider_than_the_window()
    for target in converter.form.locator("input, select, button").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
        # A phone zooms into a field whose text is smaller.
        assert target.evaluate("target => parseFloat(getComputedStyle(target).fontSize)") >= 16


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("estradiol", ["30", "3000", "nothing"])
def test_axe_finds_nothing_in_a_form_that_was_used(
    open_reader: OpenReader, estradiol: str, scheme: str
) -> None:
    reader = open_reader(color_scheme=scheme)
    reader.open(CONVERTER_PAGES[1])
    converter = Converter(reader)
    converter.fill(TESTOSTERONE, "4.1", "ng/dL")
    converter.fill(ESTRADIOL, estradiol, "pg/mL")
    converter.convert()
    assert reader.axe(FIGURE) == []


def test_every_picture_has_a_name_and_a_text_of_its_own(reader: Reader, this_site: Build) -> None:
    seen = 0
    for path in pages(this_site.folder):
        reader.open(path.removesuffix("index.html"))
        for name, text, unique in reader.page.evaluate(PICTURES):
            seen += 1
            assert len(name) > 10, path
            assert len(text) > 50, path
            assert unique, path
    assert seen > 8


def test_only_pages_with_the_form_load_its_script(this_site: Build) -> None:
    loading = [
        path.removesuffix("index.html")
        for path in pages(this_site.folder)
        if this_site.page(path).css("script[src$='assets/converter.js'][defer]")
    ]
    assert sorted(loading) == sorted(CONVERTER_PAGES)


STORED = "JSON.stringify([localStorage, sessionStorage, document.cookie])"

PICTURES = """() => [...document.querySelectorAll("article svg[role=img]")].map(picture => {
    const having = id => [...document.querySelectorAll(`[id="${id}"]`)]
    const text = attribute => having(picture.getAttribute(attribute))[0]?.textContent ?? ""
    const unique = [...picture.querySelectorAll("[id]")].every(part => having(part.id).length === 1)
    return [text("aria-labelledby"), text("aria-describedby"), unique]
})"""
