"""The command line: `check` the sources, `fix` what can be mended safely."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from apparatus.checks import check_site
from apparatus.finding import has_errors
from apparatus.fix import fix_site
from apparatus.render import SettingsError
from apparatus.report import FORMATS
from apparatus.site import Site, read_site

CLEAN, FAULTY, UNABLE = 0, 1, 2
"""Exit statuses: no errors, errors, nothing could be checked."""


class UnableError(Exception):
    """Nothing could be checked; its text is the one sentence that says why."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UnableError(message)


def run(arguments: Sequence[str]) -> int:
    """What the command line does; findings go to standard output, the exit status comes back."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Findings quote pages: they are UTF-8, whatever the terminal is set to.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(_parser().parse_args(arguments))
    except UnableError as error:
        sys.stderr.write(f"check.py: {error}\n")
        return UNABLE


def _parser() -> _Parser:
    parser = _Parser(
        prog="check.py", description="Check the sources of the guide, or mend what is safe to mend."
    )
    parser.add_argument("command", nargs="?", choices=("check", "fix"), default="check")
    parser.add_argument(
        "--root", type=Path, default=Path(), help="the folder that holds docs/ (default: here)"
    )
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="how findings are written")
    parser.add_argument("--today", type=_date, default=None, help="the date that reviews are held against")
    return parser


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"`{text}` is not a date such as 2026-11-23") from None


def _run(options: argparse.Namespace) -> int:
    if options.command == "fix":
        _fix(options.root)
    findings = check_site(_read(options.root), options.today or date.today())
    if text := FORMATS[options.format](findings):
        _write(f"{text}\n")
    return FAULTY if has_errors(findings) else CLEAN


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads, such as `head`, has seen enough; Python would try the rest again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise UnableError(str(error)) from error


def _fix(root: Path) -> None:
    try:
        for line in fix_site(_read(root), root):
            sys.stderr.write(f"{line}\n")
    except (OSError, SettingsError) as error:
        raise UnableError(str(error)) from error


def _read(root: Path) -> Site:
    try:
        return read_site(root)
    except OSError as error:
        raise UnableError(str(error)) from error
