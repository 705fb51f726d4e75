"""Front matter: its values, its places and its faults."""

from __future__ import annotations

from datetime import date

import pytest

from apparatus.syntax.frontmatter import read_front_matter


def test_values_places_and_end_are_read() -> None:
    text = "---\ntitle: Hormones\nreviewed: 2026-11-23\n---\n# Hormones\n"
    found = read_front_matter(text)
    assert (found.text("title"), found.date("reviewed")) == ("Hormones", date(2026, 11, 23))
    assert found.offsets == {key: text.index(key) for key in ("title", "reviewed")}
    assert text[found.end :] == "# Hormones\n"
    assert not found.fault


@pytest.mark.parametrize(
    ("text", "end"),
    [
        pytest.param("# A title: with a colon\n", 0, id="a heading"),
        pytest.param("---\n\nText under a rule.\n", 0, id="a rule at the head of a page"),
        pytest.param("----\ntitle: x\n----\n", 0, id="more than three dashes"),
        pytest.param("---\n---\ntext\n", 8, id="nothing between the lines"),
        pytest.param("---\n# a comment\n---\ntext\n", 20, id="a comment alone"),
    ],
)
def test_a_page_may_have_none(text: str, end: int) -> None:
    found = read_front_matter(text)
    assert (found.end, dict(found.values), found.fault) == (end, {}, "")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\ntitle: x\n---\nbody", id="three dashes"),
        pytest.param("---\ntitle: x\n...\nbody", id="three dots"),
        pytest.param("---  \ntitle: x\n---\t\nbody", id="white space after the dashes"),
    ],
)
def test_front_matter_ends_where_mkdocs_ends_it(text: str) -> None:
    found = read_front_matter(text)
    assert (found.text("title"), text[found.end :]) == ("x", "body")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("---\na: b: c\n---\n", 2, id="two colons"),
        pytest.param("---\né: 😀\na: *b\n---\n", 3, id="an alias of nothing"),
        pytest.param("---\na: b\n\tc: d\n---\n", 3, id="a tab"),
    ],
)
def test_what_is_not_yaml_is_reported_on_its_line(text: str, line: int) -> None:
    found = read_front_matter(text)
    # How it goes on is for the YAML library to say.
    assert found.fault.startswith("is not YAML: ")
    assert text.count("\n", 0, found.fault_offset) + 1 == line


@pytest.mark.parametrize(
    ("text", "fault", "place"),
    [
        pytest.param(
            "---\njust words\n---\n", "is not a list of `key: value` lines", "just", id="no mapping"
        ),
        pytest.param("---\na: 1\na: 2\n---\n", "has `a` twice", "a: 2", id="the same key twice"),
        pytest.param("---\na: b\n", "has no second line of `---`", "---\na", id="never closed"),
        pytest.param(
            "\n---\na: b\n---\n", "does not start on the first line", "\n---", id="below a blank line"
        ),
    ],
)
def test_a_fault_has_its_place(text: str, fault: str, place: str) -> None:
    found = read_front_matter(text)
    assert found.fault == fault
    assert text[found.fault_offset :].startswith(place)
    assert dict(found.values) == {}


@pytest.mark.parametrize("line", ["Note: text", "https://example.org/", "   key:value"])
def test_a_first_line_that_mkdocs_swallows_is_a_fault(line: str) -> None:
    assert "would not be shown" in read_front_matter(f"{line}\n\nText.\n").fault


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("!!python/object/apply:os.system [ls]", id="code"),
        pytest.param("2026-13-45", id="a date that does not exist"),
        pytest.param("[" * 5000, id="nested too deeply"),
        pytest.param("a\x07", id="a control character"),
    ],
)
def test_nothing_in_the_yaml_stops_the_reading(value: str) -> None:
    assert read_front_matter(f"---\ntitle: {value}\n---\ntext\n").fault


@pytest.mark.parametrize("value", ["last week", "12", "2026-11-23 10:00:00", ""])
def test_only_a_plain_date_is_a_date(value: str) -> None:
    assert read_front_matter(f"---\nreviewed: {value}\n---\n").date("reviewed") is None


def test_an_absent_value_is_an_empty_text() -> None:
    found = read_front_matter("---\ntitle:\n---\n")
    assert (found.text("title"), found.text("description")) == ("", "")
