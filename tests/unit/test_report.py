"""Reports: the four formats, with characters that could break them."""

from __future__ import annotations

import json

import pytest

from apparatus.report import FORMATS
from apparatus.report.github import to_github
from apparatus.report.json import to_json
from apparatus.report.sarif import to_sarif
from apparatus.report.text import to_text
from apparatus.syntax.finding import Finding

PLAIN = Finding("docs/a.md", 41, 17, "unknown-term", "no glossary entry named `FSX`", "did you mean `FSH`?")
HOSTILE = Finding(
    "docs/a,b:c %.md",
    1,
    2,
    "overdue-review",
    "50 % of\n::error::`é😀`, \x1b[31mred\x07",
    "write `a`,\r\nthen ::stop-commands::x",
)


def test_text_is_two_lines_for_each_finding() -> None:
    assert to_text([PLAIN, HOSTILE]) == (
        "docs/a.md:41:17: error[unknown-term] no glossary entry named `FSX`\n"
        "  help: did you mean `FSH`?\n"
        "docs/a,b:c %.md:1:2: warning[overdue-review] 50 % of ::error::`é😀`, \ufffd[31mred\ufffd\n"
        "  help: write `a`, then ::stop-commands::x"
    )


def test_github_is_one_command_for_each_finding() -> None:
    assert to_github([PLAIN, HOSTILE]).split("\n") == [
        "::error file=docs/a.md,line=41,col=17,title=unknown-term"
        "::no glossary entry named `FSX`; help: did you mean `FSH`?",
        "::warning file=docs/a%2Cb%3Ac %25.md,line=1,col=2,title=overdue-review"
        "::50 %25 of%0A::error::`é😀`, \x1b[31mred\x07; help: write `a`,%0D%0Athen ::stop-commands::x",
    ]


def test_json_is_a_list_of_objects_with_seven_keys() -> None:
    plain, hostile = json.loads(to_json([PLAIN, HOSTILE]))
    assert plain == {
        "code": "unknown-term",
        "severity": "error",
        "path": "docs/a.md",
        "line": 41,
        "column": 17,
        "message": "no glossary entry named `FSX`",
        "help": "did you mean `FSH`?",
    }
    assert list(hostile) == ["code", "severity", "path", "line", "column", "message", "help"]
    assert (hostile["path"], hostile["message"], hostile["help"]) == (
        HOSTILE.path,
        HOSTILE.message,
        HOSTILE.help,
    )


def test_sarif_is_one_run_with_a_rule_for_each_code() -> None:
    log = json.loads(to_sarif([PLAIN, HOSTILE, PLAIN]))
    (run,) = log["runs"]
    assert (log["version"], sorted(log)) == ("2.1.0", ["$schema", "runs", "version"])
    assert run["tool"]["driver"]["name"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["overdue-review", "unknown-term"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][0] == run["results"][2]
    assert run["results"][:2] == [
        {
            "ruleId": "unknown-term",
            "level": "error",
            "message": {"text": "no glossary entry named `FSX`\nhelp: did you mean `FSH`?"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "docs/a.md"},
                        "region": {"startLine": 41, "startColumn": 17},
                    }
                }
            ],
        },
        {
            "ruleId": "overdue-review",
            "level": "warning",
            "message": {"text": f"{HOSTILE.message}\nhelp: {HOSTILE.help}"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "docs/a%2Cb%3Ac%20%25.md"},
                        "region": {"startLine": 1, "startColumn": 2},
                    }
                }
            ],
        },
    ]


@pytest.mark.parametrize(("name", "expected"), [("text", ""), ("github", ""), ("json", "[]")])
def test_nothing_found_is_said_in_every_format(name: str, expected: str) -> None:
    assert FORMATS[name]([]) == expected


def test_nothing_found_is_a_run_without_results() -> None:
    (run,) = json.loads(to_sarif([]))["runs"]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
