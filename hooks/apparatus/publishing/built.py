"""A built site's folder, completed where it stands: further files, one style sheet, better search.

The only module that writes where a build wrote; what the files say is for others.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from apparatus.addresses.old_anchors import pages_with_old_anchors
from apparatus.model.glossary import Glossary
from apparatus.model.publication import Fill, Publication
from apparatus.publishing.finishing import (
    SHEET,
    boosted_index,
    finished,
    with_one_sheet,
    without_inline_scripts,
)
from apparatus.publishing.makers import published_files
from apparatus.publishing.stylesheet import joined, used_names

INDEX = "search/search_index.json"


def complete_site(
    folder: Path, publication: Publication, fill: Fill, own_sheets: Sequence[str], *, preview: bool
) -> None:
    """Puts further files beside the built pages, and old anchors on them; then come the last touches."""

    def built(path: str) -> str:
        return (folder / path).read_text("utf-8")

    _write_files(folder, published_files(publication, fill))
    _write_files(folder, dict(pages_with_old_anchors(publication, fill, built)))
    _finish_pages(folder, own_sheets, preview)
    _finish_search(folder, publication.site.glossary)
    # The packed site map holds the second of the build, and nothing leads to it.
    (folder / "sitemap.xml.gz").unlink(missing_ok=True)


def _finish_pages(folder: Path, own_sheets: Sequence[str], preview: bool) -> None:
    """Gives the pages one style sheet, and files for their scripts; a preview has neither."""
    pages = {file: finished(file.read_text("utf-8")) for file in sorted(folder.rglob("*.html"))}
    if not preview:
        sharing = [page for page in pages.values() if SHEET.search(page)]
        sheet = _join_sheets(folder, own_sheets, sharing)
        for file, page in pages.items():
            pages[file], scripts = without_inline_scripts(with_one_sheet(page, sheet))
            _write_files(folder, scripts)
    for file, page in pages.items():
        file.write_text(page, "utf-8")


def _finish_search(folder: Path, glossary: Glossary) -> None:
    """Has search put terms and their aliases before everything else."""
    index = folder / INDEX
    if index.exists():
        aliases = {term.id: "; ".join(term.names[1:]) for term in glossary.terms}
        index.write_text(boosted_index(index.read_text("utf-8"), aliases, "glossary/"), "utf-8")


def _write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Puts further files beside the pages, by their paths in the site."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def _join_sheets(folder: Path, own: Sequence[str], pages: Collection[str]) -> str:
    """Makes one style sheet of all, named by its content, and takes the others away; its path in the site."""
    theme = next(folder.glob("assets/stylesheets/main.*.css"))
    # Without lunr/, which holds other languages for the search.
    scripts = [
        *folder.glob("assets/*.js"),
        *folder.glob("assets/javascripts/bundle.*.js"),
        *folder.glob("assets/javascripts/workers/*.js"),
    ]
    used = used_names(pages, (script.read_text("utf-8") for script in scripts))
    ours = [folder / path for path in own]
    sheet = joined(theme.read_text("utf-8"), "".join(path.read_text("utf-8") for path in ours), used)
    path = f"assets/stylesheets/guide.{sha256(sheet.encode()).hexdigest()[:8]}.css"
    for replaced in [*folder.glob("assets/stylesheets/*"), *ours]:
        replaced.unlink()
    (folder / path).write_text(sheet, "utf-8")
    return path
