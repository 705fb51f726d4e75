"""The register: what its lines are, and how it is written."""

from __future__ import annotations

import pytest

from apparatus.model.register import HEADER, PATH, read_register, register_text
from apparatus.syntax.source import Source


def test_each_line_is_an_address_at_its_place() -> None:
    register = read_register(Source(PATH, "# Every address.\n\nglossary/\n  glossary/#fsh \n"))
    assert [(line.address, line.start) for line in register.lines] == [
        ("glossary/", 18),
        ("glossary/#fsh", 30),
    ]
    assert register.addresses == {"glossary/", "glossary/#fsh"}


def test_without_a_file_nothing_is_registered() -> None:
    assert read_register(None).addresses == frozenset()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("./", True, id="the start page"),
        pytest.param("./#guide", True, id="a heading of the start page"),
        pytest.param("about/privacy/#for-readers", True, id="a heading of a page below"),
        pytest.param("go/icd10/N46.11/", True, id="a code with a point"),
        pytest.param("glossary/#größe", True, id="letters of other alphabets"),
        pytest.param("../glossary/", False, id="above the guide"),
        pytest.param("a/../glossary/", False, id="above a page"),
        pytest.param("/glossary/", False, id="from the root of a host"),
        pytest.param("https://example.org/glossary/", False, id="with a host"),
        pytest.param("glossary", False, id="without a slash"),
        pytest.param("glossary/#", False, id="with an empty anchor"),
        pytest.param("glossary/#a#b", False, id="with two anchors"),
        pytest.param("#guide", False, id="without a page"),
        pytest.param("a//b/", False, id="with a folder without a name"),
    ],
)
def test_an_address_is_counted_from_the_start_of_the_guide(line: str, expected: bool) -> None:
    (read,) = read_register(Source(PATH, line)).lines
    assert read.is_address is expected


def test_a_register_is_written_sorted_and_read_as_it_was_written() -> None:
    text = register_text(["glossary/", "./", "glossary/#fsh", "./"])
    assert text == f"{HEADER}./\nglossary/\nglossary/#fsh\n"
    assert register_text(read_register(Source(PATH, text)).addresses) == text
