"""The page for clinics, built for an address that may go on paper and for one that may not."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest

from apparatus.model.page import TIERS
from tests.support import REPOSITORY, only
from tests.whole.links import broken_links
from tests.whole.sites import PAGES, Build, build_guide, make_guide

pytestmark = pytest.mark.whole

ADDRESS = "https://guide.clinic.org/sub/"
PAGE = "about/linking/index.html"
FILES: dict[str, str | bytes | None] = {
    "docs/go.yml": "words:\n  hormones: fundamentals/hormones/\n  deep: academic/hormones/\n",
    "docs/addresses.txt": "./\n",
    "docs/about/linking.md": "---\ntemplate: linking.html\n---\n\n# For clinics { #linking }\n\nLink.\n",
}


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Build:
    built = build_guide(make_guide(tmp_path_factory.mktemp("public"), FILES), site_url=ADDRESS)
    assert (built.failed, built.log) == (False, ())
    return built


def test_a_page_in_plain_words_has_all_that_paper_and_web_need(public: Build) -> None:
    kit = only(public.page(PAGE), "article .kit")
    assert only(kit, "h3 a").attributes["href"] == "../../fundamentals/hormones/"
    paper, text, html = (" ".join(node.text().split()) for node in kit.css("dd"))
    assert paper == "guide.clinic.org/sub/go/hormones/"
    assert text == (
        "Hormones, fundamentals. What the hormones do. Not yet reviewed by a clinician. "
        f"{ADDRESS}go/hormones/"
    )
    assert html == (
        f'<a href="{ADDRESS}fundamentals/hormones/">Hormones, fundamentals</a>: What the hormones do. '
        "Not yet reviewed by a clinician."
    )


def test_its_code_is_a_picture_that_can_be_saved(public: Build) -> None:
    kit = only(public.page(PAGE), "article .kit")
    picture, link = only(kit, "img"), only(kit, "p a")
    assert picture.attributes["src"] == link.attributes["href"] == "../../go/hormones/qr.svg"
    assert (public.folder / "go/hormones/qr.svg").read_text("utf-8").startswith("<svg xmlns=")
    assert "guide.clinic.org/sub/go/hormones/" in (picture.attributes["alt"] or "")


def test_all_pages_are_listed_with_their_addresses(public: Build) -> None:
    rows = [" ".join(row.text().split()) for row in public.page(PAGE).css("article .all-pages li")]
    assert rows[:2] == [
        "Hormones, fundamentals (Fundamentals) guide.clinic.org/sub/go/hormones/",
        "Hormones, academic (Academic) guide.clinic.org/sub/go/deep/",
    ]
    assert len(rows) == len(PAGES) + len(["the glossary", "this page"])


def test_every_link_of_it_leads_somewhere(public: Build) -> None:
    assert [link for link in broken_links(public.folder) if link.startswith(PAGE)] == []


def test_a_preview_has_no_codes_and_says_why(tmp_path: Path) -> None:
    built = build_guide(make_guide(tmp_path, FILES), site_url="http://localhost:8000/")
    page = built.page(PAGE)
    assert page.css("article .kit img") == []
    assert list(built.folder.rglob("qr.svg")) == []
    assert "do not print them" in only(page, "article .admonition").text()


def test_this_site_lists_every_page_in_plain_words(this_site: Build) -> None:
    listed = [
        urljoin(f"/{PAGE}", only(kit, "h3 a").attributes["href"] or "")
        for kit in this_site.page(PAGE).css("article .kit")
    ]
    topics = [file.stem for file in (REPOSITORY / "docs" / TIERS[0]).glob("*.md")]
    assert sorted(listed) == sorted(f"/{TIERS[0]}/{topic}/" for topic in topics)


def test_this_site_has_a_short_address_for_every_page(this_site: Build) -> None:
    listed = [node.text() for node in this_site.page(PAGE).css("article .all-pages li span")]
    assert len(listed) == len(list((REPOSITORY / "docs").rglob("*.md")))
    assert [address for address in listed if "/go/" not in address] == []
