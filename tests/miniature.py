"""The miniature sites under `tests/cases/`, and the findings that their files say they expect.

A case is laid over `tests/cases/base/`, a small site without a fault, so that it holds only what it is about:

    tests/cases/<code>/<case>/      gives findings of that code and no others
    tests/cases/clean/<case>/       gives none; it is named after what it nearly gets wrong

A file marks its findings itself, each with its column, at the end of the line or alone on the line above:

    The [Leidig cell] is here. <!-- expect: unknown-term 5 -->

In front matter and `.yml` files the mark is a `#` comment, in `.bib` files one with `%`. Where a mark would
change what it marks, the case's `expected.txt` has a line `path:line:column code`. `absent.txt` names the
files of the base that a case lacks.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
BASE = CASES / "base"
CLEAN = "clean"
EXPECTED, ABSENT = "expected.txt", "absent.txt"

# <!-- expect: unknown-term 5 -->    # expect: overdue-review 1    % expect: malformed-entry 1
MARK = re.compile(r"(?:<!--|[#%]) expect: (?P<code>[a-z-]+) (?P<column>\d+)(?: -->)?")
LISTED = re.compile(r"(?P<path>[^:\n]+):(?P<line>\d+):(?P<column>\d+) (?P<code>[a-z-]+)")


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where a finding stands, and its code."""

    path: str
    """Relative to the root of the site."""
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1."""
    code: str
    """Such as `unknown-term`."""


@dataclass(frozen=True, slots=True)
class Case:
    """One miniature site."""

    folder: Path
    """Where its files are."""

    def __str__(self) -> str:
        return f"{self.code}/{self.folder.name}"

    @property
    def code(self) -> str:
        """The code that all its findings have, or `clean`."""
        return self.folder.parent.name

    def lay(self, root: Path) -> None:
        """Writes the base and over it the case to an empty folder."""
        shutil.copytree(BASE, root, dirs_exist_ok=True)
        shutil.copytree(self.folder, root, dirs_exist_ok=True)
        for path in self._lines_of(ABSENT):
            (root / path).unlink()

    def expected(self) -> list[Place]:
        """Every finding that its files ask for."""
        return sorted([*self._listed(), *self._marked()])

    def _listed(self) -> Iterator[Place]:
        for line in self._lines_of(EXPECTED):
            listed = LISTED.fullmatch(line)
            assert listed, f"{self.folder / EXPECTED}: `{line}` is not `path:line:column code`"
            yield Place(listed["path"], int(listed["line"]), int(listed["column"]), listed["code"])

    def _marked(self) -> Iterator[Place]:
        for file in sorted(self.folder.rglob("*")):
            if file.suffix in {".md", ".bib", ".yml"}:
                path = file.relative_to(self.folder).as_posix()
                yield from marked_places(path, file.read_bytes().decode("utf-8", errors="replace"))

    def _lines_of(self, name: str) -> list[str]:
        file = self.folder / name
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def all_cases() -> list[Case]:
    """Every case there is, sorted by code and name."""
    return [Case(folder) for folder in sorted(CASES.glob("*/*")) if folder.parent != BASE]


def marked_places(path: str, text: str) -> Iterator[Place]:
    """The findings that the marks in a text ask for."""
    for number, line in enumerate(text.split("\n"), start=1):
        for mark in MARK.finditer(line):
            alone = not line.replace(mark[0], "").strip()
            yield Place(path, number + alone, int(mark["column"]), mark["code"])
