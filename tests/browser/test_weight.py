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
HEAVY_HTML = {
    # Most of it is what readers come for: the numbers of dozens of studies, and their references in full.
    "academic/medicines/": 25_500,
    "academic/estrogen/": 24_000,
    "academic/evidence/": 23_500,
    "academic/safety/": 21_500,
    "intermediate/evidence/": 20_500,
    "intermediate/medicines/": 20_000,
    "academic/genetics/": 17_000,
    "academic/hormones/": 17_000,
    # A picture each, drawn in the page so that it follows the color scheme; two on the first.
    "fundamentals/medicines/": 19_500,
    "intermediate/estrogen/": 18_000,
    "intermediate/genetics/": 17_500,
    "intermediate/hormones/": 18_000,
    "fundamentals/evidence/": 16_500,
}
"""Pages whose HTML may weigh more, and how much."""


def compressed(site: Build, address: str) -> int:
    path = urlsplit(address).path.lstrip("/")
    file = site.folder / (path + "index.html" if not path or path.endswith("/") else path)
    return len(gzip.compress(file.read_bytes(), 9))


@pytest.mark.parametrize("path", TIER_PATHS)
def test_the_first_view_of_a_tier_page_is_light(this_site: Build, reader: Reader, path: str) -> None:
    reader.open(path)
    fetched = {address for address in reader.settle().requests if not address.startswith("data:")}
    assert sum(compressed(this_site, address) for address in fetched) <= FIRST_VIEW
    assert compressed(this_site, reader.page.url) <= HEAVY_HTML.get(path, HTML)
    assert [address for address in fetched if "search_index" in address or "/workers/" in address] == []
