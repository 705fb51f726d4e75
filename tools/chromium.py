"""Finds a Chromium for the browser tests and the tools, installs one, or starts it.

In: the environment variable CHROMIUM, the search path, Playwright's own download. Out: a path on stdout;
everything else, the installers' words included, goes to stderr. It knows nothing of the tests.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""What a Chromium is called on the search path."""

APPLICATIONS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
"""Where macOS keeps it, off the search path."""

BY_HAND = {
    "apt-get": "sudo apt-get install chromium",
    "dnf": "sudo dnf install chromium",
    "pacman": "sudo pacman -S chromium",
    "brew": "brew install --cask chromium",
}
"""What to type, by the package manager that is there."""

PLAYWRIGHT = (sys.executable, "-m", "playwright")

# Chromium's sandbox refuses to start for root, as in a container.
FLAGS = ("--no-sandbox",) if os.geteuid() == 0 else ()
"""What a Chromium needs to start at all."""


def find() -> Path | None:
    """The first Chromium that runs; where CHROMIUM is set, that one or none."""
    if chosen := os.environ.get("CHROMIUM"):
        # A bare name is looked up here: Playwright takes paths only.
        return next(filter(runs, [Path(shutil.which(chosen) or chosen)]), None)
    return next(filter(runs, candidates()), None)


def candidates() -> Iterator[Path]:
    """Where a Chromium may be, the likeliest place first."""
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    yield from APPLICATIONS
    yield playwright_chromium()


def playwright_chromium() -> Path:
    """Where Playwright puts its own Chromium, downloaded or not."""
    # In a thread of its own: Playwright refuses to start where an event loop is running already.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(_ask_playwright).result()


def _ask_playwright() -> Path:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def runs(path: Path) -> bool:
    """Whether the program at `path` starts."""
    # A file that is there proves little: a download may lack system libraries, and Ubuntu's
    # `chromium-browser` is a note that says to install a snap.
    try:
        subprocess.run([path, "--version"], capture_output=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


@contextmanager
def started(executable: Path | None, *flags: str) -> Iterator[Browser]:
    """A browser while the context lasts; Playwright's own where none is named."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=[*FLAGS, *flags])
        yield browser
        browser.close()


def install() -> Path | None:
    """Installs a Chromium, one way after the other until one runs."""
    for command in installers():
        print("Trying:", *command, file=sys.stderr)
        subprocess.run(command, stdout=sys.stderr, check=False)
        if found := find():
            return found
    return None


def installers() -> Iterator[tuple[str, ...]]:
    """Commands that may bring a Chromium, the one that touches least first."""
    yield (*PLAYWRIGHT, "install", "chromium")
    if shutil.which("apt-get") and os.geteuid() == 0:
        yield ("apt-get", "update")
        # For a machine without fonts: text without glyphs has no width to test; sheets need one like Arial.
        fonts = ("fonts-dejavu-core", "fonts-liberation")
        yield ("apt-get", "install", "-y", "--no-install-recommends", "chromium", *fonts)
        # Ubuntu has no Chromium of its own, but the libraries that Playwright's needs.
        yield (*PLAYWRIGHT, "install", "--with-deps", "chromium")


def advice() -> str:
    """One sentence with the one command to type."""
    if chosen := os.environ.get("CHROMIUM"):
        return f"CHROMIUM is set to `{chosen}`, which does not run: correct it, or unset it."
    playwright = shlex.join([*PLAYWRIGHT, "install", "chromium"])
    command = next((typed for tool, typed in BY_HAND.items() if shutil.which(tool)), playwright)
    return f"The browser tests need a Chromium, and none could be installed; type: {command}"


def main() -> int:
    """Prints the path of a Chromium; 1 where there is none."""
    found = find() or (None if os.environ.get("CHROMIUM") else install())
    print(found or advice(), file=sys.stdout if found else sys.stderr)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
