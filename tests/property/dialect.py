"""Generated texts of the guide's dialect, each with the references that a reader should meet in it."""

from __future__ import annotations

from hypothesis import strategies as st

Fragment = tuple[str, tuple[str, ...]]
"""A piece of Markdown, and what it refers to in order: `#id` of a term, `@key` of an entry."""

REFERRING: tuple[Fragment, ...] = (
    ("[FSH]", ("#fsh",)),
    ("[fsh]", ("#fsh",)),
    ("[follitropin]", ("#fsh",)),
    ("[LH][]", ("#lh",)),
    ("[the hormone][FSH]", ("#fsh",)),
    ("[these *other* cells][leydig cell]", ("#leydig-cell",)),
    ("[naïve 😀 words][LH]", ("#lh",)),
    ("**[LH]**", ("#lh",)),
    ("_[Leydig cells]_", ("#leydig-cell",)),
    ("([pituitary gland])", ("#pituitary-gland",)),
    ("[LH]/[FSH]-like", ("#lh", "#fsh")),
    ('"[FSH]"', ("#fsh",)),
    ("[Pituitary gland]{ #spot .wide }", ("#pituitary-gland",)),
    ("\\`[LH]", ("#lh",)),
    ("[LH]: so", ("#lh",)),
    ("here.[@doe2001first]", ("@doe2001first",)),
    ("here.[@doe2001first; @roe2002second]", ("@doe2001first", "@roe2002second")),
    ("here.[@roe2002second;@doe2001first]", ("@roe2002second", "@doe2001first")),
    ("[FSH].[@doe2001first]", ("#fsh", "@doe2001first")),
    ("[FSH][@roe2002second]", ("#fsh", "@roe2002second")),
    ("*here*[@doe2001first]*there*", ("@doe2001first",)),
)
PLAIN: tuple[Fragment, ...] = tuple(
    (text, ())
    for text in (
        "cells",
        "naïve café 😀",
        "5 % of 6 &lt; 7 &amp; 8",
        "a < b > c",
        "snake_case_word",
        "ada@example.org",
        "<ada@example.org>",
        "<https://example.org/a_(b)?c=d@e>",
        "https://example.org/@home",
        "`[LH] [@doe2001first] @doe2001first`",
        "`` ` [FSH] ``",
        "`<!-- `",
        "`\\`",
        "\\[sic\\]",
        "\\[@home\\]",
        "\\\\",
        "\\*",
        "[a page](index.md)",
        '[a **place**](index.md#here "with a title")',
        "![a picture](assets/x.svg)",
        "<!-- [LH] [@doe2001first] ` -->",
        "*emphasis* and **more**",
        "1. 2. 3.",
        "a + b - c # d",
        "1:2",
        "(t)",
    )
)
OVER_LINES: tuple[Fragment, ...] = (
    ("[Leydig\ncell]", ("#leydig-cell",)),
    ("[other\nwords][FSH]", ("#fsh",)),
    ("`[LH]\n[FSH]`", ()),
    ("*over\n[LH]\nlines*", ("#lh",)),
)
BLOCKS: tuple[Fragment, ...] = (
    ("```\n[LH] [@doe2001first] <!--\n\n- [ ] `\n```", ()),
    ("~~~ yaml\na: [FSH]\n~~~", ()),
    ("````\n```\n[LH]\n```\n````", ()),
    ("---", ()),
)
COMMENT: Fragment = ("<!-- [LH]\n\n[@doe2001first] ` -->", ())


def joined(parts: list[Fragment], between: str) -> Fragment:
    """Fragments one after the other."""
    return between.join(text for text, _ in parts), tuple(one for _, refers in parts for one in refers)


def prefixed(fragment: Fragment, first: str, others: str) -> Fragment:
    """A fragment with something before its first line, and before each further line that is not blank."""
    text, refers = fragment
    head, *tail = text.split("\n")
    return "\n".join([first + head, *(others + line if line else line for line in tail)]), refers


def wrapped(fragment: Fragment, before: str, after: str) -> Fragment:
    """A fragment with lines above and below it."""
    return before + fragment[0] + after, fragment[1]


in_one_line = st.sampled_from(REFERRING + PLAIN)
in_lines = st.sampled_from(REFERRING + PLAIN + OVER_LINES)
between = st.sampled_from([" and ", ", then ", "; ", "\nso "])


@st.composite
def _running_text(draw: st.DrawFn, pieces: st.SearchStrategy[Fragment], most: int) -> Fragment:
    fragments = [("Words", ()), *draw(st.lists(pieces, min_size=1, max_size=most))]
    if pieces is in_one_line:
        return joined(fragments, " and ")
    first, *others = fragments
    return joined([first, *(prefixed(one, draw(between), "") for one in others)], "")


line = _running_text(in_one_line, 3)
paragraph = _running_text(in_lines, 5)
heading = line.map(lambda words: wrapped(words, "## ", " { #place }"))


@st.composite
def _table(draw: st.DrawFn) -> Fragment:
    rows = [draw(line) for _ in range(draw(st.integers(1, 3)))]
    cells = [prefixed(joined([row, draw(line)], " | "), "| ", "") for row in rows]
    head = ("| One | Other |\n|:--|--:|", ())
    caption = wrapped(draw(line), "\n/// table-caption\n", "\n///")
    return joined([head, *(wrapped(cell, "", " |") for cell in cells), caption], "\n")


@st.composite
def _list(draw: st.DrawFn, inner: st.SearchStrategy[Fragment]) -> Fragment:
    marker = draw(st.sampled_from(["- ", "1. ", "* "]))
    children = draw(st.lists(st.lists(inner, max_size=2), min_size=1, max_size=3))
    items = [joined([draw(paragraph), *some], "\n\n") for some in children]
    gap = "\n\n" if any(children) else draw(st.sampled_from(["\n", "\n\n"]))
    return joined([prefixed(item, marker, "    ") for item in items], gap)


task = st.builds(prefixed, line, st.sampled_from(["- [ ] ", "- [x] "]), st.just(""))
tasks = st.lists(task, min_size=1, max_size=3).map(lambda items: joined(items, "\n"))


def _quoted(fragment: Fragment) -> Fragment:
    return "\n".join(f"> {line}" if line else ">" for line in fragment[0].split("\n")), fragment[1]


def _quote(inner: st.SearchStrategy[Fragment]) -> st.SearchStrategy[Fragment]:
    return st.lists(inner, min_size=1, max_size=2).map(lambda blocks: _quoted(joined(blocks, "\n\n")))


leaf = paragraph | heading | st.sampled_from(BLOCKS) | tasks
nested = st.recursive(st.recursive(leaf, _list, max_leaves=3), _quote, max_leaves=3)
box = st.lists(nested, min_size=1, max_size=2).map(
    lambda blocks: wrapped(joined(blocks, "\n\n"), "/// warning | A title\n\n", "\n\n///")
)
note = paragraph.map(lambda words: prefixed(words, "Why.[^why]\n\n[^why]: ", "    "))


@st.composite
def pages(draw: st.DrawFn) -> Fragment:
    """A page of the dialect."""
    blocks = draw(st.lists(nested | _table() | box | st.just(COMMENT), min_size=1, max_size=4))
    last = [draw(note)] if draw(st.booleans()) else []
    return wrapped(joined([("# Page { #page }", ()), *blocks, *last], "\n\n"), "", "\n")
