"""The command that prints sheets: where it refuses, and when it says that they were made."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support import REPOSITORY
from tools import make_sheets


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("", id="none"),
        pytest.param("http://localhost:8000/", id="a preview"),
        pytest.param("http://127.0.0.1/guide/", id="this machine"),
        pytest.param("https://example.org/guide/", id="an example"),
        pytest.param("https://www.example.com", id="an example without a slash"),
    ],
)
def test_nothing_goes_on_paper_without_an_address_that_lasts(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITE_URL", address)
    monkeypatch.setattr(make_sheets, "build", lambda site: pytest.fail("it builds"))
    assert make_sheets.main() == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "set SITE_URL" in said.err
    assert (f"`{address}` is none" in said.err) == bool(address)


def test_it_says_which_browser_to_install_where_there_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITE_URL", "https://guide.internal/")
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    monkeypatch.setattr(make_sheets, "build", lambda site: pytest.fail("it builds"))
    assert make_sheets.main() == 2
    assert "/nowhere/chromium" in capsys.readouterr().err


def test_pdfs_are_made_at_the_moment_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert make_sheets.moment(REPOSITORY) == datetime(1970, 1, 2, tzinfo=UTC)


def test_pdfs_have_a_moment_where_there_is_no_history(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert make_sheets.moment(tmp_path) == datetime(1970, 1, 1, tzinfo=UTC)


def test_a_pdf_lacks_what_differs_from_run_to_run() -> None:
    made = datetime(2026, 11, 23, tzinfo=UTC)
    first, second = (
        f"/Names [({b}) 1 0 R ({a}) 2 0 R] /Headers [({a})] /ModDate (D:{second}+00'00')".encode()
        for a, b, second in (
            ("node00000097", "node00000093", "20261123121314"),
            ("node00000131", "node00000102", "20261123121559"),
        )
    )
    assert make_sheets.alike(first, made) == make_sheets.alike(second, made)
    assert b"[(node00000001) 1 0 R (node00000002) 2 0 R]" in make_sheets.alike(first, made)


def test_sides_are_counted_and_not_the_list_of_them(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"<</Type /Pages\n/Count 2>> <</Type /Page\n/Parent 1>> <</Type /Page /Parent 1>>")
    assert make_sheets.sides(file) == 2
