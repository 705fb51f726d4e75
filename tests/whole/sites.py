"""Small guides on disk, built for real with this repository's settings, templates and hook."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from selectolax.lexbor import LexborHTMLParser

from apparatus.model.page import TIERS
from tests.support import BIBLIOGRAPHY, GLOSSARY, REPOSITORY, parse

# The theme tells its end of life on every build.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

# docs/index.md:1:1: error[unknown-term]
FINDING = re.compile(r"\S+:\d+:\d+: (?:error|warning)\[[a-z-]+\]")
TIER_PAGE = """\
---
title: Hormones, {tier}
description: What the hormones do.
reviewed: 2026-11-23
next_review: 2126-11-23
clinical_review: none
---

# Hormones, {tier} {{ #hormones }}

[LH] acts on [Leydig cells] of the [pituitary gland].[@doe2001first]

## More {{ #more }}

See [the same, deeper](../academic/hormones.md#more), and [FSH].[@roe2002second; @doe2001first]
"""
PAGES: Mapping[str, str] = {
    "docs/index.md": "# Start { #start }\n\nRead on about [FSH] and [LH] in [the glossary](glossary.md).\n",
    "docs/references.md": "---\ntemplate: references.html\n---\n\n# References { #references }\n\nAll.\n",
    "docs/source-audit.md": "# Source audit { #audit }\n\nWhat was found.\n",
    "docs/about/how-made.md": "# How it is made { #made }\n\n## Corrections { #corrections }\n\nTell us.\n",
    **{f"docs/{tier}/hormones.md": TIER_PAGE.format(tier=tier) for tier in TIERS},
}


def write_files(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Writes files under a folder, the folders they stand in as well."""
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


def make_guide(root: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """A guide with this repository's settings, but for its navigation; a file that is None is left out."""
    settings = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    base: dict[str, str | bytes | None] = {
        "mkdocs.yml": re.sub(r"(?ms)^nav:\n(?:[ ].*?\n|\n)+", "", settings),
        "docs/glossary.md": GLOSSARY,
        "bibliography.bib": BIBLIOGRAPHY,
        **PAGES,
        **(files or {}),
    }
    write_files(root, {path: content for path, content in base.items() if content is not None})
    for shared in ("hooks", "overrides", "docs/assets"):
        (root / shared).symlink_to(REPOSITORY / shared)
    return root


@dataclass(frozen=True, slots=True)
class Build:
    """What one run of MkDocs came to."""

    folder: Path
    """Where it wrote the site."""
    log: tuple[str, ...]
    """Every warning and error, in order."""
    failed: bool
    """Whether it ended with a status other than 0."""

    def page(self, path: str) -> LexborHTMLParser:
        """A built page, such as `academic/hormones/index.html`."""
        return parse((self.folder / path).read_text("utf-8"))

    def found(self) -> list[str]:
        """The findings that it logged, such as `error[unknown-term]`, each with its place."""
        return [found[0] for line in self.log if (found := FINDING.search(line))]


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.getMessage()}")


@contextmanager
def _listening() -> Iterator[list[str]]:
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    try:
        yield listener.lines
    finally:
        logging.getLogger().removeHandler(listener)


def build_guide(
    root: Path,
    *,
    serve: bool = False,
    folder: str = "site",
    strict: bool | None = None,
    site_url: str | None = None,
    use_directory_urls: bool | None = None,
) -> Build:
    """Builds a guide in this process, as `mkdocs build` or as `mkdocs serve` does it."""
    with _listening() as lines:
        try:
            config = load_config(
                str(root / "mkdocs.yml"),
                site_dir=str(root / folder),
                strict=strict,
                site_url=site_url,
                use_directory_urls=use_directory_urls,
            )
            _run(config, serve)
            failed = False
        except Abort:
            failed = True
    return Build(root / folder, tuple(lines), failed)


def _run(config: MkDocsConfig, serve: bool) -> None:
    config.plugins.on_startup(command="serve" if serve else "build", dirty=False)
    try:
        build(config, serve_url="http://localhost:8000/" if serve else None)
    finally:
        config.plugins.on_shutdown()


def fingerprint(root: Path) -> dict[str, str]:
    """A hash of each file under a folder; what its links lead to is not part of it."""
    files = (file for file in root.rglob("*") if file.is_file() and not file.is_symlink())
    return {file.relative_to(root).as_posix(): sha256(file.read_bytes()).hexdigest() for file in files}
