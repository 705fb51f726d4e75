"""The last touches on built pages: scripts as files, the foot of paper, search that knows terms."""

from __future__ import annotations

import json

import pytest

from apparatus.publishing.finishing import (
    POLICY,
    boosted_index,
    compact,
    finished,
    with_one_sheet,
    without_inline_scripts,
)

PAGE = (
    '<!doctype html><html lang="en" class="no-js"><head></head><body>'
    '<input class="md-toggle" id="a" autocomplete="off"><input type="text" autocomplete="off">'
    '<p class="address" data-foot="https://example.org/page/, version 1">From</p></body></html>'
)
BUNDLE = '<script src="../assets/javascripts/bundle.a1.min.js"></script>'


@pytest.mark.parametrize(
    ("page", "left", "files"),
    [
        pytest.param(
            f"<script>a()\nb()</script><p>x</p><script>c()</script>{BUNDLE}",
            ['<p>x</p><script src="../', '"></script>\n<script src="../', f'"></script>\n{BUNDLE}'],
            ["a()\nb()", "c()"],
            id="before the theme's",
        ),
        pytest.param(
            '<script>a()</script><script src="/guide/assets/javascripts/bundle.js"></script>',
            [
                '<script src="/guide/',
                '"></script>\n<script src="/guide/assets/javascripts/bundle.js"></script>',
            ],
            ["a()"],
            id="from the root, as on the page for a missing address",
        ),
        pytest.param(
            f"<script>a()</script><script>a()</script>{BUNDLE}",
            ['<script src="../', f'"></script>\n{BUNDLE}'],
            ["a()"],
            id="each once",
        ),
        pytest.param(
            f'<script src="a.js"></script>{BUNDLE}',
            [f'<script src="a.js"></script>{BUNDLE}'],
            [],
            id="files stay",
        ),
        pytest.param(
            f'<script type="application/json">{{}}</script>{BUNDLE}',
            [f'<script type="application/json">{{}}</script>{BUNDLE}'],
            [],
            id="data stays",
        ),
        pytest.param(
            "<script>a()</script>", ["<script>a()</script>"], [], id="of a page without the theme's"
        ),
    ],
)
def test_a_script_in_a_page_becomes_a_file(page: str, left: list[str], files: list[str]) -> None:
    text, scripts = without_inline_scripts(page)
    assert list(scripts.values()) == files
    for path in scripts:
        text = text.replace(path, "", 1)
    assert text == "".join(left)


def test_the_same_script_is_the_same_file_on_every_page() -> None:
    first, second = (without_inline_scripts(f"{text}<script>a()</script>{BUNDLE}")[1] for text in ("1", "2"))
    assert first == second
    (path,) = first
    assert path.startswith("assets/javascripts/page.")
    assert without_inline_scripts(f"<script>b()</script>{BUNDLE}")[1].keys() != first.keys()


def test_the_policy_allows_nothing_unsafe_and_nobody_else() -> None:
    assert POLICY.startswith("default-src 'none'; script-src 'self'; ")
    assert "unsafe" not in POLICY
    assert "http" not in POLICY


def test_a_page_gets_its_foot_and_loses_the_faulty_attribute() -> None:
    page = finished(PAGE)
    assert page.startswith(
        '<!doctype html><html lang="en" data-foot="https://example.org/page/, version 1" class="no-js">'
    )
    assert page.count("autocomplete") == 1


def test_a_page_without_a_foot_stays_as_it_is() -> None:
    assert finished('<html lang="en"><p>Text</p></html>') == '<html lang="en"><p>Text</p></html>'


@pytest.mark.parametrize(
    ("item", "left"),
    [
        pytest.param('<li><input type="checkbox" disabled/> Ask</li>', "<li>Ask</li>", id="to do"),
        pytest.param(
            '<li><input type="checkbox" disabled checked/> Ask</li>', "<li>\u2713 Ask</li>", id="done"
        ),
    ],
)
def test_a_task_has_no_field_without_a_name(item: str, left: str) -> None:
    assert finished(item) == left


@pytest.mark.parametrize(
    ("page", "left"),
    [
        pytest.param("\n<p>\n   a\n\n  b</p>\n", "<p>\na\nb</p>\n", id="indents and empty lines go"),
        pytest.param("<p>a  b</p>", "<p>a  b</p>", id="spaces within a line stay"),
        pytest.param(
            "<pre tabindex=0>a\n\n  b\n</pre>\n  c", "<pre tabindex=0>a\n\n  b\n</pre>\nc", id="code stays"
        ),
        pytest.param(
            "<script>a\n  b</script>\n\n<prefix>\n  c",
            "<script>a\n  b</script>\n<prefix>\nc",
            id="a script stays",
        ),
    ],
)
def test_a_page_loses_the_space_that_nobody_sees(page: str, left: str) -> None:
    assert compact(page) == left


@pytest.mark.parametrize(
    ("page", "left"),
    [
        pytest.param(
            '<link rel="stylesheet" href="../assets/a.css">-<link rel="stylesheet" href="../assets/b.css">',
            '<link rel="stylesheet" href="../new.css">-',
            id="in place of the first",
        ),
        pytest.param(
            '<link rel="stylesheet" href="/guide/assets/a.css">',
            '<link rel="stylesheet" href="/guide/new.css">',
            id="from the root, as on the page for a missing address",
        ),
        pytest.param("<p>Text</p>", "<p>Text</p>", id="a page without any"),
    ],
)
def test_a_page_links_one_style_sheet(page: str, left: str) -> None:
    assert with_one_sheet(page, "new.css") == left
    assert with_one_sheet(page, "") == page


def test_search_puts_terms_first_and_knows_their_aliases() -> None:
    sections = [
        {"location": "glossary/", "title": "Glossary", "text": ""},
        {"location": "glossary/#fsh", "title": "Follicle-stimulating hormone", "text": ""},
        {"location": "glossary/#sperm", "title": "Sperm", "text": ""},
        {"location": "other/#fsh", "title": "FSH", "text": ""},
    ]
    index = boosted_index(
        json.dumps({"docs": sections}), {"fsh": "FSH; <i>follitropin", "sperm": ""}, "glossary/"
    )
    assert [(section["title"], section.get("boost")) for section in json.loads(index)["docs"]] == [
        ("Glossary", None),
        ("Follicle-stimulating hormone (FSH; &lt;i&gt;follitropin)", 10),
        ("Sperm", 10),
        ("FSH", None),
    ]


def test_the_last_of_a_row_of_citations_does_not_stand_alone_on_a_line() -> None:
    first, last = '<sup id="fnref:a"><a href="#fn:a">1</a>', '<sup id="fnref:b"><a href="#fn:b">2</a></sup>'
    assert finished(f"{first},&thinsp;</sup>{last}") == f"{first},\u202f</sup>{last}"


def test_search_shows_no_numbers_of_citations() -> None:
    text = "<p>Seen in men.<sup>7</sup><sup>12</sup> Not on 10<sup>th</sup> day.</p>"
    index = {"config": {}, "docs": [{"location": "page/", "title": "Page", "text": text}]}
    docs = json.loads(boosted_index(json.dumps(index), {}, "glossary/"))["docs"]
    assert docs[0]["text"] == "<p>Seen in men. Not on 10<sup>th</sup> day.</p>"
