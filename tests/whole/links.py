"""Where the links of a built site lead: whether each address and anchor is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from tests.support import parse

HERE = "http://site.invalid"
LOADED = ("src", "srcset", "poster", "data")
"""Attributes whose address a browser opens by itself."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address on a page."""

    page: str
    """The page's path in the built site."""
    tag: str
    """The element that holds it."""
    attribute: str
    """The attribute that holds it."""
    address: str
    """The address as it stands there."""

    @property
    def is_loaded(self) -> bool:
        """Whether a browser opens it without being asked to; it follows other links when a reader does."""
        return self.attribute in LOADED or self.tag == "link"


@cache
def page(file: Path) -> LexborHTMLParser:
    """A built page."""
    return parse(file.read_text("utf-8"))


def pages(folder: Path) -> dict[str, LexborHTMLParser]:
    """The built pages by their paths, without sheets for paper and those that only lead to others."""
    return {
        path: html
        for path, html in all_pages(folder).items()
        if not path.startswith("sheets/") and not html.css("a[data-lead]")
    }


def all_pages(folder: Path) -> dict[str, LexborHTMLParser]:
    """The built pages by their paths, sheets and those that only lead to others among them."""
    return {file.relative_to(folder).as_posix(): page(file) for file in sorted(folder.rglob("*.html"))}


def links(folder: Path) -> Iterator[Link]:
    """Every address on every page."""
    for path, html in all_pages(folder).items():
        for attribute in ("href", "action", *LOADED):
            for node in html.css(f"[{attribute}]"):
                yield Link(path, str(node.tag), attribute, (node.attributes[attribute] or "").strip())


def is_internal(address: str) -> bool:
    """Whether an address is one of the site's own."""
    return not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", address)


def broken_links(folder: Path, mount: str = "/") -> list[str]:
    """The links of a site to pages, files and anchors that it does not have; `mount` is where it stands."""
    return [
        f"{link.page}: {link.address}"
        for link in links(folder)
        if is_internal(link.address) and not _is_there(folder, mount, link.page, link.address)
    ]


def _is_there(folder: Path, mount: str, path: str, address: str) -> bool:
    target = urlsplit(urljoin(f"{HERE}{mount}{path.removesuffix('index.html')}", address))
    if not target.path.startswith(mount):
        return False
    file = folder / unquote(target.path.removeprefix(mount))
    file = file / "index.html" if target.path.endswith("/") else file
    return file.is_file() and (not target.fragment or unquote(target.fragment) in _ids(file))


@cache
def _ids(file: Path) -> frozenset[str]:
    if file.suffix != ".html":
        return frozenset()
    return frozenset(node.attributes["id"] or "" for node in page(file).css("[id]"))
