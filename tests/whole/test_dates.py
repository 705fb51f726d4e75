"""The dates that a built page shows, and the note on one whose check is overdue."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.history import commit
from tests.support import only
from tests.whole.sites import TIER_PAGE, build_guide, make_guide

pytestmark = pytest.mark.whole

ACADEMIC = "docs/academic/hormones.md"
BUILT = "academic/hormones/index.html"
DEEP = TIER_PAGE.format(tier="academic")
NOTE = 'class="admonition overdue"'


def words(text: str) -> str:
    return " ".join(text.split())


def test_a_page_shows_the_day_of_its_last_change(tmp_path: Path) -> None:
    root = commit(make_guide(tmp_path), {}, "2026-12-01T12:00:00Z")
    commit(root, {ACADEMIC: DEEP + "\nOne more word.\n"}, "2026-12-24T23:00:00Z")
    built = build_guide(root)
    assert not built.failed, built.log
    dates = built.page(BUILT).css("article > .dates")[0]
    assert "Last changed: 24 December 2026." in words(dates.text())
    assert [time.attributes["datetime"] for time in dates.css("time")] == [
        "2026-11-23",
        "2126-11-23",
        "2026-12-24",
    ]
    others = built.page("fundamentals/hormones/index.html").css("article > .dates")[0]
    assert "Last changed: 1 December 2026." in words(others.text())


def test_a_sheet_of_such_a_page_says_it_too(tmp_path: Path) -> None:
    path = "docs/fundamentals/hormones.md"
    due = TIER_PAGE.format(tier="fundamentals").replace("2126-11-23", "2020-02-01")
    built = build_guide(make_guide(tmp_path, {path: due}))
    for size in ("", "large/"):
        note = only(built.page(f"sheets/hormones/{size}index.html"), ".overdue")
        assert "was due to be checked on 1 February 2020" in words(note.text())


def test_outside_a_checkout_no_day_is_made_up(tmp_path: Path) -> None:
    built = build_guide(make_guide(tmp_path))
    dates = built.page(BUILT).css("article > .dates")[0]
    assert "Next check: 23 November 2126." in words(dates.text())
    assert "Last changed" not in dates.text()


@pytest.mark.parametrize(
    ("second", "notes"),
    [
        # 2026-11-23 and the day after it, at noon.
        pytest.param("1795435200", [], id="on the day itself"),
        pytest.param("1795521600", ["academic/hormones/index.html"], id="the day after"),
    ],
)
def test_a_page_whose_check_is_overdue_says_so_at_its_top(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, second: str, notes: list[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", second)
    due = DEEP.replace("2126-11-23", "2026-11-23")
    built = build_guide(make_guide(tmp_path, {ACADEMIC: due}))
    assert not built.failed
    assert built.found() == [f"{ACADEMIC}:5:1: warning[overdue-review]" for _ in notes]
    noted = [path for path in built.folder.rglob("*.html") if NOTE in path.read_text("utf-8")]
    assert [path.relative_to(built.folder).as_posix() for path in noted] == notes
    if notes:
        page = built.page(BUILT)
        note = only(page, "article > .overdue")
        assert words(note.text()) == (
            "This page was due to be checked on 23 November 2026. It may be out of date."
        )
        order = page.css("article > :is(h1, .overdue, .dates, h2)")
        assert [node.tag for node in order[:3]] == ["h1", "p", "p"]
