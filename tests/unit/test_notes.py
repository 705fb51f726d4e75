"""Notes: each entry is printed once, put where a note leaves room for it, and set apart from the text."""

from __future__ import annotations

import pytest
from pybtex.database import parse_string

from apparatus.pages import notes
from apparatus.pages.notes import PrintedEntries, note_parts, slot, split_notes
from apparatus.publishing.vancouver import VancouverStyle
from tests.support import BIBLIOGRAPHY, converted, parse

ENTRIES = parse_string(BIBLIOGRAPHY, "bibtex").entries


def test_a_list_of_notes_is_cut_where_its_entries_go() -> None:
    notes = f"<li>{slot('doe2001first')}</li><li>{slot('roe2002second')}</li>"
    assert note_parts(notes) == (("<li>", "doe2001first"), ("</li><li>", "roe2002second"), ("</li>", ""))


def test_what_is_no_slot_stays() -> None:
    assert note_parts("<li>doe2001first</li>") == (("<li>doe2001first</li>", ""),)


def test_a_page_without_notes_has_no_parts() -> None:
    assert note_parts("") == ()


def test_an_unknown_entry_leaves_an_empty_note() -> None:
    assert PrintedEntries(ENTRIES).html("nobody2000") == ""


def test_an_entry_is_formatted_at_most_once(monkeypatch: pytest.MonkeyPatch) -> None:
    formatted: list[str] = []

    class Counting(VancouverStyle):
        def format_entry(self, label, entry, bib_data=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            formatted.append(entry.key)
            return super().format_entry(label, entry, bib_data)

    monkeypatch.setattr(notes, "VancouverStyle", Counting)
    entries = PrintedEntries(ENTRIES)
    for _ in range(3):
        entries.html("doe2001first")
    assert formatted == ["doe2001first"]


def test_notes_are_set_apart_from_the_text() -> None:
    body, listed = split_notes(
        converted("Known.[@doe2001first] Why.[^why]\n\n[^why]: Because of `</div>`.\n")
    )
    assert parse(body).css_first("li") is None
    assert len(parse(body).css("a.footnote-ref")) == 2
    assert len(parse(listed).css("ol > li")) == 2
    assert "&lt;/div&gt;" in listed


def test_a_page_without_notes_has_none() -> None:
    html = converted('Nothing to note, but `<div class="footnote">` in code.')
    assert split_notes(html) == (html, "")


def test_a_note_may_hold_a_box_and_a_rule_of_its_own() -> None:
    note = "Because.\n\n    /// note | T\n\n    In a box.\n\n    ///\n\n    * * *\n"
    body, listed = split_notes(converted(f"Why.[^why]\n\n[^why]: {note}\nAfter.\n"))
    assert [str(node.tag) for node in parse(body).css("body > *")] == ["p", "p"]
    assert [str(node.tag) for node in parse(listed).css("li > *")] == ["p", "div", "hr", "p"]
    assert parse(listed).css_first("a.footnote-backref") is not None
