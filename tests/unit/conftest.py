"""What several tests of pure functions need on disk."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.miniature import BASE


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small site without a fault."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path
