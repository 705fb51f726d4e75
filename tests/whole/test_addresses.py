"""This site's addresses: all are registered, none can be lost unnoticed, and each ends where it should."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from apparatus.addresses.destinations import all_addresses, all_forwards, destinations
from apparatus.addresses.published import REFERENCES, heading_anchors, page_address, page_of
from apparatus.checks.addresses import lost_addresses
from apparatus.model.go_file import FOLDER
from apparatus.model.page import Page, read_page
from apparatus.model.register import register_text
from apparatus.model.site import Site, read_site
from apparatus.syntax.source import Source
from tests.support import REPOSITORY, parse
from tests.whole.links import pages
from tests.whole.sites import Build, build_guide, make_guide, write_files
from tools import addresses
from tools.served import served

pytestmark = pytest.mark.whole

MADE = re.compile(r"[^#]*#(?:terms-on-this-page|references-and-notes|works-.*|link-.*|all-pages)")
"""Headings that templates add: they come and go with the terms, notes, sources or pages below them."""


@pytest.fixture(scope="module")
def site() -> Site:
    return read_site(REPOSITORY)


def lost(site: Site) -> set[str]:
    """The addresses that the findings name."""
    return {re.findall(r"`([^`]+)`", finding.message)[0] for finding in lost_addresses(site)}


def with_page(site: Site, page: Page, *others: Page) -> Site:
    """A site with other pages in place of one."""
    return replace(site, pages=(*(other for other in site.pages if other is not page), *others))


def test_the_register_lists_every_address(site: Site) -> None:
    assert addresses.new_addresses(site) == [], "run `make addresses`"
    assert site.register.source is not None
    assert site.register.source.text == register_text(site.register.addresses)
    assert lost(site) == set()


def test_every_page_has_a_short_address_that_can_be_typed(site: Site) -> None:
    led = {lead.target for lead in site.go.words}
    assert {page_address(page.path) for page in site.pages} - led == set(), "add a word to docs/go.yml"


def test_no_page_can_be_removed_or_renamed_unnoticed(site: Site) -> None:
    for page in site.pages:
        renamed = replace(page, source=Source(page.path.replace(".md", "-x.md"), page.source.text))
        assert lost(with_page(site, page)) == {page_address(page.path)}
        assert lost(with_page(site, page, renamed)) == {page_address(page.path)}


def changed_headings(page: Page) -> Iterator[tuple[str, Page]]:
    """A page without each of its headings, and with each under another id."""
    for number, (heading, anchor) in enumerate(heading_anchors(page)):
        before, after = page.headings[:number], page.headings[number + 1 :]
        renamed = replace(heading, attributes={**heading.attributes, "id": f"{anchor}-x"})
        yield anchor, replace(page, headings=(*before, *after))
        yield anchor, replace(page, headings=(*before, renamed, *after))


def test_no_heading_or_term_can_be_removed_or_renamed_unnoticed(site: Site) -> None:
    for page in site.pages:
        for anchor, changed in changed_headings(page):
            assert lost(with_page(site, page, changed)) == {f"{page_address(page.path)}#{anchor}"}


def test_a_heading_that_is_renamed_in_its_file_is_lost(site: Site) -> None:
    for page in site.pages:
        heading, anchor = list(heading_anchors(page))[-1]
        text = page.source.text
        line = text[heading.start : heading.end]
        other = line.replace(f"#{anchor}", f"#{anchor}-x") if heading.id else f"{line} more"
        changed = read_page(Source(page.path, text[: heading.start] + other + text[heading.end :]))
        assert lost(with_page(site, page, changed)) == {f"{page_address(page.path)}#{anchor}"}


def test_no_source_can_be_removed_unnoticed(site: Site) -> None:
    (page,) = (page for page in site.pages if page.front_matter.text("template") == REFERENCES)
    for key in site.bibliography.by_key:
        left = {other: entry for other, entry in site.bibliography.by_key.items() if other != key}
        without = replace(site, bibliography=replace(site.bibliography, by_key=left))
        assert lost(without) == {f"{page_address(page.path)}#{key}"}


def test_no_short_word_can_be_removed_unnoticed(site: Site) -> None:
    for word in site.go.words:
        left = tuple(other for other in site.go.words if other is not word)
        assert lost(replace(site, go=replace(site.go, words=left))) == {word.address}


def test_no_code_can_be_removed_unnoticed(site: Site) -> None:
    for code in site.codes.codes:
        left = tuple(other for other in site.codes.codes if other is not code)
        gone = lost(replace(site, codes=replace(site.codes, codes=left)))
        assert gone == {f"{FOLDER}{code.system}/{code.code}/"}


def test_what_is_published_is_what_the_sources_say(site: Site, this_site: Build) -> None:
    known = all_addresses(site)
    for path, page in pages(this_site.folder).items():
        address = path.removesuffix("index.html") or "./"
        assert address in known or path == "404.html"
        headings = page.css("article :is(h1, h2, h3, h4)[id]") if path != "404.html" else []
        anchors = {f"{address}#{heading.attributes['id']}" for heading in headings}
        assert {anchor for anchor in anchors - known if not MADE.fullmatch(anchor)} == set()


def test_every_address_answers_from_a_folder_of_a_host_and_ends_at_its_anchor(
    site: Site, this_site: Build, tmp_path: Path
) -> None:
    (tmp_path / "guide").symlink_to(this_site.folder)
    with served(tmp_path) as port:
        for address in sorted(site.register.addresses):
            end = followed(port, f"/guide/{address}")
            assert end == f"/guide/{destinations(site).find(address)}".replace("/./", "/"), address


def followed(port: int, address: str) -> str:
    """Where an address ends without scripts, once its anchor was found there."""
    page, _, anchor = address.partition("#")
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", page.replace("/./", "/"))
    answer = connection.getresponse()
    html = parse(answer.read().decode())
    connection.close()
    assert answer.status == 200, address
    refresh = html.css_first('meta[http-equiv="refresh"]')
    if refresh is None:
        assert not anchor or html.css(f'[id="{anchor}"]'), address
        return address.replace("/./", "/")
    to = (refresh.attributes["content"] or "").removeprefix("0; url=")
    while to.startswith("../"):
        page, to = f"{page.rstrip('/').rpartition('/')[0]}/", to.removeprefix("../")
    return followed(port, page + to)


def test_what_leads_to_others_is_not_in_the_map_and_not_to_be_found(site: Site, this_site: Build) -> None:
    listed = (this_site.folder / "sitemap.xml").read_text("utf-8")
    found = (this_site.folder / "search/search_index.json").read_text("utf-8")
    assert f"/{FOLDER}" not in listed
    assert f'"location":"{FOLDER}' not in found
    for forward in all_forwards(site):
        page = this_site.page(f"{forward.address}index.html")
        assert page.css('meta[name="robots"][content="noindex"]'), forward
        canonical = page.css('link[rel="canonical"]')[0].attributes["href"] or ""
        assert canonical.endswith("/" + page_of(forward.target).removeprefix("./")), forward
        assert page.css("script") == [], forward


MOVED = {
    "docs/about/how-made.md": "# How it is made { #made }\n\n## Corrections { #corrections }\n\nTell us.\n",
    "docs/go.yml": """\
