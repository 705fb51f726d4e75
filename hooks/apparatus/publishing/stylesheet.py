"""The theme's style sheet without what no page here uses.

CSS and the texts that may name what it styles come in, shorter CSS goes out. What is in doubt stays: a rule
goes only where each of its selectors needs a class, an id, an attribute or an element that neither a page's
tags nor a script's text holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STRING = r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\''
# What separates statements and parts of a selector, or hides such a sign.
SIGN = re.compile(rf"{STRING}|url\([^\"'][^)]*\)|[{{}};,()]")
SPACE = re.compile(rf"({STRING})|\s*([{{}};,>])\s*|\s+")
TAG = re.compile(r"<[a-zA-Z][^>]*>")
WORD = re.compile(r"[\w-]+")
# :not(.closed)    :is(h1, h2)    ::before    what the brackets hold may widen a selector: in doubt it stays
PSEUDO = re.compile(r"::?[\w-]+(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?")
# .md-nav    #card    [data-md-state=open]    table
NEED = re.compile(
    r"[.#]?(?P<name>-?[A-Za-z_][\w-]*)|\[(?P<attribute>[\w-]+)(?:[~|^$*]?=(?P<value>[^\]]*))?\]"
)
GROUPS = ("@media", "@supports")
DECLARED = re.compile(rf"(?<=[{{;])(?P<name>--[\w-]+):(?:{STRING}|url\([^\"'][^)]*\)|[^;{{}}\"'])*;?")
# Parts of the theme that only its script could make, for features that the settings keep off.
OFF = ("md-annotation", "md-code", "md-source", "md-status", "md-tag", "md-tooltip", "md-version")
# Pages are in one language, so rules for another direction are for nobody.
DIRECTION = "dir"


@dataclass(frozen=True, slots=True)
class Used:
    """The names that pages and scripts use."""

    words: frozenset[str]
    """Every word of a tag, and of a script but for those of features that are off."""
    beginnings: tuple[str, ...]
    """Words that scripts put an ending to, such as `md-source__fact--`."""
    directions: frozenset[str]
    """The directions of writing of the pages."""

    def has(self, name: str) -> bool:
        """Whether a page or a script may give this name to an element."""
        return name in self.words or name.startswith(self.beginnings)


def used_names(pages: Iterable[str], scripts: Iterable[str]) -> Used:
    """What the tags of pages and the texts of scripts name."""
    tags = {tag for page in pages for tag in TAG.findall(page)}
    spoken = {word for script in scripts for word in WORD.findall(script) if not word.startswith(OFF)}
    words = {word for tag in tags for word in WORD.findall(tag)} | spoken
    directions = {found for tag in tags for found in re.findall(r'\sdir="(\w+)"', tag)}
    beginnings = tuple(sorted(word for word in spoken if re.search(r"\w-+$", word)))
    return Used(frozenset(words), beginnings, frozenset(directions))


def joined(theme: str, own: str, used: Used) -> str:
    """One style sheet of the theme's and our own, without what nothing uses."""
    sheet = "".join(_kept(COMMENT.sub("", theme) + _short(COMMENT.sub("", own)), used))
    return _without_idle_variables(sheet)


def _short(css: str) -> str:
    return SPACE.sub(lambda found: found[1] or found[2] or " ", css).replace(";}", "}").strip()


def _kept(css: str, used: Used) -> Iterator[str]:
    for head, body in _statements(css):
        if body is None:
            yield head
        elif head.startswith(GROUPS):
            yield _rule(head, "".join(_kept(body, used)))
        elif head.startswith("@"):
            yield _rule(head, body)
        else:
            yield _rule(",".join(part for part in _parts(head) if _may_fit(part, used)), body)


def _rule(head: str, body: str) -> str:
    return f"{head}{{{body}}}" if head and body else ""


def _statements(css: str) -> Iterator[tuple[str, str | None]]:
    """Each statement's head, with what stands in its braces; `None` where it has none, as `@charset`."""
    depth, start, opened = 0, 0, 0
    for sign in SIGN.finditer(css):
        if sign[0] == "{":
            opened = opened if depth else sign.start()
            depth += 1
        elif sign[0] == "}":
            depth -= 1
            if not depth:
                yield css[start:opened].strip(), css[opened + 1 : sign.start()]
                start = sign.end()
        elif sign[0] == ";" and not depth:
            yield css[start : sign.end()], None
            start = sign.end()


def _parts(selectors: str) -> Iterator[str]:
    depth, start = 0, 0
    for sign in SIGN.finditer(selectors):
        depth += {"(": 1, ")": -1}.get(sign[0], 0)
        if sign[0] == "," and not depth:
            yield selectors[start : sign.start()].strip()
            start = sign.end()
    yield selectors[start:].strip()


def _may_fit(selector: str, used: Used) -> bool:
    for need in NEED.finditer(PSEUDO.sub("", selector)):
        if need["attribute"] == DIRECTION and need["value"]:
            if need["value"].strip("\"'") not in used.directions:
                return False
        elif not used.has(need["name"] or need["attribute"]):
            return False
    return True


def _without_idle_variables(css: str) -> str:
    """The sheet without the variables that only their own declarations name: the theme's icons, mostly."""
    asked = set(re.findall(r"var\(\s*(--[\w-]+)", css))
    return DECLARED.sub(lambda found: found[0] if found["name"] in asked else "", css)
