"""One map of a data file: its fields as the types they are to have, and what in them is not.

A map of the YAML comes in; texts, numbers and lists go out, and a fault for each field that is none. Where a
field is at fault its reader gives an empty value, and the record is not to be used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from apparatus.syntax.names import Nearest
from apparatus.syntax.yaml_tree import Fault, Fields, Listing, Node, Places, Scalar

NOT_REPORTED = "not reported"
NO_VALUE = frozenset({"", "~", "null", "Null", "NULL"})
"""What stands for nothing in YAML."""
# Short, so that no number is too long for Python to read or for a float to hold.
WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,9})?")
# What Markdown, a table or the citation plugin would take for something else.
MARKUP = re.compile(r"[][`*|\\@{}]")
# What a cell of the certainty table would not show as it stands, citations aside.
MARKUP_IN_CELL = re.compile(r"[][`*|\\@{}<>_&]")
# [@smith2020]    [@smith2020; @jones2021]
CITATION = re.compile(r"\[@[a-z0-9]+(?:; @[a-z0-9]+)*\]")
KEY = re.compile(r"(?<=@)[a-z0-9]+")
LONGEST_QUOTE = 60
"""Characters of a value that a message repeats."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Which fields a kind of record has."""

    what: str
    """What a message calls it, such as `study`."""
    needed: tuple[str, ...]
    """The fields that each has."""
    optional: tuple[str, ...] = ()
    """The fields that it may have."""
    unseen: str = ""
    """What to write in a field of which the record says nothing, where there is a word for that."""
    given: str = "the paper says"
    """Where its values come from, to be read after `add it as`."""

    @property
    def names(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.needed, *self.optional)


