"""Wording: names of terms found in running text."""

from __future__ import annotations

import pytest

from apparatus.language.wording import Vocabulary, running_text
from apparatus.model.glossary import read_glossary
from apparatus.model.page import read_page
from apparatus.syntax.source import Source

GLOSSARY = """\
### FSH { #fsh data-aliases="follicle-stimulating hormone; follicle" }

### Leydig cell { #leydig-cell data-aliases="Leydig cells" }

### Tandem repeat { #tandem-repeat data-aliases="(TTTA)n" }

### Hormone receptor { #receptor data-aliases="follicle-stimulating hormone receptor" }
"""
VOCABULARY = Vocabulary(read_glossary(read_page(Source("docs/glossary.md", GLOSSARY))))


def found(text: str) -> list[tuple[str, str]]:
    return [(text[wording.start : wording.end], wording.term.id) for wording in VOCABULARY.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The FSH rises.", [("FSH", "fsh")], id="a word"),
        pytest.param("(FSH), “FSH”: FSH’s", [("FSH", "fsh")] * 3, id="between other signs"),
        pytest.param("_FSH_ **FSH**", [("FSH", "fsh")] * 2, id="emphasis"),
        pytest.param("LEYDIG CELL", [("LEYDIG CELL", "leydig-cell")], id="in another case"),
        pytest.param("Leydig cells", [("Leydig cells", "leydig-cell")], id="the longer alias"),
        pytest.param(
            "follicle-stimulating hormone receptor",
            [("follicle-stimulating hormone receptor", "receptor")],
            id="longest first",
        ),
        pytest.param("follicle-stimulating hormones", [], id="no shorter name within a hyphened word"),
        pytest.param("Leydig\ncells", [("Leydig\ncells", "leydig-cell")], id="over a line end"),
        pytest.param(
            "> Leydig\n> cells", [("Leydig\n> cells", "leydig-cell")], id="over a line end in a quote"
        ),
        pytest.param("Leydig  cell", [("Leydig  cell", "leydig-cell")], id="two spaces"),
        pytest.param(
            "the (TTTA)n repeat", [("(TTTA)n", "tandem-repeat")], id="a name that starts with a parenthesis"
        ),
    ],
)
def test_names_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("fsh, Fsh", id="another case of a name with capitals inside"),
        pytest.param("FSHs FSH2 xFSH", id="letters and digits beside it"),
        pytest.param("FSH-like, anti-FSH", id="hyphens beside it"),
        pytest.param("FSH/LH, LH/FSH", id="slashes beside it"),
        pytest.param("Leydig\n\ncell", id="over a blank line"),
        pytest.param("Leydig, cell", id="other signs within"),
        pytest.param("TTTA", id="half a name"),
    ],
)
def test_parts_of_other_words_are_no_names(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# FSH { #fsh }", id="a heading"),
        pytest.param("/// table-caption\nFSH\n///", id="a caption"),
        pytest.param("/// note | FSH\n///", id="a title"),
        pytest.param("[FSH]", id="a mention"),
        pytest.param("[the FSH](page.md)", id="the words of a link"),
        pytest.param("[words](FSH.md)", id="an address"),
        pytest.param("<https://FSH.org/>", id="an address on its own"),
        pytest.param("[@FSH]", id="a citation"),
        pytest.param("`FSH` <!-- FSH -->", id="code and comments"),
    ],
)
def test_what_is_no_running_text_is_passed_over(text: str) -> None:
    assert "FSH" not in running_text(read_page(Source("docs/a.md", text)))


@pytest.mark.parametrize(
    "text",
    ["FSH", "- FSH", "| FSH |\n|---|", "> FSH", "/// note\nFSH\n///", "[^a]: FSH", "[x] FSH [y]"],
    ids=["a paragraph", "an item", "a cell", "a quote", "a box", "a note", "between links"],
)
def test_running_text_keeps_its_offsets(text: str) -> None:
    running = running_text(read_page(Source("docs/a.md", text)))
    assert running.index("FSH") == text.index("FSH")
    assert len(running) == len(text)
