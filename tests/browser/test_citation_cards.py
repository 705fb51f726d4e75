"""What a citation's card says and where it leads, whatever its source has."""

from __future__ import annotations

import pytest

from apparatus.model.site import read_site
from tests.browser.pages import Reader
from tests.support import REPOSITORY

pytestmark = pytest.mark.browser

PAGE = "fundamentals/medicines/"
NO_ADDRESS = "shuling2019men"


@pytest.fixture
def on_page(reader: Reader) -> Reader:
    reader.open(PAGE)
    return reader


def note_opened(reader: Reader, key: str) -> None:
    reader.tab_on_to(reader.page.locator(f"article > :not(section) a[href='#fn:ref-{key}']").first)
    assert reader.card.is_open


def test_a_source_without_an_address_leads_to_the_list(on_page: Reader) -> None:
    entry = read_site(REPOSITORY).bibliography.by_key[NO_ADDRESS]
    assert not {"doi", "pmid", "pmcid", "url"} & set(entry.fields)
    note_opened(on_page, NO_ADDRESS)
    on_page.card.box.get_by_role("link", name="In the list of references").click()
    assert on_page.anchor == f"fn:ref-{NO_ADDRESS}"


def test_a_source_with_an_address_leads_there(on_page: Reader) -> None:
    note_opened(on_page, "cavallini2013multivariate")
    assert "In the list of references" not in on_page.card.text
    assert on_page.card.box.locator("a[href^='https://doi.org/']").count() == 1
