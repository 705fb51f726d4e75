"""Sentences: where they end, where they stand, and which of them count."""

from __future__ import annotations

import pytest

from apparatus.language.sentences import Sentence, read_sentences, split, words_of
from apparatus.model.page import read_page
from apparatus.syntax.source import Source


def sentences(text: str) -> tuple[Sentence, ...]:
    return read_sentences(read_page(Source("docs/page.md", text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It rose. It fell.", ["It rose.", "It fell."], id="full stops"),
        pytest.param("Why? It fell! So", ["Why?", "It fell!", "So"], id="other stops, and none"),
        pytest.param("Well… It fell?! Yes.", ["Well…", "It fell?!", "Yes."], id="several signs"),
        pytest.param("He said “no.” (It fell.) So.", ["He said “no.”", "(It fell.)", "So."], id="closers"),
        pytest.param("It rose. “It” fell. (It)", ["It rose.", "“It” fell.", "(It)"], id="openers"),
        pytest.param("It rose. 40 men left.", ["It rose.", "40 men left."], id="a number starts one"),
        pytest.param("It fell to 0.35. So", ["It fell to 0.35.", "So"], id="a number ends one"),
        pytest.param("They make inhibin B. It slows.", ["They make inhibin B.", "It slows."], id="a letter"),
        pytest.param("One arm: A; two: B. So.", ["One arm: A; two: B.", "So."], id="colons and semicolons"),
        pytest.param("By 1 mL. The", ["By 1 mL.", "The"], id="a unit"),
        pytest.param("It fell. · · It rose.", ["It fell.", "· · It rose."], id="signs are no sentence"),
        pytest.param("Is it safe? No. The men", ["Is it safe?", "No.", "The men"], id="no before a word"),
    ],
)
def test_a_stop_ends_a_sentence(text: str, expected: list[str]) -> None:
    assert [piece for _, piece in split(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Some hormones, e.g. LH, i.e. this one", id="letters with stops"),
        pytest.param("In the U.S. Men differ at 8 a.m. Sharp", id="letters with stops before a capital"),
        pytest.param("Letrozole vs. Placebo in 22 men", id="vs."),
        pytest.param("A fall (p = 0.03) and 1.5 to 2.5 mg", id="decimals"),
        pytest.param("Clark et al. Studied men", id="et al."),
        pytest.param("Ask Dr. Doe or Prof. Roe", id="titles"),
        pytest.param("A paper by J. Doe and E. D. Clark", id="initials"),
        pytest.param("J. Doe and Richard V. Clark", id="initials after a name or nothing"),
        pytest.param("See Fig. 2, no. 3 and p. 45", id="before numbers"),
        pytest.param("They asked “is it safe?” before", id="a small letter follows"),
        pytest.param("See www.example.org/a.html?b for more", id="no white space follows"),
        pytest.param("approx. 40 men", id="approx."),
    ],
)
def test_another_stop_ends_none(text: str) -> None:
    assert [piece for _, piece in split(text)] == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("From 26 → 17 ng/dL", ["From", "26", "17", "ng/dL"], id="signs are no words"),
        pytest.param("a two-month-old – no, 1,708", ["a", "two-month-old", "no,", "1,708"], id="hyphens"),
        pytest.param("one—two (three)", ["one", "two", "(three)"], id="a long dash parts"),
    ],
)
def test_words_stand_between_white_space(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


def test_a_sentence_stands_where_the_author_began_it() -> None:
    text = "- One is here.[@a; @b] **[Two][x] is\n  there.** _Three_ is here. (Four.)\n"
    starts = [text.index(first) for first in ("One", "**[Two]", "_Three_", "(Four")]
    assert [sentence.start for sentence in sentences(text)] == starts


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("It rose again.", True, id="a sentence"),
        pytest.param("- It rose again.", True, id="in a list"),
        pytest.param("What rose was:", True, id="before a list"),
        pytest.param("He said “it rose”.", True, id="a quote at its end"),
        pytest.param("(It rose again.)", True, id="a bracket at its end"),
        pytest.param("- how much it rose", False, id="a fragment"),
        pytest.param("**Bone.**", False, id="a label"),
        pytest.param("We know:", False, id="a label before a list"),
        pytest.param("| It rose again. |\n|---|", False, id="in a table"),
    ],
)
def test_whole_sentences_of_running_text_are_counted(text: str, counted: bool) -> None:
    (sentence,) = sentences(text + "\n")
    assert sentence.is_counted is counted


@pytest.mark.parametrize("piece", [". ", ".", "e.g. ", "J. ", "(", "—", "a. ", "…) "], ids=repr)
def test_a_long_row_of_one_thing_takes_no_longer_than_its_length(piece: str) -> None:
    assert list(split(piece * (200_000 // len(piece)))) is not None
