"""QR codes for paper: a text comes in, an SVG goes out that any reader of such codes can read.

The edge that a code needs around it is part of the picture, and so is the white ground: a page in dark colors
changes neither. What the text is, and where the code stands, is no concern of this module.
"""

from __future__ import annotations

from html import escape

import segno

LEVEL = "m"
"""Of L, M, Q and H: a code still reads when 15 parts of 100 are lost, or more where that costs no room."""
EDGE = 4
"""Light modules around a code, as ISO/IEC 18004 asks for."""


def qr_svg(text: str, title: str) -> str:
    """An SVG of a QR code that holds `text`, such as an address; `title` is read out for it."""
    code = segno.make(text, error=LEVEL, micro=False)
    # Without width and height: how large it is printed is for styles to say. 2 cm is the least.
    drawn = code.svg_inline(
        border=EDGE, dark="#000", light="#fff", omitsize=True, svgclass="qr", lineclass=None
    )
    return drawn.replace("<svg ", f'<svg role="img" aria-label="{escape(title)}" ', 1)
