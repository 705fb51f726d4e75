"""The two builds that are compared: settings files for one folder of pages come out.

`stock` is Material with mkdocs-bibtex as they come, less web fonts and the inline citations, which no page
uses. It leaves mentions as raw brackets. `ours` is this repository's `mkdocs.yml`, inherited, so that the
benchmark follows whatever changes there.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent

STOCK = """\
site_name: Stock
site_dir: site-stock
theme:
  name: material
  font: false
plugins:
  - search
  - bibtex:
      bib_file: bibliography.bib
      enable_inline_citations: false
markdown_extensions:
  - attr_list
  - footnotes
  - tables
  - pymdownx.blocks.admonition
  - pymdownx.blocks.caption
"""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to build a folder of pages."""

    name: str
    """`stock` or `ours`, as the table has it."""
    settings: str
    """The settings file in the folder."""
    output: str
    """The folder, beside the settings file, that the build fills."""


STOCK_VARIANT = Variant("stock", "stock.yml", "site-stock")
OURS_VARIANT = Variant("ours", "mkdocs.yml", "site-ours")


def write_variants(folder: Path) -> None:
    """Put both settings files beside `docs/`, with what our settings expect to find there."""
    (folder / STOCK_VARIANT.settings).write_text(STOCK, encoding="utf-8")
    (folder / OURS_VARIANT.settings).write_text(_ours(), encoding="utf-8")
    shutil.copytree(REPOSITORY / "docs/assets", folder / "docs/assets", dirs_exist_ok=True)
    shutil.copy(REPOSITORY / "pyproject.toml", folder)


def _ours() -> str:
    # MkDocs resolves an inherited path against the file that inherits, so these are spelled out.
    settings = {
        "INHERIT": str(REPOSITORY / "mkdocs.yml"),
        "site_dir": OURS_VARIANT.output,
        "theme": {"custom_dir": str(REPOSITORY / "overrides")},
        "hooks": [str(REPOSITORY / "hooks/mkdocs_site.py")],
        "nav": None,
        "watch": [],
    }
    return json.dumps(settings, indent=2)  # JSON is YAML, and needs no library here
