"""The notes that close a page: each entry printed once per build and put where a note leaves room for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from pybtex.database import Entry

from apparatus.vancouver import SafeHtmlBackend, VancouverStyle

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

        self.html = html

    def fill(self, content: str) -> str:
        """A page's HTML with each slot filled."""
        return SLOT.sub(lambda slot: self.html(slot["key"]), content)


def slot(key: str) -> str:
    """What a note holds until its entry is put in."""
    return f"{OPENING}{key}{CLOSING}"


def split_notes(content: str) -> tuple[str, str]:
    """A page's HTML without its notes, and the list of notes alone; empty where it has none."""
    body, found, notes = content.rpartition(NOTES)
    if not found:
        return content, ""
    # The notes close the page, and may hold boxes of their own.
    listed, _, after = notes.rpartition("</div>")
    return body + after, listed.replace("<hr />", "", 1).strip()
