"""What clinics print and link to: the addresses of each page, and its QR code where that may go on paper."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from apparatus.model.go_file import PATH as GO
from apparatus.model.publication import Publication
from apparatus.model.site import build_site
from apparatus.publishing.linking import PageLink, linking_values, page_links, plain_links, qr_files
from apparatus.publishing.qr import qr_svg
from apparatus.syntax.source import Source
from tests.support import BIBLIOGRAPHY, GLOSSARY

ADDRESS = "https://guide.clinic.org/sub/"
PAGE = "---\ntitle: {title}\ndescription: About it.\nclinical_review: {review}\n---\n\n# Safety\n\nWords.\n"
FILES = {
    "docs/index.md": "# Start\n\nWords.\n",
    "docs/academic/safety.md": PAGE.format(title="Harms", review="Dr. Ada Example, 2026-11-20"),
    "docs/fundamentals/safety.md": PAGE.format(title="Side effects & safety", review="none"),
    "docs/glossary.md": GLOSSARY,
    "bibliography.bib": BIBLIOGRAPHY,
    GO: "words:\n  start: ./\n  safety: fundamentals/safety/\n  side-effects: fundamentals/safety/\n",
}
URLS = {
    "docs/index.md": "./",
    "docs/academic/safety.md": "academic/safety/",
    "docs/fundamentals/safety.md": "fundamentals/safety/",
    "docs/glossary.md": "glossary/",
}


def publication(address: str = ADDRESS) -> Publication:
    return Publication(
        build_site(Source(path, text) for path, text in FILES.items()), "Guide", address, "1.0", URLS
    )


def no_template(template: str, values: object) -> str:
    raise AssertionError(template)


def test_pages_come_in_the_order_of_their_short_words() -> None:
    links = page_links(publication())
    assert [link.path for link in links[:2]] == ["index.md", "fundamentals/safety.md"]
    assert {link.path for link in links[2:]} == {"academic/safety.md", "glossary.md"}


def test_a_page_has_an_address_for_each_use() -> None:
    (link,) = plain_links(publication())
    assert link == PageLink(
        "fundamentals/safety.md",
        "fundamentals",
        "Side effects & safety",
        "About it.",
        False,
        f"{ADDRESS}fundamentals/safety/",
        "go/safety/",
        f"{ADDRESS}go/safety/",
        "guide.clinic.org/sub/go/safety/",
    )


@pytest.mark.parametrize(
    ("path", "address", "code"),
    [
        pytest.param("index.md", ADDRESS, f"{ADDRESS}go/start/", id="the start page"),
        pytest.param("glossary.md", f"{ADDRESS}glossary/", f"{ADDRESS}glossary/", id="a page without a word"),
    ],
)
def test_pages_of_other_kinds(path: str, address: str, code: str) -> None:
    (link,) = (link for link in page_links(publication()) if link.path == path)
    assert (link.address, link.code) == (address, code)


def test_what_a_clinician_reviewed_is_said_of_that_page_alone() -> None:
    read = [link.path for link in page_links(publication()) if link.is_read_by_clinician]
    assert read == ["academic/safety.md"]


def test_a_page_in_plain_words_has_a_code_in_a_file_of_its_own() -> None:
    ((path, text),) = qr_files(publication(), no_template)
    assert path == "go/safety/qr.svg"
    picture = ElementTree.fromstring(text)
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    assert picture.get("aria-label") == "QR code: Side effects & safety"
    # It is the code of the short address, as `qr_svg` draws it: `tests` of that module read it.
    drawn = qr_svg(f"{ADDRESS}go/safety/", "QR code: Side effects & safety")
    assert text.replace(' xmlns="http://www.w3.org/2000/svg"', "") == drawn


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost:8000/",
        "http://guide.localhost/",
        "http://127.0.0.1:8000/",
        "http://[::1]/",
        "http://0.0.0.0/",
        "https://example.org/guide/",
        "https://www.example.com/",
        "https://guide.example/",
        "https://guide.test/",
        "https://site.invalid/",
        "https://LOCALHOST/",
        "/",
    ],
)
def test_nothing_is_made_for_paper_of_an_address_that_leads_nowhere(address: str) -> None:
    assert list(qr_files(publication(address), no_template)) == []
    assert linking_values(publication(address))["has_paper"] is False


@pytest.mark.parametrize(
    "address", ["https://guide.clinic.org/", "https://example-clinic.org/", "https://localhost.clinic.org/"]
)
def test_other_addresses_may_go_on_paper(address: str) -> None:
    assert linking_values(publication(address))["has_paper"] is True
