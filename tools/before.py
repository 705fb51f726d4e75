"""What git knows of the guide as it was: a checkout and a branch come in, an earlier state goes out.

It compares nothing: what became of a page, a term or an address is for the tools that ask.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from apparatus.model.site import Site, read_site


class GitError(Exception):
    """Git gave no answer; its text is the one sentence that says why."""


def git(root: Path, *arguments: str, fault: str) -> bytes:
    """What git answers.

    Raises:
        GitError: there is no git; or it refused, which is `fault`, with the first line of its own words.
    """
    try:
        return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=True).stdout
    except FileNotFoundError as error:
        raise GitError("git is not installed") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise GitError(f"{fault} ({said})" if said else fault) from error


def site_before(root: Path, base: str) -> Site:
    """The guide as it was where this checkout parted from a branch.

    Raises:
        GitError: there is no git, no repository, no such branch, or no history in common.
    """
    fault = f"it is not known where `{base}` and this checkout parted: fetch the whole history of both"
    commit = git(root, "merge-base", base, "HEAD", fault=fault).decode().strip()
    files = git(root, "archive", "--format=tar", commit, fault=f"the files of `{commit}` cannot be had")
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(files)) as archive:
        archive.extractall(folder, filter="data")
        return read_site(Path(folder))
