"""The bibliography in the order of its keys, every entry as its author wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from apparatus.model.bibliography import Bibliography, Entry, read_bibliography
from apparatus.syntax.source import Source


def sorted_bibliography(bibliography: Bibliography) -> tuple[str, list[str]]:
    """The file's text with its entries by key, and what was done or why nothing was.

    A comment above an entry moves with it.
    """
    source = bibliography.source
    if source is None:
        return "", []
    keys = [entry.key for entry in bibliography.entries]
    if keys == sorted(keys):
        return source.text, []
    if bibliography.faults or bibliography.duplicates:
        return source.text, ["not sorted, because it holds entries that cannot be read or stand twice"]
    head, *pieces = _pieces(source.text, bibliography.entries)
    ordered = [piece for _, piece in sorted(zip(keys, pieces, strict=True), key=lambda keyed: keyed[0])]
    text = head + "\n\n".join(piece.strip("\n") for piece in ordered) + "\n"
    if not _says_the_same(source, text, bibliography):
        return source.text, ["not sorted, because something between the entries would change its meaning"]
    return text, ["sorted by key"]


def _pieces(text: str, entries: tuple[Entry, ...]) -> Iterator[str]:
    """The text above the first entry, then each entry with what stands above it."""
    starts = [text.rfind("\n", 0, entry.start) + 1 for entry in entries]
    ends = [end_of_entry(text, entry.start) for entry in entries]
    yield text[: starts[0]]
    yield text[starts[0] : ends[0]]
    for before, after in pairwise(ends):
        yield text[before:after]


def end_of_entry(text: str, start: int) -> int:
    """The offset after the brace that closes the entry that starts at an offset."""
    depth, at = 0, text.find("{", start)
    while at < len(text):
        if text[at] in "{}" and text[at - 1] != "\\":
            depth += 1 if text[at] == "{" else -1
            if depth == 0:
                return at + 1
        at += 1
    return at


def _says_the_same(source: Source, text: str, before: Bibliography) -> bool:
    after = read_bibliography(Source(source.path, text))
    kept = sorted(filter(str.strip, source.text.split("\n"))) == sorted(filter(str.strip, text.split("\n")))
    return kept and not after.faults and _contents(after) == _contents(before)


def _contents(bibliography: Bibliography) -> dict[str, dict[str, str]]:
    return {
        entry.key: {name: field.value for name, field in entry.fields.items()}
        for entry in bibliography.entries
    }
