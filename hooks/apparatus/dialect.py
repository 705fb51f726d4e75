"""What the guide's Markdown leaves out: indented code, snippets, abbreviations, raw HTML, hidden characters."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from apparatus.headings import read_attributes
from apparatus.lines import ITEM, NOTE, Line, read_lines
from apparatus.prose import Prose
from apparatus.references import AUTOLINK, Link

DEEPEST = 12
"""Levels of lists and quotes that may stand inside one another; far below what stops Python-Markdown's recursion."""
ALLOWED_ATTRIBUTES = frozenset({"id", "class", "lang", "data-aliases", "data-mention"})
ALLOWED_SCHEMES = frozenset({"", "http", "https", "mailto"})

# <div>  </div>  <br/>  <!doctype html>  <?php ?>  <![CDATA[ ]]>  <!-- never closed
TAG = re.compile(r"</?[A-Za-z][^<>]*>|<[!?][^<>]*>|<!--")
MAIL = re.compile(r"<[^<>\s!]+@[^@<>\s]+>")
# { #id .class }    {: title="x" }
ATTRIBUTES = re.compile(r"\{:?[ ]*(?P<inside>[^{}\n]*)\}")
SETS = re.compile(r"[\w:-]+[ ]*=|^[#.]")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
SNIPPET = re.compile(r"-{1,}8<-{1,}")
ABBREVIATION = re.compile(r"\*\[[^\]\n]*\]:")
UNDERLINE = re.compile(r"=+|-{2,}")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something that the dialect leaves out, at its place."""

    start: int
    """Offset of its first character."""
    what: str
    """What it is, to be read after `this is`."""
    help: str
    """What to write instead."""


def read_oddities(text: str, prose: Prose, begin: int = 0) -> tuple[Oddity, ...]:
    """The places of a page that its dialect leaves out, raw HTML aside."""
    lines = read_lines(prose.text, begin)
    hidden = [
        Oddity(match.start(), "a control character", "delete the character; it cannot be seen")
        for match in CONTROL.finditer(text)
    ]
    return (*hidden, *_by_line(lines), *_indented_code(lines))


def _by_line(lines: list[Line]) -> Iterator[Oddity]:
    for index, line in enumerate(lines):
        if SNIPPET.match(line.text):
            yield Oddity(line.content, "a snippet from another file", "write the text itself here")
        elif ABBREVIATION.match(line.text):
            yield Oddity(line.content, "an abbreviation's definition", "add the word to docs/glossary.md instead")
        elif index and _is_underline(line, lines[index - 1]):
            yield Oddity(line.content, "an underlined heading", "start the heading's line with `#` marks instead")
        elif line.quote > DEEPEST or line.level > DEEPEST:
            yield Oddity(line.content, "a list or quote nested too deeply", "say it with fewer levels")
            return


def _is_underline(line: Line, above: Line) -> bool:
    return bool(above.text) and UNDERLINE.fullmatch(line.text) is not None and not above.is_heading


def _indented_code(lines: list[Line]) -> Iterator[Oddity]:
    """Blocks that stand deeper than the lists around them, which reads as code."""
    allowed, blank = 0, True
    for line in lines:
        if not line.text:
            blank = True
            continue
        if blank and line.level > allowed:
            yield Oddity(line.content, "code by indentation", "put code between two lines of three backticks")
        elif blank or ITEM.match(line.text + " "):
            opens = ITEM.match(line.text + " ") or NOTE.match(line.text)
            allowed = min(line.level, allowed) + (1 if opens else 0)
        blank = False


def read_tags(prose: Prose, links: tuple[Link, ...]) -> tuple[Oddity, ...]:
    """The HTML tags, attribute lists and addresses of a page that could carry markup or script onto it."""
    return (*_tags(prose), *_attribute_lists(prose), *_addresses(links))


def _tags(prose: Prose) -> Iterator[Oddity]:
    for tag in TAG.finditer(prose.text):
        if not AUTOLINK.match(tag[0]) and not MAIL.match(tag[0]):
            yield Oddity(tag.start(), f"the HTML tag `{tag[0][:40]}`", "say it in Markdown, or escape the `<` with `&lt;`")


def _attribute_lists(prose: Prose) -> Iterator[Oddity]:
    for found in ATTRIBUTES.finditer(prose.text):
        if not SETS.search(found["inside"].strip()):
            continue
        for name in read_attributes(found[0]):
            if name not in ALLOWED_ATTRIBUTES:
                yield Oddity(found.start(), f"an attribute list that sets `{name}`", "keep only the id and the class")
                break


def _addresses(links: tuple[Link, ...]) -> Iterator[Oddity]:
    for link in links:
        if not is_safe_address(link.target):
            what = f"a link to `{link.target[:40]}`"
            yield Oddity(link.start, what, "link to a page of this guide, or to an http or https address")


def is_safe_address(address: str) -> bool:
    """Whether an address is relative or leads to http, https or mailto, however it is disguised."""
    plain = re.sub(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]", "", html.unescape(address))
    scheme = SCHEME.match(plain)
    return (scheme[1].lower() if scheme else "") in ALLOWED_SCHEMES and not plain.startswith(("//", "\\"))
