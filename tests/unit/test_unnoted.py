"""Pages that changed and that the list of changes says nothing new of."""

from __future__ import annotations

import pytest

from apparatus.model.changes import PATH
from apparatus.model.site import Site, build_site
from apparatus.model.studies import PATH as STUDIES
from apparatus.syntax.source import Source
from tests.support import BIBLIOGRAPHY, GLOSSARY, REPOSITORY
from tools.unnoted import unnoted_pages

PAGE = "docs/academic/hormones.md"
HEAD = "---\ntitle: Hormones\nreviewed: {day}\n---\n\n"
TEXT = "# Hormones { #hormones }\n\nThe hormone rises.\n\n/// exhibit | certainty\nHow sure we are.\n///\n"
FILES = {
    "docs/glossary.md": GLOSSARY,
    "bibliography.bib": BIBLIOGRAPHY,
    STUDIES: (REPOSITORY / STUDIES).read_text("utf-8"),
    PAGE: HEAD.format(day="2026-11-23") + TEXT,
    PATH: "# Changes\n\n## 2026-11-23\n\n- [Hormones](../academic/hormones.md): first version.\n",
}
NEW_LINE = "\n## 2026-12-01\n\n- [Hormones](../academic/hormones.md): it falls.\n"
OTHER_LINE = "\n## 2026-12-01\n\n- [Glossary](../glossary.md): it falls.\n"


def site(*changed: tuple[str, str, str]) -> Site:
    """The guide with words of its files changed: the file, what it said, and what it says."""
    files = dict(FILES)
    for path, old, new in changed:
        assert old in files[path]
        files[path] = files[path].replace(old, new)
    return build_site(Source(path, text) for path, text in files.items())


TURNED = (PAGE, "rises", "falls")


@pytest.mark.parametrize(
    ("changed", "unnoted"),
    [
        pytest.param([], [], id="nothing changed"),
        pytest.param([TURNED], [PAGE], id="other words, and no line"),
        pytest.param([TURNED, (PATH, "# Changes\n", f"# Changes\n{NEW_LINE}")], [], id="a line names it"),
        pytest.param(
            [TURNED, (PATH, "# Changes\n", f"# Changes\n{OTHER_LINE}")],
            [PAGE],
            id="the line is of another page",
        ),
        pytest.param([TURNED, (PATH, "first version", "it falls")], [], id="its line has new words"),
        pytest.param([TURNED, (PATH, "Changes", "All changes")], [PAGE], id="the list changed elsewhere"),
        pytest.param([(PAGE, "2026-11-23", "2026-12-24")], [], id="its date alone changed"),
        pytest.param([(PAGE, "The hormone", "The\n hormone")], [], id="lines are broken elsewhere"),
        pytest.param(
            [(STUDIES, "certainty: very low", "certainty: low")], [PAGE], id="its table shows another"
        ),
        pytest.param([("docs/glossary.md", "A cell", "One cell")], [], id="a page without a review"),
    ],
)
def test_a_page_that_says_something_else_needs_a_new_line(
    changed: list[tuple[str, str, str]], unnoted: list[str]
) -> None:
    assert [page.path for page in unnoted_pages(site(), site(*changed))] == unnoted


def test_a_new_page_needs_a_line() -> None:
    before = build_site(Source(path, text) for path, text in FILES.items() if path not in {PAGE, PATH})
    without_a_line = build_site(Source(path, text) for path, text in FILES.items() if path != PATH)
    assert [page.path for page in unnoted_pages(before, without_a_line)] == [PAGE]
    assert unnoted_pages(before, site()) == ()


def test_a_page_that_is_gone_is_not_asked_about() -> None:
    assert unnoted_pages(site(), build_site([Source("docs/glossary.md", GLOSSARY)])) == ()
