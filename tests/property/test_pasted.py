"""Whatever is pasted, the bibliography stays one that can be read, with all that it had."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from apparatus.commands.latex import to_unicode
from apparatus.commands.new_source import Choices, new_sources
from apparatus.model.bibliography import read_bibliography
from apparatus.syntax.source import Source
from tests.support import BIBLIOGRAPHY, site_of

PIECES = st.sampled_from(
    [
        *("@article{a,\n", "@misc{b:c,", "@string{x = {y}}", "@comment{", "@"),
        *("author = {Poe, Edgar},\n", "title = {A {Study}},\n", 'title = "One",\n', "year = 2003,\n"),
        *("doi = {https://doi.org/10.1000/x},", "note = {PMID: 12},", "journal = {J. Ex.},", "pages = {1-9}"),
        *("{", "}", '"', ",", "=", "#", "\\", "%", "\n", " ", '\\"u', "{\\c{s}}", "$x$", "&amp;", "<i>", "é"),
    ]
)
PASTES = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60)
RECORDS = PASTES.map(
    lambda held: f"@article{{k,\n author = {{Poe, Edgar}},\n title = {{A {held} study}}\n}}\n"
)


@given(PASTES | RECORDS)
def test_a_paste_never_breaks_the_bibliography(paste: str) -> None:
    before = read_bibliography(Source("bibliography.bib", BIBLIOGRAPHY))
    outcome = new_sources(site_of(), paste, Choices("review"))
    after = read_bibliography(Source("bibliography.bib", outcome.text or BIBLIOGRAPHY))
    assert after.faults == ()
    for key, entry in before.by_key.items():
        assert {name: field.value for name, field in after.by_key[key].fields.items()} == {
            name: field.value for name, field in entry.fields.items()
        }


@given(PASTES | RECORDS)
def test_a_paste_twice_is_as_good_as_once(paste: str) -> None:
    first = new_sources(site_of(), paste, Choices("review")).text or BIBLIOGRAPHY
    second = new_sources(site_of(bibliography=first), paste, Choices("review"))
    assert (second.text or first) == first


@given(st.text())
def test_any_text_can_be_read_as_letters(text: str) -> None:
    assert isinstance(to_unicode(text), str)
