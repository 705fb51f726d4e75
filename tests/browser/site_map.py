"""The addresses of this site's pages, known before it is built, so that each is a test of its own."""

from __future__ import annotations

from tests.support import REPOSITORY

PAGES_FOLDER = REPOSITORY / "docs"


def address(page: str) -> str:
    """The address of a page under `docs/`, such as `glossary/` for `glossary.md`."""
    name = page.removesuffix(".md")
    return name.removesuffix("index") if name == "index" or name.endswith("/index") else f"{name}/"


PATHS = (
    *sorted(address(file.relative_to(PAGES_FOLDER).as_posix()) for file in PAGES_FOLDER.rglob("*.md")),
    "404.html",
)
"""Every page that the built site has."""
