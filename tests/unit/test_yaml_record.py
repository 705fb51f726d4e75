"""One map of the study data: each field as its type, and a fault at the place of what is none."""

from __future__ import annotations

import pytest

from apparatus.syntax.yaml_record import MARKUP_IN_CELL, Record, Shape
from apparatus.syntax.yaml_tree import read_tree

SHAPE = Shape("study", ("key", "name"), ("year", "figure", "several", "rest"), unseen="not reported")
NEEDED = "key: a\nname: b\n"


def record(text: str, shape: Shape = SHAPE) -> Record:
    root = read_tree(text).root
    assert root is not None
    return Record(root, shape)


def field(value: str) -> Record:
    """A record that is sound but, perhaps, for one field of some type."""
    return record(f"{NEEDED}rest: {value}\n")


def only_fault(found: Record, text: str) -> tuple[str, str, str]:
    (fault,) = found.faults
    return fault.what, text[fault.start :].partition("\n")[0], fault.help


@pytest.mark.parametrize(
    ("text", "what", "place", "help"),
    [
        pytest.param(
            "key: a\nnaem: b", "study has no field `naem`", "naem: b", "did you mean `name`?", id="near"
        ),
        pytest.param(
            NEEDED + "zzz: b", "study has no field `zzz`", "zzz: b", "fields here are key, name", id="far"
        ),
        pytest.param(
            NEEDED + "? [a]\n: b", "study has no field ``", "[a]", "fields here", id="no name at all"
        ),
        pytest.param("name: b", "study lacks `key`", "name: b", "or `not reported`", id="missing"),
        pytest.param(
            "year: 1", "study lacks `key`, `name`", "year", "add `key`, `name`", id="several missing"
        ),
        pytest.param("{}", "study lacks `key`, `name`", "{}", "add", id="empty"),
        pytest.param(NEEDED + "key: c", "study has `key` twice", "key: c", "keep one", id="twice"),
        pytest.param("key: a\nname:", "`name` has no value", "name:", "or `not reported`", id="no value"),
        pytest.param("key: a\nname: null", "`name` has no value", "name:", "after the colon", id="null"),
        pytest.param(
            NEEDED + "rest: ~", "`rest` has no value", "rest:", "delete the line", id="no need of it"
        ),
        pytest.param(
            "- a", "study is a list, not a map of fields", "- a", "lines of `name: value`", id="a list"
        ),
        pytest.param("a", "study is a single value, not a map of fields", "a", "lines of", id="a value"),
    ],
)
def test_fields_that_are_not_there_or_should_not_be(text: str, what: str, place: str, help: str) -> None:
    said, at, mend = only_fault(record(text), text)
    assert (said, at.startswith(place), help in mend) == (what, True, True)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("a  b", "a b", id="white space is folded"),
        pytest.param("1.290", "1.290", id="a number is a text where a text is wanted"),
        pytest.param('"12 men: 3% (p<0.01), 4 ± 1"', "12 men: 3% (p<0.01), 4 ± 1", id="signs of figures"),
        pytest.param('""', "", id="empty where it may be"),
        pytest.param('"null"', "null", id="a word in quotes"),
    ],
)
def test_a_text_is_as_typed(value: str, text: str) -> None:
    found = field(value)
    assert (found.text("rest"), found.faults) == (text, [])


@pytest.mark.parametrize("sign", ["[a]", "a]", "`a`", "*a*", "a|b", "a\\\\b", "a@b", "{a}"])
def test_a_text_holds_no_markup(sign: str) -> None:
    found = field(f'"b {sign}"')
    assert found.text("rest")
    assert [fault.what.endswith("which is no plain text") for fault in found.faults] == [True]


def test_a_needed_text_is_not_empty() -> None:
    found = record('key: ""\nname: b')
    found.text("key")
    assert [fault.what for fault in found.faults] == ["`key` is empty"]


@pytest.mark.parametrize("value", ["[a]", "{a: b}"])
def test_a_text_is_no_list_and_no_map(value: str) -> None:
    found = field(value)
    assert found.text("rest") == ""
    assert [fault.what.endswith("not a single value") for fault in found.faults] == [True]


@pytest.mark.parametrize(
    ("value", "faulty"),
    [
        pytest.param("Up.[@doe2001first]", False, id="a citation"),
        pytest.param("Up.[@doe2001first; @roe2002second] Then down.", False, id="two in one"),
        pytest.param("Up.[@doe2001first @roe2002second]", True, id="no semicolon"),
        pytest.param("Up.[@doe2001first, p. 2]", True, id="a page number"),
        pytest.param("Up in [FSH].", True, id="a term"),
        pytest.param("Up, a < b.", True, id="a sign of HTML"),
    ],
)
def test_a_finding_may_cite(value: str, faulty: bool) -> None:
    found = field(f'"{value}"')
    assert found.text("rest", MARKUP_IN_CELL) == value
    assert bool(found.faults) is faulty


