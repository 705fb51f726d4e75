"""What a first view weighs, compressed: everything that a browser fetches before a reader does anything."""

from __future__ import annotations

import gzip
from urllib.parse import urlsplit

import pytest

from apparatus.model.page import TIERS
from tests.browser.pages import Reader
from tests.browser.site_map import PATHS
from tests.whole.sites import Build

pytestmark = pytest.mark.browser

TIER_PATHS = [path for path in PATHS if path.startswith(TIERS)]
FIRST_VIEW = 80_000
HTML = 16_000


def compressed(site: Build, address: str) -> int:
    path = urlsplit(address).path.lstrip("/")
    file = site.folder / (path + "index.html" if not path or path.endswith("/") else path)
    return len(gzip.compress(file.read_bytes(), 9))


@pytest.mark.parametrize("path", TIER_PATHS)
def test_the_first_view_of_a_tier_page_is_light(this_site: Build, reader: Reader, path: str) -> None:
    reader.open(path)
    fetched = {address for address in reader.settle().requests if not address.startswith("data:")}
    assert sum(compressed(this_site, address) for address in fetched) <= FIRST_VIEW
    # A page that outgrows it holds two topics, or a table that belongs with the study tables.
    assert compressed(this_site, reader.page.url) <= HTML
    assert [address for address in fetched if "search_index" in address or "/workers/" in address] == []
