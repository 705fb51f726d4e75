"""The site map of a built site: the addresses that it lists, their days and their pages."""

from __future__ import annotations

from xml.etree import ElementTree

from selectolax.lexbor import LexborHTMLParser

from apparatus.model.page import TIERS
from tests.this_site import ADDRESS
from tests.whole.links import pages
from tests.whole.sites import Build


def site_map(site: Build) -> dict[str, str]:
    """The day that the site map gives for each address; empty where it gives none."""
    spaces = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    entries = ElementTree.parse(site.folder / "sitemap.xml").getroot().findall("url", spaces)
    return {entry.findtext("loc", "", spaces): entry.findtext("lastmod", "", spaces) for entry in entries}


def listed_pages(site: Build) -> dict[str, LexborHTMLParser]:
    """The pages of this site's map, by their addresses."""
    found = pages(site.folder)
    return {address: found[_file(address)] for address in site_map(site)}


def _file(address: str) -> str:
    path = address.removeprefix(ADDRESS)
    return f"{path}index.html" if not path or path.endswith("/") else path


def is_topic(address: str) -> bool:
    """Whether an address of this site is that of a page on a topic of medicine."""
    path = address.removeprefix(ADDRESS)
    return path.startswith(TIERS) or path in {"next-steps/", "studies/"}