class Record:
    """Reads the fields of one map, each once; `faults` grows by what is wrong with them."""

    def __init__(self, node: Node, shape: Shape) -> None:
        self.start = node.start
        self.faults: list[Fault] = []
        self._shape = shape
        self._fields: dict[str, Node] = {}
        if isinstance(node, Fields):
            self._read(node)
        else:
            help = f"write the {shape.what} as lines of `name: value`"
            self._fault(node.start, f"{shape.what} is {_kind(node)}, not a map of fields", help)

    def _read(self, node: Fields) -> None:
        unknown: list[str] = []
        seen: set[str] = set()
        for name_node, value in node.pairs:
            name = name_node.text if isinstance(name_node, Scalar) else ""
            if name not in self._shape.names:
                unknown.append(self._unknown(name_node.start, name) or "")
            elif name in seen:
                self._fault(name_node.start, f"{self._shape.what} has `{name}` twice", "keep one of the two")
            elif isinstance(value, Scalar) and value.is_plain and value.text in NO_VALUE:
                self._fault(name_node.start, f"`{name}` has no value", self._fill(name))
            else:
                self._fields[name] = value
            seen.add(name)
        # A name that is nearly this one was meant for it.
        missing = [name for name in self._shape.needed if name not in seen and name not in unknown]
        if missing:
            self.faults.append(
                lacking(self.start, self._shape.what, missing, self._shape.unseen, self._shape.given)
            )

    def _fill(self, name: str) -> str:
        if name not in self._shape.needed:
            return "write its value after the colon, or delete the line"
        return f"write its value after the colon{_or(self._shape.unseen)}"

    def _unknown(self, start: int, name: str) -> str | None:
        near = Nearest(self._shape.names).find(name)
        help = f"did you mean `{near}`? " if near else ""
        help += f"the fields here are {', '.join(self._shape.names)}"
        self._fault(start, f"{self._shape.what} has no field `{_quoted(name)}`", help)
        return near

    def _fault(self, start: int, what: str, help: str) -> None:
        self.faults.append(Fault(start, what, help))

    @property
    def places(self) -> Places:
        """Where the value of each field stands, or each item of a list."""
        return {
            name: tuple(item.start for item in value.items) if isinstance(value, Listing) else (value.start,)
            for name, value in self._fields.items()
        }

    def node(self, name: str) -> Node | None:
        """The value of a field as it stands in the tree; nothing where it is left out."""
        return self._fields.get(name)

    def text(self, name: str, markup: re.Pattern[str] = MARKUP) -> str:
        """A field of plain words; empty where it is left out."""
        found = self._scalar(name)
        if found is None:
            return ""
        text = re.sub(r"\s+", " ", found.text).strip(" ")
        if bad := markup.search(CITATION.sub("", text) if markup is MARKUP_IN_CELL else text):
            help = "write plain words, without Markdown"
            self._fault(found.start, f"`{name}` holds `{bad[0]}`, which is no plain text", help)
        elif not text and name in self._shape.needed:
            self._fault(found.start, f"`{name}` is empty", f"write what it is{_or(self._shape.unseen)}")
        return text

    def cited(self, name: str, source: str) -> tuple[tuple[int, str], ...]:
        """The keys that a field cites, each after its offset in the file."""
        found = self._fields.get(name)
        if not isinstance(found, Scalar):
            return ()
        blocks = CITATION.finditer(source, found.start, found.end)
        return tuple((key.start(), key[0]) for block in blocks for key in KEY.finditer(source, *block.span()))

    def word(self, name: str, words: Sequence[str]) -> str:
        """A field that holds one of some words; empty where it is left out."""
        text = self.text(name)
        if text and text not in words and not MARKUP.search(text):
            near = Nearest(words).find(text)
            help = f"did you mean `{near}`? " if near else ""
            help += f"the words for `{name}` are: {'; '.join(words)}"
            self._fault(self._fields[name].start, f"`{name}` is `{_quoted(text)}`", help)
        return text

    def whole(self, name: str) -> int | None:
        """A field that counts something; nothing where it is left out."""
        found = self._scalar(name)
        if found is None:
            return None
        if found.is_plain and WHOLE.fullmatch(found.text):
            return int(found.text)
        self._not_a_number(found, name, "a whole number", "write digits only, without quotes")
        return None

    def men(self, name: str) -> int | None:
        """A field that counts men; nothing where it is `not reported`."""
        found = self._fields.get(name)
        return None if isinstance(found, Scalar) and found.text == NOT_REPORTED else self.whole(name)

    def number(self, name: str) -> float | None:
        """A field that holds a figure; nothing where it is left out."""
        found = self._scalar(name)
        return None if found is None else self._number(found, name)

    def numbers(self, name: str) -> tuple[float, ...]:
        """A field that holds a figure or a list of figures; empty where it is left out."""
        found = self._fields.get(name)
        items = found.items if isinstance(found, Listing) else (found,) if found else ()
        return tuple(number for item in items if (number := self._number(item, name)) is not None)

    def _number(self, found: Node, name: str) -> float | None:
        if isinstance(found, Scalar) and found.is_plain and NUMBER.fullmatch(found.text):
            return float(found.text)
        help = "write digits without quotes, with a point for decimals and `-` for a minus"
        self._not_a_number(found, name, "a number", help)
        return None

    def _not_a_number(self, found: Node, name: str, wanted: str, help: str) -> None:
        said = f"`{_quoted(found.text)}`" if isinstance(found, Scalar) else _kind(found)
        self._fault(found.start, f"`{name}` is {said}, not {wanted}", help)

    def keys(self, name: str) -> tuple[tuple[int, str], ...]:
        """A field that lists keys of the bibliography, each after its offset; empty where it is left out."""
        found = [(item.start, self._key(item, name)) for item in self.items(name)]
        return tuple((start, key) for start, key in found if key)

    def _key(self, item: Node, name: str) -> str:
        if isinstance(item, Scalar) and item.text.strip():
            return item.text
        self._fault(item.start, f"`{name}` lists {_kind(item)}, not a key", "write the key of a study")
        return ""

    def items(self, name: str) -> tuple[Node, ...]:
        """The items of a field that is a list; none where it is left out."""
        found = self._fields.get(name)
        if found is None or isinstance(found, Listing):
            return found.items if found else ()
        self._fault(found.start, f"`{name}` is {_kind(found)}, not a list", "start each item with a hyphen")
        return ()

    def _scalar(self, name: str) -> Scalar | None:
        found = self._fields.get(name)
        if found is None or isinstance(found, Scalar):
            return found
        self._fault(found.start, f"`{name}` is {_kind(found)}, not a single value", f"write `{name}: value`")
        return None


def lacking(
    start: int, what: str, names: Iterable[str], unseen: str = "", given: str = "the paper says"
) -> Fault:
    """The fault of a record that lacks some fields, all in one."""
    quoted = ", ".join(f"`{name}`" for name in names)
    return Fault(start, f"{what} lacks {quoted}", f"add {quoted} as {given}{_or(unseen)}")


def _or(unseen: str) -> str:
    return f", or `{unseen}`" if unseen else ""


def _kind(node: Node) -> str:
    if isinstance(node, Listing):
        return "a list"
    return "a map" if isinstance(node, Fields) else "a single value"


def _quoted(text: str) -> str:
    """A value as a message repeats it: on one line, and not at length."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[:LONGEST_QUOTE]}…"
