"""The pictures that are drawn by hand: what is read of them unseen, and what they leave to styles."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from tests.support import REPOSITORY

FOLDER = REPOSITORY / "overrides" / "exhibits"
SVG = "{http://www.w3.org/2000/svg}"
PICTURES = (
    "axis",
    "axis-inhibitor",
    "estradiol-sources",
    "same-ratio",
    "shared-decision",
    "gene-to-sperm",
    "tablet-to-baby",
    "when-to-call",
)
COLORS = frozenset({"none", "currentColor"})
"""What an attribute may say of a color: every other one is a class, so that styles can change it."""
LEAST_TEXT = 13
"""In units of the picture: 12 px on a screen 360 px wide, where a picture of 340 is 328 px."""
pytestmark = pytest.mark.parametrize("name", PICTURES)


def _drawn(name: str) -> ElementTree.Element:
    text = (FOLDER / f"{name}.svg").read_text("utf-8")
    return ElementTree.fromstring(text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def test_a_picture_has_a_name_and_says_all_that_it_shows(name: str) -> None:
    picture = _drawn(name)
    title, description = picture[0], picture[1]
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == title.get("id") == f"{name}-title"
    assert picture.get("aria-describedby") == description.get("id") == f"{name}-desc"
    assert len(title.text or "") < 100 < len(description.text or "")


def test_the_ids_of_a_picture_are_its_own(name: str) -> None:
    ids = [element.get("id", "") for element in _drawn(name).iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(id.startswith(f"{name}-") for id in ids)


def test_a_picture_carries_no_style_and_no_script(name: str) -> None:
    for element in _drawn(name).iter():
        assert element.tag not in {f"{SVG}style", f"{SVG}script", f"{SVG}a"}
        assert not [key for key in element.attrib if key == "style" or key.startswith("on")]
        assert {element.get("fill", "none"), element.get("stroke", "none")} <= COLORS


def test_a_picture_is_small_and_its_text_is_not(name: str) -> None:
    assert (FOLDER / f"{name}.svg").stat().st_size < 6000
    picture = _drawn(name)
    assert (picture.get("viewBox") or "").split()[2] == "340"
    sizes = [element.get("font-size", str(LEAST_TEXT)) for element in picture.iter()]
    assert min(float(size) for size in sizes) >= LEAST_TEXT
