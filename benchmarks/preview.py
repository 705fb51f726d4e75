"""How long a saved change takes to be shown, on this site: a copy of it comes in, seconds go out.

What is timed is what a writer waits for: from the moment the file is saved until the browser, which has been
told to load the page again, gets the page with the change. The stock theme previews the same text.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.measure import CommandError
from benchmarks.variants import REPOSITORY, STOCK, STOCK_VARIANT, Variant

COPIED = ("docs", "hooks", "overrides", "bibliography.bib", "mkdocs.yml", "pyproject.toml")
PAGE = "fundamentals/safety"
"""The page that is changed: one of the three longest that patients read."""
SAVES = 5
"""How many are timed at least: each waits for the next of MkDocs' looks, sooner or later."""
PATIENCE = 120.0
"""Seconds after which a preview counts as broken."""
RELOAD = re.compile(rb"livereload\((\d+), (\d+)\);")


@dataclass(frozen=True, slots=True)
class Preview:
    """A preview that runs."""

    address: str
    """Where it serves, with a slash at its end."""
    folder: Path
    """The copy of the site that it shows."""

    def page(self) -> bytes:
        """The page that is changed, as a browser gets it: while a build runs, MkDocs has it wait."""
        with urlopen(f"{self.address}{PAGE}/", timeout=PATIENCE) as response:
            return bytes(response.read())

    def seconds_to_show(self, words: str) -> float:
        """Saves a sentence and waits as a browser does until it is there."""
        found = RELOAD.search(self.page())
        if not found:
            raise CommandError("the preview does not reload its pages")
        file = self.folder / f"docs/{PAGE}.md"
        text = file.read_text("utf-8")
        started = time.perf_counter()
        file.write_text(f"{text}\n{words}\n", "utf-8")
        epoch = found[1].decode()
        while time.perf_counter() - started < PATIENCE:
            with urlopen(f"{self.address}livereload/{epoch}/{found[2].decode()}", timeout=PATIENCE) as told:
                epoch = told.read().decode()
            if words.encode() in self.page():
                return time.perf_counter() - started
        raise CommandError(f"a change of {file} was not shown")


def preview_seconds(variant: Variant, repeat: int) -> float:
    """The median of some saves, the first one left out: it pays for what is only read once."""
    with tempfile.TemporaryDirectory(prefix="preview-") as folder, _preview(Path(folder), variant) as preview:
        preview.seconds_to_show("A first change.")
        return median(preview.seconds_to_show(f"Change number {number}.") for number in range(repeat))


@contextmanager
def _preview(folder: Path, variant: Variant) -> Iterator[Preview]:
    _copy(folder)
    if variant == STOCK_VARIANT:
        _make_stock(folder)
    settings = folder / variant.settings
    port = _free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "--no-strict", "-f", str(settings)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": f"http://localhost:{port}/"}
    server = subprocess.Popen(
        [*command, "-a", f"127.0.0.1:{port}"], cwd=folder, env=environment, stderr=subprocess.DEVNULL
    )
    try:
        preview = Preview(f"http://127.0.0.1:{port}/", folder)
        _wait(preview, server)
        yield preview
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(PATIENCE)


def _copy(folder: Path) -> None:
    for name in COPIED:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)


def _make_stock(folder: Path) -> None:
    """Has the copy be built without our templates."""
    (folder / STOCK_VARIANT.settings).write_text(STOCK, "utf-8")
    for file in (folder / "docs").rglob("*.md"):
        file.write_text(re.sub(r"(?m)^template: .*\n", "", file.read_text("utf-8"), count=1), "utf-8")


def _wait(preview: Preview, server: subprocess.Popen[bytes]) -> None:
    """Until the first build is served."""
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until and server.poll() is None:
        try:
            preview.page()
        except (URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    raise CommandError(f"no preview at {preview.address}")


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