words:
  made: old/made/
redirects:
  old/made/: about/how-made/
  old/made/#mend: about/how-made/#corrections
  about/how-made/#mistakes: about/how-made/#corrections
  about/how-made/#top: about/how-made/
  about/how-made/#audit: source-audit/#audit
  references/#roe2001: references/#doe2001first
""",
    "docs/addresses.txt": "old/made/#corrections\nabout/how-made/#mistakes\n",
}


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A guide of which a page and some headings moved."""
    built = build_guide(make_guide(tmp_path_factory.mktemp("moved"), MOVED))
    assert (built.failed, built.log) == (False, ())
    return built


def list_of(page: LexborHTMLParser) -> dict[str, str]:
    """Where each old anchor in a list leads."""
    return {
        item.attributes["id"] or "": item.css("a")[0].attributes["href"] or ""
        for item in page.css("[data-moved]")
    }


def test_a_page_that_moved_leads_on_with_its_sections(moved: Build) -> None:
    page = moved.page("old/made/index.html")
    assert page.css("a[data-lead]")[0].attributes["href"] == "../../about/how-made/"
    assert list_of(page) == {
        "mend": "../../about/how-made/#corrections",
        "corrections": "../../about/how-made/#corrections",
    }
    short = moved.page("go/made/index.html")
    assert short.css("a[data-lead]")[0].attributes["href"] == "../../about/how-made/"


def test_an_old_anchor_stays_at_what_it_led_to(moved: Build) -> None:
    page = moved.page("about/how-made/index.html")
    assert page.css("h2#corrections > span#mistakes:first-child")
    assert page.css("h1#made > span#top:first-child")
    assert moved.page("references/index.html").css("li#doe2001first > span#roe2001")


def test_a_section_on_another_page_now_leaves_a_link_behind(moved: Build) -> None:
    page = moved.page("about/how-made/index.html")
    assert list_of(page) == {"audit": "../../source-audit/#audit"}
    assert page.css("article li#audit")


def test_a_preview_leads_on_as_well(tmp_path: Path) -> None:
    built = build_guide(make_guide(tmp_path, MOVED), serve=True)
    assert not built.failed
    assert built.page("about/how-made/index.html").css("span#mistakes")


