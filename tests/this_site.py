"""This repository's own site, built once in a run of the tests and shared by all processes of it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.support import REPOSITORY
from tests.whole.sites import Build, build_guide

ADDRESS = "http://guide.localhost/"
"""Where the built site says it stands; browsers trust such a host as they trust `localhost`."""
REPOSITORY_URL = "https://code.example/guide"
"""Where its sources are said to be."""
CONTACT = "mailto:guide@mail.example"
"""Whom its pages say to write to."""


def build_once(factory: pytest.TempPathFactory) -> Build:
    """The built site; the first process that asks builds it, the others wait and take it as it is."""
    folder = shared_folder(factory, "this-site")
    site, log = folder / "site", folder / "log"
    with locked(folder / "lock"):
        if not log.exists():
            with patch.dict(os.environ, {"REPO_URL": REPOSITORY_URL, "CONTACT": CONTACT}):
                built = build_guide(REPOSITORY, folder=str(site), site_url=ADDRESS)
            assert not built.failed, "this site does not build:\n" + "\n".join(built.log)
            log.write_text("\n".join(built.log), "utf-8")
    return Build(site, tuple(log.read_text("utf-8").splitlines()), failed=False)


def shared_folder(factory: pytest.TempPathFactory, name: str) -> Path:
    """A folder that all processes of a run share."""
    # Each process of pytest-xdist has a folder of its own, in one that belongs to the run.
    base = factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / name
    folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Holds back every other process that asks for the same file."""
    with file.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
