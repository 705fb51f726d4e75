"""Exhibits: where a page names one, and what is wrong where it does."""

from __future__ import annotations

import pytest

from apparatus.model.exhibits import EXHIBITS, STUDY_EXHIBITS, TOOLS, read_exhibits
from apparatus.syntax.prose import read_prose
from tests.support import codes, findings_on, site_of

AXIS = "/// exhibit | axis\nThe axis.\n///"


def exhibits(text: str) -> list[tuple[str, str]]:
    """The names and faults of the exhibits in a text."""
    return [(exhibit.name, exhibit.fault) for exhibit in read_exhibits(read_prose(text).lines)]


def test_every_exhibit_has_one_name() -> None:
    assert len(set(EXHIBITS)) == len(EXHIBITS)
    assert set(EXHIBITS) >= STUDY_EXHIBITS | TOOLS


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(AXIS, id="alone"),
        pytest.param(f"Text.\n{AXIS}\nText.", id="between lines of text"),
        pytest.param(AXIS.replace("///", "/////"), id="with more slashes"),
        pytest.param(AXIS.replace("| axis", "|axis  "), id="with other spaces"),
        pytest.param(
            "/// exhibit | axis\n\nThe `axis`.\n\nMore.\n\n///", id="with a caption of two paragraphs"
        ),
        pytest.param(f"/// note\nText.\n///\n\n{AXIS}", id="after a box"),
    ],
)
def test_an_exhibit_at_the_margin_is_right(text: str) -> None:
    assert exhibits(text) == [("axis", "")]


def test_its_places_are_those_of_the_text() -> None:
    text = f"Text.\n\n{AXIS}\n\nText."
    (exhibit,) = read_exhibits(read_prose(text).lines)
    assert text[exhibit.start : exhibit.end] == AXIS
    assert text[slice(*exhibit.caption)] == "\nThe axis.\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("`/// exhibit | axis`", id="code"),
        pytest.param(f"```text\n{AXIS}\n```", id="a fence"),
        pytest.param(f"<!--\n{AXIS}\n-->", id="a comment"),
        pytest.param("/// exhibit | axis\nThe axis.", id="not closed"),
        pytest.param("/// exhibits | axis\nThe axis.\n///", id="another word"),
        pytest.param("/// exhibit-axis\nThe axis.\n///", id="a longer word"),
    ],
)
def test_what_is_no_exhibit(text: str) -> None:
    assert exhibits(text) == []


@pytest.mark.parametrize(
    ("text", "fault", "help"),
    [
        pytest.param(
            AXIS.replace("axis", "axes"),
            "an exhibit named `axes`",
            "did you mean `axis`?",
            id="a misspelt name",
        ),
        pytest.param(
            AXIS.replace("| axis", "| xyz"),
            "an exhibit named `xyz`",
            "name one of: studies-",
            id="no such name",
        ),
        pytest.param(AXIS.replace(" | axis", ""), "an exhibit without a name", "name one of", id="no name"),
        pytest.param(
            AXIS.replace("| axis", "|"), "an exhibit without a name", "name one of", id="an empty one"
        ),
        pytest.param(
            "/// exhibit | axis\n\n///", "an exhibit without a caption", "write its caption", id="no caption"
        ),
        pytest.param(
            "/// exhibit | axis\n<!-- later -->\n///",
            "an exhibit without a caption",
            "write its caption",
            id="nothing but a comment",
        ),
        pytest.param(
            "- item\n\n    " + AXIS.replace("\n", "\n    "),
            "an exhibit inside a list, quote or block",
            "put it between paragraphs",
            id="in a list item",
        ),
        pytest.param(
            "> " + AXIS.replace("\n", "\n> "),
            "an exhibit inside a list, quote or block",
            "put it between paragraphs",
            id="in a quote",
        ),
        pytest.param(
            f"//// note\n{AXIS}\n////",
            "an exhibit inside a list, quote or block",
            "put it between paragraphs",
            id="in a box",
        ),
        pytest.param(
            f"Text.\n\n{AXIS}\n\n{AXIS}",
            "an exhibit that this page has already",
            "name each exhibit once",
            id="twice",
        ),
    ],
)
def test_a_faulty_exhibit_is_one_finding_at_its_first_character(text: str, fault: str, help: str) -> None:
    (finding,) = findings_on(site_of(text))
    place = text.rindex("/// exhibit")
    assert finding.code == "outside-dialect"
    assert finding.message == f"this is {fault}, which pages leave out"
    assert finding.help.startswith(help)
    assert finding.line == text.count("\n", 0, place) + 1
    assert finding.column == place - text.rfind("\n", 0, place)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("//// exhibit | axis\n/// note\nText.\n///\n////", id="closed"),
        pytest.param("/// exhibit | axis\nThe axis.\n\n/// note\nText.\n///", id="not closed"),
    ],
)
def test_an_exhibit_with_another_block_in_it_is_one_finding(text: str) -> None:
    (finding,) = findings_on(site_of(text))
    assert (finding.line, finding.column) == (1, 1)
    assert finding.message.startswith("this is an exhibit with another block in its caption")


def test_an_exhibit_of_study_data_needs_them() -> None:
    (finding,) = findings_on(site_of("/// exhibit | ratio\nThe ratio.\n///"))
    assert finding.message == "`ratio` is an exhibit of study data, and there are none"
    assert finding.help == "add docs/studies.yml, or delete the exhibit"


def test_a_caption_is_read_as_prose() -> None:
    text = "/// exhibit | axis\nThe [unknown] axis.[@nobody2000]\n///"
    found = [(finding.code, finding.line, finding.column) for finding in findings_on(site_of(text))]
    assert found == [("unknown-term", 2, 5), ("unknown-citation", 2, 21)]


def test_a_caption_need_not_link_its_terms() -> None:
    text = f"# Title {{ #title }}\n\n{AXIS.replace('The axis', 'The FSH')}"
    site = site_of(text, path="docs/academic/page.md")
    assert "unlinked-term" not in codes(findings_on(site, "docs/academic/page.md"))
