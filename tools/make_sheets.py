"""Builds the site with its sheets as PDFs, for A4 and US Letter, in normal and in large print.

    SITE_URL=https://guide.health/ PYTHONPATH=hooks python -m tools.make_sheets

In: this repository, and a Chromium. Out: the site in site/, with PDFs in site/sheets/; the exit status is 1
where a sheet is too long, 2 where it cannot run. Nothing is fetched: the browser gets its pages from the
built folder. One commit gives the same bytes each time on one machine; the fonts in them are that machine's.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from playwright.sync_api import Browser, Page, Route

from apparatus.model.publication import is_public
from tools import chromium
from tools.before import GitError, git

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "site"
PAPERS = {"a4": ("210mm", "297mm"), "letter": ("8.5in", "11in")}
"""Width and height of a sheet of paper, by the last part of a PDF's name."""
LINKED = "nav a[href$='.pdf']"
# /CreationDate (D:20261123123650+00'00')
MOMENT = re.compile(rb"(?<=Date \(D:)\d{14}(?=[+-]00'00'\))")
# A cell names its heads by a number that Chromium counts up as it goes: /Headers [(node00000093)]
NODE = re.compile(rb"\(node\d{8}\)")
SIDE = re.compile(rb"/Type /Page\b")
MOST_SIDES = 3
LARGE = "-large-"
TOO_LONG = (
    f"A sheet in normal print has more than {MOST_SIDES} sides: list fewer sections under `sheet` at the "
    "head of its page, or install a font as narrow as Arial, such as Liberation Sans."
)
ADVICE = (
    "Sheets carry the address of the guide, and paper lasts: set SITE_URL to a public one, "
    "such as SITE_URL=https://guide.health/{found}."
)


def main() -> int:
    """Builds the site, then prints its sheets."""
    given = os.environ.get("SITE_URL", "")
    address = f"{given.rstrip('/')}/"
    executable = chromium.find() if is_public(address) else None
    if executable is None:
        found = f"; `{given}` is none" if given else ""
        print(chromium.advice() if is_public(address) else ADVICE.format(found=found), file=sys.stderr)
        return 2
    build(SITE)
    with chromium.started(executable) as browser:
        counts = {file: sides(file) for file in print_sheets(browser, SITE, address, moment(ROOT))}
    for file, count in counts.items():
        print(f"{file.relative_to(ROOT)}: {count} sides")
    if any(count > MOST_SIDES and LARGE not in file.stem for file, count in counts.items()):
        print(TOO_LONG, file=sys.stderr)
        return 1
    return 0


def sides(file: Path) -> int:
    """How many sides a PDF of Chromium's has."""
    return len(SIDE.findall(file.read_bytes()))


def build(site: Path) -> None:
    """Builds the site with links to the PDFs."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "SHEETS": "1"}, check=True)


def moment(root: Path) -> datetime:
    """When the PDFs say that they were made: at SOURCE_DATE_EPOCH, else at the last commit."""
    second = os.environ.get("SOURCE_DATE_EPOCH") or _commit_second(root)
    return datetime.fromtimestamp(int(second or 0), UTC)


def _commit_second(root: Path) -> str:
    try:
        return git(root, "log", "-1", "--format=%ct", fault="").decode().strip()
    except GitError:
        return ""


def print_sheets(browser: Browser, site: Path, address: str, made: datetime) -> Iterator[Path]:
    """Makes each PDF that a sheet of a built site links to; gives the files."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.route("**/*", partial(_from_folder, site, address))
    for file in sorted(site.glob("sheets/**/index.html")):
        page.goto(address + file.parent.relative_to(site).as_posix() + "/")
        for link in page.locator(LINKED).all():
            target = _file(site, address, urljoin(page.url, link.get_attribute("href")))
            target.write_bytes(_pdf(page, PAPERS[target.stem.rpartition("-")[2]], made))
            yield target
    context.close()


def _from_folder(site: Path, address: str, route: Route) -> None:
    file = _file(site, address, route.request.url)
    if route.request.url.startswith(address) and file.is_file():
        route.fulfill(path=file)
    else:
        route.abort()


def _file(site: Path, address: str, url: str) -> Path:
    """The file at an address of the site."""
    path = unquote(urlsplit(url).path).removeprefix(urlsplit(address).path)
    return site / (path + "index.html" if not path or path.endswith("/") else path)


def _pdf(page: Page, paper: tuple[str, str], made: datetime) -> bytes:
    """A page as a tagged PDF."""
    width, height = paper
    return alike(page.pdf(width=width, height=height, tagged=True, outline=True), made)


def alike(printed: bytes, made: datetime) -> bytes:
    """A PDF without what differs from one run to the next: the second, and the numbers of elements."""
    # By rank, for the list of them in the file is sorted.
    numbers = {name: b"(node%08d)" % rank for rank, name in enumerate(sorted({*NODE.findall(printed)}), 1)}
    numbered = NODE.sub(lambda found: numbers[found[0]], printed)
    return MOMENT.sub(made.strftime("%Y%m%d%H%M%S").encode(), numbered)


if __name__ == "__main__":
    sys.exit(main())
