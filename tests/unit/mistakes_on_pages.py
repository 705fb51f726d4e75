"""Typical mistakes on pages: what is typed, what is told, and what mends it."""

from __future__ import annotations

import pytest

from tests.unit.newcomer import PAGE, Mistake

CITED = "[testosterone].[@helo2015randomized]\n"

MISTAKES = [
    pytest.param(
        Mistake(
            PAGE,
            ("[Leydig cells]", "[Leidig cells]"),
            "unknown-term",
            r"did you mean `(.+)`\? terms live in docs/glossary.md",
            ("Leidig cells", "{0}"),
        ),
        id="a misspelt term",
    ),
    pytest.param(
        Mistake(
            PAGE,
            (CITED, CITED + "\n    More words stand here.\n"),
            "outside-dialect",
            "take away the white space at its start, or put code between two lines of three backticks",
            ("    More", "More"),
        ),
        id="an indented paragraph",
    ),
    pytest.param(
        Mistake(
            PAGE,
            (CITED, CITED + "\n    x = y\n"),
            "outside-dialect",
            "take away the white space at its start, or put code between two lines of three backticks",
            ("    x = y", "```\nx = y\n```"),
        ),
        id="indented code",
    ),
    pytest.param(
        Mistake(
            PAGE,
            ("title: Hormones", "title: “Hormones: what they do”"),
            "malformed-front-matter",
            'write straight quotation marks, `(")`, instead of `“` and `”`',
            ("“Hormones: what they do”", "{0}Hormones: what they do{0}"),
        ),
        id="smart quotes in front matter, around a colon",
    ),
    pytest.param(
        Mistake(
            PAGE,
            ("title: Hormones", "title: “Hormones”"),
            "malformed-front-matter",
            "leave `“` and `”` out",
            ("“Hormones”", "Hormones"),
        ),
        id="smart quotes in front matter",
    ),
    pytest.param(
        Mistake(
            PAGE,
            ("reviewed: 2026-11-23", "reviewed: 23.11.2026"),
            "malformed-front-matter",
            "write it as `(reviewed: .+)`",
            ("reviewed: 23.11.2026", "{0}"),
        ),
        id="a date in another order",
    ),
    pytest.param(
        Mistake(
            PAGE,
            (CITED, CITED + "\nIt rose in 26 men.\n"),
            "unsourced-figure",
            r"cite the source that gives the figure as `\[@key\]`, or leave the figure out",
            ("26 men.", "26 men.[@helo2015randomized]"),
        ),
        id="a figure without a source",
    ),
    pytest.param(
        Mistake(
            PAGE,
            ("[@helo2015randomized]", "[@ helo2015randomized]"),
            "unknown-term",
            r"write the citation without spaces, as `(\[@.+\])`",
            ("[@ helo2015randomized]", "{0}"),
        ),
        id="a citation with a space in it",
    ),
    pytest.param(
        Mistake(
            PAGE,
            (".[@helo2015randomized]", ". @helo2015randomized"),
            "malformed-citation",
            r"write it as `(\[@.+\])`",
            ("@helo2015randomized", "{0}"),
        ),
        id="a citation without brackets",
    ),
    pytest.param(
        Mistake(
            PAGE,
            ("@helo2015randomized", "@helo2015–randomized"),
            "malformed-citation",
            r"write it as `(\[@.+\])`",
            ("[@helo2015–randomized]", "{0}"),
        ),
        id="an en dash in a key that is cited",
    ),
    pytest.param(
        Mistake(
            PAGE,
            (CITED, CITED + "\n## What was found\n\nNothing.\n"),
            "missing-id",
            "end it with an id such as `({ #short-name })`, or run `make fix`",
            ("What was found", "What was found {0}"),
        ),
        id="a heading without an id",
    ),
    pytest.param(
        Mistake(
            PAGE,
            (CITED, CITED + "\nThese are:\n- one\n- two\n"),
            "outside-dialect",
            "leave a blank line above the list",
            ("These are:\n", "These are:\n\n"),
        ),
        id="a list right under a line of text",
    ),
    pytest.param(
        Mistake(
            PAGE,
            ("[testosterone]", "testosterone"),
            "unlinked-term",
            r"write `(\[testosterone\])`, or run `make fix`",
            ("make testosterone", "make {0}"),
        ),
        id="a term that is not linked",
    ),
    pytest.param(
        Mistake(
            PAGE,
            (CITED, CITED + "\nThis is <b>bold</b>.\n"),
            "unsafe-html",
            "say it in Markdown, or write `&lt;` for the `<`",
            ("<b>bold</b>", "**bold**"),
        ),
        id="HTML",
    ),
]