def test_pages_that_are_files_are_led_to_as_files(tmp_path: Path) -> None:
    built = build_guide(make_guide(tmp_path, MOVED), use_directory_urls=False)
    assert not built.failed
    assert (
        built.page("go/made/index.html").css("a[data-lead]")[0].attributes["href"]
        == "../../about/how-made.html"
    )
    assert built.page("about/how-made.html").css("span#mistakes")


def test_a_lost_address_stops_a_build(tmp_path: Path) -> None:
    built = build_guide(make_guide(tmp_path, {**MOVED, "docs/addresses.txt": "old/page/\n"}))
    assert built.failed
    assert built.found() == ["docs/addresses.txt:1:1: error[lost-address]"]


def git(root: Path, *arguments: str) -> None:
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *settings, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with a register of all addresses, on a branch that does not differ from `main`."""
    root = tmp_path / "guide"
    write_files(
        root, {**MOVED, "docs/glossary.md": "# Glossary { #glossary }\n\n### FSH { #fsh }\n\nA hormone.\n"}
    )
    write_files(
        root, {"bibliography.bib": "@misc{a, title={A}}\n", "docs/source-audit.md": "# A { #audit }\n"}
    )
    (root / "docs/addresses.txt").unlink()
    assert addresses.main(["add"], root) == 0
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "All")
    git(root, "checkout", "--quiet", "-b", "change")
    return root


def test_adding_never_removes_and_says_what_it_adds(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register = checkout / "docs/addresses.txt"
    before = set(register.read_text("utf-8").splitlines())
    (checkout / "docs/source-audit.md").unlink()
    write_files(checkout, {"docs/new.md": "# New { #new }\n"})
    capsys.readouterr()
    assert addresses.main(["add"], checkout) == 0
    assert capsys.readouterr().out == "added new/\nadded new/#new\n"
    assert set(register.read_text("utf-8").splitlines()) == before | {"new/", "new/#new"}
    assert addresses.main(["add"], checkout) == 0
    assert capsys.readouterr().out == ""


def test_a_register_that_is_whole_passes(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert addresses.main(["check"], checkout) == 0
    assert addresses.main(["check", "main"], checkout) == 0
    out, err = capsys.readouterr()
    assert "would" not in out + err


def test_a_line_taken_out_and_a_line_that_is_missing_are_refused(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register = checkout / "docs/addresses.txt"
    lines = register.read_text("utf-8").splitlines(keepends=True)
    register.write_text("".join(line for line in lines if line != "source-audit/#audit\n"), "utf-8")
    write_files(checkout, {"docs/new.md": "# New { #new }\n"})
    capsys.readouterr()
    assert addresses.main(["check"], checkout) == 1
    assert capsys.readouterr().out.splitlines() == [
        "docs/addresses.txt: `source-audit/#audit` was published and its line is gone: put it back",
        "docs/addresses.txt: `new/` is published and not listed: run `make addresses`",
        "docs/addresses.txt: `new/#new` is published and not listed: run `make addresses`",
    ]


def test_what_the_other_branch_added_since_is_not_missing_here(checkout: Path) -> None:
    git(checkout, "checkout", "--quiet", "main")
    with (checkout / "docs/addresses.txt").open("a", encoding="utf-8") as register:
        register.write("zzz/\n")
    git(checkout, "commit", "--quiet", "-a", "-m", "More")
    git(checkout, "checkout", "--quiet", "change")
    assert addresses.main(["check", "main"], checkout) == 0


def test_a_branch_without_a_register_had_no_addresses(checkout: Path) -> None:
    git(checkout, "checkout", "--quiet", "--orphan", "bare")
    git(checkout, "rm", "--quiet", "--cached", "docs/addresses.txt")
    git(checkout, "commit", "--quiet", "-m", "Bare")
    assert addresses.main(["check", "bare"], checkout) == 0


@pytest.mark.parametrize(
    ("prepare", "says"),
    [
        pytest.param("no base", "there is no branch `nowhere` here", id="no such branch"),
        pytest.param("no repository", "this is no git repository", id="no repository"),
        pytest.param("no git", "git is not installed", id="no git"),
        pytest.param("not text", "docs/addresses.txt: `docs/addresses.txt` is not UTF-8", id="no text"),
        pytest.param("no docs", "there is no folder `docs`", id="no docs"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_sentence(
    checkout: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    prepare: str,
    says: str,
) -> None:
    root, base = checkout, "main"
    match prepare:
        case "no base":
            base = "nowhere"
        case "no repository":
            (root / ".git").rename(root / "git")
            monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
        case "no git":
            monkeypatch.setenv("PATH", "")
        case "not text":
            (root / "docs/addresses.txt").write_bytes(b"glossary/\xff\n")
        case _:
            root = root / "nothing"
    capsys.readouterr()
    assert addresses.main(["check", base], root) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"addresses: {says}")
