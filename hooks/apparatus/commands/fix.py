"""Mends what is safe to mend: links first mentions, gives headings ids, sorts the bibliography.

A file is written only when what it shows stays the same but for the new links and ids, and never by halves.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from apparatus.commands.fix_bibliography import sorted_bibliography
from apparatus.commands.fix_pages import PageFixer
from apparatus.model.site import Site
from apparatus.pages.render import Renderer, read_extensions
from apparatus.syntax.source import Source

LEFT = "left as it was, because its line ends are mixed, or it was changed meanwhile"
"""Why a file was not rewritten."""


def fix_site(site: Site, root: Path) -> Iterator[str]:
    """Mends the files of a site under `root`; yields a line for each thing done, or left undone and why.

    Raises:
        OSError: a file could not be written; it is then as it was.
        SettingsError: pages cannot be rendered, so that nothing is known to be safe.
    """
    fixer = PageFixer(site, Renderer(site.glossary, read_extensions(root)))
    for page in site.pages if site.has_glossary else ():
        yield from _mend(root, page.source, *fixer.fix(page))
    source = site.bibliography.source
    if source is not None:
        yield from _mend(root, source, *sorted_bibliography(site.bibliography))


def _mend(root: Path, source: Source, text: str, done: list[str]) -> Iterator[str]:
    if not rewrite(root, source, text):
        done = [LEFT]
    yield from (f"{source.path}: {what}" for what in done)


def rewrite(root: Path, source: Source, text: str) -> bool:
    """Gives a file another text, with its line ends and its byte order mark; whether that was safe.

    Raises:
        OSError: the file could not be written; it is then as it was.
    """
    file = (root / source.path).resolve()
    if text == source.text:
        return True
    if file.read_bytes() != source.to_bytes(source.text):
        return False
    _replace(file, source.to_bytes(text))
    return True


def _replace(file: Path, content: bytes) -> None:
    # Written beside the file and then moved over it: a reader sees the old text or the new, never a part.
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as written:
            written.write(content)
        Path(name).chmod(file.stat().st_mode)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
