"""Study data put any other way give findings or a model that holds together, and never an exception."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from apparatus.checks import check_site
from apparatus.model.site import build_site
from apparatus.model.studies import PATH, StudyData
from apparatus.model.study_fields import CERTAINTIES, DESIGNS, GROUPS, KINDS, RECORDS, UNITS
from apparatus.syntax.source import Source
from tests.study_text import WHOLE
from tests.support import BIBLIOGRAPHY, GLOSSARY, HOSTILE, TODAY

TOKENS = tuple(match.span() for match in re.finditer(r"\w+|\s+|[^\w\s]", WHOLE))
PIECES = (
    *(
        "",
        "",
        " ",
        "\n",
        "\n      ",
        "\t",
        ":",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        " #",
        '"',
        "'",
        "|",
        ">-",
    ),
    *(
        "&a ",
        "*a",
        "<<: *a",
        "!!str ",
        "!!python/name:os.system",
        "--- ",
        "...",
        "%",
        "@",
        "`",
        "? ",
        "~",
        "null",
    ),
    *(
        "0",
        "-1",
        "26",
        "1e999",
        "9" * 5000,
        ".inf",
        ".nan",
        "0x1A",
        "5,3",
        "−3",
        "1:30",
        "2001-01-01",
        "true",
    ),
    *(
        "not reported",
        "men",
        "%",
        "count",
        "up",
        "high",
        "very low",
        "not measured",
        "doe2001first",
        "nobody",
    ),
    *("é", "😀", "\u2028", "\x85", "\x00", "\x07", "\ufeff", "\u0301"),
    *("key: x\n    ", "results: []\n    ", "change: up\n        ", "value: 5\n        ", "studies: []\n"),
)
change = st.tuples(st.sampled_from(TOKENS), st.integers(0, 2), st.sampled_from(PIECES + HOSTILE))
anything = settings(
    derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck), print_blob=False
)


def mutated(changes: list[tuple[tuple[int, int], int, str]]) -> str:
    """The whole file with a piece before some tokens, in their place or after them."""
    text = WHOLE
    for (start, end), where, piece in sorted(changes, reverse=True):
        kept = text[start:end]
        text = text[:start] + (piece + kept, piece, kept + piece)[where] + text[end:]
    return text


@settings(anything, max_examples=600)
@given(st.lists(change, min_size=1, max_size=3).map(mutated))
@example(WHOLE)
@example(WHOLE + "  - *a")
def test_a_changed_file_is_reported_or_can_be_used(text: str) -> None:
    judge(text)


@settings(anything, max_examples=300)
@given(
    st.lists(st.sampled_from([*PIECES, *HOSTILE, "studies:", "outcomes:", "key:"]), max_size=12).map("".join)
)
def test_any_text_is_reported_or_can_be_used(text: str) -> None:
    judge(text)


def judge(text: str) -> None:
    sources = (("docs/glossary.md", GLOSSARY), ("bibliography.bib", BIBLIOGRAPHY), (PATH, text))
    site = build_site(Source(path, said) for path, said in sources)
    found = [finding for finding in check_site(site, TODAY) if finding.path == PATH]
    lines = text.split("\n")
    for finding in found:
        assert finding.line <= len(lines), finding
        assert finding.column <= len(lines[finding.line - 1]) + 1, finding
        assert "\n" not in finding.message + finding.help, finding
    assert len({(finding.line, finding.column, finding.message) for finding in found}) == len(found)
    assert bool(site.studies.faults) <= any(finding.code == "malformed-study" for finding in found)
    assert_usable(site.studies)
    if not found:
        assert site.studies.studies
        assert {key for _, key in site.studies.keys} <= site.bibliography.by_key.keys()


def assert_usable(data: StudyData) -> None:
    """Whatever the faults: what was read has the words and types that it is to have."""
    for study in data.studies:
        assert data.by_key[study.key].key == study.key
        assert (study.group in GROUPS, study.design in DESIGNS, study.record in RECORDS) == (True, True, True)
        for result in study.results:
            assert result.outcome in UNITS
            assert result.kind in {"", *KINDS}
            assert all(abs(figure) < 1e9 for _, figure in result.figures)
    for outcome in data.outcomes:
        assert outcome.certainty in CERTAINTIES
