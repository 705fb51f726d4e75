"""The text of a sheet: which parts of a page's HTML it has, and where its links lead."""

from __future__ import annotations

import pytest

from apparatus.publishing.sheet_text import Lead, SheetText, sheet_text
from tests.support import parse

URL = "fundamentals/safety/"
PAGE = """\
<h1 id="safety">Safety<a class="headerlink" href="#safety" title="Link">&para;</a></h1>
<h2 id="key-points">Key points<a class="headerlink" href="#key-points">&para;</a></h2>
<p>Know <a class="term" href="../../glossary/#bone-density">bone &amp; mineral</a>.<sup id="fnref:ref-a"><a
class="footnote-ref" href="#fn:ref-a">1</a>,&thinsp;</sup><sup id="fnref2:ref-b"><a class="footnote-ref"
href="#fn:ref-b">2</a></sup> See <a href="#bone">bone</a> and <a href="#sport">sport</a>.</p>
<div class="admonition warning"><p class="admonition-title">Before</p></div>
<h2 id="bone">Bone</h2>
<p>10<sup>6</sup> of <a class="term" href="../../glossary/#bone-density">it</a>. Read
<a href="../evidence/#sperm">does it <em>work?</em></a></p>
<figure class="exhibit-axis" id="__figure-caption_1"><div><svg><title>Axis</title></svg></div>
<figcaption>The chain.</figcaption></figure>
<h3 id="old-men">In old men</h3>
<p>Old.</p>
<h3 id="young-men">In young men</h3>
<p>Young.</p>
<figure class="exhibit-hundred-men"><table><tr><td>100 men</td></tr></table></figure>
<h2 id="sport">Sport</h2>
<p>Ask <a href="https://www.wada-ama.org/list?a=1&amp;b=2">the list</a>.</p>
"""


def led(place: str) -> Lead:
    return Lead(f"to:{place}", f"paper {place}")


def text(chosen: tuple[str, ...] | None = None) -> SheetText:
    return sheet_text(PAGE, URL, chosen, led)


def headings(chosen: tuple[str, ...] | None) -> list[str]:
    return [node.attributes["id"] or "" for node in parse(text(chosen).html).css("h1, h2, h3")]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        pytest.param(
            None, ["key-points", "bone", "old-men", "young-men", "sport"], id="all where none is chosen"
        ),
        pytest.param((), ["key-points"], id="the first always"),
        pytest.param(("sport",), ["key-points", "sport"], id="one more"),
        pytest.param(
            ("sport", "bone"), ["key-points", "bone", "old-men", "young-men", "sport"], id="in their order"
        ),
        pytest.param(
            ("young-men",), ["key-points", "bone", "young-men"], id="a part, with what opens its section"
        ),
    ],
)
def test_a_sheet_has_the_sections_that_are_chosen(
    chosen: tuple[str, ...] | None, expected: list[str]
) -> None:
    assert headings(chosen) == expected


def test_a_section_that_must_stay_whole_is_marked_with_all_that_is_in_it() -> None:
    marked = parse(sheet_text(PAGE, URL, None, led, {"bone"}).html)
    assert [node.attributes["id"] for node in marked.css("section.whole :is(h2, h3)")] == [
        "bone",
        "old-men",
        "young-men",
    ]
    assert len(marked.css("section")) == 1
    assert not parse(text().html).css_matches("section")


def test_a_warning_in_the_first_section_stays() -> None:
    assert parse(text(()).html).css_matches(".admonition.warning")


def test_pictures_stay_on_the_page_where_they_are_not_chosen_but_tables_do_not() -> None:
    assert [node.attributes["class"] for node in parse(text(("bone",)).html).css("figure")] == [
        "exhibit-hundred-men"
    ]
    assert len(parse(text(("bone", "axis.svg")).html).css("figure")) == 2
    assert len(parse(text(None).html).css("figure")) == 2


def test_what_leads_nowhere_on_paper_is_gone() -> None:
    assert "fnref" not in text().html
    assert "headerlink" not in text().html
    assert "10<sup>6</sup> of" in text().html


def test_terms_lead_to_the_words_of_the_sheet() -> None:
    links = parse(text().html).css('a[href^="#word-"]')
    assert [(link.attributes["href"], link.text()) for link in links] == [
        ("#word-bone-density", "bone & mineral"),
        ("#word-bone-density", "it"),
    ]
    assert dict(text().terms) == {"bone-density": "bone & mineral"}


@pytest.mark.parametrize(
    ("words", "href", "paper"),
    [
        pytest.param("bone", "#bone", "", id="a section of the sheet"),
        pytest.param("sport", f"to:{URL}#sport", f"(paper {URL}#sport)", id="a section left out"),
        pytest.param(
            "does it work?",
            "to:fundamentals/evidence/#sperm",
            "(paper fundamentals/evidence/#sperm)",
            id="another page",
        ),
    ],
)
def test_a_link_says_on_paper_where_it_leads(words: str, href: str, paper: str) -> None:
    html = parse(text(("bone",)).html)
    link = next(link for link in html.css("a") if link.text() == words)
    assert link.attributes["href"] == href
    following = link.next.next if link.next is not None else None
    assert (following.text() if paper and following is not None else "") == paper


def test_an_address_elsewhere_stays_as_it_is() -> None:
    link = parse(text(("sport",)).html).css('a[href^="to:https"]')
    assert [found.attributes["href"] for found in link] == ["to:https://www.wada-ama.org/list?a=1&b=2"]


def test_the_words_of_a_text_are_without_tags_and_entities() -> None:
    assert "Know bone & mineral." in text().plain
    assert "does it work?" in text().plain
