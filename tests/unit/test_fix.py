"""Files on disk: what is mended is written whole, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from apparatus.commands.fix import fix_site
from apparatus.model.site import read_site
from tests.support import BIBLIOGRAPHY, GLOSSARY, REPOSITORY

PAGE = "docs/academic/hormones.md"
BEFORE = "---\ntitle: Hormones\n---\n\n# Hormones\n\nLH acts on é😀 Leydig cells.[@doe2001first]  \nLast line"
AFTER = (
    "---\ntitle: Hormones\n---\n\n# Hormones { #hormones }\n\n"
    "[LH] acts on é😀 [Leydig cells].[@doe2001first]  \nLast line"
)
UNSORTED = "% Head.\n\n" + "\n\n".join(reversed(BIBLIOGRAPHY.strip().split("\n\n"))) + "\n"
SORTED = "% Head.\n\n" + BIBLIOGRAPHY


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    settings = (REPOSITORY / "mkdocs.yml").read_bytes()
    base: dict[str, str | bytes] = {
        "mkdocs.yml": settings,
        "docs/glossary.md": GLOSSARY,
        "bibliography.bib": BIBLIOGRAPHY,
    }
    for path, content in {**base, **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def fix(root: Path) -> list[str]:
    return list(fix_site(read_site(root), root))


def contents(root: Path) -> dict[str, bytes]:
    return {
        file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()
    }


def test_pages_and_bibliography_are_mended(tmp_path: Path) -> None:
    root = write(tmp_path, {PAGE: BEFORE, "bibliography.bib": UNSORTED})
    assert fix(root) == [
        f"{PAGE}: gave `Hormones` the id `hormones`",
        f"{PAGE}: linked `LH`",
        f"{PAGE}: linked `Leydig cells`",
        "bibliography.bib: sorted by key",
    ]
    assert (root / PAGE).read_text("utf-8") == AFTER
    assert (root / "bibliography.bib").read_text("utf-8") == SORTED


def test_nothing_else_is_touched(tmp_path: Path) -> None:
    others: dict[str, str | bytes] = {
        "docs/about.md": "# LH\n\nLH here.\n",
        "docs/academic/index.md": "# LH\n\nLH here.\n",
        "docs/assets/x.svg": b"<svg/>\r\n",
        "notes.txt": "LH",
    }
    root = write(tmp_path, {PAGE: BEFORE, **others})
    before = contents(root)
    stamps = {path: (root / path).stat().st_mtime_ns for path in before}
    fix(root)
    after = contents(root)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert changed == {PAGE}
    assert all((root / path).stat().st_mtime_ns == stamps[path] for path in before.keys() - changed)


def test_a_second_run_finds_nothing_to_do(tmp_path: Path) -> None:
    root = write(tmp_path, {PAGE: BEFORE, "bibliography.bib": UNSORTED})
    fix(root)
    mended = contents(root)
    assert fix(root) == []
    assert contents(root) == mended


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["no mark", "byte order mark"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends_and_a_byte_order_mark_stay(tmp_path: Path, bom: bytes, newline: str) -> None:
    def on_disk(text: str) -> bytes:
        return bom + text.replace("\n", newline).encode()

    root = write(tmp_path, {PAGE: on_disk(BEFORE), "bibliography.bib": on_disk(UNSORTED)})
    fix(root)
    assert (root / PAGE).read_bytes() == on_disk(AFTER)
    assert (root / "bibliography.bib").read_bytes() == on_disk(SORTED)


def test_a_file_of_mixed_line_ends_is_left(tmp_path: Path) -> None:
    mixed = BEFORE.replace("\n", "\r\n", 3).encode()
    root = write(tmp_path, {PAGE: mixed})
    assert fix(root) == [
        f"{PAGE}: left as it was, because its line ends are mixed, or it was changed meanwhile"
    ]
    assert (root / PAGE).read_bytes() == mixed


def test_a_file_that_was_changed_meanwhile_is_left(tmp_path: Path) -> None:
    root = write(tmp_path, {PAGE: BEFORE})
    site = read_site(root)
    (root / PAGE).write_text("New words.\n", "utf-8")
    assert len(list(fix_site(site, root))) == 1
    assert (root / PAGE).read_text("utf-8") == "New words.\n"


def test_the_mode_of_a_file_stays(tmp_path: Path) -> None:
    root = write(tmp_path, {PAGE: BEFORE})
    (root / PAGE).chmod(0o640)
    fix(root)
    assert (root / PAGE).stat().st_mode & 0o777 == 0o640


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    root = write(tmp_path, {"elsewhere.md": BEFORE})
    (root / PAGE).parent.mkdir(parents=True)
    (root / PAGE).symlink_to(root / "elsewhere.md")
    fix(root)
    assert (root / PAGE).is_symlink()
    assert (root / "elsewhere.md").read_text("utf-8") == AFTER


@pytest.mark.parametrize("failing", ["replace", "chmod"])
def test_a_file_is_never_written_by_halves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError("no space left on device")

    root = write(tmp_path, {PAGE: BEFORE})
    before = contents(root)
    monkeypatch.setattr(Path, failing, fail)
    with pytest.raises(OSError, match="no space left"):
        fix(root)
    assert contents(root) == before


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({PAGE: BEFORE + "\n\n```\nopen"}, id="an unclosed fence"),
        pytest.param({PAGE: BEFORE.replace("Hormones", "[", 1)}, id="front matter that is not YAML"),
        pytest.param({PAGE: BEFORE.encode("utf-16")}, id="not UTF-8"),
        pytest.param({PAGE: BEFORE, "docs/glossary.md": ""}, id="no glossary"),
        pytest.param({"bibliography.bib": UNSORTED + "@misc{x,"}, id="a bibliography that cannot be read"),
    ],
)
def test_a_file_with_errors_is_left(tmp_path: Path, files: Mapping[str, str | bytes]) -> None:
    root = write(tmp_path, files)
    before = contents(root)
    fix(root)
    assert contents(root) == before
