"""An editor that runs our tasks reads our findings from what they print."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from apparatus.report.text import finding_text
from apparatus.syntax.finding import Finding
from tests.support import REPOSITORY

FINDING = Finding("docs/academic/hormones.md", 41, 17, "unknown-term", "no entry named `Leidig cell`", "look")


def read(path: str) -> dict[str, Any]:
    """A file of JSON as editors take it, with comments on lines of their own."""
    text = (REPOSITORY / path).read_text("utf-8")
    return dict(json.loads(re.sub(r"(?m)^\s*//.*$", "", text)))


@pytest.mark.parametrize("label", ["check", "serve"])
def test_a_task_reads_findings(label: str) -> None:
    task = next(task for task in read(".vscode/tasks.json")["tasks"] if task["label"] == label)
    pattern = task["problemMatcher"]["pattern"][0]
    first_line = finding_text(FINDING).partition("\n")[0]
    found = re.fullmatch(pattern["regexp"], first_line)
    assert found
    told = {name: found[pattern[name]] for name in ("file", "line", "column", "severity", "code", "message")}
    assert told == {
        "file": FINDING.path,
        "line": "41",
        "column": "17",
        "severity": "error",
        "code": "unknown-term",
        "message": FINDING.message,
    }


def test_each_task_is_a_command_of_the_makefile() -> None:
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    targets = [task["command"].removeprefix("make ") for task in read(".vscode/tasks.json")["tasks"]]
    assert [target for target in targets if not re.search(rf"(?m)^{target}:", makefile)] == []


def test_the_container_brings_what_the_editor_recommends() -> None:
    container = read(".devcontainer/devcontainer.json")
    assert (
        container["customizations"]["vscode"]["extensions"]
        == read(".vscode/extensions.json")["recommendations"]
    )
