"""QR codes: what is drawn is what a reader of codes that is none of ours reads."""

from __future__ import annotations

import re

import pytest
import zxingcpp

from apparatus.publishing.qr import EDGE, qr_svg
from tests.support import harm_in, only, parse

ADDRESSES = (
    pytest.param("https://guide.internal/go/safety/", id="an address as sheets have it"),
    pytest.param("https://guide.internal/a-long-way/down/the/tree/go/medicines/", id="a long one"),
    pytest.param("https://münchen.internal/go/évidence/", id="letters beyond ASCII"),
)
# m4 0.5    h7    a step from the end of the last run of dark modules, and a run
DRAWN = re.compile(r"[Mm](?P<right>-?[\d.]+)[ ]?(?P<down>-?[\d.]+)|h(?P<wide>\d+)")


def modules(svg: str) -> list[list[int]]:
    """The gray of each module of a drawn code, edge included."""
    root = only(parse(svg), "svg")
    side = int((root.attributes["viewBox"] or "").split()[-1])
    rows = [[255] * side for _ in range(side)]
    path = root.css("path")[-1].attributes["d"] or ""
    x, y = 0.0, 0.0
    for step in DRAWN.finditer(path):
        if step["wide"]:
            end = int(x) + int(step["wide"])
            rows[int(y)][int(x) : end] = [0] * (end - int(x))
            x = end
        else:
            x, y = x + float(step["right"]), y + float(step["down"])
    return rows


def picture(rows: list[list[int]], scale: int) -> memoryview:
    """Modules as a picture in gray."""
    wide = [bytes(gray for gray in row for _ in range(scale)) for row in rows for _ in range(scale)]
    return memoryview(b"".join(wide)).cast("B", shape=[len(wide), len(wide[0])])


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_code_reads_as_its_text(address: str) -> None:
    found = zxingcpp.read_barcodes(picture(modules(qr_svg(address, "x")), 4))
    assert [code.text for code in found] == [address]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_code_has_a_light_edge_of_four_modules(address: str) -> None:
    rows = modules(qr_svg(address, "x"))
    edges = [*rows[:EDGE], *rows[-EDGE:], *(row[:EDGE] + row[-EDGE:] for row in rows)]
    assert EDGE == 4
    assert {gray for edge in edges for gray in edge} == {255}
    assert rows[EDGE][EDGE] == 0


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_code_bears_the_loss_of_15_parts_of_100_or_more(address: str) -> None:
    (code,) = zxingcpp.read_barcodes(picture(modules(qr_svg(address, "x")), 4))
    assert code.ec_level in {"M", "Q", "H"}


def test_a_code_is_dark_on_white_whatever_stands_around_it() -> None:
    drawn = parse(qr_svg("https://guide.internal/", "x")).css("path")
    assert [path.attributes.get("fill") for path in drawn] == ["#fff", None]
    assert drawn[1].attributes["stroke"] == "#000"


def test_a_code_says_what_it_is_and_nothing_else() -> None:
    svg = qr_svg("https://guide.internal/", '"><script>alert(1)</script>')
    root = only(parse(svg), "svg")
    assert root.attributes["role"] == "img"
    assert root.attributes["aria-label"] == '"><script>alert(1)</script>'
    assert harm_in(svg) == ["<svg>"]
