"""The lines that docs/checks.md shows as bad give their finding, and those that it shows as good do not."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from apparatus.checks import CODES, check_site
from apparatus.commands.explain import PATH, Section, read_sections
from apparatus.model.site import read_site
from tests.miniature import BASE
from tests.study_text import WHOLE
from tests.support import REPOSITORY, TODAY

SECTIONS = read_sections((REPOSITORY / PATH).read_text("utf-8"))
GLOSSARY, BIBLIOGRAPHY, STUDIES, GO = (
    "docs/glossary.md",
    "bibliography.bib",
    "docs/studies.yml",
    "docs/go.yml",
)
CODE_LIST, CHANGES, ADDRESSES = "docs/codes.yml", "docs/about/changes.md", "docs/addresses.txt"
PAGE = "docs/page.md"
DATES = "reviewed: 2026-11-23\nnext_review: 2027-11-23\nclinical_review: none\n"
TIER = f"---\ntitle: Example\ndescription: An example.\n{DATES}---\n\n# Example {{ #example }}\n\n"
SAFETY = "docs/fundamentals/safety.md"

NOT_SHOWN = {
    "unreadable-file": "a file that cannot be read has no line to show",
    "unrendered-reference": "what a build shows is no line of a source",
}
"""Codes whose lines cannot be put into a file, and why."""
PAGES_SHOWN = {"missing-tier"}
"""Codes whose lines are the names of pages."""
BESIDE = {"unused-term", "uncited-entry", "missing-tier", "lost-address"}
"""Codes of what the frame around a shown line lacks; each counts for its own section alone."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The site that shown lines are put into."""

    path: str = PAGE
    """The file that they become a part of."""
    before: str = ""
    """What stands in it above them."""
    after: str = ""
    """What stands in it below them."""
    excerpt: bool = False
    """Whether the lines are a part of something, so that other findings may follow from what is cut off."""
    seen: str = ""
    """The file where findings are looked for; empty for the shown lines themselves."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Other files of the site."""


ENTRY = Frame(BIBLIOGRAPHY, excerpt=True)
ON_TIER = Frame("docs/academic/example.md", before=TIER)
STUDY = WHOLE[: WHOLE.index("      - outcome: testosterone")]
CODE_HEAD = (REPOSITORY / CODE_LIST).read_text("utf-8").partition("\ncodes:")[0] + "\ncodes:\n"
TERMS = Frame(GLOSSARY, before=f"{(BASE / GLOSSARY).read_text('utf-8')}\n", excerpt=True)

SECTION_TEXT = "".join(
    f"## Part {{ #{name} }}\n\nWords.\n\n" for name in ("when-to-call", "what-was-seen", "bone")
)
ON_PAGES = (
    *("unclosed-fence", "unknown-term", "malformed-mention", "unknown-citation", "malformed-citation"),
    *("unconfirmed-source", "ragged-table", "uncaptioned-table", "outside-dialect", "unsafe-html"),
)

