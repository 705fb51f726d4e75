"""What follows a build, in order: further files beside the pages, old anchors on them, the last touches.

The built folder and the guide that was published come in; the folder is whole when this is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from apparatus.built import drop_packed_map, finish_pages, finish_search, write_files
from apparatus.makers import published_files
from apparatus.old_anchors import pages_with_old_anchors
from apparatus.publication import Fill, Publication


def complete_site(
    folder: Path, publication: Publication, fill: Fill, own_sheets: Sequence[str], *, preview: bool
) -> None:
    """Finishes what was built, and puts further files beside it."""

    def built(path: str) -> str:
        return (folder / path).read_text("utf-8")

    write_files(folder, published_files(publication, fill))
    write_files(folder, dict(pages_with_old_anchors(publication, fill, built)))
    finish_pages(folder, own_sheets, preview)
    finish_search(folder, publication.site.glossary)
    drop_packed_map(folder)
