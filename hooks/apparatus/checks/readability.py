"""The check that pages for patients and definitions stay easy to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from apparatus.language.grades import tally
from apparatus.language.readability import (
    DEFINITION_GRADE,
    LEAST_SENTENCES,
    DefinitionLevel,
    Limits,
    adjusted,
    definition_levels,
    limits_of,
    reading_level,
)
from apparatus.language.sentences import Sentence, read_sentences
from apparatus.language.wording import Vocabulary, vocabulary_of
from apparatus.model import glossary as glossary_page
from apparatus.model.page import Page
from apparatus.model.site import Site
from apparatus.syntax.finding import Finding


def hard_to_read(site: Site) -> Iterator[Finding]:
    """Pages and definitions over their reading level, and sentences that are too long."""
    vocabulary = vocabulary_of(site.glossary)
    for page in site.pages:
        limits = limits_of(page)
        if limits is not None and page.is_whole:
            sentences = read_sentences(page)
            yield from _long_sentences(page, sentences, limits)
            if _knows_its_terms(site, page):
                yield from _hard_page(page, sentences, limits, vocabulary)
    glossary = site.page(glossary_page.PATH)
    if glossary is not None and _knows_its_terms(site, glossary):
        yield from _hard_definitions(glossary, definition_levels(site, vocabulary))


def _knows_its_terms(site: Site, page: Page) -> bool:
    """Whether the names that its adjusted count leaves out can all be looked up: one mistake, one finding."""
    lost = any(term.lost for term in site.glossary.terms)
    return site.has_glossary and not lost and all(site.term(mention) for mention in page.references.mentions)


def _long_sentences(page: Page, sentences: Sequence[Sentence], limits: Limits) -> Iterator[Finding]:
    for sentence in sentences:
        length = len(sentence.words)
        if limits.longest is not None and length > limits.longest:
            message = f"this sentence has {length} words, over the limit of {limits.longest}"
            help = "split it in two, or leave words out"
            yield page.source.finding(sentence.start, "hard-to-read", message, help)


def _hard_page(
    page: Page, sentences: Sequence[Sentence], limits: Limits, vocabulary: Vocabulary
) -> Iterator[Finding]:
    level = reading_level(page, sentences, vocabulary)
    if level.raw.sentences < LEAST_SENTENCES:
        return
    grades, mean = level.adjusted, level.raw.mean_length
    if max(grades.flesch_kincaid, grades.smog) > limits.grade:
        measured = f"{grades.flesch_kincaid:.2f} by Flesch-Kincaid and {grades.smog:.2f} by SMOG"
        message = f"this page reads at grade {measured}, over the limit of {limits.grade}"
        hardest = max(sentences, key=lambda sentence: _hardness(sentence, vocabulary))
        help = f"use shorter words and sentences, first of all at {_place(page, hardest)}"
        yield page.source.finding(0, "hard-to-read", message, help)
    if limits.mean_length is not None and mean > limits.mean_length:
        message = f"the mean sentence has {mean:.2f} words, over the limit of {limits.mean_length}"
        longest = max(sentences, key=lambda sentence: sentence.is_counted and len(sentence.words))
        help = f"split long sentences, first of all the one at {_place(page, longest)}"
        yield page.source.finding(0, "hard-to-read", message, help)


def _hardness(sentence: Sentence, vocabulary: Vocabulary) -> tuple[int, int]:
    counted = tally([adjusted(sentence.text, vocabulary)] if sentence.is_counted else [])
    return counted.polysyllables, counted.words


def _place(page: Page, sentence: Sentence) -> str:
    line, _ = page.source.position(sentence.start)
    return f"{page.path}:{line}"


def _hard_definitions(page: Page, levels: Iterable[DefinitionLevel]) -> Iterator[Finding]:
    for level in levels:
        if level.grade > DEFINITION_GRADE:
            grade = f"{level.grade:.2f} by Flesch-Kincaid, over the limit of {DEFINITION_GRADE}"
            message = f"the definition of `{level.name}` reads at grade {grade}"
            help = "use shorter words and sentences, and leave details to the next paragraph"
            yield page.source.finding(level.start, "hard-to-read", message, help)
