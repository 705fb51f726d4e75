"""Keeps the register of addresses: adds new ones, and holds it against the branch that a change goes to.

    python -m tools.addresses add
    python -m tools.addresses check [origin/main]

In: this checkout, and for `check` its history. Out: one line for each address added, or found missing. The
exit status is 0, 1 where an address is missing in the register, 2 where nothing could be compared.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from apparatus.addresses.destinations import all_addresses
from apparatus.model.register import PATH, Register, read_register, register_text
from apparatus.model.site import Site, read_site
from apparatus.syntax.source import Source
from tools.before import GitError, git

BRANCHES = ("origin/main", "main")
"""Where changes go when nobody says so; the first that there is."""


class UnableError(Exception):
    """Nothing could be compared; its text is the one sentence that says why."""


def main(arguments: Sequence[str], root: Path) -> int:
    """Adds or compares, and prints what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tools.addresses", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("add", help="add every published address that the register lacks")
    check = commands.add_parser("check", help="hold the register against another branch")
    check.add_argument(
        "base", nargs="?", default="", help="a branch or commit (default: origin/main or main)"
    )
    options = parser.parse_args(arguments)
    try:
        site = _readable(read_site(root))
        lines = (
            add(site, root) if options.command == "add" else missing(site, register_at(root, options.base))
        )
    except (OSError, GitError, UnableError) as error:
        print(f"addresses: {error}", file=sys.stderr)
        return 2
    _print(lines)
    return 1 if lines and options.command == "check" else 0


def _print(lines: Sequence[str]) -> None:
    try:
        print(*lines, sep="\n", end="\n" if lines else "", flush=True)
    except BrokenPipeError:
        # Whoever reads, such as `head`, has seen enough; Python would try the rest again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _readable(site: Site) -> Site:
    """A site of which every file could be read: what could not be would seem to publish nothing."""
    for finding in site.unreadable:
        if finding.path != PATH or site.register.source is not None or "missing" not in finding.message:
            raise UnableError(f"{finding.path}: {finding.message}")
    return site


def new_addresses(site: Site) -> list[str]:
    """What is published and not in the register."""
    return sorted(all_addresses(site) - site.register.addresses)


def add(site: Site, root: Path) -> list[str]:
    """Writes the register with every new address in it; says which those are."""
    found = new_addresses(site)
    if found:
        text = register_text([*site.register.addresses, *found])
        source = site.register.source or Source(PATH, "")
        (root / PATH).write_bytes(source.to_bytes(text))
    return [f"added {address}" for address in found]


def missing(site: Site, before: Register) -> list[str]:
    """What the register lacks: lines that it had on the other branch, and what is published without one."""
    taken = sorted(before.addresses - site.register.addresses)
    return [
        *(f"{PATH}: `{address}` was published and its line is gone: put it back" for address in taken),
        *(
            f"{PATH}: `{address}` is published and not listed: run `make addresses`"
            for address in new_addresses(site)
            if address not in taken
        ),
    ]


def register_at(root: Path, base: str) -> Register:
    """The register where this checkout parted from a branch, or on that branch where that is not known.

    Raises:
        GitError: there is no git, or no repository.
        UnableError: there is no such branch.
    """
    git(root, "rev-parse", "--git-dir", fault="this is no git repository")
    named = (base,) if base else BRANCHES
    known = [
        name for name in named if _answers(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    ]
    if not known:
        branches = " nor ".join(f"`{name}`" for name in named)
        raise UnableError(f"there is no branch {branches} here: fetch it, or name another with BASE=")
    parted = _answers(root, "merge-base", known[0], "HEAD").decode().strip() or known[0]
    place = f"{parted}:./{PATH}"
    if not _answers(root, "cat-file", "-t", place):
        return Register()
    text = git(root, "show", place, fault=f"`{place}` cannot be read").decode("utf-8", errors="replace")
    return read_register(Source(PATH, text))


def _answers(root: Path, *arguments: str) -> bytes:
    """What git answers; nothing where it refuses."""
    try:
        return git(root, *arguments, fault="")
    except GitError:
        return b""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path.cwd()))
