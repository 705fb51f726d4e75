"""The command line: `check` the sources, `fix` what is safe to mend, `explain` a code, add a `new` entry."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from apparatus.checks import CODES, check_site
from apparatus.commands import explain
from apparatus.commands.arguments import UnableError, parse
from apparatus.commands.fix import LEFT, fix_site, rewrite
from apparatus.commands.new_source import KINDS, Choices, new_sources
from apparatus.commands.new_term import Draft, new_term
from apparatus.commands.outcome import Outcome
from apparatus.model.site import Site, read_site
from apparatus.pages.render import SettingsError
from apparatus.report import FORMATS
from apparatus.report.text import to_text
from apparatus.syntax.finding import has_errors
from apparatus.syntax.source import NEWLINE

CLEAN, FAULTY, UNABLE = 0, 1, 2
"""Exit statuses: no errors, errors, nothing could be done."""
REPOSITORY = Path(__file__).resolve().parents[2]
"""Where this program lives: the codes it knows are explained there, whatever site it checks."""


def run(arguments: Sequence[str]) -> int:
    """What the command line does; findings go to standard output, the exit status comes back."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Findings quote pages: they are UTF-8, whatever the terminal is set to.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = parse(arguments)
        return COMMANDS[options.command](options)
    except UnableError as error:
        sys.stderr.write(f"check.py: {error}\n")
        return UNABLE


def _check(options: argparse.Namespace) -> int:
    findings = check_site(_read(options.root), options.today or date.today())
    if text := FORMATS[options.format](findings):
        _write(f"{text}\n")
    return FAULTY if has_errors(findings) else CLEAN


def _fix(options: argparse.Namespace) -> int:
    try:
        for line in fix_site(_read(options.root), options.root):
            sys.stderr.write(f"{line}\n")
    except (OSError, SettingsError) as error:
        raise UnableError(str(error)) from error
    return _check(options)


def _explain(options: argparse.Namespace) -> int:
    sections = explain.read_sections(_text_of(REPOSITORY / explain.PATH))
    if options.code is None:
        _write("".join(f"{line}\n" for line in explain.listed(sections)))
        return CLEAN
    section = sections.get(options.code)
    if section is None and options.code in CODES:
        raise UnableError(f"{explain.PATH} has no whole section on `{options.code}`")
    if section is None:
        raise UnableError(explain.unknown_code(options.code, CODES))
    _write(f"{explain.explained(section)}\n")
    return CLEAN


def _new_term(options: argparse.Namespace) -> int:
    draft = Draft(options.name, tuple(options.alias), options.definition)
    return _carry_out(options.root, new_term(_read(options.root), draft))


def _new_source(options: argparse.Namespace) -> int:
    if options.kind is None:
        raise UnableError(f"give `--kind`, what kind of work it is; one of: {', '.join(KINDS)}")
    pasted = _pasted(options.bibtex)
    choices = Choices(options.kind, options.size or "", options.key)
    return _carry_out(options.root, new_sources(_read(options.root), pasted, choices))


def _carry_out(root: Path, outcome: Outcome) -> int:
    """Writes what a command came to, and says it."""
    try:
        written = outcome.source is None or rewrite(root, outcome.source, outcome.text)
    except OSError as error:
        raise UnableError(str(error)) from error
    if outcome.source and not written:
        raise UnableError(f"{outcome.source.path} is {LEFT}")
    said = [*outcome.said, *([to_text(outcome.findings)] if outcome.findings else [])]
    _write("".join(f"{line}\n" for line in said))
    for sentence in outcome.refused:
        sys.stderr.write(f"check.py: {sentence}\n")
    return FAULTY if outcome.refused or has_errors(outcome.findings) else CLEAN


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "fix": _fix,
    "explain": _explain,
    "new term": _new_term,
    "new source": _new_source,
}


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads, such as `head`, has seen enough; Python would try the rest again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise UnableError(str(error)) from error


def _pasted(name: str) -> str:
    """The text of a file, or of standard input for `-`, with plain line ends and no byte order mark."""
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return NEWLINE.sub("\n", raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnableError("the records are not UTF-8 text: save them with the encoding UTF-8") from None
    except OSError as error:
        raise UnableError(str(error)) from error


def _text_of(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnableError(f"{file} cannot be read: {error}") from error


def _read(root: Path) -> Site:
    try:
        return read_site(root)
    except OSError as error:
        raise UnableError(str(error)) from error
