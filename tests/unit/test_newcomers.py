"""Typical mistakes of somebody who is new here: one finding each, and doing what its help says mends it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from apparatus.checks import check_site
from apparatus.model.site import read_site
from apparatus.syntax.finding import Finding
from tests.support import TODAY
from tests.unit import mistakes_in_lists, mistakes_on_pages
from tests.unit.newcomer import Mistake


def type_over(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert text.count(old) >= 1, old
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def told(root: Path) -> Sequence[Finding]:
    return check_site(read_site(root), TODAY)


@pytest.mark.parametrize("mistake", [*mistakes_on_pages.MISTAKES, *mistakes_in_lists.MISTAKES])
def test_a_mistake_gives_one_finding_whose_help_mends_it(mistake: Mistake, root: Path) -> None:
    assert told(root) == ()
    type_over(root, mistake.path, *mistake.typed)
    (finding,) = told(root)
    assert (finding.path, finding.code) == (mistake.path, mistake.told)
    said = re.fullmatch(mistake.help, finding.help)
    assert said, finding.help
    old, new = mistake.mended
    type_over(root, mistake.path, old, new.format(*said.groups()) if said.groups() else new)
    assert told(root) == ()
