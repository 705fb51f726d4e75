"""The bibliography sorted by key, every entry as its author wrote it."""

from __future__ import annotations

import pytest

from apparatus.commands.fix_bibliography import sorted_bibliography
from apparatus.model.bibliography import read_bibliography
from apparatus.syntax.source import Source


def sorted_text(text: str) -> tuple[str, list[str]]:
    return sorted_bibliography(read_bibliography(Source("bibliography.bib", text)))


A = "@misc{a1,\n  title = {A},\n}"
B = '@article{b2,\n\ttitle = "B {with} @braces",\n  note = {x = {y}}\n}'
C = "@book{c3, title={C}}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{B}\n\n{A}\n", f"{A}\n\n{B}\n", id="two entries"),
        pytest.param(f"{C}\n\n{A}\n\n{B}\n", f"{A}\n\n{B}\n\n{C}\n", id="three entries"),
        pytest.param(f"% Head.\n\n{B}\n\n{A}\n", f"% Head.\n\n{A}\n\n{B}\n", id="what heads the file stays"),
        pytest.param(
            f"{B}\n\n% On A.\n% And more.\n{A}\n",
            f"% On A.\n% And more.\n{A}\n\n{B}\n",
            id="a comment moves along",
        ),
        pytest.param(
            f"{C}\n\n% On B.\n\n{B}\n\n{A}\n",
            f"{A}\n\n% On B.\n\n{B}\n\n{C}\n",
            id="with a blank line between",
        ),
        pytest.param(f"{B}\n{A}", f"{A}\n\n{B}\n", id="entries without a blank line between"),
        pytest.param(
            f"@string{{j = {{J}}}}\n\n{B}\n\n{A}\n",
            f"@string{{j = {{J}}}}\n\n{A}\n\n{B}\n",
            id="strings stay first",
        ),
    ],
)
def test_entries_stand_by_key(text: str, expected: str) -> None:
    assert sorted_text(text) == (expected, ["sorted by key"])
    assert sorted_text(expected) == (expected, [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{A}\n{B}\n\n\n\n{C}", id="sorted already, however it is laid out"),
        pytest.param("% Nothing but a comment.\n", id="no entry"),
        pytest.param(A, id="one entry without a line end"),
    ],
)
def test_what_is_sorted_is_not_touched(text: str) -> None:
    assert sorted_text(text) == (text, [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{C}\n\n{B}\n\n@misc{{a1,\n  title = {{A,\n}}\n", id="an entry that does not close"),
        pytest.param(f"{B}\n\n{A}\n\n{A}\n", id="a key used twice"),
        pytest.param(f"{B}\n\n@misc{{a1, title = {{A}}, title = {{B}}}}\n", id="a field used twice"),
        pytest.param(f"{B}\n\n@misc{{a1, title = undefined}}\n", id="a string that is not defined"),
        pytest.param(
            f"{C}\n\n@string{{j = {{J}}}}\n\n@misc{{b2, title = j}}\n\n@misc{{a1, title = j}}\n",
            id="a string that would come after its use",
        ),
        pytest.param(f"{B}\n\n{A}\n\n% At the end.\n", id="a comment that no entry follows"),
    ],
)
def test_what_cannot_be_sorted_safely_is_left(text: str) -> None:
    unchanged, done = sorted_text(text)
    assert unchanged == text
    assert len(done) == 1
    assert done[0].startswith("not sorted, because ")


def test_no_file_is_nothing_to_do() -> None:
    assert sorted_bibliography(read_bibliography(None)) == ("", [])
