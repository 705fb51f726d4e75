"""The sections of `docs/checks.md`, one for each code, and each as plain text for a terminal.

In comes the text of that page; it does not know what the checks do, nor which codes there are.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from apparatus.syntax.names import Nearest

PATH = "docs/checks.md"
WIDTH = 88
LINE = 100

# ## unknown-term { #unknown-term }
TITLE = re.compile(r"^## (?P<code>[a-z-]+) \{ #(?P=code) \}$", re.MULTILINE)
# Why it matters, then the bad lines in a fence, the good lines in a fence, and how to mend it.
SHAPE = re.compile(
    r"\s*(?P<why>\S.*?)\n\n"
    r"Bad:\n\n(?P<bad_fence>`{3,})(?P<bad_kind>[a-z]+)\n(?P<bad>.*?)\n(?P=bad_fence)\n\n"
    r"Good:\n\n(?P<good_fence>`{3,})(?P<good_kind>[a-z]+)\n(?P<good>.*?)\n(?P=good_fence)\n\n"
    r"To mend it: (?P<mend>[^\n]*\S)\s*",
    re.DOTALL,
)
LINK = re.compile(r"\[([^\[\]]+)\]\([^()]*\)")
# `` a ` b ``   **bold**   *slanted*
MARKS = re.compile(r"(?P<code>`+)(?P<held>.+?)(?P=code)|\*\*(?P<bold>[^*]+)\*\*|\*(?P<slanted>[^*]+)\*")


@dataclass(frozen=True, slots=True)
class Section:
    """What the guide says of one code."""

    code: str
    """Such as `unknown-term`."""
    why: str
    """Why it matters to a reader; paragraphs of Markdown."""
    kind: str
    """The language of its bad line, such as `markdown`."""
    bad: str
    """Lines that give the finding."""
    good: str
    """The same without it."""
    mend: str
    """How to mend it, in one paragraph of Markdown."""


def read_sections(text: str) -> Mapping[str, Section | None]:
    """The section of each code, in the order of the page; nothing for one without its four parts."""
    pieces = TITLE.split(text)
    return {code: _section(code, body) for code, body in zip(pieces[1::2], pieces[2::2], strict=True)}


def _section(code: str, body: str) -> Section | None:
    found = SHAPE.fullmatch(body)
    if found is None:
        return None
    return Section(code, found["why"], found["bad_kind"], found["bad"], found["good"], found["mend"])


def explained(section: Section) -> str:
    """A section as plain text: why it matters, a bad line, a good line, how to mend it."""
    mend = f"To mend it: {section.mend}"
    return "\n\n".join(
        [
            section.code,
            *(_wrapped(paragraph) for paragraph in section.why.split("\n\n")),
            f"Bad:\n\n{_indented(section.bad)}",
            f"Good:\n\n{_indented(section.good)}",
            _wrapped(mend),
        ]
    )


def listed(sections: Mapping[str, Section | None]) -> Iterator[str]:
    """Each code with how to mend it, one line each."""
    width = max(map(len, sections), default=0)
    for code, section in sections.items():
        mend = _plain(section.mend) if section else ""
        said = textwrap.shorten(mend, LINE - width - 2, placeholder=" …")
        yield f"{code:<{width}}  {said}".rstrip()


def unknown_code(code: str, known: Iterable[str]) -> str:
    """One sentence on a code that no finding carries, with the nearest one."""
    near = Nearest(known).find(code)
    return f"no code `{code}`: " + (f"did you mean `{near}`?" if near else "`explain` alone lists them all")


def _wrapped(paragraph: str) -> str:
    return textwrap.fill(_plain(paragraph), WIDTH, break_long_words=False, break_on_hyphens=False)


def _indented(lines: str) -> str:
    return textwrap.indent(lines, "    ")


def _plain(text: str) -> str:
    """Markdown without its links and emphasis; code keeps its marks, as findings have them."""
    return MARKS.sub(_unmarked, LINK.sub(r"\1", text))


def _unmarked(mark: re.Match[str]) -> str:
    return mark[0] if mark["code"] == "`" else (mark["held"] or mark["bold"] or mark["slanted"]).strip()
