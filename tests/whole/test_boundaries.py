"""Who may know whom: the core knows no MkDocs, checks and views not one another, and only `cli` speaks."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.support import REPOSITORY

HOOKS = REPOSITORY / "hooks"
CORE = HOOKS / "apparatus"
LONGEST_FILE = 250

LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"finding", "names", "code_shapes", "printed", "study_fields", "units"}),
    frozenset({"source", "frontmatter", "lines"}),
    frozenset({"prose", "register", "yaml_tree"}),
    frozenset({"brackets", "exhibits", "headings", "studies", "study_record", "tables"}),
    frozenset({"references", "studies_file", "go_file", "codes", "codes_file"}),
    frozenset({"dialect"}),
    frozenset({"page"}),
    frozenset({"glossary", "bibliography"}),
    frozenset({"site"}),
)
"""The modules that read, lowest first: none knows one above it."""

OUTER = frozenset(
    {
        *("checks", "report", "cli", "fix", "fix_pages", "fix_bibliography", "views", "rendered", "render"),
        *("arguments", "commands"),
        *("notes", "markdown_extension", "passages", "quantities", "shield", "vancouver", "wording"),
        *("expansion", "templates", "exhibit_values", "conversions", "study_words", "study_tables"),
        *("hundred_men", "chart_layout", "charts"),
        *("figured", "health"),
        *("built", "publication", "makers", "downloads", "exports", "works"),
        *("linked_data", "citing", "metadata"),
        *("code_index", "code_links", "addresses", "forwards", "go", "old_anchors"),
        *("qr", "sheets", "sheet_sections", "sheet_text", "sheet_words"),
        *("history", "changes", "linking", "unnoted"),
        *("stretches", "sentences", "syllables", "grades", "readability"),
    }
)
"""What works on the site that was read; nothing that reads knows any of it."""

LIBRARIES = frozenset({"bibtexparser", "jinja2", "markdown", "pybtex", "segno", "yaml"})
"""What the core may use besides Python's own library."""


@cache
def modules(folder: Path = CORE) -> dict[str, Path]:
    """The modules under a folder of hooks/, by their dotted names."""
    files = sorted(folder.rglob("*.py"))
    return {
        ".".join(file.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__"): file
        for file in files
    }


def imports(file: Path) -> Iterator[str]:
    """The dotted names that a module imports."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def inner_imports(name: str) -> frozenset[str]:
    """The modules of the core that one of them imports, itself aside."""
    known = modules().keys() - {name, "apparatus"}
    return frozenset(found for found in imports(modules()[name]) if found in known)


@pytest.mark.parametrize("name", modules())
def test_the_core_knows_its_libraries_only(name: str) -> None:
    outer = {found.partition(".")[0] for found in imports(modules()[name])} - {"apparatus", "__future__"}
    assert outer - sys.stdlib_module_names <= LIBRARIES


def test_only_the_hook_knows_mkdocs() -> None:
    knowing = [
        name
        for name, file in modules(HOOKS).items()
        if any(found.partition(".")[0] in {"mkdocs", "mkdocs_bibtex", "material"} for found in imports(file))
    ]
    assert knowing == ["mkdocs_preview", "mkdocs_site"]


def test_modules_that_read_know_none_above_them() -> None:
    level = {f"apparatus.{name}": number for number, names in enumerate(LAYERS) for name in names}
    for name, number in level.items():
        above = {found for found in inner_imports(name) if level.get(found, 0) > number}
        assert above == set(), name


def test_modules_that_read_know_none_that_judge_or_show() -> None:
    for name in modules():
        if name.split(".")[1:2] and name.split(".")[1] not in OUTER:
            assert {found for found in inner_imports(name) if found.split(".")[1] in OUTER} == set(), name


def test_checks_and_views_do_not_know_one_another() -> None:
    # `fix_pages` mends what `unlinked` finds, and so is no view.
    views = {
        f"apparatus.{name}"
        for name in ("views", "notes", "markdown_extension", "shield", "vancouver", "render", "expansion")
    }
    for name in modules():
        known = inner_imports(name)
        if name.startswith("apparatus.checks"):
            assert not known & views, name
        if name in views:
            assert not any(found.startswith("apparatus.checks") for found in known), name


def test_reports_know_findings_only() -> None:
    for name in modules(CORE / "report"):
        known = inner_imports(name)
        assert all(found == "apparatus.finding" or found.startswith("apparatus.report") for found in known), (
            name
        )


def test_only_the_command_line_writes_to_the_terminal() -> None:
    for name, file in modules().items():
        tree = ast.parse(file.read_text("utf-8"))
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        if name != "apparatus.cli":
            assert "print" not in names, name
            assert not attributes & {"stdout", "stderr"}, name


def test_nothing_runs_in_circles() -> None:
    below = {name: inner_imports(name) for name in modules()}
    while leaves := {name for name, known in below.items() if not known & below.keys()}:
        below = {name: known for name, known in below.items() if name not in leaves}
    assert below == {}


@pytest.mark.parametrize("file", modules(HOOKS).values(), ids=modules(HOOKS))
def test_files_stay_short(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= LONGEST_FILE
