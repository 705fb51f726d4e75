"""This site for a public address, its sheets printed once in a run of the tests, whatever the processes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from playwright.sync_api import Browser
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from tests.support import REPOSITORY
from tests.this_site import locked, shared_folder
from tests.whole.sites import build_guide
from tools.make_sheets import print_sheets

PUBLIC = "https://guide.internal/aromatase/"
"""An address that may go on paper; nobody owns such a host."""
MADE = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Pdf:
    """A printed sheet."""

    file: Path
    """Where it is."""

    @cached_property
    def reader(self) -> PdfReader:
        """Its structure."""
        return PdfReader(self.file)

    @cached_property
    def sides(self) -> list[str]:
        """The text of each side, in one line."""
        return [" ".join(page.extract_text().split()) for page in self.reader.pages]

    def fonts(self) -> Iterator[Any]:
        """What it says of each font it uses."""
        for page in self.reader.pages:
            resources: Any = page["/Resources"]
            for font in resources["/Font"].values():
                (inner,) = font.get_object()["/DescendantFonts"]
                yield inner.get_object()["/FontDescriptor"].get_object()

    def links(self) -> list[str]:
        """The addresses that it links, those within it as their names."""
        marks = [mark.get_object() for page in self.reader.pages for mark in page.get("/Annots", [])]
        return [str(mark["/A"]["/URI"] if "/A" in mark else mark["/Dest"]) for mark in marks]

    def codes(self, dots_per_inch: int) -> list[str]:
        """What a reader of QR codes finds on its first side."""
        document = PdfDocument(self.file)
        bitmap = document[0].render(scale=dots_per_inch / 72, grayscale=True)
        rows = memoryview(bytes(bitmap.buffer)).cast("B", shape=[bitmap.height, bitmap.stride])
        document.close()
        return [code.text for code in zxingcpp.read_barcodes(rows)]


def print_once(factory: pytest.TempPathFactory, browser: Browser) -> Path:
    """The folder of the site with its PDFs; the first process that asks makes them."""
    folder = shared_folder(factory, "printed-site")
    site, done = folder / "site", folder / "done"
    with locked(folder / "lock"):
        if not done.exists():
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("SHEETS", "1")
                built = build_guide(REPOSITORY, folder=str(site), site_url=PUBLIC)
            assert not built.failed, "this site does not build:\n" + "\n".join(built.log)
            assert list(print_sheets(browser, site, PUBLIC, MADE))
            done.touch()
    return site
