"""The sources of a benchmark site: a number of entries comes in, the text of `bibliography.bib` goes out."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.prose import Writer, coined

FAMILY_NAMES_FROM = 50_000
KINDS = ("randomized trial", "cohort", "review", "laboratory study", "uncontrolled study", "meta-analysis")
JOURNALS = ("Journal of Invented Results", "Annals of Filler Text", "Archives of Measured Time")


def coined_keys(count: int) -> list[str]:
    """Citation keys in the shape of the real ones: `dokamen1984word17`."""
    return [f"{_family(number)}{_year(number)}word{number}" for number in range(count)]


def bibliography_file(keys: Sequence[str]) -> str:
    """One full record for each key, sorted by key as the real file is."""
    records = {key: _record(key, number) for number, key in enumerate(keys)}
    return "\n".join(records[key] for key in sorted(records))


def _record(key: str, number: int) -> str:
    fields = [f"  {name} = {{{text}}},\n" for name, text in _fields(number).items()]
    return "".join([f"@article{{{key},\n", *fields, "}\n"])


def _fields(number: int) -> dict[str, str]:
    return {
        "author": " and ".join(_author(number + step) for step in range(1 + number % 8)),
        "title": f"{Writer(number).title()} and what became of {coined(number + FAMILY_NAMES_FROM)}",
        "journal": JOURNALS[number % len(JOURNALS)],
        "year": str(_year(number)),
        "volume": str(1 + number % 90),
        "number": str(1 + number % 12),
        "pages": f"{100 + number}--{108 + number}",
        "doi": f"10.5555/bench.{number}",
        "pmid": str(30_000_000 + number),
        "kind": KINDS[number % len(KINDS)],
        "size": str(12 + number % 300),
        "record": "seen",
    }


def _author(number: int) -> str:
    return f"{_family(number).capitalize()}, Ann B."


def _family(number: int) -> str:
    return coined(FAMILY_NAMES_FROM + number)


def _year(number: int) -> int:
    return 1980 + number % 45
