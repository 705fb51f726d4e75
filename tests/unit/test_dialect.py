"""The dialect: what it leaves out, and which addresses it has."""

from __future__ import annotations

import pytest

from apparatus.model.dialect import is_safe_address, read_oddities
from apparatus.syntax.prose import read_prose


def oddities(text: str) -> list[tuple[int, str]]:
    return [(oddity.start, oddity.what) for oddity in read_oddities(text, read_prose(text))]


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        pytest.param("a\n\n    b", "b", "code by indentation", id="four spaces"),
        pytest.param("a\n\n\tb", "b", "code by indentation", id="a tab"),
        pytest.param("- a\n\n        b", "b", "code by indentation", id="deeper than its item"),
        pytest.param('--8<-- "b"', "-", "a snippet from another file", id="a snippet"),
        pytest.param("*[b]: c", "*", "an abbreviation's definition", id="an abbreviation"),
        pytest.param("a\n===", "=", "an underlined heading", id="underlined twice"),
        pytest.param("a\n---", "-", "an underlined heading", id="underlined once"),
        pytest.param("a\x00", "\x00", "a control character", id="a character nobody sees"),
        pytest.param(">" * 13 + "a", "a", "a list or quote nested too deeply", id="quotes in quotes"),
        pytest.param("a\n- b", "-", "a list under a line of text", id="a list without a blank line above"),
        pytest.param(
            "a <!-- b\n-->", "<", "a comment of several lines beside text", id="a long comment within text"
        ),
        pytest.param("/// note\na", "/", "a block that nothing closes", id="an open block"),
        pytest.param("/// nope\na\n///", "/", "a block's mark that fits no block", id="an unknown block"),
        pytest.param("a\n\n///", "/", "a block's mark that fits no block", id="a closing mark alone"),
    ],
)
def test_what_the_dialect_leaves_out_is_named_once(text: str, place: str, what: str) -> None:
    ((start, found),) = oddities(text)
    assert text[start:].startswith(place)
    assert found == what


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- a\n\n    b\n\n    - c\n\n        d", id="paragraphs of items"),
        pytest.param("[^a]: b\n\n    c", id="a second paragraph of a note"),
        pytest.param("a\n    b", id="a line of a paragraph, however far it is indented"),
        pytest.param("a\n\n---\n\nb", id="a rule"),
        pytest.param("> a\n>\n> - b\n>     - c", id="a list in a quote"),
        pytest.param("//// note\n\n/// tip\na\n///\n\n////", id="a block in a block"),
        pytest.param("<!-- a -->      b\n\n<!--\n\n      c\n-->", id="comments, and text after one"),
        pytest.param("```\n    a\n===\n```", id="code in a fence"),
        pytest.param("a\tb", id="a tab"),
    ],
)
def test_what_the_dialect_has_is_silent(text: str) -> None:
    assert oddities(text) == []


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("page.md#place", True),
        ("../page.md?a=b:c", True),
        ("/page.md", True),
        ("#place", True),
        ("", True),
        ("https://example.org/", True),
        ("HTTP://example.org/", True),
        ("mailto:a@b.org", True),
        ("%6Aavascript:x", True),
        ("javascript:x", False),
        ("JavaScript:x", False),
        (" java\tscript:x", False),
        ("java\x00script:x", False),
        ("java&#115;cript:x", False),
        ("javascript&colon;x", False),
        ("jav&Tab;ascript:x", False),
        ("\u200bjavascript:x", False),
        ("data:text/html,x", False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("/\\example.org", False),
        ("\\\\example.org", False),
        ("&#47;/example.org", False),
    ],
)
def test_an_address_is_safe_where_a_browser_runs_nothing_and_stays_here(address: str, safe: bool) -> None:
    assert is_safe_address(address) is safe
