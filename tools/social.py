"""Draws the picture that a link to the guide is shown with: `docs/assets/social.svg` in, `social.png` out.

`make social` runs it after the picture was changed. The result is committed, since what letters look like
depends on the fonts of the machine that draws them.
"""

from __future__ import annotations

from pathlib import Path

from tools import chromium

PICTURE = Path(__file__).resolve().parents[1] / "docs/assets/social.svg"
SIZE = (1200, 630)
"""In pixels: what those who show links ask for."""


def draw(picture: Path) -> None:
    """Draws a picture as a PNG beside it."""
    width, height = SIZE
    with chromium.started(chromium.find()) as browser:
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(picture.as_uri())
        page.screenshot(path=picture.with_suffix(".png"))


if __name__ == "__main__":
    draw(PICTURE)
