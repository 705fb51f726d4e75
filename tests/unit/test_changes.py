"""The list of changes of meaning: its days, and the page that each change names."""

from __future__ import annotations

from datetime import date

import pytest

from apparatus.checks.changes import malformed_changes
from apparatus.model.changes import PATH, Day, read_days
from apparatus.syntax.finding import Finding
from tests.support import page_of, site_of

DAY = "## 2026-11-23 { #d-2026-11-23 }\n\n"


def days(text: str) -> tuple[Day, ...]:
    return read_days(page_of(site_of(text, path=PATH), PATH))


def findings(text: str) -> list[Finding]:
    return list(malformed_changes(site_of(text, path=PATH)))


def test_a_day_has_its_changes() -> None:
    newer, older = days(
        "# Changes\n\n- not one\n\n## 2026-12-01\n\n"
        "- [Glossary](../glossary.md): a word.\n- [Start](../index.md#top)\n\n" + DAY + "Nothing.\n"
    )
    assert (newer.date, older.date) == (date(2026, 12, 1), date(2026, 11, 23))
    assert [(change.path, change.words) for change in newer.changes] == [
        ("docs/glossary.md", "a word"),
        ("docs/index.md", ""),
    ]
    assert older.changes == ()


def test_a_list_may_have_no_day_yet() -> None:
    assert days("# Changes\n\nNothing has changed.\n\n- not one\n") == ()


@pytest.mark.parametrize(
    ("target", "path"),
    [
        pytest.param("../glossary.md", "docs/glossary.md", id="as links are written"),
        pytest.param("../glossary.md#lh", "docs/glossary.md", id="with a place on it"),
        pytest.param("/glossary.md", "docs/glossary.md", id="from the top"),
        pytest.param("linking.md", "docs/about/linking.md", id="beside the list"),
        pytest.param("#top", "", id="the list itself"),
    ],
)
def test_a_change_names_a_page_as_its_link_does(target: str, path: str) -> None:
    ((change,),) = (day.changes for day in days(f"{DAY}- [A page]({target}): words.\n"))
    assert change.path == path


@pytest.mark.parametrize("title", ["Autumn", "2026-02-30", "2026-1-5", "20261123", "2026-11-23 and later"])
def test_what_is_no_day_has_no_date(title: str) -> None:
    (day,) = days(f"## {title}\n")
    assert day.date is None


@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        pytest.param(
            "## Soon { #soon }\n",
            "the heading `Soon` is no day",
            "write a day as `## 2026-11-23 { #d-2026-11-23 }`",
            id="a heading that is no day",
        ),
        pytest.param(
            "## 2026-11-23\n\n- [G](../glossary.md): x\n",
            "the day `2026-11-23` has no id",
            "end its heading with `{ #d-2026-11-23 }`",
            id="no id",
        ),
        pytest.param(
            "## 2026-11-23 { #day }\n\n- [G](../glossary.md): x\n",
            "the day `2026-11-23` has the id `day`",
            "end its heading with `{ #d-2026-11-23 }`",
            id="another id",
        ),
        pytest.param(
            f"{DAY}- [G](../glossary.md): x\n\n{DAY}- [G](../glossary.md): y\n",
            "the day `2026-11-23` is listed twice",
            f"put all its changes under one heading; the first is at {PATH}:1",
            id="a day twice",
        ),
        pytest.param(
            f"{DAY}- [G](../glossary.md): x\n\n## 2026-11-24\n\n- [G](../glossary.md): y\n",
            "the day `2026-11-24` stands below `2026-11-23`, which is earlier",
            "put the newest day first",
            id="the wrong order is what is wrong, not the id too",
        ),
        pytest.param(
            f"{DAY}- [G](../glosary.md): x\n",
            "this change begins with a link to `../glosary.md`, which is no page of the guide",
            "did you mean `../glossary.md`?",
            id="a misspelt page",
        ),
        pytest.param(
            f"{DAY}- [G](https://example.org/): x\n",
            "this change begins with a link to `https://example.org/`, which is no page of the guide",
            "begin it with a link such as `[Safety](../fundamentals/safety.md)`",
            id="another site",
        ),
    ],
)
def test_one_mistake_is_one_finding_with_its_remedy(text: str, message: str, help: str) -> None:
    (finding,) = findings(text)
    assert (finding.code, finding.message, finding.help) == ("malformed-change", message, help)


def test_a_page_that_cannot_be_read_whole_is_not_judged() -> None:
    assert findings("## Soon\n\n```\nnever closed\n") == []


def test_a_guide_needs_no_such_list() -> None:
    assert list(malformed_changes(site_of())) == []


def test_a_thousand_misspelt_pages_take_no_long_time() -> None:
    items = "".join(f"- [G](../glosary{number}.md): x\n" for number in range(1000))
    assert len(findings(DAY + items)) == 1000
