"""Holds the built site against the Nu HTML Checker and Lighthouse, and prints a table.

    python -m tools.run_audit

In: this repository, and the programs that tools/audit/package.json names. Out: a table on stdout; the exit
status is 1 where Nu has an error or Lighthouse a score below `GOALS`, 2 where it cannot run.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tools import chromium
from tools.served import served

ROOT = Path(__file__).resolve().parents[1]
MODULES = ROOT / "tools" / "audit" / "node_modules"
NU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = MODULES / "lighthouse" / "cli" / "index.js"

GOALS: Mapping[str, int] = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The least score by Lighthouse's category."""

PAGES = (
    "",
    "fundamentals/medicines/",
    "intermediate/medicines/",
    "academic/evidence/",
    "glossary/",
    "references/",
)
"""What Lighthouse looks at: the front page, one page of each tier, and the two longest lists."""


def main() -> int:
    """Builds the site, looks at it and prints what was found."""
    browser = chromium.find()
    missing = [tool for tool in ("java", "node") if not shutil.which(tool)]
    if missing or browser is None:
        print("The audit needs Java 17, Node 20 and a Chromium:", *missing, "not found", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="audit-") as folder:
        site, port = Path(folder) / "site", _free_port()
        build(site, f"http://localhost:{port}/")
        errors = nu_errors(site)
        print(f"Nu HTML Checker: {len(errors)} errors on {len(list(site.rglob('*.html')))} pages")
        print(*errors, sep="\n", end="\n" if errors else "")
        with served(site, port=port, compressed=True):
            scores = {page: lighthouse(f"http://localhost:{port}/{page}", browser) for page in PAGES}
    print("\n".join(table(scores)))
    return int(bool(errors) or any(below(found) for found in scores.values()))


def build(site: Path, address: str) -> None:
    """Builds the site for an address."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "SITE_URL": address}, check=True)


def nu_errors(site: Path) -> list[str]:
    """What Nu calls an error, each as `page:line: message`."""
    command = ["java", "-jar", str(NU), "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run(
        [*command, "--skip-non-html", str(site)], capture_output=True, text=True, check=True
    )
    messages = json.loads(done.stdout)["messages"]
    return [_nu_line(message, site) for message in messages if message["type"] == "error"]


def _nu_line(message: Mapping[str, Any], site: Path) -> str:
    page = message["url"].partition(site.as_posix() + "/")[2]
    return f"{page}:{message.get('lastLine', 1)}: {message['message']}"


def lighthouse(address: str, browser: Path) -> dict[str, int]:
    """Lighthouse's scores for one page on a slow phone, by category."""
    flags = " ".join(["--headless=new", *chromium.FLAGS])
    command = ["node", str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    categories = f"--only-categories={','.join(GOALS)}"
    environment = {**os.environ, "CHROME_PATH": str(browser)}
    done = subprocess.run([*command, categories], env=environment, stdout=subprocess.PIPE, check=True)
    report = json.loads(done.stdout)
    for name, audit in report["audits"].items():
        if audit["score"] == 0 and audit["scoreDisplayMode"] == "binary":
            print(f"{address}: {name}: {audit['title']}")
    return {name: round(100 * report["categories"][name]["score"]) for name in GOALS}


def below(scores: Mapping[str, int]) -> list[str]:
    """The categories that miss their goal."""
    return [name for name, goal in GOALS.items() if scores[name] < goal]


def table(scores: Mapping[str, Mapping[str, int]]) -> Sequence[str]:
    """A row for each page, with a mark at what misses its goal."""
    width = max(len(page) for page in scores) + 2
    heads = "".join(f"{name:>16}" for name in GOALS)
    rows = (
        f"/{page:<{width}}"
        + "".join(f"{found[name]:>15}{'*' if name in below(found) else ' '}" for name in GOALS)
        for page, found in scores.items()
    )
    return [f"{'Lighthouse':<{width + 1}}{heads}", *rows]


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
