"""What on a page could carry markup or script: HTML tags, attribute lists and addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from apparatus.model.dialect import Oddity, is_safe_address
from apparatus.syntax.headings import ALLOWED_ATTRIBUTES, read_attributes
from apparatus.syntax.prose import Prose
from apparatus.syntax.references import AUTOLINK, Link, fold

# <div>  </div>  <br/>  <!doctype html>  <?php ?>  <![CDATA[ ]]>  <!-- not closed;  none holds a blank line
TAG = re.compile(r"<(?P<name>/?[A-Za-z][\w:-]*(?=[\s/>])|[!?])(?:[^<>\n]|\n(?![ \t]*\n))*>|<!--")
MAIL = re.compile(r"<[^<>\s!]+@[^@<>\s]+>")
# { #id .class }    {: title="x" }
ATTRIBUTES = re.compile(r"\{:?[ ]*(?P<inside>[^{}\n]*)\}")
FENCE_OPTIONS = frozenset({"title", "hl_lines", "linenums"})
"""What pymdownx.superfences takes for itself from the list after a fence."""
SETS = re.compile(r"[\w:-]+[ ]*=|^[#.]")


def read_tags(text: str, prose: Prose, links: tuple[Link, ...]) -> tuple[Oddity, ...]:
    """The HTML tags, attribute lists and addresses of a page that could carry markup or script onto it."""
    openings = "".join(_fence_openings(text, prose))
    return (
        *_tags(prose.text, links),
        *_attribute_lists(prose.text, ALLOWED_ATTRIBUTES),
        *_attribute_lists(openings, ALLOWED_ATTRIBUTES | FENCE_OPTIONS),
        *_addresses(links),
    )


def _fence_openings(text: str, prose: Prose) -> Iterator[str]:
    """The text of a page with only the first lines of its fences left: they too take attribute lists."""
    reached = 0
    for start, end in prose.fences:
        line_end = text.find("\n", start, end)
        line_end = end if line_end < 0 else line_end
        yield " " * (start - reached) + text[start:line_end]
        reached = line_end


def _tags(prose: str, links: tuple[Link, ...]) -> Iterator[Oddity]:
    # [words](<address>) is no tag.
    targets = {prose.find("<", link.text[1], link.end) for link in links}
    opened: Counter[str] = Counter()
    for tag in TAG.finditer(prose):
        if AUTOLINK.match(tag[0]) or MAIL.match(tag[0]) or tag.start() in targets:
            continue
        name = (tag["name"] or "").lower()
        # A pair of tags is one mistake.
        if name.startswith("/") and opened[name[1:]] > 0:
            opened[name[1:]] -= 1
        else:
            opened[name] += 1
            shown = fold(tag[0])[:40]
            help = "say it in Markdown, or write `&lt;` for the `<`"
            yield Oddity(tag.start(), f"the HTML tag `{shown}`", help)


def _attribute_lists(text: str, allowed: frozenset[str]) -> Iterator[Oddity]:
    for found in ATTRIBUTES.finditer(text):
        if not SETS.search(found["inside"].strip()):
            continue
        for name in read_attributes(found[0]):
            if name not in allowed:
                what = f"an attribute list that sets `{name}`"
                yield Oddity(found.start(), what, "keep only the id and the class")
                break


def _addresses(links: tuple[Link, ...]) -> Iterator[Oddity]:
    for link in links:
        if not is_safe_address(link.target):
            what = f"a link to `{link.target[:40]}`"
            yield Oddity(link.start, what, "link to a page of this guide, or to an http or https address")
