"""Sources: how a file is read, and where an offset stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from apparatus.syntax.finding import Finding
from apparatus.syntax.source import Source, markdown_paths, read_source

PATH = "docs/a.md"


def read(root: Path, raw: bytes) -> Source | Finding:
    (root / "docs").mkdir()
    (root / PATH).write_bytes(raw)
    return read_source(root, PATH)


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        pytest.param("abc", 0, (1, 1), id="the first character"),
        pytest.param("abc\ndef", 4, (2, 1), id="the first of the second line"),
        pytest.param("abc\ndef", 3, (1, 4), id="a line end belongs to its line"),
        pytest.param("abc\n", 4, (2, 1), id="the end of a text"),
        pytest.param("é😀x", 2, (1, 3), id="an emoji is one column"),
        pytest.param("e\u0301x", 2, (1, 3), id="a combining accent is a column of its own"),
        pytest.param("a\u2028b\x0cc\x85d", 6, (1, 7), id="only line feeds end lines"),
    ],
)
def test_an_offset_has_a_line_and_a_column(text: str, offset: int, expected: tuple[int, int]) -> None:
    assert Source(PATH, text).position(offset) == expected


def test_a_line_starts_at_its_offset() -> None:
    source = Source(PATH, "ab\n\ncd\n")
    assert [source.line_start(line) for line in (1, 2, 3, 4)] == [0, 3, 4, 7]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"a\nb\n", id="line feeds"),
        pytest.param(b"a\r\nb\r\n", id="carriage returns and line feeds"),
        pytest.param(b"a\rb\r", id="carriage returns alone"),
        pytest.param(b"\xef\xbb\xbfa\nb", id="a byte order mark, and no last line end"),
        pytest.param(b"\xef\xbb\xbfa\r\nb\r\n", id="a byte order mark and carriage returns"),
    ],
)
def test_a_file_keeps_its_bytes_when_it_is_written_again(raw: bytes, tmp_path: Path) -> None:
    source = read(tmp_path, raw)
    assert isinstance(source, Source)
    assert source.text.rstrip("\n") == "a\nb"
    assert source.to_bytes(source.text) == raw


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        pytest.param(b"", "`docs/a.md` is empty", id="no byte"),
        pytest.param(b" \r\n\t\n", "`docs/a.md` is empty", id="white space alone"),
        pytest.param(b"\xef\xbb\xbf", "`docs/a.md` is empty", id="a byte order mark alone"),
        pytest.param(b"a\nb\xe9\n", "`docs/a.md` is not UTF-8 text (line 2)", id="Latin-1"),
        pytest.param("a".encode("utf-16"), "`docs/a.md` is not UTF-8 text (line 1)", id="UTF-16"),
    ],
)
def test_an_unreadable_file_gives_one_finding_for_the_whole(raw: bytes, message: str, tmp_path: Path) -> None:
    found = read(tmp_path, raw)
    assert isinstance(found, Finding)
    assert (found.code, found.line, found.column, found.message) == ("unreadable-file", 1, 1, message)


@pytest.mark.parametrize("path", ["docs/none.md", "docs"], ids=["no such file", "a folder"])
def test_what_cannot_be_opened_is_missing(path: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    found = read_source(tmp_path, path)
    assert isinstance(found, Finding)
    assert found.message == f"`{path}` is missing or cannot be opened"


def test_pages_are_listed_sorted_and_without_hidden_ones(tmp_path: Path) -> None:
    for path in ("docs/b.md", "docs/a/c.md", "docs/.x/d.md", "docs/.e.md", "docs/f.txt", "g.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    assert list(markdown_paths(tmp_path)) == ["docs/a/c.md", "docs/b.md"]
