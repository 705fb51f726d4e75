r"""Text as reference managers export it, with LaTeX and HTML for its letters, as the letters themselves.

In comes `M{\"u}ller` or `5&#945;-reductase`, out goes `Müller` or `5α-reductase`. Braces stay unless they
hold one letter for its accent; a command that is not known stays too, so that the checks can name it.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping

ACCENTS: Mapping[str, str] = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
"""The combining character of each of LaTeX's accents."""

SIGNS: Mapping[str, str] = {
    **{"ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ"},
    **{"aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "th": "þ", "TH": "Þ", "dh": "ð", "DH": "Ð", "dj": "đ"},
    **{"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "Delta": "Δ", "epsilon": "ε", "kappa": "κ"},
    **{"lambda": "λ", "mu": "μ", "sigma": "σ", "omega": "ω", "textalpha": "α", "textbeta": "β"},
    **{"textgamma": "γ", "textdelta": "δ", "textmu": "µ", "pm": "±", "textpm": "±", "times": "×"},
    **{"texttimes": "×", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "textless": "<", "textgreater": ">"},
    **{"circ": "°", "textdegree": "°", "textendash": "–", "textemdash": "—", "textquoteright": "’"},
    **{"textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”", "textquotesingle": "'"},
    **{"textregistered": "®", "texttrademark": "™", "textasciitilde": "~", "textunderscore": "_"},
    **{"ldots": "…", "dots": "…", "textbar": "|", "rightarrow": "→", "prime": "′"},
}
"""What a command without an argument stands for."""

ACCENTED = re.compile(
    r"\\(?:(?P<mark>[`'^~=.\"])\s*|(?P<letter>[urHvdckb])(?:\s+|(?=\{)))"
    r"(?:\{\s*(?P<braced>\\[ij]|[^\W\d_])\s*\}|(?P<bare>\\[ij](?![A-Za-z])|[^\W\d_]))"
)
SIGN = re.compile(r"\\(?P<name>[A-Za-z]+)(?:\{\}|[ ]+(?=[a-z])|(?![A-Za-z]))")
# \emph{in vivo}   \textsubscript{2}   {\em in vivo}
STYLED = re.compile(
    r"\\(?:emph|mathrm|mathit|ensuremath|text(?:it|bf|sc|rm|sf|tt|up|normal|sub|sub"
    r"script|superscript)?|url|mbox)\{(?P<held>[^{}]*)\}|\{\\(?:em|it|bf|sc|rm)\s+(?P<switched>[^{}]*)\}"
)
# \href{https://example.org}{words}
LINK = re.compile(r"\\href\s*\{[^{}]*\}\s*\{(?P<held>[^{}]*)\}")
ESCAPED = re.compile(r"\\([&%$#_])")
# $\alpha$   $_{2}$   $^{+}$   what is left of them once the commands are gone
FORMULA = re.compile(r"(?<!\\)\$(?P<held>[^$\\]*)\$")
SCRIPT = re.compile(r"[_^](?:\{([^{}]*)\}|(\w))")
LONE = re.compile(r"\{([^\x00-\x7f]|)\}")
TAG = re.compile(
    r"</?(?:i|em|b|strong|u|sub|sup|sc|scp|span|italic|bold|jats:\w+)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
QUOTES: Mapping[str, str] = {"``": "“", "''": "”", "---": "—", "--": "–", "~": " ", "\\ ": " ", "\\,": " "}


def to_unicode(text: str) -> str:
    r"""`Ba{\c s}ar \& Tu{\u g}lu` as `Başar & Tuğlu`, and `<i>in vivo</i>` as `in vivo`."""
    text = _without_html(text)
    if "\\" in text or "$" in text:
        text = _without_commands(text)
    for typed, meant in QUOTES.items():
        text = text.replace(typed, meant)
    return " ".join(unicodedata.normalize("NFC", text).split())


def _without_html(text: str) -> str:
    # Crossref escapes what publishers had escaped before: `&amp;amp;`.
    said = html.unescape(html.unescape(re.sub(r"\\&(?=#?\w+;)", "&", text)))
    return TAG.sub("", said)


def _without_commands(text: str) -> str:
    text = ACCENTED.sub(_accented, text)
    text = SIGN.sub(lambda sign: SIGNS.get(sign["name"], sign[0]), text)
    for _ in range(text.count("\\")):
        plain = STYLED.sub(_held, LINK.sub(_held, LONE.sub(r"\1", text)))
        if plain == text:
            break
        text = plain
    text = FORMULA.sub(lambda formula: SCRIPT.sub(r"\1\2", formula["held"]), text)
    return LONE.sub(r"\1", ESCAPED.sub(r"\1", text))


def _accented(found: re.Match[str]) -> str:
    # The dotless letters are for LaTeX's sake; with an accent they are written as i and j.
    letter = (found["braced"] or found["bare"]).removeprefix("\\")
    return unicodedata.normalize("NFC", letter + ACCENTS[found["mark"] or found["letter"]])


def _held(found: re.Match[str]) -> str:
    return next((group for group in found.groups() if group is not None), "")