BAD: Mapping[str, Frame] = {
    **dict.fromkeys(ON_PAGES, Frame()),
    **dict.fromkeys(("unlinked-term", "unsourced-figure", "missing-id"), ON_TIER),
    **dict.fromkeys(("malformed-entry", "duplicate-entry", "missing-field"), ENTRY),
    "uncited-entry": Frame(
        BIBLIOGRAPHY,
        before=(BASE / BIBLIOGRAPHY).read_text("utf-8"),
        excerpt=True,
        files={GLOSSARY: (BASE / GLOSSARY).read_text("utf-8")},
    ),
    **dict.fromkeys(("malformed-term", "duplicate-term", "undefined-term", "unused-term"), TERMS),
    "malformed-study": Frame(STUDIES, before=STUDY, excerpt=True),
    "doubtful-figure": Frame(STUDIES, before=f"{STUDY}      - outcome: motility\n", excerpt=True),
    **dict.fromkeys(
        ("malformed-front-matter", "overdue-review"), Frame(before="---\n", after="---\n\n# Page\n")
    ),
    "missing-front-matter": Frame(
        "docs/academic/example.md", "---\n", "---\n\n# Page { #page }\n", seen="same"
    ),
    "malformed-identifier": Frame(BIBLIOGRAPHY, "@article{a,\n", "}\n", excerpt=True),
    "ragged-table": Frame(after="\n\n/// table-caption\nMedicines.\n///\n"),
    "malformed-sheet": Frame(
        SAFETY,
        before=f"---\ntitle: Example\ndescription: An example.\n{DATES}",
        after=f"---\n\n# Example {{ #example }}\n\n{SECTION_TEXT}",
    ),
    "malformed-change": Frame(CHANGES, "# Changes { #changes }\n\n", files={SAFETY: f"{TIER}Call.\n"}),
    "malformed-address": Frame(GO, files={SAFETY: TIER + "## When to call { #when-to-call }\n\nAt once.\n"}),
    "lost-address": Frame(
        SAFETY,
        before=TIER,
        after="\n\nAt once.\n",
        seen=ADDRESSES,
        files={ADDRESSES: "fundamentals/safety/#when-to-call\n"},
    ),
    "malformed-code": Frame(CODE_LIST, before=CODE_HEAD, excerpt=True),
    "hard-to-read": Frame("docs/fundamentals/example.md", before=TIER),
}
"""Where the bad lines of a section go."""
GOOD: Mapping[str, Frame] = {**BAD, "unused-term": Frame(), "uncited-entry": Frame()}
"""Where the good lines go."""


def section(code: str) -> Section:
    found = SECTIONS[code]
    assert found is not None
    return found


def told(code: str, frame: Frame, lines: str, root: Path) -> set[str]:
    """The codes of what the checks say of some lines in their frame."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for path in (GLOSSARY, BIBLIOGRAPHY):
        shutil.copy(REPOSITORY / path, root / path)
    text = f"{frame.before}{lines}\n{frame.after}"
    for path, content in {**frame.files, frame.path: text}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, "utf-8")
    first = frame.before.count("\n") + 1
    last = first + lines.count("\n")
    findings = check_site(read_site(root), TODAY)
    return {
        finding.code
        for finding in findings
        if finding.code not in BESIDE - {code}
        and (finding.path == (frame.seen if frame.seen != "same" else frame.path) or not frame.seen)
        and (frame.seen or (finding.path == frame.path and first <= finding.line <= last))
    }


SHOWN = [code for code in CODES if code in BAD]


def test_every_code_has_a_place_for_its_lines_or_a_reason_why_not() -> None:
    assert {*SHOWN, *NOT_SHOWN, *PAGES_SHOWN} == set(CODES)
    assert not NOT_SHOWN.keys() & {*SHOWN, *PAGES_SHOWN}


@pytest.mark.parametrize("code", SHOWN)
def test_the_bad_lines_give_their_finding(code: str, tmp_path: Path) -> None:
    found = told(code, BAD[code], section(code).bad, tmp_path)
    assert code in found
    assert BAD[code].excerpt or found == {code}


@pytest.mark.parametrize("code", SHOWN)
def test_the_good_lines_do_not(code: str, tmp_path: Path) -> None:
    found = told(code, GOOD[code], section(code).good, tmp_path)
    assert code not in found
    assert GOOD[code].excerpt or found == set()


@pytest.mark.parametrize(("lines", "expected"), [("bad", True), ("good", False)])
def test_the_pages_of_a_topic_give_the_finding_when_one_is_missing(
    lines: str, expected: bool, tmp_path: Path
) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    for path in re.findall(r"docs/\S+", getattr(section("missing-tier"), lines)):
        (tmp_path / path).write_text(f"{TIER}Words.\n", "utf-8")
    found = {finding.code for finding in check_site(read_site(tmp_path), TODAY)}
    assert ("missing-tier" in found) is expected
