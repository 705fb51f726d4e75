"""The checks as a whole: their order, their words, and what they make of hostile pages."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparatus import checks
from apparatus.checks import CHECKS, CODES, check_site
from apparatus.checks.pages import overdue_reviews
from apparatus.model.site import build_site, read_site
from apparatus.syntax.finding import Finding
from apparatus.syntax.source import Source, markdown_paths, read_source
from tests.miniature import BASE, Case, all_cases

TODAY = date(2026, 11, 23)
PAGE = "docs/academic/hormones.md"
BASE_SOURCES = {path: read_source(BASE, path) for path in (*markdown_paths(BASE), "bibliography.bib")}
FRONT_MATTER = (BASE / PAGE).read_text(encoding="utf-8").partition("# Hormones")[0]
SIZE = 2_000_000


def findings_on(text: str) -> tuple[Finding, ...]:
    """What the checks say of a site with one page of this text."""
    others = [source for path, source in BASE_SOURCES.items() if path != PAGE and isinstance(source, Source)]
    return check_site(build_site([*others, Source(PAGE, FRONT_MATTER + text)]), TODAY)


def test_every_check_of_the_package_runs() -> None:
    public = {
        check
        for name, check in vars(checks).items()
        if getattr(check, "__module__", "").startswith("apparatus.checks.")
    }
    assert public - {*CHECKS} == {overdue_reviews}, "it alone takes a date"


def test_no_code_is_listed_twice() -> None:
    assert len(set(CODES)) == len(CODES)


def test_findings_come_sorted_and_once() -> None:
    found = findings_on("# H { #h }\n\n[b] [@b] <b>\n\n[a] [@a] <a>\n")
    assert [(finding.line, finding.column) for finding in found] == [
        (11, 1),
        (11, 6),
        (11, 10),
        (13, 1),
        (13, 6),
        (13, 10),
    ]


@pytest.mark.parametrize("case", [case for case in all_cases() if case.code in CODES], ids=str)
def test_a_finding_is_worded_as_the_house_style_has_it(case: Case, tmp_path: Path) -> None:
    case.lay(tmp_path)
    for finding in check_site(read_site(tmp_path), TODAY):
        assert finding.code in CODES
        assert re.match(r"[a-z`]", finding.message), finding.message
        assert not finding.message.endswith("."), finding.message
        assert not re.search(r"\b(please|invalid|illegal)\b", finding.message + finding.help), finding
        assert re.fullmatch(r".*[^.]", finding.help), finding
        assert "\n" not in finding.message, finding


PIECES = [
    *(
        "[FSH]",
        "[LH](",
        "[x][LH]",
        "[@clark1989treatment]",
        "@clark1989treatment",
        "[^n]",
        "[^n]: x",
        "![",
        "[",
        "]",
        "(",
        ")",
    ),
    *(
        "`",
        "``",
        "```",
        "~~~",
        "\\",
        "<!--",
        "-->",
        "<b>",
        "</b>",
        "<a@b.org>",
        "<https://a.org/>",
        "{ #a",
        "}",
        "{x}",
        "&lt;",
    ),
    *(
        "\n",
        "\n\n",
        "\n    ",
        "\n- ",
        "\n> ",
        "\n# ",
        "\n| a | b |",
        "\n|---|---|",
        "\n/// note",
        "\n///",
        "\n---",
        "\n===",
    ),
    *(
        " ",
        "FSH",
        "Leydig",
        "cells",
        "é",
        "😀",
        "\u0301",
        "\t",
        "\x00",
        "\r",
        "\u2028",
        "*[a]: b",
        "--8<--",
        "|",
        ":",
        "!",
        "*",
        "_",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_no_page_stops_the_checks(text: str) -> None:
    lines = (FRONT_MATTER + text).split("\n")
    for finding in findings_on(text):
        if finding.path == PAGE:
            assert 1 <= finding.line <= len(lines)
            assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1


def test_a_page_of_two_megabytes_is_read_in_one_go() -> None:
    paragraph = "The [FSH] rises, LH too.[@clark1989treatment] It makes [testosterone] and `code`.\n\n"
    (finding,) = findings_on("# H { #h }\n\n" + paragraph * (SIZE // len(paragraph)))
    assert (finding.code, finding.line) == ("unlinked-term", 11)


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "[",
            "]",
            "[[x]",
            "[x](",
            "[FSH][LH] ",
            "![",
            "`a ``b ",
            "```\nx\n```\n",
            "> ```\n",
            "<!-- ",
            "<!-- x -->",
            "<b ",
        ),
        *(
            "{ #a ",
            "@clark1989treatment ",
            "<https://a.org/> ",
            "- x\n",
            "> ",
            "    ",
            "# ",
            "-",
            "| a |\n",
            "a | b\n---|---\n",
        ),
        *(
            "## A { #a }\n",
            "[FSH]: x\n",
            "[^a]: x\n",
            "/// note\n",
            "(FSH ",
            "&#115;",
            "[a \n",
            "\x00",
            "FSH ",
            "*_",
            "\\[",
        ),
    ],
    ids=repr,
)
def test_a_long_row_of_one_thing_takes_no_longer_than_its_length(piece: str) -> None:
    assert findings_on(piece * (40_000 // len(piece))) is not None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(">" * 1000 + " words\n", "outside-dialect", id="quotes"),
        pytest.param(
            "".join(f"{'    ' * level}- item\n" for level in range(1000)), "outside-dialect", id="lists"
        ),
        pytest.param("[" * 1000 + "FSH" + "]" * 1000 + "\n", "malformed-mention", id="brackets"),
    ],
)
def test_a_thousand_levels_are_one_finding(text: str, code: str) -> None:
    assert [finding.code for finding in findings_on(text)] == [code]
