"""What is published beside the pages: a built guide comes in, the texts of further files go out.

A file here is made from the sources alone. What a built page shows is no concern of this module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from apparatus.site import Site

Fill = Callable[[str, Mapping[str, object]], str]
"""Fills a template of `overrides/`, by its name there, with values; `go.html` is one."""


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

    def url(self, path: str) -> str:
        """The whole address of a page, by its path such as `docs/index.md`."""
        return self.address + self.urls[path]


Maker = Callable[[Publication, Fill], Iterator[tuple[str, str]]]
"""Makes files: the path of each in the site, and its text."""

MAKERS: tuple[Maker, ...] = ()
"""Everything that makes files."""


def published_files(publication: Publication, fill: Fill) -> dict[str, str]:
    """The text of each file, by its path in the site."""
    return dict(file for make in MAKERS for file in make(publication, fill))
