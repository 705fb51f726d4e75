"""This site itself, as built: links lead somewhere, nothing comes from elsewhere, nothing is left over."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser

from apparatus.model.page import TIERS
from apparatus.model.site import read_site
from apparatus.syntax.names import folded
from tests.support import REPOSITORY, only, page_of, parse
from tests.this_site import ADDRESS
from tests.whole.links import broken_links, is_internal, links, pages
from tests.whole.sites import Build

pytestmark = pytest.mark.whole

Pages = dict[str, LexborHTMLParser]


@pytest.fixture(scope="session")
def built(this_site: Build) -> Pages:
    return pages(this_site.folder)


@pytest.fixture(scope="session")
def tier_pages(built: Pages) -> Pages:
    return {path: page for path, page in built.items() if path.split("/")[0] in TIERS}


def test_every_link_and_anchor_leads_somewhere(this_site: Build) -> None:
    assert broken_links(this_site.folder) == []


def test_what_search_finds_is_there(this_site: Build, built: Pages) -> None:
    index = json.loads((this_site.folder / "search/search_index.json").read_text("utf-8"))
    places = [place["location"].partition("#") for place in index["docs"]]
    ids = {path: {node.attributes["id"] for node in page.css("[id]")} for path, page in built.items()}
    lost = [f"{path}#{id}" for path, _, id in places if id and id not in ids[f"{path}index.html"]]
    assert len(places) > len(built)
    assert lost == []


def test_every_page_is_in_the_site_map(this_site: Build, built: Pages) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", (this_site.folder / "sitemap.xml").read_text("utf-8"))
    here = [ADDRESS + path.removesuffix("index.html") for path in built if path != "404.html"]
    assert sorted(listed) == sorted(here)


def test_nothing_is_loaded_from_elsewhere(this_site: Build) -> None:
    elsewhere = [link for link in links(this_site.folder) if not is_internal(link.address)]
    loaded = [link for link in elsewhere if link.is_loaded and not link.address.startswith(ADDRESS)]
    assert loaded == []
    assert {link.tag for link in elsewhere} <= {"a", "link"}
    assert {link.address.partition(":")[0] for link in elsewhere} <= {"http", "https", "mailto"}


def test_every_page_has_the_same_policy_before_its_first_script(this_site: Build, built: Pages) -> None:
    policies = {
        only(page, "meta[http-equiv=Content-Security-Policy]").attributes["content"]
        for page in built.values()
    }
    assert len(policies) == 1
    assert "unsafe" not in (policies.pop() or "unsafe")
    for path in built:
        text = (this_site.folder / path).read_text("utf-8")
        assert text.index("Content-Security-Policy") < text.index("<script"), path


def test_no_script_stands_in_a_page(built: Pages) -> None:
    standing = {path: page.css("script:not([src]):not([type])") for path, page in built.items()}
    assert {path for path, scripts in standing.items() if scripts} == set()


def test_every_page_has_one_style_sheet(built: Pages) -> None:
    sheets = {path: len(page.css("link[rel=stylesheet]")) for path, page in built.items()}
    assert set(sheets.values()) == {1}


def test_no_style_sheet_loads_from_elsewhere(this_site: Build) -> None:
    for sheet in this_site.folder.rglob("*.css"):
        text = sheet.read_text("utf-8")
        assert re.findall(r"url\(\s*[\"']?(?:https?:)?//", text) == []
        assert "@import" not in text


def nested_ids(page: LexborHTMLParser) -> list[str]:
    counted = Counter(node.attributes["id"] or "" for node in page.css("[id]"))
    return [name for name, times in counted.items() if times > 1]


def inline_styles(page: LexborHTMLParser) -> list[str]:
    return [str(node.tag) for node in page.css("[style]")]


def event_attributes(page: LexborHTMLParser) -> list[str]:
    return [name for node in page.css("*") for name in node.attributes if name.startswith("on")]


def surplus_main_headings(page: LexborHTMLParser) -> list[str]:
    headings = [heading.text() for heading in page.css("h1")]
    return headings if len(headings) != 1 else []


def nameless_pictures(page: LexborHTMLParser) -> list[str]:
    return [str(picture.html) for picture in page.css("img:not([alt])")]


def skipped_heading_levels(page: LexborHTMLParser) -> list[str]:
    levels = [int(str(heading.tag)[1]) for heading in page.css("article :is(h1, h2, h3, h4, h5, h6)")]
    return [f"h{level} after h{above}" for above, level in pairwise(levels) if level > above + 1]


FAULTS: tuple[Callable[[LexborHTMLParser], list[str]], ...] = (
    nested_ids,
    inline_styles,
    event_attributes,
    surplus_main_headings,
    nameless_pictures,
    skipped_heading_levels,
)


@pytest.mark.parametrize("faults", FAULTS, ids=lambda faults: faults.__name__.replace("_", " "))
def test_no_page_has(built: Pages, faults: Callable[[LexborHTMLParser], list[str]]) -> None:
    assert {path: found for path, page in built.items() if (found := faults(page))} == {}


def running_text(page: LexborHTMLParser) -> str:
    """What a reader of a page reads, code aside."""
    copy = parse(str(page.html))
    copy.strip_tags(["code", "pre", "script", "style", "svg"], recursive=True)
    return copy.body.text() if copy.body else ""


def test_no_reference_is_left_over(built: Pages) -> None:
    site = read_site(REPOSITORY)
    glossary = site.glossary
    # RxNorm puts the brand of a medicine in brackets: letrozole 2.5 MG Oral Tablet [Femara].
    quoted = re.compile("|".join(re.escape(code.name) for code in site.codes.codes if "[" in code.name))
    for path, page in built.items():
        text = running_text(page)
        text = quoted.sub("", text) if path == "about/codes/index.html" else text
        assert "[@" not in text, path
        left = [name for name in re.findall(r"\[([^\[\]\n]+)\]", text) if folded(name) in glossary.by_name]
        assert left == [], path
        assert page.css("mark.unresolved") == [], path


def first_warning(page: LexborHTMLParser) -> str:
    box = parse(str(page.css("article .admonition.warning")[0].html))
    box.strip_tags(["sup"], recursive=True)
    return box.body.text() if box.body else ""


@pytest.mark.parametrize("tier", TIERS)
def test_every_page_of_a_tier_warns_in_the_same_words(tier_pages: Pages, tier: str) -> None:
    warnings = {path: first_warning(page) for path, page in tier_pages.items() if path.startswith(tier)}
    assert len(warnings) > 2
    assert len(set(warnings.values())) == 1, warnings


def test_every_tier_page_says_who_checked_it_and_when(tier_pages: Pages) -> None:
    site = read_site(REPOSITORY)
    for path, page in tier_pages.items():
        said = " ".join(only(page, ".dates").text().split())
        front_matter = page_of(site, f"docs/{path.removesuffix('/index.html')}.md").front_matter
        reviewed, clinician = front_matter.date("reviewed"), front_matter.text("clinical_review")
        assert reviewed is not None
        assert f"Checked against its sources: {reviewed.day} {reviewed:%B %Y}." in said, path
        assert ("Not yet reviewed by a clinician." in said) == (clinician == "none"), path


def test_every_tier_page_closes_with_its_terms_and_references(tier_pages: Pages) -> None:
    for path, page in tier_pages.items():
        headings = [heading.text() for heading in page.css("article .apparatus:not(.moved) h2")]
        assert headings == ["Terms on this page", "References and notes"], path
        terms = {
            link.attributes["href"]
            for link in page.css("article p a.term, article li a.term, article td a.term")
        }
        listed = {link.attributes["href"] for link in page.css(".term-list a.term")}
        assert terms <= listed, path


def test_every_tier_page_leads_to_the_other_depths(tier_pages: Pages) -> None:
    for path, page in tier_pages.items():
        depths = page.css("nav.depths li")
        assert len(depths) == len(TIERS), path
        current = only(page, "nav.depths [aria-current=page]").text()
        assert current == path.split("/")[0].capitalize(), path


def references(built: Pages) -> Iterator[tuple[str, LexborHTMLParser]]:
    for item in built["references/index.html"].css("li.reference"):
        yield item.attributes["id"] or "", parse(str(item.html))


def test_every_entry_stands_on_the_references_page(built: Pages) -> None:
    entries = read_site(REPOSITORY).bibliography.by_key
    listed = dict(references(built))
    assert listed.keys() == entries.keys()
    for key, item in listed.items():
        said = only(item, ".about")
        kind, _, cited = " ".join(said.text().split()).partition(" Cited in: ")
        assert kind.startswith(f"Kind: {entries[key].value('kind')}"), key
        assert re.search(r" Record: [a-z ]+\.", kind), key
        assert cited, key
        assert said.css("a"), key


def test_works_that_were_not_found_have_no_links(built: Pages) -> None:
    entries = read_site(REPOSITORY).bibliography.by_key
    lost = [key for key, entry in entries.items() if entry.value("record") == "not-found"]
    listed = dict(references(built))
    assert lost
    for key in lost:
        addresses = [link.attributes["href"] or "" for link in listed[key].css("a")]
        assert all(is_internal(address) for address in addresses), key
        assert listed[key].css("p a") == [], key
