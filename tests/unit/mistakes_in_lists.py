"""Typical mistakes in the bibliography and the glossary: what is typed, what is told, and what mends it."""

from __future__ import annotations

import pytest

from tests.unit.newcomer import BIB, TERMS, Mistake

TITLE = "title = {A randomized comparison of two medicines},"

MISTAKES = [
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
]
