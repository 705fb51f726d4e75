"""Exhibits: the tables, charts and pictures that a page names and the build puts in.

The lines of a page come in; the places where it names an exhibit go out, each with what is wrong there. What
an exhibit shows is for its template, and putting it on the page for `expansion`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from apparatus.syntax.lines import Line
from apparatus.syntax.names import Nearest
from apparatus.syntax.prose import Span

STUDY_EXHIBITS: Final = frozenset(
    {
        "studies-infertile",
        "studies-retrieval",
        "studies-other",
        "certainty",
        "hundred-men",
        "concentration",
        "ratio",
        "bone-density",
    }
)
"""Those that are made from the study data."""

EXHIBITS: Final = (
    "studies-infertile",
    "studies-retrieval",
    "studies-other",
    "certainty",
    "hundred-men",
    "reading-levels",
    "concentration",
    "ratio",
    "bone-density",
    "axis",
    "axis-inhibitor",
    "estradiol-sources",
    "same-ratio",
    "shared-decision",
    "gene-to-sperm",
    "tablet-to-baby",
    "when-to-call",
    "converter",
    "conversions",
    "code-systems",
    "codes",
    "codes-missing",
    "health-pages",
    "health-records",
    "health-unfinished",
    "health-figures",
    "health-terms",
    "health-levels",
)
"""What a page can name; each has a template of its name in `overrides/exhibits/`."""

TOOLS: Final = frozenset({"converter"})
"""Those that are no picture, and have no number."""

# /// exhibit | concentration
OPENING = re.compile(r"(?P<slashes>/{3,})[ ]*exhibit(?![\w-])[ ]*(?:\|[ ]*(?P<name>.*))?")
CLOSING = re.compile(r"/{3,}")


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A place where a page names an exhibit, and the caption it gives it."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its closing mark."""
    name: str
    """The name as typed; empty where there is none."""
    caption: Span
    """Where its caption stands."""
    fault: str = ""
    """Why it shows nothing, to be read after `this is`; empty where it is right."""
    help: str = ""
    """What mends that."""


def read_exhibits(lines: list[Line]) -> tuple[Exhibit, ...]:
    """The exhibits that the lines of a page's prose name, closed ones only, in order."""
    found, names = list[Exhibit](), set[str]()
    for exhibit in _read(lines):
        if exhibit.name in names and not exhibit.fault:
            # A drawing has ids, which a page cannot have twice.
            help = "name each exhibit once on a page"
            found.append(replace(exhibit, fault="an exhibit that this page has already", help=help))
        else:
            found.append(exhibit)
        names.add(exhibit.name)
    return tuple(found)


def _read(lines: list[Line]) -> Iterator[Exhibit]:
    index, opened = 0, list[str]()
    while index < len(lines):
        line = lines[index]
        opening = OPENING.fullmatch(line.text)
        end = opening and _closing(lines, index, opening["slashes"])
        if opening and end:
            yield _exhibit(lines[index : end + 1], (opening["name"] or "").strip(), bool(opened))
            index = end
        elif CLOSING.fullmatch(line.text):
            opened = opened[: opened.index(line.text)] if line.text in opened else opened
        elif line.is_block_mark:
            opened.append(line.text[: len(line.text) - len(line.text.lstrip("/"))])
        index += 1


def _closing(lines: list[Line], index: int, slashes: str) -> int | None:
    """The index of the line that closes the block of a line; nothing where there is none."""
    following = range(index + 1, len(lines))
    return next((number for number in following if lines[number].text == slashes), None)


def _exhibit(lines: list[Line], name: str, inside: bool) -> Exhibit:
    first, last = lines[0], lines[-1]
    fault, help = _fault(name, bool(first.quote or first.level or inside), lines[1:-1])
    return Exhibit(first.content, last.end, name, (first.end, last.start), fault, help)


def _fault(name: str, inside: bool, caption: list[Line]) -> tuple[str, str]:
    if name not in EXHIBITS:
        near = Nearest(EXHIBITS).find(name)
        which = f"did you mean `{near}`?" if near else f"name one of: {', '.join(EXHIBITS)}"
        return (f"an exhibit named `{name}`" if name else "an exhibit without a name"), which
    if inside:
        return "an exhibit inside a list, quote or block", "put it between paragraphs, at the margin"
    if any(line.is_block_mark for line in caption):
        return "an exhibit with another block in its caption", "close it below its caption"
    if not any(line.text for line in caption):
        return "an exhibit without a caption", "write its caption on the lines below its name"
    return "", ""
