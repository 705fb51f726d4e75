"""References: what a pair of brackets stands for."""

from __future__ import annotations

import pytest

from apparatus.syntax.prose import read_prose
from apparatus.syntax.references import References, fold, read_references


def references(text: str) -> References:
    return read_references(text, read_prose(text))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        pytest.param("The [FSH].", "FSH", "FSH", id="the words are the name"),
        pytest.param("[the hormone][FSH]", "the hormone", "FSH", id="other words"),
        pytest.param("[FSH][]", "FSH", "FSH", id="an empty name is the words"),
        pytest.param("[Leydig\ncell]", "Leydig\ncell", "Leydig cell", id="over a line end"),
        pytest.param("> [Leydig\n> cell]", "Leydig\n> cell", "Leydig cell", id="over a line end in a quote"),
        pytest.param("[**FSH**]", "**FSH**", "**FSH**", id="marks are part of the name"),
        pytest.param("[FSH][@key]", "FSH", "FSH", id="a citation is no name"),
        pytest.param("[FSH] (text)", "FSH", "FSH", id="a space before a parenthesis"),
        pytest.param("[FSH][^note]", "FSH", "FSH", id="the mark of a footnote is no name"),
    ],
)
def test_a_mention_has_words_and_a_name(text: str, words: str, name: str) -> None:
    (mention,) = references(text).mentions
    assert (mention.words, mention.name, mention.fault) == (words, name, "")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("[FSH] [LH]", "only white space", id="a space between"),
        pytest.param("[FSH]\n[LH]", "only white space", id="a line end between"),
        pytest.param("[FSH]: a", "link definition", id="a colon after the first of a line"),
        pytest.param("![FSH]", "an image", id="after an exclamation mark"),
        pytest.param("[a [FSH]](b)", "words of a link", id="in the words of a link"),
        pytest.param("![a [FSH]](b)", "words of a link", id="in the words of a picture"),
        pytest.param("<https://a/[FSH]>", "inside a link", id="in an address"),
        pytest.param("[a [FSH] b]", "holds other brackets", id="around other brackets"),
        pytest.param("[FSH", "no closing bracket", id="never closed"),
    ],
)
def test_a_mention_that_would_become_something_else_says_so(text: str, fault: str) -> None:
    assert fault in references(text).mentions[0].fault


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[FSH]  [LH]", id="two spaces between"),
        pytest.param("[FSH], [LH]", id="a comma between"),
        pytest.param("[FSH]\n\n[LH]", id="a blank line between"),
        pytest.param("a [FSH]: b", id="a colon within a line"),
        pytest.param("! [FSH]", id="a space after an exclamation mark"),
        pytest.param("| [FSH] | [LH] |\n|---|---|", id="two cells"),
    ],
)
def test_a_mention_with_something_between_is_well_formed(text: str) -> None:
    assert [mention.fault for mention in references(text).mentions if mention.fault] == []


@pytest.mark.parametrize(
    ("text", "keys", "fault"),
    [
        pytest.param("[@a]", ["a"], "", id="one key"),
        pytest.param("[@a; @b;@c]", ["a", "b", "c"], "", id="several keys"),
        pytest.param("[@a.b:c]", ["a.b:c"], "", id="other characters, for the check to name"),
        pytest.param("[@a, p. 3]", ["a"], "more than keys", id="a locator"),
        pytest.param("[see @a]", ["a"], "more than keys", id="a prefix"),
        pytest.param("[@a @b]", ["a", "b"], "more than keys", id="no semicolon"),
        pytest.param("[@a;\n@b]", ["a", "b"], "two lines", id="over a line end"),
        pytest.param("[@a]: x", ["a"], "definition", id="a colon after the first of a line"),
        pytest.param("[as @a](b)", ["a"], "words of a link", id="in the words of a link"),
        pytest.param("[[@a]](b)", ["a"], "words of a link", id="in brackets in the words of a link"),
    ],
)
def test_a_citation_has_its_keys_and_its_fault(text: str, keys: list[str], fault: str) -> None:
    found = references(text).citations
    assert [citation.key for citation in found] == keys
    assert all(bool(fault) == bool(citation.fault) and fault in citation.fault for citation in found)
    assert all(text[citation.start] == "@" for citation in found)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        pytest.param("[a](b.md)", "b.md", id="an address"),
        pytest.param("[a](<b c.md>)", "b c.md", id="in angle brackets"),
        pytest.param('[a](b.md "a (title)")', "b.md", id="with a title"),
        pytest.param("[a](b_(c).md)", "b_(c).md", id="with parentheses"),
        pytest.param("[a](b c)", "b c", id="with a space"),
        pytest.param("[@a](b.md)", "b.md", id="of a handle"),
        pytest.param("![a](b.png)", "b.png", id="of a picture"),
        pytest.param("<https://a.org/>", "https://a.org/", id="on its own"),
    ],
)
def test_a_link_leads_to_its_address(text: str, target: str) -> None:
    (link,) = references(text).links
    assert (link.target, link.start, link.end) == (target, 0, len(text))


def test_the_marks_of_footnotes_are_neither_mentions_nor_citations() -> None:
    found = references("A claim.[^why]\n\n[^why]: The reason.")
    assert [name for _, name in found.notes] == ["why", "why"]
    assert (found.mentions, found.citations) == ((), ())


@pytest.mark.parametrize("text", ["a@b.org", "<a@b.org>", "@handle", "5 @ 10", "`[@a]`", "\\[@a\\]"])
def test_other_at_signs_are_no_citations(text: str) -> None:
    assert references(text).citations == ()


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        pytest.param("a  b", "a b", id="spaces"),
        pytest.param("a \n b", "a b", id="a line end"),
        pytest.param("a\n > > b", "a b", id="quote marks"),
        pytest.param("a > b", "a > b", id="a sign in a line"),
    ],
)
def test_white_space_in_a_name_counts_as_one_space(name: str, folded: str) -> None:
    assert fold(name) == folded
