"""The file of short and old addresses: what of it is read, and what is a fault."""

from __future__ import annotations

import pytest

from apparatus.model.go_file import LONGEST, PATH, GoData, read_go
from apparatus.syntax.source import Source


def read(text: str) -> GoData:
    return read_go(Source(PATH, text))


def test_words_and_old_addresses_are_read_in_order_and_with_their_places() -> None:
    text = "words:\n  b: glossary/\n  a: ./#x\nredirects:\n  old/#a: glossary/#b\n"
    data = read(text)
    assert data.faults == ()
    assert [(lead.address, lead.target) for lead in data.words] == [("go/b/", "glossary/"), ("go/a/", "./#x")]
    (old,) = data.redirects
    assert (old.address, old.target) == ("old/#a", "glossary/#b")
    assert text[old.start :].startswith("old/#a:")
    assert text[old.target_start :].startswith("glossary/#b")


@pytest.mark.parametrize("text", ["# nothing yet\n", "words:\nredirects:\n"], ids=["comments", "no values"])
def test_a_file_without_lines_leads_nowhere(text: str) -> None:
    data = read(text)
    assert (data.words, data.redirects) == ((), ())


def test_without_a_file_nothing_leads_anywhere() -> None:
    assert read_go(None) == GoData()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("words: {A: x/}", "`A` is no short word", id="a capital"),
        pytest.param("words: {a--b: x/}", "`a--b` is no short word", id="two hyphens"),
        pytest.param("words: {a/b: x/}", "`a/b` is no short word", id="a slash"),
        pytest.param("words: {a: x}", "`x` is no address of this guide", id="a target without a slash"),
        pytest.param("words: {a: //x/}", "`//x/` is no address of this guide", id="another host"),
        pytest.param("words: {a: {b: c}}", "this is no address of this guide", id="a map for a target"),
        pytest.param("words: {a: x/}\nredirects: {../x/: y/}", "`../x/` is no address", id="above the guide"),
        pytest.param("words: {a: x/}\nredirects: {[a]: y/}", "this is no address", id="a list for a name"),
        pytest.param("words: text", "these are no lines", id="a text for the lines"),
        pytest.param("words: {a: x/}\nwords: {b: x/}", "file has `words` twice", id="a field twice"),
        pytest.param("- a", "file is a list", id="a list for the file"),
        pytest.param("words: &a {a: x/}", "file holds the anchor", id="an anchor"),
    ],
)
def test_a_fault_is_said_once(text: str, says: str) -> None:
    (fault,) = read(text).faults
    assert says in fault.what
    assert 0 <= fault.start <= len(text)


def test_a_word_may_be_as_long_as_its_address_is_still_typed() -> None:
    longest = "a" * (LONGEST - len("/go//"))
    assert read(f"words:\n  {longest}: x/\n").faults == ()
    (fault,) = read(f"words:\n  {longest}b: x/\n").faults
    assert f"has {LONGEST + 1} characters" in fault.what


@pytest.mark.parametrize(
    "text", ["words: [", "words: !x {}", "a: b\n---\nc: d"], ids=["broken", "tag", "two"]
)
def test_what_is_no_yaml_of_ours_is_not_read(text: str) -> None:
    assert not read(text).is_read
