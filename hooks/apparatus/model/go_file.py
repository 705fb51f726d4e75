"""Reads where short and old addresses lead: the text of `docs/go.yml` comes in, leads with places go out.

Whether the pages that they lead to are there is not known here, nor whether two lead from one address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from apparatus.model.register import ADDRESS
from apparatus.syntax.source import Source
from apparatus.syntax.yaml_record import Record, Shape
from apparatus.syntax.yaml_tree import Fault, Fields, Node, Scalar, read_root

PATH = "docs/go.yml"
FOLDER = "go/"
"""What every short address begins with."""
FILE = Shape("file", ("words",), ("redirects",))
# when-to-call
WORD = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
LONGEST = 30
"""Characters of a short address with both of its slashes, such as `/go/safety/`: it is typed from paper."""
SYNTAX = "write lines of `short-word: address/`, and put nothing but spaces before them"
COPY = "copy it from the browser, without the site's own address: `fundamentals/safety/#when-to-call`"


@dataclass(frozen=True, slots=True)
class Lead:
    """One line of the file: an address, and where it leads."""

    address: str
    """Where it stands, such as `go/safety/` or `fundamentals/side-effects/#bone`."""
    start: int
    """Offset of its first character, or of its word's."""
    target: str
    """Where it leads, such as `fundamentals/safety/`; empty where that is no address."""
    target_start: int
    """Offset of the target's first character."""


@dataclass(frozen=True, slots=True)
class GoData:
    """Short addresses, and old ones that lead to new ones."""

    source: Source | None = None
    """The file; nothing where it is missing or cannot be read."""
    words: tuple[Lead, ...] = ()
    """The short addresses, in the order of the file."""
    redirects: tuple[Lead, ...] = ()
    """The old addresses, in the order of the file."""
    faults: tuple[Fault, ...] = ()
    """What could not be read."""
    is_read: bool = True
    """Whether its lines could be read, faulty ones among them perhaps."""


def read_go(source: Source | None) -> GoData:
    """The leads that a file holds, or none; what cannot be read of it is among the faults."""
    if source is None:
        return GoData()
    root, unread = read_root(source.text, SYNTAX)
    if root is None:
        return GoData(source, faults=unread, is_read=not unread)
    file = Record(root, FILE)
    words = tuple(_leads(file.node("words"), _word, file.faults))
    redirects = tuple(_leads(file.node("redirects"), _old, file.faults))
    return GoData(source, words, redirects, tuple(file.faults), isinstance(root, Fields))


def _leads(
    node: Node | None, read: Callable[[Scalar, list[Fault]], str], faults: list[Fault]
) -> Iterator[Lead]:
    if node is not None and not isinstance(node, Fields):
        faults.append(Fault(node.start, "these are no lines of `address: address`", SYNTAX))
    for name, value in node.pairs if isinstance(node, Fields) else ():
        if not isinstance(name, Scalar):
            faults.append(Fault(name.start, "this is no address", SYNTAX))
        elif address := read(name, faults):
            yield Lead(address, name.start, _target(value, faults), value.start)


def _word(name: Scalar, faults: list[Fault]) -> str:
    """The address of a short word: `go/safety/` for `safety`."""
    address = f"{FOLDER}{name.text}/"
    if not WORD.fullmatch(name.text):
        help = "write small letters, digits and hyphens, such as `when-to-call`"
        faults.append(Fault(name.start, f"`{_shown(name)}` is no short word", help))
    elif len(address) + 1 > LONGEST:
        help = f"shorten the word to {LONGEST - len(FOLDER) - 2} characters or fewer"
        faults.append(Fault(name.start, f"`/{address}` has {len(address) + 1} characters", help))
    else:
        return address
    return ""


def _old(name: Scalar, faults: list[Fault]) -> str:
    if ADDRESS.fullmatch(name.text):
        return name.text
    faults.append(Fault(name.start, f"`{_shown(name)}` is no address of this guide", COPY))
    return ""


def _target(value: Node, faults: list[Fault]) -> str:
    if isinstance(value, Scalar) and ADDRESS.fullmatch(value.text):
        return value.text
    shown = f"`{_shown(value)}`" if isinstance(value, Scalar) else "this"
    faults.append(Fault(value.start, f"{shown} is no address of this guide", COPY))
    return ""


def _shown(value: Scalar) -> str:
    return " ".join(value.text.split())[:60]
