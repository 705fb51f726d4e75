"""`new term`: where an entry goes, what it is refused for, and what is said of it."""

from __future__ import annotations

import pytest

from apparatus.checks import check_site
from apparatus.commands.new_term import Draft, new_term
from apparatus.commands.outcome import Outcome
from tests.support import GLOSSARY, TODAY, codes, site_of

DEFINITION = "A small gland in the pelvis."


def add(name: str, *aliases: str, definition: str = DEFINITION, glossary: str = GLOSSARY) -> Outcome:
    return new_term(site_of(glossary=glossary), Draft(name, aliases, definition))


def new_lines(outcome: Outcome, before: str = GLOSSARY) -> str:
    """What stands in the text that did not stand there before, in one piece."""
    after = outcome.text
    start = next(at for at in range(len(after)) if at >= len(before) or after[at] != before[at])
    start = after.rfind("\n", 0, start) + 1
    end = start + len(after) - len(before)
    assert after[:start] + after[end:] == before
    return after[start:end]


def test_an_entry_has_a_heading_with_an_id_and_a_first_paragraph() -> None:
    outcome = add("Prostate")
    assert outcome.text == f"{GLOSSARY}\n### Prostate {{ #prostate }}\n\n{DEFINITION}\n"
    assert outcome.said[0] == "docs/glossary.md:25: added `Prostate`"


@pytest.mark.parametrize(
    ("name", "above", "below"),
    [
        pytest.param("Karyotype", "## K\n\n", "## L\n", id="a letter in the middle that has no section yet"),
        pytest.param("Azoospermia", "# Glossary\n\n## A\n\n", "## F\n", id="the first letter"),
        pytest.param("Zinc", "## Z\n\n", "", id="the last letter"),
        pytest.param("Label", "## L\n\n", "### Leydig cell", id="first in its section"),
        pytest.param("LH surge", "with [FSH].\n\n", "## P", id="last in its section"),
        pytest.param("Leydig tumor", "[LH] acts on.\n\n", "### LH", id="between two entries"),
        pytest.param("leptin", "## L\n\n", "### Leydig cell", id="capitals do not count"),
        pytest.param("Élan", "## E\n\n", "## F", id="an accent does not count for the section"),
        pytest.param("5α-reductase", "## 5\n\n", "## F", id="a digit is a section"),
    ],
)
def test_an_entry_stands_in_its_place_in_the_alphabet(name: str, above: str, below: str) -> None:
    text = add(name).text
    at = text.index(f"### {name} {{")
    assert text[:at].endswith(above)
    end = text.index(DEFINITION, at) + len(DEFINITION) + 1
    assert text[end:].lstrip("\n").startswith(below)
    assert text.endswith("\n")
    assert "\n\n\n" not in text


def test_the_alphabet_is_that_of_the_glossary_itself() -> None:
    named = [line for line in add("Leydig tumor").text.split("\n") if line.startswith("### ")]
    assert named == sorted(named, key=str.lower)


def test_aliases_stand_in_the_attribute_list() -> None:
    outcome = add("Prostate", "prostates", "prostate gland")
    assert '### Prostate { #prostate data-aliases="prostates; prostate gland" }' in outcome.text
    assert new_lines(outcome).count("\n") == 4


def test_without_a_definition_the_heading_alone_is_there_and_the_checks_name_the_place() -> None:
    outcome = add("Prostate", definition="")
    assert new_lines(outcome) == "\n### Prostate { #prostate }\n"
    assert outcome.said[1].startswith("  next: write its definition under docs/glossary.md:25:")
    found = check_site(site_of(glossary=outcome.text), TODAY)
    here = [finding for finding in found if finding.line == 25]
    assert sorted(codes(here)) == ["undefined-term", "unused-term"]


def test_with_a_definition_a_mention_is_all_that_is_missing() -> None:
    outcome = add("Prostate")
    assert "mention it as `[Prostate]`" in outcome.said[1]
    page = "The [prostate], [FSH], [LH], [Leydig cell], [pituitary gland].[@doe2001first; @roe2002second]\n"
    assert check_site(site_of(page, glossary=outcome.text), TODAY) == ()


