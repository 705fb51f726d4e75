"""What several kinds of tests need of a run: this site, built once however many processes run the tests."""

from __future__ import annotations

import pytest

from tests.this_site import build_once
from tests.whole.sites import Build


@pytest.fixture(scope="session")
def this_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """This repository's own site, as a build writes it."""
    return build_once(tmp_path_factory)
