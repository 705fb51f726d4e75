"""What README.md and CONTRIBUTING.md tell people to type or to copy is what there is."""

from __future__ import annotations

import re
import shlex
import textwrap

import pytest

from apparatus.commands.arguments import parse
from apparatus.commands.new_term import MOST_WORDS, Draft, new_term
from apparatus.model.site import read_site
from apparatus.model.studies_file import read_studies
from apparatus.syntax.source import Source
from tests.miniature import BASE
from tests.support import REPOSITORY

README, RECIPES = ((REPOSITORY / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md"))
FENCE = re.compile(
    r"^(?P<indent> *)```(?P<kind>[a-z]+)\n(?P<held>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL
)
EXAMPLES = {"docs/about/money.md", "tests/cases/doubled-word/", "tests/cases/clean/words-only-alike/"}
"""Files that a recipe makes."""


def fences(kind: str) -> list[str]:
    """What stands in the fences of a kind in CONTRIBUTING.md."""
    return [textwrap.dedent(fence["held"]) for fence in FENCE.finditer(RECIPES) if fence["kind"] == kind]


LINES = [line.partition("  #")[0] for held in fences("sh") for line in held.splitlines()]
CALLS = [shlex.split(line)[2:] for line in LINES if " hooks/check.py " in line]


def targets() -> set[str]:
    """The commands that `make help` lists."""
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))


@pytest.mark.parametrize("text", [README, RECIPES], ids=["README", "CONTRIBUTING"])
def test_every_command_of_make_that_is_told_exists(text: str) -> None:
    assert set(re.findall(r"(?:`|^ *)make ([a-z-]+)", text, re.MULTILINE)) <= targets()


def test_the_readme_tells_every_command_of_make() -> None:
    assert targets() - set(re.findall(r"make ([a-z-]+)", README)) <= {"help", "clean"}


def test_the_recipes_call_each_command_that_helps_authors() -> None:
    assert {parse(call).command for call in CALLS} == {"explain", "new term", "new source"}


def test_the_term_of_the_recipe_is_taken_as_it_stands() -> None:
    options = next(options for options in map(parse, CALLS) if options.command == "new term")
    outcome = new_term(read_site(BASE), Draft(options.name, tuple(options.alias), options.definition))
    assert not outcome.refused
    assert len(options.definition.split()) <= MOST_WORDS
    entry = next(held for held in fences("markdown") if held.startswith("### "))
    assert entry in outcome.text


def test_the_study_of_the_recipe_can_be_read() -> None:
    record = next(held for held in fences("yaml") if "- key:" in held)
    read = read_studies(Source("docs/studies.yml", f"studies:\n{record}\noutcomes: []\n"))
    assert not read.faults


def test_the_files_that_recipes_name_exist() -> None:
    named = set(re.findall(r"`((?:docs|hooks|tests|overrides)/[\w./-]+)`", RECIPES))
    missing = {name for name in named if not (REPOSITORY / name).exists()}
    assert {name for name in missing if not name.startswith(tuple(EXAMPLES))} == set()