@pytest.mark.parametrize(
    ("name", "aliases", "words"),
    [
        pytest.param(
            "Leydig cell", (), "`Leydig cell` is there already, at docs/glossary.md:11", id="a name"
        ),
        pytest.param("LEYDIG CELL", (), "is there already, at docs/glossary.md:11", id="in other capitals"),
        pytest.param("follitropin", (), "taken by `FSH`, at docs/glossary.md:5", id="an alias as a name"),
        pytest.param("Prostate", ("FSH",), "`FSH` is there already", id="a name as an alias"),
        pytest.param("Prostate", ("follitropin",), "`follitropin` is taken by `FSH`", id="an alias twice"),
        pytest.param("Prostate", ("prostate",), "`prostate` is given twice", id="its own name as an alias"),
        pytest.param("Prostate [gland]", (), "holds `[`", id="a bracket"),
        pytest.param("Prostate", ('the "gland"',), 'holds `"`', id="a quotation mark in an alias"),
        pytest.param("Prostate", ("gland; organ",), "holds `;`", id="two aliases in one"),
        pytest.param(" ", (), "is no name", id="nothing"),
        pytest.param("#1", (), "starts or ends with `#`", id="a heading mark"),
    ],
)
def test_a_name_that_cannot_be_had_is_refused(name: str, aliases: tuple[str, ...], words: str) -> None:
    outcome = add(name, *aliases)
    assert outcome.source is None
    assert len(outcome.refused) == 1
    assert words in outcome.refused[0]


@pytest.mark.parametrize(
    ("definition", "words"),
    [
        pytest.param("word " * 31, "has 31 words: keep 30", id="too long"),
        pytest.param("A gland.[@doe2001first]", "holds a citation", id="with a source"),
        pytest.param("- a gland", "would not be read as a paragraph", id="a list"),
        pytest.param("# A gland", "would not be read as a paragraph", id="a heading"),
        pytest.param("| a | gland |", "would not be read as a paragraph", id="a table"),
        pytest.param("```", "would not be read as a paragraph", id="a fence"),
        pytest.param("A gland <!-- or not -->", "would not be read as a paragraph", id="a comment"),
        pytest.param(
            "A gland near the [blader].", "no glossary entry named `blader`", id="a term nobody explains"
        ),
        pytest.param("A <b>gland</b>.", "the HTML tag `<b>`", id="HTML"),
        pytest.param(
            "A gland with [LH] [FSH].",
            "is followed, with only white space between",
            id="two mentions side by side",
        ),
        pytest.param(
            "An intraperitoneal fibromuscular exocrine organ of seminal accessory functionality.",
            "reads at grade",
            id="hard words",
        ),
    ],
)
def test_a_definition_that_the_checks_would_stop_is_refused(definition: str, words: str) -> None:
    outcome = add("Prostate", definition=definition)
    assert outcome.source is None
    assert words in outcome.refused[0]


def test_thirty_words_are_not_too_many() -> None:
    assert add("Prostate", definition="It is " + "so " * 27 + "small.").refused == ()


def test_everything_that_is_wrong_is_said_at_once() -> None:
    outcome = add("FSH", "a_b", definition="word " * 31 + "[@doe2001first]")
    assert len(outcome.refused) == 4


def test_the_second_time_it_is_there_already() -> None:
    first = add("Prostate")
    second = add("Prostate", glossary=first.text)
    assert second.source is None
    assert "is there already, at docs/glossary.md:25" in second.refused[0]


def test_two_entries_never_share_an_id() -> None:
    assert "### Fsh! { #fsh-2 }" in add("Fsh!").text


def test_faults_that_were_there_before_stop_nobody() -> None:
    faulty = GLOSSARY.replace("A hormone of the", "A hormnoe [of] the")
    assert add("Prostate", glossary=faulty).refused == ()


def test_a_glossary_that_cannot_be_read_is_left_alone() -> None:
    broken = f"{GLOSSARY}\n```text\n"
    assert "cannot be read as it stands" in add("Prostate", glossary=broken).refused[0]
