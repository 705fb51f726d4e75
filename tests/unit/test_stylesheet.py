"""One style sheet of two, without what no page uses."""

from __future__ import annotations

import pytest

from apparatus.publishing.stylesheet import joined, used_names

PAGE = """<html dir="ltr"><body class="home dark" data-state="open"><h1 id="top">Title</h1>
<p>Words that are no names: lonely</p></body></html>"""
SCRIPT = 'element.className="made";other.classList.add("fact--"+kind);table.show();tip("md-tooltip")'
USED = used_names([PAGE], [SCRIPT])


@pytest.mark.parametrize(
    "css",
    [
        pytest.param(".home{color:red}", id="a class of a page"),
        pytest.param("#top{color:red}", id="an id"),
        pytest.param("h1{color:red}", id="an element"),
        pytest.param("[data-state=open]{color:red}", id="an attribute"),
        pytest.param("[data-state=closed]{color:red}", id="an attribute whose value a script may change"),
        pytest.param("table{color:red}", id="an element that a script may make"),
        pytest.param(".made{color:red}", id="a class that a script gives"),
        pytest.param(".fact--stars{color:red}", id="a class that a script puts together"),
        pytest.param("h1:not(.gone){color:red}", id="what is not there is no need"),
        pytest.param(":is(.gone,h1){color:red}", id="one of several is enough"),
        pytest.param("h1:not(:is(.gone,:has(.away))){color:red}", id="brackets in brackets"),
        pytest.param("*{color:red}", id="everything"),
        pytest.param("[dir=ltr] h1{color:red}", id="the direction of the pages"),
        pytest.param('@charset "UTF-8";h1{color:red}', id="a statement without braces"),
        pytest.param("@media print{h1{color:red}}", id="in a condition"),
        pytest.param("@keyframes turn{0%{opacity:0}to{opacity:1}}", id="a movement"),
        pytest.param("@page{margin:1cm;@bottom-left{content:var(--foot)}}", id="paper"),
        pytest.param('h1{content:"};{/"}', id="a text with braces"),
        pytest.param("h1{background:url(data:image/png;base64,AA==)}", id="an address with a semicolon"),
        pytest.param(":root{--ink:red}h1{color:var(--ink)}", id="a variable that is asked for"),
    ],
)
def test_what_may_be_used_stays(css: str) -> None:
    assert joined(css, "", USED) == css


@pytest.mark.parametrize(
    ("css", "left"),
    [
        pytest.param(".gone{color:red}h1{color:red}", "h1{color:red}", id="a class that nothing has"),
        pytest.param(".home .gone{color:red}", "", id="a class below one that is there"),
        pytest.param("h1,.gone,h1 > .away{color:red}", "h1{color:red}", id="some of the selectors"),
        pytest.param("kbd{color:red}", "", id="an element that no page has"),
        pytest.param(".lonely{color:red}", "", id="a word of the text is no name"),
        pytest.param("[dir=rtl] h1{color:red}", "", id="another direction"),
        pytest.param('[dir="rtl"] h1{color:red}', "", id="in quotes"),
        pytest.param("@media print{.gone{color:red}}", "", id="a condition that is left empty"),
        pytest.param(".md-tooltip{color:red}", "", id="what a script makes for a feature that is off"),
        pytest.param(
            ":root{--a:url('data:image/svg+xml;x,<svg/>');--ink:red}h1{color:var(--ink)}",
            ":root{--ink:red}h1{color:var(--ink)}",
            id="a variable that nothing asks for",
        ),
    ],
)
def test_what_nothing_uses_goes(css: str, left: str) -> None:
    assert joined(css, "", USED) == left


def test_our_own_sheet_comes_last_and_loses_its_comments_and_line_ends() -> None:
    own = """/* Why; { } */
    h1,
    .home > h1 { color: red; margin: 0 1px }
    @media (min-width: 60em) { h1 { content: "a  ;  b" } }
    """
    assert joined("h1{color:blue}", own, USED) == (
        'h1{color:blue}h1,.home>h1{color: red;margin: 0 1px}@media (min-width: 60em){h1{content: "a  ;  b"}}'
    )
