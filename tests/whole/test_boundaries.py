"""Who may know whom: the core knows no MkDocs, each package those below it only, and only `cli` speaks."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.support import REPOSITORY

HOOKS = REPOSITORY / "hooks"
CORE = HOOKS / "apparatus"
LONGEST_FILE = 250

KNOWS: Mapping[str, frozenset[str]] = {
    "syntax": frozenset(),
    "model": frozenset({"syntax"}),
    "language": frozenset({"syntax", "model"}),
    "addresses": frozenset({"syntax", "model"}),
    "publishing": frozenset({"syntax", "model", "language", "addresses"}),
    "pages": frozenset({"syntax", "model", "language", "addresses", "publishing"}),
    "checks": frozenset({"syntax", "model", "language", "addresses"}),
    "report": frozenset({"syntax"}),
    "commands": frozenset({"syntax", "model", "language", "pages", "checks", "report"}),
    "cli": frozenset({"syntax", "model", "pages", "checks", "report", "commands"}),
}
"""The packages of the core, lowest first, and `cli`; each with those that its modules may import."""

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


def package_of(name: str) -> str:
    """The package of a module: `syntax` for `apparatus.syntax.lines`, `cli` for `apparatus.cli`."""
    return name.split(".")[1]


def test_every_module_is_in_a_package() -> None:
    assert {package_of(name) for name in modules() if name != "apparatus"} == KNOWS.keys()


@pytest.mark.parametrize("package", KNOWS)
def test_a_package_knows_those_only_that_it_may(package: str) -> None:
    for name in modules():
        if name.split(".")[1:2] == [package]:
            assert {package_of(found) for found in inner_imports(name)} <= KNOWS[package] | {package}, name


def test_reports_know_findings_only() -> None:
    for name in modules(CORE / "report"):
        known = inner_imports(name)
        assert all(found == "apparatus.syntax.finding" or package_of(found) == "report" for found in known), (
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
