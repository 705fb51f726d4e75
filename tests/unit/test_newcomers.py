"""Typical mistakes of somebody who is new here: one finding each, and doing what its help says mends it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from apparatus.checks import check_site
from apparatus.model.site import read_site
from apparatus.syntax.finding import Finding
from tests.miniature import BASE
from tests.support import TODAY

PAGE, TERMS, BIB = "docs/academic/hormones.md", "docs/glossary.md", "bibliography.bib"
CITED = "[testosterone].[@helo2015randomized]\n"
TITLE = "title = {A randomized comparison of two medicines},"


@dataclass(frozen=True, slots=True)
class Mistake:
    """What a newcomer does, what he is told, and what he does then."""

    path: str
    """The file that he edits."""
    typed: tuple[str, str]
    """What stood there, and what he makes of it."""
    told: str
    """The code of his one finding."""
    help: str
    """Its help, as a pattern; what it names in groups is what he types."""
    mended: tuple[str, str]
    """What he types over, and with what; `{0}` is the first group of the help."""


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
            BIB,
            ("{10.1111/jsm.12944}", "{https://doi.org/10.1111/jsm.12944}"),
            "malformed-identifier",
            "write it as `(.+)`",
            ("https://doi.org/10.1111/jsm.12944", "{0}"),
        ),
        id="a DOI pasted as an address",
    ),
    pytest.param(
        Mistake(
            BIB,
            ("{26176805}", "{PMID: 26176805}"),
            "malformed-identifier",
            "write it as `(.+)`",
            ("PMID: 26176805", "{0}"),
        ),
        id="a PMID with its label",
    ),
    pytest.param(
        Mistake(
            BIB,
            (TITLE, TITLE.replace("{A", "{{A")),
            "malformed-entry",
            "give each `{` its `}` in `title`, in line 14",
            ("medicines}", "medicines}}"),
        ),
        id="a record with a brace that nothing closes",
    ),
    pytest.param(
        Mistake(
            BIB,
            (TITLE, TITLE.replace("medicines}", "medicines}}")),
            "malformed-entry",
            "delete one `}` of `title`, in line 14",
            ("medicines}}", "medicines}"),
        ),
        id="a record with a brace too many",
    ),
    pytest.param(
        Mistake(
            BIB,
            (TITLE, TITLE.removesuffix(",")),
            "malformed-entry",
            r"write `title = \{\.\.\.\}(,)` with braces around the value and a comma after it",
            ("medicines}", "medicines}}{0}"),
        ),
        id="a comma forgotten",
    ),
    pytest.param(
        Mistake(
            BIB,
            ("kind = {cohort}", "kind = {retrospective}"),
            "malformed-entry",
            "write one of: .*(cohort).*",
            ("retrospective", "{0}"),
        ),
        id="a kind of study in other words",
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
            TERMS,
            ('data-aliases="LH"', "data-aliases=“LH”"),
            "malformed-term",
            r"write it as `\{ #luteinizing-hormone data-aliases=(\")one; two\" \}`, with straight quotes",
            ("“LH”", "{0}LH{0}"),
        ),
        id="smart quotes around an alias",
    ),
    pytest.param(
        Mistake(
            TERMS,
            ('data-aliases="LH"', 'data-aliases="LH; FSH"'),
            "duplicate-term",
            "keep one; the first is at docs/glossary.md:5",
            ("; FSH", ""),
        ),
        id="an alias that is taken",
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
            BIB,
            ("{raman2002aromatase", "{raman2002–aromatase"),
            "malformed-entry",
            "write it in small letters and digits only, such as `(.+)`, here and where it is cited",
            ("raman2002–aromatase", "{0}"),
        ),
        id="an en dash in the key of an entry",
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
            TERMS,
            ("## T\n", "### Libido { #libido }\n\nThe wish for sex.\n\n## T\n"),
            "unused-term",
            r"mention it as `(\[libido\])` where a reader meets it, or delete the entry",
            ("holds [FSH] back", "holds [FSH] back and drives {0}"),
        ),
        id="a term that no page mentions",
    ),
    pytest.param(
        Mistake(
            TERMS,
            ("## T\n", "### Inhibin A { #inhibin-a }\n\nA hormone from the ovary.\n\n## T\n"),
            "unused-term",
            r"mention it as `(\[Inhibin A\])` where a reader meets it, or delete the entry",
            ("holds [FSH] back", "holds [FSH] back, unlike {0}"),
        ),
        id="a term with a capital further on that no page mentions",
    ),
    pytest.param(
        Mistake(
            TERMS,
            ("### Testosterone { #testosterone }", "### Testosterone"),
            "malformed-term",
            r"end its heading with `(\{ #.+ \})`",
            ("### Testosterone", "### Testosterone {0}"),
        ),
        id="a term without an id",
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


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def type_over(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert text.count(old) >= 1, old
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def told(root: Path) -> Sequence[Finding]:
    return check_site(read_site(root), TODAY)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_gives_one_finding_whose_help_mends_it(mistake: Mistake, root: Path) -> None:
    assert told(root) == ()
    type_over(root, mistake.path, *mistake.typed)
    (finding,) = told(root)
    assert (finding.path, finding.code) == (mistake.path, mistake.told)
    said = re.fullmatch(mistake.help, finding.help)
    assert said, finding.help
    old, new = mistake.mended
    type_over(root, mistake.path, old, new.format(*said.groups()) if said.groups() else new)
    assert told(root) == ()
