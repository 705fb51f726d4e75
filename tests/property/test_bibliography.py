"""A bibliography without findings is one that pybtex reads as the checks do, and that can be printed."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from apparatus.checks import check_site
from apparatus.model.bibliography import PATH
from apparatus.pages.notes import PrintedEntries
from tests.support import TODAY, site_of

WHOLE = """\
% A comment at the head.
@string{press = {Example Press}}

@book{roe2002second,
  author = {Roe, Richard},
  title = "A {second} study",
  publisher = press # {, London},
  year = 2002,
  month = jan,
  kind = {review},
  record = {seen},
}

% A comment between entries.
@misc{poe2003third, author = {Poe, Edgar and others}, title = {Müller: 50 -- 60},
  year = {2003}, kind = {review}, record = {seen}}
"""
PIECES = (
    *("", "", "{", "}", '"', ",", "=", "#", "@", "%", "(", ")", " ", "\n", "é", "~"),
    *("@misc{aa,\n", "@misc(bb,\n", "@comment{x}\n", "@preamble{x}\n", "@string{jan = {x}}\n", "}\n}\n"),
    *("% ada@example.org\n", "% @misc{cc,}\n", "note = {ada@example.org},", "author = {A, B, C, D},"),
    *(
        "author = { and Doe},",
        "journal = press,\n",
        "month = foo,\n",
        "press # ",
        " and ",
        " and and ",
        "others",
    ),
    *(
        "\\textit{x}",
        "\\'e",
        "{\\aa}",
        "\\url{x}",
        "x-y = {1},",
        "title",
        "title = {},",
        "record = {seen},\n",
    ),
)
PEOPLE = {"author", "editor"}
cut = st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 3), st.sampled_from(PIECES))


def changed(cuts: list[tuple[int, int, str]]) -> str:
    """The whole file with a few pieces cut out or put in."""
    text = WHOLE
    for at, length, piece in cuts:
        text = text[:at] + piece + text[at + length :]
    return text


@settings(
    max_examples=400,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(cut, min_size=1, max_size=3).map(changed))
@example(WHOLE)
def test_what_has_no_finding_can_be_read_and_printed(text: str) -> None:
    site = site_of(bibliography=text)
    found = {finding.code for finding in check_site(site, TODAY) if finding.path == PATH}
    if found <= {"uncited-entry"}:
        entries = parse_string(text, "bibtex").entries
        assert sorted(entries) == sorted(site.bibliography.by_key)
        for key, entry in site.bibliography.by_key.items():
            read = {name: squeezed(value) for name, value in entries[key].fields.items()}
            assert {name: squeezed(entry.value(name)) for name in entry.fields.keys() - PEOPLE} == read
            assert PrintedEntries(entries).html(key)


def squeezed(value: str) -> str:
    return "".join(value.split())
