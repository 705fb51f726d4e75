"""Hostile values wherever an author can write one: reported where they can be, harmless on every page."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.support import (
    ADDRESSES,
    GLOSSARY,
    HOSTILE,
    codes,
    findings_on,
    harm_in,
    is_plain_address,
    only,
    site_of,
)
from tests.whole.links import pages
from tests.whole.sites import Build, build_guide, make_guide

pytestmark = pytest.mark.whole

FIELDS = ("author", "title", "journal", "year", "volume", "number", "pages", "doi", "pmid", "pmcid", "url")
OURS = ("kind", "size", "record", "status")
TAGS = [value for value in HOSTILE if "<" in value]


def entry(key: str, field: str, value: str) -> str:
    fields = {
        "author": "Doe, J.",
        "title": key,
        "year": "2000",
        "kind": "review",
        "record": "seen",
        field: value,
    }
    return (
        f"@article{{{key},\n" + "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items()) + "}\n"
    )


ENTRIES = {
    f"k{index}{field}": entry(f"k{index}{field}", field, value)
    for index, value in enumerate(HOSTILE)
    for field in (*FIELDS, *OURS)
}


def hostile_page(index: int, value: str) -> str:
    quoted = json.dumps(value)
    head = (
        f"---\ntitle: {quoted}\ndescription: {quoted}\nauthor: [{quoted}]\nclinical_review: {quoted}\n---\n"
    )
    cited = "".join(f"[@{key}] " for key in ENTRIES if key.startswith(f"k{index}"))
    return f"{head}\n# {value} {{ #top }}\n\n## `{value}` and {value}\n\n{value} [hostile{index}] {cited}\n"


def hostile_term(index: int, value: str) -> str:
    aliases = f"hostile{index}; {value}"
    return f'\n### Hostile{index} {value} {{ #x{index} data-aliases="{aliases}" }}\n\nA {value} thing.\n'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A preview, which goes on in spite of its findings, of a guide full of hostile values."""
    files: dict[str, str | bytes | None] = {"bibliography.bib": "\n".join(ENTRIES.values())}
    files["docs/glossary.md"] = GLOSSARY + "".join(hostile_term(*item) for item in enumerate(HOSTILE))
    for index, value in enumerate(HOSTILE):
        files[f"docs/academic/hostile{index}.md"] = hostile_page(index, value)
        files[f"docs/untitled{index}.md"] = (
            f"# `{value}` {value}\n\nNo front matter. [{value}][hostile{index}]\n"
        )
    built = build_guide(make_guide(tmp_path_factory.mktemp("hostile"), files), serve=True, strict=False)
    assert not built.failed
    return built


def harm_on(page: LexborHTMLParser) -> Iterator[str]:
    """What on a whole page of the theme, with its own scripts, comes from a hostile value."""
    for node in page.css("*"):
        for name, value in node.attributes.items():
            if name.startswith("on") or name in {"style", "srcdoc"}:
                yield f"<{node.tag} {name}>"
            if name in ADDRESSES and not is_plain_address(value or ""):
                yield f"<{node.tag} {name}={value!r}>"
        # Linked data is data, whatever it says: no browser runs it.
        is_data = node.attributes.get("type") == "application/ld+json"
        if node.tag == "script" and not is_data and "alert(" in node.text():
            yield "<script>"
        if node.attributes.get("src") == "x":
            yield f"<{node.tag} src>"


def test_no_page_carries_harm(hostile: Build) -> None:
    found = {path: list(harm_on(page)) for path, page in pages(hostile.folder).items()}
    assert len(found) > 2 * len(HOSTILE)
    assert {path: harm for path, harm in found.items() if harm} == {}


def test_titles_and_descriptions_say_what_was_typed(hostile: Build) -> None:
    for index, value in enumerate(HOSTILE):
        page = hostile.page(f"academic/hostile{index}/index.html")
        assert only(page, "title").text().startswith(f"{value} - ")
        assert only(page, "meta[name=description]").attributes["content"] == value
        assert only(page, 'meta[property="og:title"]').attributes["content"] == value
        data = json.loads(only(page, 'script[type="application/ld+json"]').text())
        assert (data["name"], data["description"]) == (value, value)


def test_no_template_reads_a_value_as_its_own(hostile: Build) -> None:
    index = next(number for number, value in enumerate(HOSTILE) if "{{" in value)
    assert (
        "{{ config }}{% raw %}" in only(hostile.page(f"academic/hostile{index}/index.html"), "article").text()
    )


def test_the_search_index_carries_no_harm(hostile: Build) -> None:
    index = json.loads((hostile.folder / "search/search_index.json").read_text("utf-8"))
    texts = [entry[field] for entry in index["docs"] for field in ("title", "text")]
    assert any("alert(1)" in text for text in texts)
    assert [harm for text in texts for harm in harm_in(text)] == []


def test_the_settings_in_the_page_stay_json(hostile: Build) -> None:
    for page in pages(hostile.folder).values():
        assert "base" in json.loads(only(page, "script#__config").text())


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("field", ["doi", "pmid", "pmcid", "url"])
def test_an_identifier_that_is_none_is_reported(field: str, value: str) -> None:
    site = site_of("x[@k]", bibliography=entry("k", field, value))
    assert codes(findings_on(site, "bibliography.bib")) == ["missing-field", "malformed-identifier"]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("field", OURS)
def test_a_field_of_ours_that_holds_anything_is_reported(field: str, value: str) -> None:
    site = site_of("x[@k]", bibliography=entry("k", field, value))
    assert "malformed-entry" in codes(findings_on(site, "bibliography.bib"))


@pytest.mark.parametrize("value", TAGS)
@pytest.mark.parametrize("field", ["author", "title", "journal", "year", "volume", "number", "pages"])
def test_a_tag_in_any_other_field_is_reported(field: str, value: str) -> None:
    site = site_of("x[@k]", bibliography=entry("k", field, value))
    assert "malformed-entry" in codes(findings_on(site, "bibliography.bib"))


@pytest.mark.parametrize("value", TAGS)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# {} {{ #a }}\n", id="in a heading"),
        pytest.param("Words {} here.\n", id="in a line"),
        pytest.param("- item {}\n", id="in a list"),
        pytest.param("| {} | b |\n|---|---|\n| c | d |\n\n/// table-caption\nC\n///\n", id="in a table"),
        pytest.param("/// note | {}\n\nx\n\n///\n", id="in the title of a box"),
    ],
)
def test_a_tag_on_a_page_is_reported(text: str, value: str) -> None:
    assert "unsafe-html" in codes(findings_on(site_of(text.format(value))))


@pytest.mark.parametrize("value", TAGS)
def test_a_tag_in_the_glossary_is_reported(value: str) -> None:
    named = GLOSSARY + f"\n### {value} {{ #x }}\n\nA thing.\n"
    defined = GLOSSARY + f"\n### Thing {{ #x }}\n\nA {value} thing.\n"
    assert "malformed-term" in codes(findings_on(site_of("x", glossary=named), "docs/glossary.md"))
    assert "unsafe-html" in codes(findings_on(site_of("x", glossary=defined), "docs/glossary.md"))
