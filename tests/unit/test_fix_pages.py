"""The links and ids that a tier page lacks are put in, where the page looks the same with them."""

from __future__ import annotations

import pytest

from apparatus.commands.fix_pages import PageFixer
from apparatus.pages.render import Renderer
from tests.support import extensions, page_of, site_of

PATH = "docs/academic/hormones.md"
HEAD = "---\ntitle: T\n---\n\n# Top { #top }\n\n"


def fixed(body: str, head: str = HEAD, path: str = PATH) -> tuple[str, list[str]]:
    """A page's body after `fix`, and what was done; the rest of the page must not have changed."""
    site = site_of(head + body, path=path)
    text, done = PageFixer(site, Renderer(site.glossary, extensions())).fix(page_of(site, path))
    assert text.startswith(head)
    return text.removeprefix(head), done


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("LH acts.\n", "[LH] acts.\n", id="a name"),
        pytest.param("Leydig cells act.\n", "[Leydig cells] act.\n", id="an alias"),
        pytest.param("LH acts, and LH acts.\n", "[LH] acts, and LH acts.\n", id="the first use only"),
        pytest.param(
            "LH, then [LH].\n", "[LH], then [LH].\n", id="the first use, though a later one is linked"
        ),
        pytest.param("- item with FSH\n", "- item with [FSH]\n", id="in a list"),
        pytest.param("**FSH** is bold.\n", "**[FSH]** is bold.\n", id="inside emphasis"),
        pytest.param("> FSH quoted.\n", "> [FSH] quoted.\n", id="in a quote"),
        pytest.param("(FSH) and [LH].\n", "([FSH]) and [LH].\n", id="in parentheses"),
        pytest.param("The Leydig\ncell acts.\n", "The [Leydig\ncell] acts.\n", id="over two lines"),
        pytest.param(
            "| FSH | b |\n|---|---|\n| c | LH |\n\n/// table-caption\nC\n///\n",
            "| [FSH] | b |\n|---|---|\n| c | [LH] |\n\n/// table-caption\nC\n///\n",
            id="in a table",
        ),
        pytest.param("FSH.[@doe2001first] End.\n", "[FSH].[@doe2001first] End.\n", id="before a citation"),
        pytest.param("é😀 FSH\n", "é😀 [FSH]\n", id="after characters of all sizes"),
        pytest.param("<!-- FSH --> FSH\n", "<!-- FSH --> [FSH]\n", id="not in a comment"),
        pytest.param("`FSH` FSH\n", "`FSH` [FSH]\n", id="not in code"),
        pytest.param("[FSH page](index.md) FSH\n", "[FSH page](index.md) [FSH]\n", id="not in link text"),
        pytest.param("## FSH { #a }\n\nFSH\n", "## FSH { #a }\n\n[FSH]\n", id="not in a heading"),
    ],
)
def test_first_uses_are_linked(body: str, expected: str) -> None:
    assert fixed(body)[0] == expected
    assert fixed(expected) == (expected, [])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("## Where it acts\n", "## Where it acts { #where-it-acts }\n", id="words"),
        pytest.param("## Étude ÜBER 2 hCG!\n", "## Étude ÜBER 2 hCG! { #etude-uber-2-hcg }\n", id="accents"),
        pytest.param("## 大事\n", "## 大事 { #section }\n", id="no letter that an id may hold"),
        pytest.param("## Top\n", "## Top { #top-2 }\n", id="an id that is taken"),
        pytest.param("## A\n\n## A\n", "## A { #a }\n\n## A { #a-2 }\n", id="two headings alike"),
        pytest.param("## Closed ##\n", "## Closed { #closed } ##\n", id="a heading with marks at its end"),
        pytest.param("##   Wide   \n", "##   Wide { #wide }   \n", id="spaces stay"),
        pytest.param(
            "## Known[@doe2001first]\n",
            "## Known[@doe2001first] { #known }\n",
            id="a citation is not in the id",
        ),
    ],
)
def test_headings_get_an_id(body: str, expected: str) -> None:
    assert fixed(body)[0] == expected
    assert fixed(expected) == (expected, [])


def test_it_says_what_it_did_in_the_order_of_the_page() -> None:
    assert fixed("LH acts.\n\n## More\n\nFSH acts.\n")[1] == [
        "linked `LH`",
        "gave `More` the id `more`",
        "linked `FSH`",
    ]


@pytest.mark.parametrize(
    ("body", "expected", "left"),
    [
        pytest.param("LH: a definition.\n", "LH: a definition.\n", "LH", id="it would become a definition"),
        pytest.param("See !LH now.\n", "See !LH now.\n", "LH", id="it would become an image"),
        pytest.param("LH(t) falls.\n", "LH(t) falls.\n", "LH", id="it would become a link elsewhere"),
        pytest.param("FSH [LH] rise.\n", "FSH [LH] rise.\n", "FSH", id="it would run into the next mention"),
        pytest.param("FSH LH rise.\n", "FSH [LH] rise.\n", "FSH", id="both cannot be linked"),
    ],
)
def test_what_would_change_the_page_is_left_and_said(body: str, expected: str, left: str) -> None:
    text, done = fixed(body)
    assert text == expected
    assert f"left as it was, because the page would change: linked `{left}`" in done


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param("# LH\n\nLH\n", "docs/about.md", id="not a tier page"),
        pytest.param("# LH\n\nLH\n", "docs/academic/index.md", id="the front page of a tier"),
        pytest.param("# LH\n\nLH\n\n```\nopen\n", PATH, id="a page with an unclosed fence"),
        pytest.param("---\ntitle: [\n---\n\n# LH\n\nLH\n", PATH, id="a page whose front matter is not YAML"),
    ],
)
def test_other_pages_are_not_touched(text: str, path: str) -> None:
    assert fixed(text, "", path) == (text, [])
