"""A file's text, read once, and the way from an offset in it to a line and column."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from apparatus.syntax.finding import Finding

BOM = "\ufeff"
# What MkDocs, which opens files as text, takes for the end of a line.
NEWLINE = re.compile(r"\r\n?|\n")
# The theme prints the name of a file or folder as it stands; Python has a surrogate for what is not UTF-8.
UNPRINTABLE = re.compile(r"[<>&\"\\\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True)
class Source:
    r"""The text of one file, with `\n` for every line end and without a byte order mark."""

    path: str
    """Relative to the root of the repository, with `/`."""
    text: str
    """What the file says; an offset into it is what every span counts in."""
    newline: str = "\n"
    r"""The first line end on disk, `\n`, `\r\n` or `\r`, so that a rewritten file keeps it."""
    bom: bool = False
    """Whether the file on disk starts with a byte order mark."""

    @cached_property
    def _line_starts(self) -> list[int]:
        # Only "\n" counts: `str.splitlines` also breaks on U+2028 and form feed, which editors do not.
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, as an editor shows them."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_start(self, line: int) -> int:
        """The offset of the first character of a line counted from 1."""
        return self._line_starts[line - 1]

    def finding(self, offset: int, code: str, message: str, help: str) -> Finding:
        """A finding at an offset of this file."""
        line, column = self.position(offset)
        return Finding(self.path, line, column, code, message, help)

    def to_bytes(self, text: str) -> bytes:
        """Another text for the same file, as bytes with this file's line ends and byte order mark."""
        return ((BOM if self.bom else "") + text.replace("\n", self.newline)).encode("utf-8")


def read_source(root: Path, path: str) -> Source | Finding:
    """The file at `path` under `root`, or the one finding that says why it cannot be read."""
    if UNPRINTABLE.search(path):
        help = "rename it in letters, digits and hyphens"
        return unreadable(path, "has a name that no page can show", help)
    try:
        raw = (root / path).read_bytes()
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, raw, error.start)
    except OSError:
        help = f"create `{path}`, or give it back its read permission"
        return unreadable(path, "is missing or cannot be opened", help)
    if not text.strip(BOM + " \t\r\n"):
        return unreadable(path, "is empty", f"write the text of `{path}`, or delete the file")
    newline = NEWLINE.search(text)
    lines = NEWLINE.sub("\n", text.removeprefix(BOM))
    return Source(path, lines, newline[0] if newline else "\n", text.startswith(BOM))


def unreadable(path: str, fault: str, help: str) -> Finding:
    """The finding for a whole file, at its first character."""
    return Finding(path, 1, 1, "unreadable-file", f"`{path}` {fault}", help)


def _not_utf8(path: str, raw: bytes, start: int) -> Finding:
    line = raw.count(b"\n", 0, start) + 1
    return unreadable(path, f"is not UTF-8 text (line {line})", "save the file with the encoding UTF-8")


def markdown_paths(root: Path) -> Iterator[str]:
    """The Markdown files under `docs/`, sorted, as paths relative to the root."""
    for file in sorted((root / "docs").rglob("*.md")):
        hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
        if not hidden and not file.is_dir():
            yield file.relative_to(root).as_posix()
