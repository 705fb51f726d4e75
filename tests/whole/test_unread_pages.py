"""No page is built that the checks did not read: MkDocs reads more files than `docs/**/*.md`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.whole.sites import build_guide, make_guide

pytestmark = pytest.mark.whole

Hide = Callable[[Path], str]
TEXT = "# A page { #page }\n\n<script>alert(1)</script>\n"


def linked_folder(root: Path) -> str:
    """A folder of pages elsewhere, linked into docs/."""
    (root / "elsewhere").mkdir()
    (root / "elsewhere" / "page.md").write_text(TEXT, "utf-8")
    (root / "docs" / "linked").symlink_to(root / "elsewhere")
    return "docs/linked/page.md"


def other_suffix(root: Path) -> str:
    """A page under another of the names that MkDocs takes for Markdown."""
    (root / "docs" / "page.markdown").write_text(TEXT, "utf-8")
    return "docs/page.markdown"


@pytest.mark.parametrize("hide", [linked_folder, other_suffix])
def test_a_page_that_was_not_read_stops_the_build(tmp_path: Path, hide: Hide) -> None:
    root = make_guide(tmp_path)
    path = hide(root)
    built = build_guide(root)
    assert built.failed
    assert [found.partition(": ")[0] for found in built.found()] == [f"{path}:1:1"]


@pytest.mark.parametrize("hide", [linked_folder, other_suffix])
def test_a_preview_leaves_it_out(tmp_path: Path, hide: Hide) -> None:
    root = make_guide(tmp_path)
    path = hide(root)
    built = build_guide(root, serve=True, strict=False)
    assert not built.failed
    assert not (built.folder / Path(path).relative_to("docs").with_suffix("") / "index.html").exists()


def test_a_folder_named_like_a_page_is_a_folder(tmp_path: Path) -> None:
    root = make_guide(tmp_path)
    (root / "docs" / "folder.md").mkdir()
    assert not build_guide(root).failed


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.xhtml"])
def test_what_a_browser_would_run_is_not_published(tmp_path: Path, name: str) -> None:
    root = make_guide(tmp_path)
    (root / "docs" / name).write_text("<script>alert(1)</script>", "utf-8")
    built = build_guide(root)
    assert not built.failed
    assert not (built.folder / name).exists()
