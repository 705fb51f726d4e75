"""What makers of files are given: the guide as a build publishes it, and a way to fill templates.

A file beside the pages is made from the sources alone. What a built page shows is no concern of this module.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from apparatus.model.site import Site

Fill = Callable[[str, Mapping[str, object]], str]
"""Fills a template of `overrides/`, by its name there, with values; `go.html` is one."""
# localhost   guide.localhost   127.0.0.1   ::1   www.example.org   guide.test     (RFC 2606 and 6761)
PRIVATE_HOST = re.compile(
    r"127(?:\.\d+){3}|0\.0\.0\.0|::1?|(?:.+\.)?(?:localhost|test|invalid|example(?:\.(?:com|net|org|edu))?)\.?"
)


@dataclass(frozen=True, slots=True)
class Publication:
    """A guide as it is published: the sources, and where they went."""

    site: Site
    """The sources, with exhibits in place."""
    name: str
    """What the guide is called."""
    address: str
    """Where it is published, such as `https://example.org/guide/`; ends with a slash."""
    release: str
    """Its version; empty where it has none."""
    urls: Mapping[str, str]
    """Where each page is, by its path: `docs/fundamentals/safety.md` is at `fundamentals/safety/`."""
    changed: Mapping[str, date] = field(default_factory=dict)
    """When each file last changed, by its path; without those that the history does not know."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The HTML of each page's text, by its path: what its file says, and nothing that a template adds."""
    today: date = date.min
    """The day of the build, which decides whose check is overdue."""
    has_pdfs: bool = False
    """Whether PDFs of the sheets are made once the site is built."""

    @property
    def is_public(self) -> bool:
        """Whether its addresses may go on paper: those of a preview and of examples may not."""
        return is_public(self.address)

    def url(self, path: str) -> str:
        """The whole address of a page, by its path such as `docs/index.md`."""
        return self.address + self.urls[path]


def is_public(address: str) -> bool:
    """Whether an address may go on paper: `https://guide.health/`, not `http://localhost:8000/`."""
    return not PRIVATE_HOST.fullmatch(urlsplit(address).hostname or "localhost")


def on_paper(address: str) -> str:
    """An address as paper shows it: nobody types `https://`."""
    return address.rpartition("://")[2].removeprefix("mailto:")


Maker = Callable[[Publication, Fill], Iterator[tuple[str, str]]]
"""Makes files: the path of each in the site, and its text. `makers.py` lists them all."""


def read_release(root: Path) -> str:
    """The version of the guide, which `pyproject.toml` alone names; empty without that file."""
    settings = root / "pyproject.toml"
    return str(tomllib.loads(settings.read_text("utf-8"))["project"]["version"]) if settings.exists() else ""
