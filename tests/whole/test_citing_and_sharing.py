"""What this site's pages say for those who cite them, find them or show them as a link."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from apparatus.model.publication import read_release
from tests.support import REPOSITORY, only
from tests.this_site import ADDRESS
from tests.whole.site_map import is_topic, listed_pages
from tests.whole.sites import Build

pytestmark = pytest.mark.whole

SIGNATURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def built(this_site: Build) -> dict[str, LexborHTMLParser]:
    """The pages of the site map, by their addresses."""
    return listed_pages(this_site)


def meta(page: LexborHTMLParser, name: str, attribute: str = "name") -> str:
    return only(page, f'meta[{attribute}="{name}"]').attributes["content"] or ""


def test_every_page_can_be_shown_as_a_link(this_site: Build, built: Mapping[str, LexborHTMLParser]) -> None:
    for address, page in built.items():
        said = {name: meta(page, f"og:{name}", "property") for name in ("title", "url", "type", "site_name")}
        assert said["url"] == address
        assert said["title"], address
        picture = meta(page, "og:image", "property")
        assert picture == f"{ADDRESS}assets/social.png"
        assert meta(page, "og:image:alt", "property")


def test_the_picture_of_a_link_is_small_and_of_the_usual_size(this_site: Build) -> None:
    picture = (this_site.folder / "assets/social.png").read_bytes()
    # The first chunk of a PNG starts with width and height.
    assert picture.startswith(SIGNATURE)
    assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (1200, 630)
    assert len(picture) < 60_000


def test_academic_pages_have_the_tags_of_scholarly_search(built: Mapping[str, LexborHTMLParser]) -> None:
    academic = {address: page for address, page in built.items() if f"{ADDRESS}academic/" in address}
    assert len(academic) >= 6
    for address, page in academic.items():
        assert meta(page, "citation_title")
        assert meta(page, "citation_author").endswith("contributors")
        assert re.fullmatch(r"[0-9]{4}/[0-9]{2}/[0-9]{2}", meta(page, "citation_publication_date"))
        assert meta(page, "citation_public_url") == address


def test_every_topic_page_says_how_to_cite_it(built: Mapping[str, LexborHTMLParser]) -> None:
    release = read_release(REPOSITORY)
    for address, page in built.items():
        lines = page.css("details.cite:not([open])")
        assert bool(lines) == is_topic(address), address
        for part in lines[0].css("p, pre") if lines else ():
            assert address in part.text(), address
            assert f"Version {release}" in part.text(), address


def test_the_citation_file_names_this_version_and_no_person() -> None:
    said = yaml.safe_load((REPOSITORY / "CITATION.cff").read_text("utf-8"))
    assert said["cff-version"] == "1.2.0"
    assert said["version"] == read_release(REPOSITORY)
    assert said["message"]
    assert said["title"] == "Aromatase inhibitors and male infertility"
    # With a name alone an author is an entity; a person has other fields.
    assert [list(author) for author in said["authors"]] == [["name"]]
