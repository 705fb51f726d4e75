"""YAML as a tree in which every value has its place: a text comes in, scalars, lists and maps go out.

Takes less than YAML allows, so that a value is what it looks like: no anchors, aliases or tags, and one
document. Knows nothing of what the values mean; a map may hold a name twice here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from apparatus.syntax.frontmatter import LOADER

DEEPEST = 12
"""How many lists and maps may stand in one another: more than any file of ours has."""
PLAINLY = "write every value where it is used, in one document, without `&`, `*` and `!` before it"

Places = Mapping[str, tuple[int, ...]]
"""Where the values of a record stand, by the field's name: one offset, or one for each item of a list."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What in a file is not as it is to be, at its place."""

    start: int
    """Offset of its first character."""
    what: str
    """What is wrong, as a finding says it."""
    help: str
    """What mends it."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value that is neither a list nor a map."""

    start: int
    """Offset of its first character, a quote or a sign such as `>-` included."""
    end: int
    """Offset of the first character after it."""
    text: str
    """What it says, without quotes."""
    is_plain: bool
    """Whether it stands without quotes, so that digits are a number."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, such as `[1, 2]`."""

    start: int
    """Offset of its first character."""
    items: tuple[Node, ...]
    """What it holds."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A map, such as `{name: value}`, in the order of the file."""

    start: int
    """Offset of its first name, or of its brace where it is empty."""
    pairs: tuple[tuple[Node, Node], ...]
    """Each name with its value."""


Node = Scalar | Listing | Fields


@dataclass(frozen=True, slots=True)
class Tree:
    """What a text holds, or why it cannot be read."""

    root: Node | None = None
    """The whole of it; nothing where the text holds only comments or cannot be read."""
    fault: str = ""
    """Why it cannot be read; empty where it can."""
    fault_offset: int = 0
    """Where the fault was met."""


class _UnreadError(Exception):
    def __init__(self, offset: int, fault: str) -> None:
        super().__init__(fault)
        self.offset = offset
        self.fault = fault


def read_root(text: str, help: str) -> tuple[Node | None, tuple[Fault, ...]]:
    """The whole of a file, nothing where it is empty or at fault; `help` mends what is no YAML."""
    tree = read_tree(text)
    if tree.fault:
        mend = help if "YAML" in tree.fault else PLAINLY
        return None, (Fault(tree.fault_offset, f"file {tree.fault}", mend),)
    is_empty = isinstance(tree.root, Scalar) and not tree.root.text
    return (None if is_empty else tree.root), ()


def read_tree(text: str) -> Tree:
    """The tree of a text: `a: [1]` is a map of one name, whose value is a list of one scalar."""
    try:
        return Tree(_document(yaml.parse(text, Loader=LOADER)))
    except _UnreadError as unread:
        return Tree(fault=unread.fault, fault_offset=unread.offset)
    except yaml.reader.ReaderError as error:
        # Its position counts bytes with one parser and characters with the other, but both stop at the first.
        return Tree(fault=f"is not YAML: {error.reason}", fault_offset=max(text.find(_character(error)), 0))
    except yaml.MarkedYAMLError as error:
        return Tree(fault=f"is not YAML: {error.problem}", fault_offset=_offset(error, len(text.rstrip())))


def _character(error: yaml.reader.ReaderError) -> str:
    return chr(error.character) if isinstance(error.character, int) else str(error.character)


def _offset(error: yaml.MarkedYAMLError, end: int) -> int:
    """Where a fault is; what is not closed before the end of the file is at fault where it was opened."""
    marks = [mark.index for mark in (error.problem_mark, error.context_mark) if mark]
    return next((index for index in marks if index < end), 0)


def _document(events: Iterator[yaml.Event]) -> Node | None:
    root: Node | None = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if root is not None:
                raise _UnreadError(_start(event), "holds a second document")
            root = _node(next(events), events, depth=0)
    return root


def _node(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
    start = _start(event)
    if refused := _indirection(event):
        raise _UnreadError(start, refused)
    if depth > DEEPEST:
        raise _UnreadError(start, "is nested too deeply")
    if isinstance(event, yaml.ScalarEvent):
        end = event.end_mark.index if event.end_mark else start
        return Scalar(start, end, event.value, not event.style)
    if isinstance(event, yaml.SequenceStartEvent):
        return Listing(start, tuple(_items(events, yaml.SequenceEndEvent, depth)))
    found = list(_items(events, yaml.MappingEndEvent, depth))
    pairs = tuple(zip(found[::2], found[1::2], strict=True))
    return Fields(pairs[0][0].start if pairs else start, pairs)


def _items(events: Iterator[yaml.Event], end: type[yaml.Event], depth: int) -> Iterator[Node]:
    for event in events:
        if isinstance(event, end):
            return
        yield _node(event, events, depth + 1)


def _indirection(event: yaml.Event) -> str:
    """What makes a value something else than it looks like: with aliases, a few lines stand for billions."""
    if isinstance(event, yaml.AliasEvent):
        return f"holds the alias `*{event.anchor}`"
    if isinstance(event, yaml.NodeEvent) and event.anchor:
        return f"holds the anchor `&{event.anchor}`"
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
        return f"holds the tag `{event.tag}`"
    return ""


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0
