"""`explain`: the sections of docs/checks.md, whole for every code, and true of the lines that they show."""

from __future__ import annotations

import pytest

from apparatus.checks import CODES
from apparatus.commands.explain import PATH, Section, explained, listed, read_sections, unknown_code
from tests.support import REPOSITORY

TEXT = (REPOSITORY / PATH).read_text("utf-8")
SECTIONS = read_sections(TEXT)
ONE = """\
## unknown-term { #unknown-term }

Why it **matters**, see [a page](a.md).

And `more`.

Bad:

```markdown
[Leidig cell]
  indented
```

Good:

````markdown
```text
code
```
````

To mend it: write it, without `` ` ``.
"""


def section(code: str) -> Section:
    found = SECTIONS[code]
    assert found is not None, f"the section on `{code}` lacks one of its four parts"
    return found


def test_there_is_a_section_for_every_code_and_for_nothing_else() -> None:
    assert tuple(SECTIONS) == CODES


@pytest.mark.parametrize("code", CODES)
def test_every_section_says_why_shows_both_lines_and_says_how_to_mend_it(code: str) -> None:
    found = section(code)
    assert found.why
    assert found.bad != found.good
    assert found.mend.endswith((".", ")"))


@pytest.mark.parametrize("code", CODES)
def test_everything_a_section_says_is_in_its_explanation(code: str) -> None:
    said = " ".join(explained(section(code)).split())
    for lines in (section(code).bad, section(code).good):
        assert " ".join(lines.split()) in said
    for words in (section(code).why, section(code).mend):
        assert words.split()[0].strip("*`[") in said
    assert said.startswith(f"{code} ")


def test_an_explanation_is_plain_text() -> None:
    found = read_sections(ONE)["unknown-term"]
    assert found is not None
    assert explained(found) == (
        "unknown-term\n\n"
        "Why it matters, see a page.\n\n"
        "And `more`.\n\n"
        "Bad:\n\n    [Leidig cell]\n      indented\n\n"
        "Good:\n\n    ```text\n    code\n    ```\n\n"
        "To mend it: write it, without `."
    )


@pytest.mark.parametrize(
    "missing",
    [
        "Why it **matters**, see [a page](a.md).\n\nAnd `more`.\n",
        "Bad:\n",
        "Good:\n",
        "To mend it: ",
        "````\n\nTo",
    ],
)
def test_a_section_without_one_of_its_parts_is_none(missing: str) -> None:
    assert read_sections(ONE.replace(missing, ""))["unknown-term"] is None


def test_a_section_that_is_gone_is_missed() -> None:
    for code in CODES:
        start = TEXT.index(f"## {code} {{")
        end = TEXT.find("\n## ", start + 1)
        without = TEXT[:start] + (TEXT[end + 1 :] if end > 0 else "")
        assert tuple(read_sections(without)) == tuple(other for other in CODES if other != code)


def test_each_code_is_listed_with_how_to_mend_it() -> None:
    lines = list(listed(SECTIONS))
    assert [line.split()[0] for line in lines] == list(CODES)
    assert max(map(len, lines)) <= 100
    assert all(len(line.split()) > 3 for line in lines)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        pytest.param("unknwon-term", "no code `unknwon-term`: did you mean `unknown-term`?", id="misspelt"),
        pytest.param("Unknown-Terms", "no code `Unknown-Terms`: did you mean `unknown-term`?", id="nearly"),
        pytest.param("E014", "no code `E014`: `explain` alone lists them all", id="like none"),
    ],
)
def test_an_unknown_code_gets_the_nearest_real_one(code: str, said: str) -> None:
    assert unknown_code(code, CODES) == said
