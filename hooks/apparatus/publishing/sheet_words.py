"""The words that a sheet explains: its text and the glossary come in, terms as the sheet calls them go out.

A page explains a term where it is first linked; a sheet may lack that place, so every name of a term counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from apparatus.language.wording import Vocabulary
from apparatus.model.glossary import Glossary
from apparatus.publishing.sheet_text import SheetText
from apparatus.syntax.names import is_exact


@dataclass(frozen=True, slots=True)
class Word:
    """A term of a sheet."""

    id: str
    """The id of its entry."""
    said: str
    """What the sheet calls it: `Sex drive`, where the entry's name is `Libido`."""
    definition: str
    """What it means."""


def sheet_words(glossary: Glossary, vocabulary: Vocabulary, text: SheetText) -> tuple[Word, ...]:
    """The terms of a sheet by the alphabet, each under the name that its reader would look for."""
    said = dict(_linked(glossary, text)) | dict(_named(vocabulary, text))
    words = (
        Word(term.id, said[term.id], term.plain_definition) for term in glossary.terms if term.id in said
    )
    return tuple(sorted(words, key=lambda word: word.said.casefold()))


def _named(vocabulary: Vocabulary, text: SheetText) -> Iterator[tuple[str, str]]:
    """Terms with the first of their names in the text; everyday words only where they are linked."""
    plain, seen = text.plain, set[str]()
    for wording in vocabulary.find(plain):
        term = wording.term
        if term.id not in seen and (not term.optional or term.id in text.terms):
            seen.add(term.id)
            yield term.id, _capital(" ".join(plain[wording.start : wording.end].split()))


def _linked(glossary: Glossary, text: SheetText) -> Iterator[tuple[str, str]]:
    """Terms with the words that link them, for those that are linked by no name of theirs."""
    for term in glossary.terms:
        if term.id in text.terms:
            yield term.id, f"{term.name} (“{text.terms[term.id]}”)"


def _capital(name: str) -> str:
    return name if is_exact(name) else name[:1].upper() + name[1:]
