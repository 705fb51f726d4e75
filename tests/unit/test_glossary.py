"""The glossary: terms, their names and their definitions."""

from __future__ import annotations

import pytest

from apparatus.model.glossary import Glossary, read_glossary, squeezed
from apparatus.model.page import read_page
from apparatus.syntax.source import Source

PATH = "docs/glossary.md"


def glossary(text: str) -> Glossary:
    return read_glossary(read_page(Source(PATH, text)))


ENTRIES = """\
# Glossary

## F

### FSH { #fsh data-aliases="follitropin; fsh hormone" data-mention="optional" }

A hormone
of the [pituitary][gland]. <!-- a comment -->

More.[@key]

## G

### Gland { #gland }

A **gland**.
"""


def test_an_entry_has_name_id_aliases_and_definition() -> None:
    first, second = glossary(ENTRIES).terms
    assert (first.name, first.id, first.optional) == ("FSH", "fsh", True)
    assert first.names == ("FSH", "follitropin", "fsh hormone")
    assert first.definition == "A hormone of the [pituitary][gland]."
    assert first.plain_definition == "A hormone of the pituitary."
    assert (second.optional, second.plain_definition) == (False, "A gland.")


def test_an_entry_its_aliases_and_its_end_have_their_places() -> None:
    first, second = glossary(ENTRIES).terms
    assert [ENTRIES[alias.start :].startswith(alias.text) for alias in first.aliases] == [True, True]
    assert ENTRIES[first.start : first.body].endswith('data-mention="optional" }')
    assert ENTRIES[first.start : first.end].endswith("More.[@key]\n\n")
    assert ENTRIES[second.start : second.end] == "### Gland { #gland }\n\nA **gland**.\n"


def test_an_alias_is_found_after_an_id_of_the_same_letters() -> None:
    text = '### A { #fsh data-aliases="fsh" }\n\nText.\n'
    assert glossary(text).terms[0].aliases[0].start == text.index('"fsh') + 1


@pytest.mark.parametrize(
    ("text", "definition"),
    [
        pytest.param("### A { #a }\n", "", id="nothing follows"),
        pytest.param("### A { #a }\n\n## B\n\nText.\n", "", id="another heading follows"),
        pytest.param("### A { #a }\n\n- an item\n", "", id="a list follows"),
        pytest.param("### A { #a }\n\n| a |\n|---|\n", "", id="a table follows"),
        pytest.param("### A { #a }\nText.\n", "Text.", id="without a blank line"),
        pytest.param("### A { #a }\n\n<!-- x -->\n\nText.\n", "Text.", id="after a comment"),
    ],
)
def test_the_first_paragraph_is_the_definition(text: str, definition: str) -> None:
    assert glossary(text).terms[0].definition == definition


@pytest.mark.parametrize(
    ("text", "name", "id"),
    [
        pytest.param(
            '### A { #a data-aliases="c" }\n\n### B { #b data-aliases="c" }\n', "C", "a", id="the first alias"
        ),
        pytest.param(
            '### A { #a data-aliases="b" }\n\n### B { #b }\n', "b", "b", id="a name before an alias"
        ),
        pytest.param("### A { #a }\n\n### a { #b }\n", "A", "a", id="the first name"),
    ],
)
def test_of_two_claims_to_a_name_one_counts(text: str, name: str, id: str) -> None:
    term = glossary(text).find(name)
    assert term is not None
    assert term.id == id


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        pytest.param(
            "### Leydig cell { #leydig-cell data-aliases=“Leydig cells” }", "Leydig cell", id="smart quotes"
        ),
        pytest.param(
            '### Leydig cell { #leydig-cell data-aliases="Leydig cells"', "Leydig cell", id="an open list"
        ),
        pytest.param(
            '### Leydig cell #leydig-cell data-aliases="Leydig cells" }', "Leydig cell", id="no opening brace"
        ),
    ],
)
def test_a_heading_that_cannot_be_read_still_has_its_name_and_hides_the_others(
    heading: str, name: str
) -> None:
    (term,) = glossary(f"{heading}\n\nText.\n").terms
    assert (term.name, term.is_garbled) == (name, True)
    assert term.is_lost("Leydig cells")
    assert not term.is_lost("Sertoli cells")


@pytest.mark.parametrize(
    ("heading", "garbled"),
    [
        pytest.param("### A", False, id="no id alone"),
        pytest.param("### *A* { #a }", True, id="a forbidden character in the name"),
        pytest.param('### A { #a data-aliases="b_c" }', True, id="a forbidden character in an alias"),
        pytest.param(
            '### A { #a data-alias="b" }', False, id="an attribute of another name, which is unsafe-html"
        ),
    ],
)
def test_a_heading_is_garbled_where_its_names_are(heading: str, garbled: bool) -> None:
    assert glossary(heading).terms[0].is_garbled is garbled


def test_without_a_page_there_is_no_term() -> None:
    assert read_glossary(None).terms == ()


def test_only_third_level_headings_are_terms() -> None:
    assert [term.name for term in glossary("# A\n\n## B\n\n### C { #c }\n\n#### D\n").terms] == ["C"]


def test_squeezing_keeps_letters_and_digits() -> None:
    assert squeezed("17β-Estradiol (E2)_x") == "17βestradiole2x"
