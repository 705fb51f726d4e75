"""Stretches: what a reader reads on a page, and where it stands in the file."""

from __future__ import annotations

import pytest

from apparatus.language.stretches import Stretch, read_stretches
from apparatus.model.page import read_page
from apparatus.syntax.source import Source


def stretches(text: str) -> list[Stretch]:
    return list(read_stretches(read_page(Source("docs/page.md", text))))


def words(text: str) -> list[str]:
    return [" ".join(stretch.text.split()) for stretch in stretches(text) if stretch.text.strip()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A\nb.\n\nC.\n", ["A b.", "C."], id="paragraphs"),
        pytest.param("- A\n  b\n- C\n\n1. D\n", ["A b", "C", "D"], id="list items"),
        pytest.param("- [x] A\n- [ ] B\n", ["A", "B"], id="a task list"),
        pytest.param("> A\n> b.\n\n> > C\n", ["A b.", "C"], id="quotes"),
        pytest.param("/// warning | T\n\nA.\n\n///\n", ["A."], id="a box without its title"),
        pytest.param("| A | b |\n|---|---|\n| C \\| d | e |\n", ["A", "b", "C ·· d", "e"], id="cells"),
        pytest.param("| A |\n|---|\n\n/// table-caption\nB.\n///\n", ["A", "B."], id="a caption"),
        pytest.param("/// exhibit | axis\nA [b].\n///\n", ["A b."], id="the caption of an exhibit"),
        pytest.param("# A { #a }\n\nB.\n\n---\n\nC.\n", ["B.", "C."], id="no headings and rules"),
        pytest.param("---\ntitle: A\n---\n\nB.\n", ["B."], id="no front matter"),
        pytest.param("```\nA.\n```\n\n<!-- B. -->\n\nC.\n", ["C."], id="no code and comments"),
        pytest.param("A.[@a] B[^n].\n\n[^n]: C.\n", ["A. B.", "C."], id="no citations and footnote marks"),
        pytest.param("[A] and [b c][d].\n", ["A and b c."], id="the words of mentions"),
        pytest.param("Pre[fix]ed\n", ["Prefixed"], id="a mention within a word"),
        pytest.param(
            "[A b](c.md 'd') <https://e.org/> ![f](g.svg)\n", ["A b"], id="links without their addresses"
        ),
        pytest.param("**A** _b_ ***c*** d_e\n", ["A b c d_e"], id="no emphasis"),
        pytest.param("A&nbsp;b &lt; c&#8239;d\n", ["A b < c d"], id="entities"),
        pytest.param("A b.\n{ .wide #c }\n", ["A b."], id="no attribute list"),
        pytest.param("[A\nb] [c\n", ["A b c"], id="brackets astray"),
    ],
)
def test_what_is_read(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_every_word_has_its_place() -> None:
    text = "- **[Two words][x]** and&nbsp;[@a; @b] *then*\n  [a link](y.md), the `code`end.\n"
    (stretch,) = stretches(text)
    assert stretch.start == 2
    for word in ("Two", "words", "and", "then", "a link", "the", "end"):
        assert stretch.place(stretch.text.index(word)) == text.index(word), word


def test_a_cell_is_known_as_one() -> None:
    text = "A.\n\n| B |\n|---|\n| C |\n"
    assert [(stretch.text.strip(), stretch.in_table) for stretch in stretches(text)] == [
        ("A.", False),
        ("B", True),
        ("C", True),
    ]
