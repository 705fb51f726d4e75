"""What the command line takes: its commands, their options and their help.

In come the words that somebody typed, out go options, or an `UnableError` with the one sentence that says why
not. It does not know what the commands do.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from apparatus.commands.new_source import KINDS
from apparatus.report import FORMATS

EXAMPLES = """\
examples:
  python hooks/check.py
  python hooks/check.py explain unknown-term
  python hooks/check.py new term "Inhibin A" --definition "A hormone from the ovary."
  python hooks/check.py new source --bibtex pasted.bib --kind cohort --size 140

`python hooks/check.py COMMAND --help` says more of one. Exit status: 0 all is well, 1 something is left to
mend, 2 nothing could be done.
"""

# argparse words it so: invalid choice: 'xml' (choose from 'text', 'json')
CHOICE = re.compile(r"invalid choice: '?(?P<typed>.*?)'? \(choose from (?P<listed>.*)\)")


class UnableError(Exception):
    """Nothing could be done; its text is the one sentence that says why."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        said = CHOICE.sub(r"`\g<typed>` is none of: \g<listed>", " ".join(message.split()))
        raise UnableError(said)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options that somebody typed; `command` is `check`, `fix`, `explain`, `new term` or `new source`.

    Raises:
        UnableError: there is no such command or option, or a value is missing or of the wrong form.
    """
    parser = _Parser(
        prog="check.py",
        description="Check the sources of the guide, mend what is safe, explain a code, or add an entry.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_places(parser)
    _add_report(parser)
    parser.set_defaults(command="check", root=Path(), format="text", today=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_check(commands)
    _add_explain(commands)
    kinds = commands.add_parser("new", help="add a term or a source", description="Add a term or a source.")
    new = kinds.add_subparsers(title="what to add", metavar="KIND", required=True, dest="what")
    _add_new_term(new)
    _add_new_source(new)
    return parser.parse_args(arguments)


Commands = argparse._SubParsersAction
"""What commands are added to; argparse has no public name for it."""


def _add_places(parser: argparse.ArgumentParser) -> None:
    # Without a default of its own, so that it may stand before the command and after it.
    help = "the folder that holds docs/ (default: here)"
    parser.add_argument("--root", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=help)


def _add_report(parser: argparse.ArgumentParser) -> None:
    help = "how findings are written (default: text)"
    parser.add_argument("--format", choices=tuple(FORMATS), default=argparse.SUPPRESS, help=help)
    help = "the date that reviews are held against (default: today)"
    parser.add_argument("--today", type=_date, default=argparse.SUPPRESS, metavar="DATE", help=help)


def _add_check(commands: Commands[_Parser]) -> None:
    for name, does in (("check", "list every finding"), ("fix", "mend what is safe to mend, then check")):
        parser = commands.add_parser(name, help=does, description=f"{does.capitalize()}.")
        parser.set_defaults(command=name)
        _add_places(parser)
        _add_report(parser)


def _add_explain(commands: Commands[_Parser]) -> None:
    does = "say why a code matters to readers, and how to mend it"
    parser = commands.add_parser(
        "explain", help=does, description=f"{does.capitalize()}. All codes without one."
    )
    parser.set_defaults(command="explain")
    parser.add_argument("code", nargs="?", metavar="CODE", help="such as unknown-term")


def _add_new_term(new: Commands[_Parser]) -> None:
    parser = new.add_parser(
        "term",
        help="add an entry to docs/glossary.md",
        description="Add an entry to docs/glossary.md, in its place in the alphabet. No other entry changes.",
    )
    parser.set_defaults(command="new term")
    parser.add_argument("name", metavar="NAME", help='the term, such as "Inhibin A"')
    help = "another name, such as a plural or an abbreviation; may be given again"
    parser.add_argument("--alias", action="append", default=[], metavar="A", help=help)
    help = "one or two plain sentences, 30 words at most, no citation; without it, you write them in the file"
    parser.add_argument("--definition", default="", metavar="TEXT", help=help)
    _add_places(parser)


def _add_new_source(new: Commands[_Parser]) -> None:
    parser = new.add_parser(
        "source",
        help="add a pasted BibTeX record to bibliography.bib",
        description="Add BibTeX records, as PubMed tools, Crossref, Zotero, EndNote or Citavi export them, to"
        " bibliography.bib in its own form. Nothing is looked up, and no other entry changes.",
    )
    parser.set_defaults(command="new source")
    parser.add_argument(
        "--bibtex", required=True, metavar="FILE", help="the file with the records; - for standard input"
    )
    parser.add_argument("--kind", type=_kind, metavar="KIND", help=f"what it is; one of: {', '.join(KINDS)}")
    parser.add_argument("--size", type=_size, metavar="N", help="how many people took part, if known")
    parser.add_argument(
        "--key",
        default="",
        metavar="KEY",
        help="another key than first author, year and first word of the title",
    )
    _add_places(parser)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"`{text}` is not a date such as 2026-11-23") from None


def _kind(text: str) -> str:
    if text not in KINDS:
        raise argparse.ArgumentTypeError(f"`{text}` is no kind of work: write one of: {', '.join(KINDS)}")
    return text


def _size(text: str) -> str:
    if not text.isascii() or not text.isdigit() or text.startswith("0"):
        raise argparse.ArgumentTypeError(f"`{text}` is no number of people: write digits only")
    return text
