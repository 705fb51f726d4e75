"""One page of a benchmark site: its terms and citation keys come in, its Markdown goes out.

A page is in the project's dialect and has four sections, `MENTIONS` mentions, `CITATIONS` citations and
one captioned table. A name that is linked once comes back later without a link, as in real prose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.glossary import Term
from benchmarks.prose import Writer, coined

MENTIONS = 12
CITATIONS = 8
TITLES_FROM = 100_000

WARNING = """\
/// warning | Before you decide anything

- None of this is real: the site was made to be measured.
- Do not start, stop or change a thing on the strength of it.

///
"""


@dataclass(frozen=True, slots=True)
class Page:
    """Where a page lies and what it has to use."""

    number: int
    """The seed of its text."""
    path: str
    """Below `docs/`: `fundamentals/topic-007.md`."""
    links: tuple[str, ...]
    """Addresses of the pages to go to next, relative to this one."""
    terms: tuple[Term, ...]
    """The `MENTIONS` terms, in the order of their first mention."""
    keys: tuple[str, ...]
    """The `CITATIONS` keys, in the order of their citations."""


def page_text(page: Page) -> str:
    """The whole file, front matter included."""
    writer = Writer(page.number)
    title = f"{writer.title()} and {coined(TITLES_FROM + page.number)}"
    sections = (_key_points, _findings, _comparison, _open_questions)
    parts = [_front_matter(title), f"# {title} {{ #topic }}\n", WARNING]
    return "\n".join([*parts, *(section(page, writer) for section in sections)])


def _front_matter(title: str) -> str:
    # The next review lies far ahead, so that the benchmark stays silent whenever it is run.
    return (
        f"---\ntitle: {title}\n"
        f"description: What is known about {title.lower()}, in plain words and with every source.\n"
        "reviewed: 2026-11-23\nnext_review: 2099-11-23\nclinical_review: none\n---\n"
    )


def _key_points(page: Page, writer: Writer) -> str:
    points = [
        writer.statement(_mention(page.terms[0])),
        writer.statement(_mention(page.terms[1])),
        writer.result(_mention(page.terms[2])) + _citation(page.keys[:1]),
    ]
    return _section("Key points", "key-points", *(f"- {point}" for point in points))


def _findings(page: Page, writer: Writer) -> str:
    first = _sourced_paragraph(writer, page.terms[3:6], page.keys[1:2])
    second = _sourced_paragraph(writer, page.terms[6:8], page.keys[2:3])
    third = _plain_paragraph(writer, page.terms[:5])
    return _section("What was found", "findings", first, "", second, "", third)


def _comparison(page: Page, writer: Writer) -> str:
    cells = [_mention(page.terms[8]), _mention(page.terms[9]), *(term.name for term in page.terms[:2])]
    rows = [f"| {cell} | {writer.amount()} mg | {writer.amount()} days |" for cell in cells]
    rows[0] = rows[0].replace(" days", f" days{_citation(page.keys[3:4])}")
    table = ["| Part | Amount | Time |", "| --- | --- | --- |", *rows]
    caption = ["/// table-caption", f"{writer.statement()}{_citation(page.keys[4:5])}", "///"]
    return _section("The parts compared", "comparison", writer.statement(), "", *table, "", *caption)


def _open_questions(page: Page, writer: Writer) -> str:
    first = _sourced_paragraph(writer, page.terms[10:12], page.keys[5:7])
    second = _plain_paragraph(writer, page.terms[5:8])
    third = _plain_paragraph(writer, page.terms[8:]) + _citation(page.keys[7:8])
    onward = [f"- [Page {number} on this topic]({link})" for number, link in enumerate(page.links, start=1)]
    body = (first, "", second, "", third, "", *onward)
    return _section("What we know and what we do not know", "known-and-unknown", *body)


def _section(heading: str, name: str, *lines: str) -> str:
    return "\n".join([f"## {heading} {{ #{name} }}", "", *lines, ""])


def _sourced_paragraph(writer: Writer, terms: Sequence[Term], keys: Sequence[str]) -> str:
    linked = [writer.statement(_mention(term)) for term in terms]
    return " ".join([*linked, writer.result() + _citation(keys)])


def _plain_paragraph(writer: Writer, terms: Sequence[Term]) -> str:
    return " ".join(writer.statement(f"the {term.name.lower()}") for term in terms)


def _mention(term: Term) -> str:
    """The short form where there is one, else by turns a plural, the name, or other words for it."""
    name, last = term.name.lower(), f"the [{term.aliases[-1]}]"
    forms = (last, f"the [{name}]", f"[this part][{name}]")
    return last if len(term.aliases) > 1 else forms[len(name) * ord(name[1]) % 3]


def _citation(keys: Sequence[str]) -> str:
    return f"[{'; '.join(f'@{key}' for key in keys)}]"