def test_what_a_finding_cites_has_its_places() -> None:
    text = f"{NEEDED}rest: >-\n  é.[@doe2001first;\n  @x] Up.[@doe2001first; @roe2002second]\n"
    found = record(text).cited("rest", text)
    assert [(text[start : start + len(key)], key) for start, key in found] == [
        ("doe2001first", "doe2001first"),
        ("roe2002second", "roe2002second"),
    ]
    assert record(NEEDED).cited("rest", NEEDED) == ()


@pytest.mark.parametrize(
    ("value", "near"),
    [
        pytest.param("mean", "", id="listed"),
        pytest.param("maen", "did you mean `mean`?", id="nearly"),
        pytest.param("Mean", "did you mean `mean`?", id="in another case"),
        pytest.param("xyz", "the words for `rest` are: mean; median", id="not at all"),
    ],
)
def test_a_word_is_one_of_those_listed(value: str, near: str) -> None:
    found = field(value)
    assert found.word("rest", ("mean", "median")) == value
    assert [near in fault.help for fault in found.faults] == ([True] if near else [])


@pytest.mark.parametrize(
    ("value", "number"),
    [
        *(("0", 0), ("26", 26), ("26.0", None), ("-1", None), ("1e3", None), ("0x1A", None), ("026", None)),
        *(("1_000", None), ("1,000", None), ('"26"', None), ("[26]", None), ("9" * 5000, None), ("٣", None)),
    ],
)
def test_a_whole_number_is_of_digits(value: str, number: int | None) -> None:
    found = field(value)
    assert found.whole("rest") == number
    assert bool(found.faults) is (number is None)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        *(("0", 0), ("-30", -30), ("1.290", 1.29), ("-0.019", -0.019), (".5", None), ("5.", None)),
        *(("+5", None), ("5,3", None), ("−3", None), (".inf", None), (".nan", None), ("1e999", None)),
        *(("1:30", None), ('"5.3"', None), ("5.3 %", None), ("true", None), ("{a: 1}", None)),
    ],
)
def test_a_figure_has_a_point_and_a_plain_minus(value: str, number: float | None) -> None:
    found = field(value)
    assert found.number("rest") == number
    assert bool(found.faults) is (number is None)


@pytest.mark.parametrize(
    ("value", "numbers", "faults"),
    [("3", (3,), 0), ("[0.3, 1]", (0.3, 1), 0), ("[]", (), 0), ("[1, x]", (1,), 1), ("[[1]]", (), 1)],
)
def test_figures_come_alone_or_in_a_list(value: str, numbers: tuple[float, ...], faults: int) -> None:
    found = field(value)
    assert (found.numbers("rest"), len(found.faults)) == (numbers, faults)


@pytest.mark.parametrize(("value", "men"), [("26", 26), ("not reported", None), ('"not reported"', None)])
def test_men_may_be_not_reported(value: str, men: int | None) -> None:
    found = field(value)
    assert (found.men("rest"), found.faults) == (men, [])


def test_keys_have_their_places() -> None:
    text = f"{NEEDED}rest: [aa, bb]\n"
    assert record(text).keys("rest") == ((text.index("aa"), "aa"), (text.index("bb"), "bb"))


@pytest.mark.parametrize("value", ["[[a]]", '[""]', "a", "{a: b}"])
def test_what_is_no_list_of_keys_is_a_fault(value: str) -> None:
    found = field(value)
    assert found.keys("rest") == ()
    assert len(found.faults) == 1


def test_values_have_their_places() -> None:
    text = f"{NEEDED}several: [1, 22]\nfigure: 3\n"
    places = record(text).places
    assert places["several"] == (text.index("1"), text.index("22"))
    assert places["figure"] == (text.index("3"),)
    assert "rest" not in places


def test_what_is_left_out_is_empty_and_no_fault() -> None:
    found = record(NEEDED)
    empty = (found.text("rest"), found.word("rest", ()), found.whole("year"), found.number("figure"))
    assert empty == ("", "", None, None)
    assert (found.numbers("several"), found.items("rest"), found.keys("rest")) == ((), (), ())
    assert found.faults == []


def test_a_message_does_not_repeat_a_long_value() -> None:
    found = field(f'"{"long " * 100}"')
    found.word("rest", ("mean",))
    (fault,) = found.faults
    assert len(fault.what) < 100
