"""A pasted record in the form that `bibliography.bib` has: its key, its fields, their order and spelling.

In comes a `Pasted`, out goes a `Record`. It does not know which entries there are, and looks nothing up:
what a record does not say is not there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from apparatus.commands.identifiers import identifiers
from apparatus.commands.latex import to_unicode
from apparatus.commands.pasted import Pasted
from apparatus.syntax.names import is_exact

TYPES: Mapping[str, str] = {
    **dict.fromkeys(("article", "periodical", "suppperiodical"), "article"),
    **dict.fromkeys(("book", "mvbook", "collection", "mvcollection", "proceedings", "booklet"), "book"),
    **dict.fromkeys(("incollection", "inbook", "inproceedings", "conference", "inreference"), "incollection"),
}
"""The type that an entry gets here; anything else, such as `online` or `phdthesis`, is a `misc`."""

JOURNAL = ("journal", "journaltitle", "fulljournal", "shortjournal")
BOOK = ("editor", "edition", "publisher", "address")
TEXTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "article": {"journal": JOURNAL},
    "book": dict.fromkeys(BOOK, ()),
    "incollection": {"booktitle": (), **dict.fromkeys(BOOK, ())},
    "misc": {"howpublished": ("howpublished", "organization", "institution", "school", "publisher")},
}
"""Fields that one type only has, and the names that programs give each, the best first."""
NAMES: Mapping[str, tuple[str, ...]] = {"address": ("address", "location"), "number": ("number", "issue")}

ORDER = (
    *("author", "editor", "title", "booktitle", "journal", "edition", "publisher", "address", "howpublished"),
    *("year", "volume", "number", "pages", "doi", "pmid", "pmcid", "url", "kind", "size", "record"),
)
"""The fields of an entry, in the order in which they stand there."""
READ = frozenset(
    {
        *("author", "title", "subtitle", "year", "date", "issued", "volume", "number", "issue", "pages"),
        *("doi", "pmid", "pmcid", "url", "howpublished", "eprint", "eprinttype", "archiveprefix"),
        *("kind", "size", "record"),
    }
)
"""The fields of a paste that say something of an entry of any type."""
OF_PROGRAMS = frozenset(
    {
        *("abstract", "keywords", "file", "urldate", "groups", "owner", "timestamp"),
        *("date-added", "date-modified", "creationdate", "modificationdate"),
    }
)
"""Fields that are left out without a word: they are no detail of a work that a reference names."""

DASH = re.compile(r"\s*[-\u2010-\u2015\u2212]+\s*")
# p. 624    Pages 624-9
BEFORE_PAGES = re.compile(r"(?:pp?\.|pages?)\s*", re.IGNORECASE)
SHORT_RANGE = re.compile(r"(\d+)--(\d+)")
YEAR = re.compile(r"\b(1[5-9]|2[0-9])\d\d\b")
DOUBLED = re.compile(r"\{(\{[^{}]*\})\}")
GROUP = re.compile(r"\{(?P<held>[^{}]*)\}(?=(?P<next>\w?))")
SHORT = 3
"""Letters of a word that no key is made of unless a title begins with it."""
ARTICLES = frozenset({"a", "an", "the"})
# Letters that do not come apart into one of a to z and an accent.
ASCII = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
MANY = 3
"""Capitalized words from which on a group is called by their initials."""


@dataclass(frozen=True, slots=True)
class Record:
    """An entry to be: everything but what only its contributor can say."""

    type: str
    """`article`, `book`, `incollection` or `misc`."""
    keys: tuple[str, ...]
    """First author, year and a word of the title, such as `raman2002aromatase`, the best first."""
    fields: Mapping[str, str]
    """What each field is to hold, as it is to be written."""
    pasted: Pasted
    """What it was made from."""

    @property
    def key(self) -> str:
        """What its entry is to be called by; empty where it lacks an author or a title."""
        return next(iter(self.keys), "")

    @property
    def left_out(self) -> list[str]:
        """The pasted fields that say something for which an entry of its type has no place."""
        texts = TEXTS[self.type]
        placed = {name for text, names in texts.items() for name in (text, *names, *NAMES.get(text, ()))}
        said = {name for name, value in self.pasted.fields.items() if value.strip()}
        return sorted(said - READ - OF_PROGRAMS - placed)


def read_record(pasted: Pasted) -> Record:
    """The record that a paste comes to."""
    type = TYPES.get(pasted.type, "misc")
    found = identifiers(pasted.key, pasted.fields)
    fields = {
        "author": people(pasted.fields.get("author", "")),
        "title": _title(pasted.fields),
        "year": _year(pasted.fields),
        "pages": _pages(pasted.fields.get("pages", "")),
        "url": "" if found.keys() & {"doi", "pmid", "pmcid"} else _address(pasted.fields),
        **{name: _text(pasted.fields, name, NAMES.get(name, ())) for name in ("volume", "number")},
        **{name: _text(pasted.fields, name, NAMES.get(name, names)) for name, names in TEXTS[type].items()},
        **found,
    }
    if "editor" in fields:
        fields["editor"] = people(pasted.fields.get("editor", ""))
    said = {name: fields[name] for name in ORDER if fields.get(name)}
    return Record(type, tuple(_keys(pasted.key, said)), said, pasted)


def _text(fields: Mapping[str, str], name: str, names: tuple[str, ...]) -> str:
    value = next((fields[other] for other in (*names, name) if fields.get(other)), "")
    return _escaped(_freed(to_unicode(value)))


def _escaped(text: str) -> str:
    # BibTeX styles print a bare `&` or `%` as something else, or not at all.
    return re.sub(r"(?<!\\)([&%])", r"\\\1", text)


def _title(fields: Mapping[str, str]) -> str:
    title, subtitle = (_text(fields, name, ()) for name in ("title", "subtitle"))
    title = f"{title.rstrip('.:')}: {subtitle}" if title and subtitle else title
    # PubMed ends every title with a full stop, which the printed reference adds by itself.
    return title.removesuffix(".") if not title.endswith("..") else title


def _freed(text: str) -> str:
    """A text whose braces hold nothing but words that must keep their capitals, such as `{TESE}`."""
    text, before = _unwrapped(text), None
    while before != text:
        before = text
        text = DOUBLED.sub(r"\1", text)
        text = GROUP.sub(lambda group: group[0] if _is_kept(group) else group["held"], text)
    return text


def _unwrapped(text: str) -> str:
    """A text without braces around all of it."""
    while text.startswith("{") and text.endswith("}"):
        depths = list(accumulate({"{": 1, "}": -1}.get(character, 0) for character in text))
        # An entity such as `&#123;` may have brought a brace alone.
        if 0 not in depths or depths.index(0) < len(text) - 1:
            break
        text = text[1:-1].strip()
    return text


def _is_kept(group: re.Match[str]) -> bool:
    held, follows = group["held"], group["next"]
    is_letter = len(held) == 1 and held.isupper() and held.lower() not in ARTICLES
    return not follows and " " not in held and (is_exact(held) or is_letter)


def people(value: str) -> str:
    """`Family, Given and Family, Given`; braces only around the name of a group."""
    names = []
    for name in split_people(to_unicode(value)):
        is_group = name.startswith("{") and name.endswith("}")
        plain = re.sub(r"[{}]", "", name).strip(" ,;")
        if re.fullmatch(r"(?:et\.? al\.?|others)", plain):
            plain, is_group = "others", False
        if plain:
            names.append(f"{{{plain}}}" if is_group else plain)
    return _escaped(" and ".join(names))


def split_people(value: str) -> list[str]:
    """The names in a list of people; an `and` in braces belongs to a name."""
    pieces, depth, start = list[str](), 0, 0
    for mark in re.finditer(r"[{}]|\s+and\s+", value):
        if mark[0] in "{}":
            depth += 1 if mark[0] == "{" else -1
        elif depth == 0:
            pieces.append(value[start : mark.start()])
            start = mark.end()
    return [piece.strip() for piece in (*pieces, value[start:]) if piece.strip()]


def _year(fields: Mapping[str, str]) -> str:
    typed = next((fields[name] for name in ("year", "date", "issued") if fields.get(name)), "")
    found = YEAR.search(typed)
    return found[0] if found else typed


def _pages(value: str) -> str:
    pages = DASH.sub("--", BEFORE_PAGES.sub("", to_unicode(value), count=1)).strip("- ")
    if found := SHORT_RANGE.fullmatch(pages):
        first, last = found.groups()
        # 624-9 means 624 to 629.
        pages = f"{first}--{first[: len(first) - len(last)]}{last}"
    return pages


def _address(fields: Mapping[str, str]) -> str:
    typed = re.search(r"https?://[^\s{}]+", fields.get("url", "") or fields.get("howpublished", ""))
    return re.sub(r"\\(?=[&%$#_~])", "", typed[0]) if typed else ""


def _keys(typed: str, fields: Mapping[str, str]) -> Iterator[str]:
    family = _family(fields.get("author", "") or fields.get("editor", ""))
    year = fields.get("year", "")
    start = family + (year if year.isdigit() else "")
    if family and re.fullmatch(rf"{re.escape(start)}[a-z][a-z0-9]*", typed):
        yield typed
    words = [ascii_word(word) for word in re.split(r"[\s\-–—/:]+", fields.get("title", ""))]
    named = [word for word in words if word and word not in ARTICLES]
    for word in named if family else ():
        if word == named[0] or len(word) > SHORT:
            yield start + word


def _family(value: str) -> str:
    first = next(iter(split_people(value)), "")
    if first.startswith("{"):
        words = [word for word in first.strip("{}").split() if word[0].isupper()]
        if len(words) < MANY or words[0].isupper():
            return ascii_word(next(iter(words), first))
        return ascii_word("".join(word[0] for word in words))
    family, comma, _ = first.partition(",")
    return ascii_word(family if comma else next(iter(family.split()[-1:]), ""))


def ascii_word(text: str) -> str:
    """A text in the letters and digits that a key holds: `Ünlü` becomes `unlu`."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(ASCII))
    return re.sub(r"[^a-z0-9]", "", plain)
