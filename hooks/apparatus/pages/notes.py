"""The notes that close a page, with the places where an entry goes; each entry is printed once per build."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from pybtex.database import Entry, parse_string

from apparatus.publishing.vancouver import SafeHtmlBackend, VancouverStyle
from apparatus.syntax.source import Source

# Stands in a note for the entry it is of. Private characters, so that Markdown passes them by.
OPENING, CLOSING = "\uf8e0", "\uf8e1"
SLOT = re.compile(rf"{OPENING}(?P<key>[\w-]+){CLOSING}")
NOTES = '<div class="footnote">'


class PrintedEntries:
    """Entries as HTML, each formatted at most once."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        # pybtex annotates neither constructor.
        style, backend = VancouverStyle(), SafeHtmlBackend()  # type: ignore[no-untyped-call]

        @cache
        def html(key: str) -> str:
            # In a preview of a faulty file, the checks may have read an entry that pybtex did not.
            return str(style.format_entry("", entries[key]).text.render(backend)) if key in entries else ""

        self.entries = entries
        self.html = html


@lru_cache(maxsize=1)  # for a preview, which reads the same bibliography at each save
def printed_entries(source: Source | None) -> PrintedEntries:
    """The entries of a bibliography as the style takes and prints them.

    Raises:
        ValueError: there is no file that could be read.
        PybtexError: pybtex, which gives up at the first fault, cannot read it.
    """
    if source is None:
        raise ValueError("there is no text")
    return PrintedEntries(parse_string(source.text, "bibtex").entries)


def slot(key: str) -> str:
    """What a note holds until its entry is put in."""
    return f"{OPENING}{key}{CLOSING}"


def note_parts(notes: str) -> tuple[tuple[str, str], ...]:
    """A list of notes as pieces of HTML, each with the key of the entry that goes after it, if any."""
    pieces = SLOT.split(notes)
    return tuple(zip(pieces[::2], [*pieces[1::2], ""], strict=True)) if notes else ()


def split_notes(content: str) -> tuple[str, str]:
    """A page's HTML without its notes, and the list of notes alone; empty where it has none."""
    body, found, notes = content.rpartition(NOTES)
    if not found:
        return content, ""
    # The notes close the page, and may hold boxes of their own.
    listed, _, after = notes.rpartition("</div>")
    return body + after, listed.replace("<hr />", "", 1).strip()
