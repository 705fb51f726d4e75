"""The glossary of a benchmark site: a number of terms comes in, the text of `glossary.md` goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_uppercase

from benchmarks.prose import Writer, coined

FRONT_MATTER = """\
---
title: Glossary
description: Every coined term of this benchmark site, explained.
---
"""


@dataclass(frozen=True, slots=True)
class Term:
    """One glossary entry: a name, its plural and, for some, a short form in capitals."""

    name: str
    """As the heading has it: `Bafodel`, or `Bafodel cell`."""
    aliases: tuple[str, ...]
    """The plural first, then for every fifth term a short form such as `QAB`."""

    @property
    def id(self) -> str:
        """The address of the entry on the glossary page: `bafodel-cell`."""
        return self.name.lower().replace(" ", "-")


def coined_terms(count: int) -> list[Term]:
    """As many terms as asked for, every third of two words."""
    return [_term(number) for number in range(count)]


def _term(number: int) -> Term:
    name = coined(number).capitalize() + (" cell" if number % 3 == 0 else "")
    short = f"Q{ascii_uppercase[number // 26 % 26]}{ascii_uppercase[number % 26]}"
    return Term(name, (f"{name.lower()}s", *([short] if number % 5 == 0 else [])))


def glossary_page(terms: Sequence[Term], keys: Sequence[str]) -> str:
    """Entries under a heading for each letter; each is defined by way of the one before it, then sourced."""
    ordered = sorted(terms, key=lambda term: term.name)
    numbers = {term: number for number, term in enumerate(ordered)}
    lines = [FRONT_MATTER, "# Glossary { #glossary }", ""]
    for letter, group in groupby(ordered, key=lambda term: term.name[0]):
        lines += [f"## {letter} {{ #letter-{letter.lower()} }}", ""]
        for term in group:
            lines += _entry(term, ordered[numbers[term] - 1], keys[numbers[term] % len(keys)])
    return "\n".join(lines)


def _entry(term: Term, before: Term, key: str) -> list[str]:
    writer = Writer(term.name)
    return [
        f'### {term.name} {{ #{term.id} data-aliases="{"; ".join(term.aliases)}" }}',
        "",
        f"{writer.title()}, or the part of it that works with the [{before.name.lower()}].",
        "",
        f"{writer.statement()} {writer.statement()}[@{key}]",
        "",
    ]
