"""What runs on the code host: it fits the schemas, gives nothing away, and anyone can run its steps."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support import REPOSITORY

GITHUB = REPOSITORY / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
TOOLS = Path(sys.executable).parent

# uses: actions/checkout@<40 digits> # v7.0.1
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")

Job = dict[str, Any]


def each(path: Path) -> str:
    return path.name


def workflow(path: Path) -> dict[Any, Any]:
    return dict(yaml.safe_load(path.read_text("utf-8")))


def jobs() -> Iterator[tuple[str, Job]]:
    for path in WORKFLOWS:
        for name, job in workflow(path)["jobs"].items():
            yield f"{path.stem}: {name}", job


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, job in jobs():
        yield from ((name, step) for step in job["steps"])


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("github-workflows", "workflows/*.yml"),
        ("github-issue-forms", "ISSUE_TEMPLATE/[!c]*.yml"),
        ("github-issue-config", "ISSUE_TEMPLATE/config.yml"),
        ("dependabot", "dependabot.yml"),
    ],
)
def test_a_file_fits_its_schema(schema: str, pattern: str) -> None:
    files = sorted(GITHUB.glob(pattern))
    assert files
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        f"vendor.{schema}",
        *map(str, files),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_workflow_gives_nothing_away() -> None:
    command = [str(TOOLS / "zizmor"), "--offline", "--quiet", "--persona=auditor", str(GITHUB)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=each)
def test_an_action_is_pinned_to_a_commit(path: Path) -> None:
    used = [
        line.strip().removeprefix("- ") for line in path.read_text("utf-8").splitlines() if "uses:" in line
    ]
    assert used
    assert [line for line in used if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=each)
def test_a_workflow_may_nothing_that_a_job_does_not_list(path: Path) -> None:
    assert workflow(path)["permissions"] == {}
    assert all("permissions" in job for job in workflow(path)["jobs"].values())


def test_the_permissions_of_each_job() -> None:
    assert {name: job["permissions"] for name, job in jobs()} == {
        "check: findings": {"contents": "read"},
        "check: alerts": {"security-events": "write"},
        "check: test": {"contents": "read"},
        "links: links": {"contents": "read"},
        "preview: preview": {"contents": "read"},
        "publish: test": {"contents": "read"},
        "publish: build": {"contents": "read"},
        "publish: deploy": {"pages": "write", "id-token": "write"},
    }


def test_no_code_of_the_repository_runs_where_something_may_be_written() -> None:
    for name, job in jobs():
        if "write" in job["permissions"].values():
            assert [step for step in job["steps"] if "run" in step or "checkout" in step["uses"]] == [], name


@pytest.mark.parametrize("path", WORKFLOWS, ids=each)
def test_no_workflow_lends_a_fork_its_rights(path: Path) -> None:
    # YAML reads the key `on` as true.
    assert set(workflow(path)[True]) <= {"pull_request", "push", "schedule", "workflow_dispatch"}


def test_a_checkout_leaves_no_token_behind() -> None:
    checkouts = [step for _, step in steps() if "actions/checkout@" in step.get("uses", "")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_each_step_is_a_command_of_the_makefile() -> None:
    targets = set(re.findall(r"(?m)^([a-z-]+):", (REPOSITORY / "Makefile").read_text("utf-8")))
    lines = [line for _, step in steps() for line in step.get("run", "").splitlines()]
    assert lines
    for line in lines:
        command, *words = line.split()
        # What a command told goes to the summary of the run.
        assert command == "cat" or (command == "make" and words[0] in targets), line


def test_the_oldest_python_is_tested() -> None:
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    matrix = workflow(GITHUB / "workflows/check.yml")["jobs"]["test"]["strategy"]["matrix"]["python"]
    oldest = settings["project"]["requires-python"].removeprefix(">=").rsplit(".", 1)[0]
    assert matrix[0] == oldest
    assert len(matrix) == len(set(matrix))
