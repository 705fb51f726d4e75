"""What is published beside the pages: a guide comes in, the texts of further files go out."""

from __future__ import annotations

from apparatus.addresses.code_index import code_files
from apparatus.addresses.destinations import go_files
from apparatus.model.publication import Fill, Maker, Publication
from apparatus.publishing.downloads import glossary_file, reference_files
from apparatus.publishing.linking import qr_files
from apparatus.publishing.sheets import sheet_files

MAKERS: tuple[Maker, ...] = (
    reference_files,
    glossary_file,
    go_files,
    qr_files,
    sheet_files,
    code_files,
)
"""Everything that makes files."""


def published_files(publication: Publication, fill: Fill) -> dict[str, str]:
    """The text of each file, by its path in the site."""
    return dict(file for make in MAKERS for file in make(publication, fill))
