"""Readability: reading levels of pages and definitions, and how the names of the glossary are counted."""

from __future__ import annotations

import pytest

from apparatus.language.grades import Tally
from apparatus.language.readability import (
    LEAST_SENTENCES,
    LIMITS,
    Limits,
    adjusted,
    definition_levels,
    hardest_definition,
    limits_of,
    reading_levels,
)
from apparatus.language.wording import Vocabulary
from apparatus.model.site import build_site
from apparatus.syntax.source import Source
from tests.support import page_of, site_of

FUNDAMENTALS = "docs/fundamentals/hormones.md"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Leydig cells act.", "term act.", id="a name of two words"),
        pytest.param("The pituitary gland's FSH", "The term's term", id="a genitive"),
        pytest.param("Both (FSH, LH).", "Both (term, term).", id="between signs"),
        pytest.param("Leydig tumors and fsh", "Leydig tumors and fsh", id="no name"),
        pytest.param("An FSH-like effect", "An FSH-like effect", id="within a compound"),
    ],
)
def test_a_name_of_the_glossary_is_one_plain_word(text: str, expected: str) -> None:
    assert adjusted(text, Vocabulary(site_of().glossary)) == expected


def test_other_words_for_a_term_are_words_like_others() -> None:
    site = site_of("# H { #h }\n\nSome [peculiar organs][FSH] and [FSH] react.\n", path=FUNDAMENTALS)
    (level,) = reading_levels(site)
    assert level.raw == Tally(1, 6, 13, 2)
    assert level.adjusted == Tally(1, 6, 11, 1)


def test_pages_come_from_simple_to_deep() -> None:
    text = "# H { #h }\n\nIt rose again, and then it fell.\n\n- how it rose, and how it fell again later\n"
    tiers = ["fundamentals", "intermediate", "academic"]
    paths = ["docs/about.md", "docs/index.md", *(f"docs/{tier}/hormones.md" for tier in tiers)]
    levels = reading_levels(build_site(Source(path, text) for path in reversed(paths)))
    assert [(level.path, level.tier) for level in levels] == [*zip(paths[1:], ["", *tiers], strict=True)]
    assert {(level.title, level.raw.words, level.longest) for level in levels} == {("H", 7, 9)}


@pytest.mark.parametrize(
    ("path", "limits"),
    [
        ("docs/index.md", LIMITS["fundamentals"]),
        ("docs/next-steps.md", LIMITS["fundamentals"]),
        (FUNDAMENTALS, Limits(grade=8, mean_length=15, longest=25)),
        ("docs/intermediate/hormones.md", Limits(grade=12)),
        ("docs/academic/hormones.md", None),
        ("docs/about.md", None),
    ],
)
def test_a_page_has_the_limits_of_its_readers(path: str, limits: Limits | None) -> None:
    assert limits_of(page_of(site_of("# H\n", path=path), path)) == limits
    assert LEAST_SENTENCES == 10


GLOSSARY = """\
# Glossary

## F

### FSH { #fsh data-aliases="follitropin" }

Short. The [pituitary gland] makes
follitropin.

An exceptionally complicated explanation follows.

### Nothing { #nothing }

### Pituitary gland { #pituitary-gland }

A gland of the head.
"""


def test_a_definition_is_the_first_paragraph_of_an_entry_and_all_of_it() -> None:
    site = site_of(glossary=GLOSSARY)
    levels = list(definition_levels(site, Vocabulary(site.glossary)))
    assert [(level.name, GLOSSARY[level.start :][:5]) for level in levels] == [
        ("FSH", "Short"),
        ("Pituitary gland", "A gla"),
    ]
    assert levels[0].grade == pytest.approx(0.39 * 5 / 2 + 11.8 * 5 / 5 - 15.59)
    assert hardest_definition(site) == max(levels, key=lambda level: level.grade)


def test_a_guide_without_a_glossary_has_no_definition() -> None:
    assert hardest_definition(build_site([])) is None
