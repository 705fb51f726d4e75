"""The checks on study data: what they say of one mistake, that they say it once, and what they let pass."""

from __future__ import annotations

import pytest

from apparatus.checks import check_site
from apparatus.model.site import Site, build_site
from apparatus.model.studies import PATH
from apparatus.syntax.finding import Finding
from apparatus.syntax.source import Source
from tests.study_text import WHOLE, changed
from tests.support import BIBLIOGRAPHY, GLOSSARY, TODAY


def site(text: str = WHOLE, bibliography: str = BIBLIOGRAPHY) -> Site:
    sources = (("docs/glossary.md", GLOSSARY), ("bibliography.bib", bibliography), (PATH, text))
    return build_site(Source(path, said) for path, said in sources)


def findings(text: str = WHOLE, bibliography: str = BIBLIOGRAPHY) -> list[Finding]:
    """What the checks say of the study data and, for its sake, of the bibliography."""
    found = check_site(site(text, bibliography), TODAY)
    return [finding for finding in found if finding.path in {PATH, "bibliography.bib"}]


def only(text: str, bibliography: str = BIBLIOGRAPHY) -> tuple[str, str, str]:
    """The code of the one finding, what stands at its place, and what it says."""
    (finding,) = findings(text, bibliography)
    line = (text if finding.path == PATH else bibliography).split("\n")[finding.line - 1]
    return finding.code, line[finding.column - 1 :], finding.message


def test_whole_study_data_are_silent_and_cite_their_entries() -> None:
    assert findings() == []
    assert site().is_whole


def test_without_study_data_their_entries_are_uncited() -> None:
    found = check_site(
        build_site([Source("docs/glossary.md", GLOSSARY), Source("bibliography.bib", BIBLIOGRAPHY)]), TODAY
    )
    assert {finding.code for finding in found} == {"uncited-entry"}


def test_study_data_at_fault_leave_nothing_uncited() -> None:
    text = changed(("- key: roe2002second", "- kye: roe2002second"), (", roe2002second", ""))
    assert not site(text).is_whole
    assert {finding.code for finding in findings(text)} == {"malformed-study"}


@pytest.mark.parametrize(
    ("changes", "at", "message"),
    [
        pytest.param([("after: 572", "after: 573")], "573", "`after` is 573, which", id="a digit"),
        pytest.param([("after: 572", "after: 5.72")], "5.72", "`after` is 5.72, which", id="a point"),
        pytest.param([("before: 343", "before: 34")], "34", "`before` is 34, which", id="part of a number"),
        pytest.param([("[61, 139]", "[61, 138]")], "138]", "`spread` is 138, which", id="a spread"),
        pytest.param([("value: -30", "value: 30")], "30,", "`value` is 30, which", id="a sign"),
        pytest.param([("count: 8", "count: 80")], "80", "`count` is 80, which", id="a count"),
        pytest.param([("before: 26", "before: 17")], "17", "`after` is 17, which", id="one number for two"),
        pytest.param(
            [("unit: ng/dL", "unit: ng/mL")],
            "343",
            "`before` is 343 ng/mL, outside 0.2 to 20 ng/mL",
            id="range",
        ),
        pytest.param(
            [("men: 22\n        count", "men: 7\n        count")],
            "8",
            "`count` is 8, more than the 7",
            id="few men",
        ),
        pytest.param(
            [("men: 22\n        before", "men: 47\n        before")],
            "47",
            "`men` is 47, more than the 46",
            id="many",
        ),
        pytest.param(
            [("analyzed: 44", "analyzed: 47")], "47", "`analyzed` is 47, more than the 46", id="analyzed"
        ),
        pytest.param(
            [("year: 2001", "year: 2010")], "2010", "`year` is 2010, but the bibliography has 2001", id="year"
        ),
        pytest.param(
            [("certainty: low", "certainty: high")],
            "high",
            "`certainty` is `high`, but high less 2 is low",
            id="sum",
        ),
        pytest.param(
            [("before: 0.14", "before: 14"), (": 0.14 to", ": 14 to")],
            "14",
            "`before` is 14 ng/mL per",
            id="ratio, range",
        ),
        pytest.param(
            [("before: 0.14", "before: 1.4"), (": 0.14 to", ": 1.4 to")],
            "1.4",
            "`before` is 140 in ng/dL per pg/mL, but the two hormones make 13.2",
            id="a ratio of other units",
        ),
        pytest.param(
            [("starts: high\n    certainty: low", "starts: low\n    certainty: low")],
            "low",
            "`certainty` is `low`, but low less 2 is very low",
            id="the lowest level is very low",
        ),
    ],
)
def test_a_doubtful_figure_is_one_finding(changes: list[tuple[str, str]], at: str, message: str) -> None:
    code, place, said = only(changed(*changes))
    assert code == "doubtful-figure"
    assert place.startswith(at)
    assert said.startswith(message)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([("before: 343", "before: 343.0")], id="the same number"),
        pytest.param(
            [("before: 0.14", "before: 0.3"), (": 0.14 to", ": 0.3 to")],
            id="a ratio less than three times off",
        ),
        pytest.param(
            [
                ("outcome: estradiol", "outcome: estradiol\n        arm: b"),
                ("before: 0.14", "before: 1.4"),
                (": 0.14 to", ": 1.4 to"),
            ],
            id="another group",
        ),
        pytest.param(
            [
                ("outcome: estradiol", "outcome: estradiol\n        time: b"),
                ("before: 0.14", "before: 1.4"),
                (": 0.14 to", ": 1.4 to"),
            ],
            id="another time",
        ),
        pytest.param(
            [
                (
                    "    finding: Not measured.",
                    '    finding: Not measured.\n    starts: ""\n    downgrades: []\n    studies: []',
                )
            ],
            id="empty fields",
        ),
        pytest.param(
            [("change: unchanged}", "change: unchanged, men: 40, printed: 40 men}")],
            id="men of a study that does not say how many",
        ),
        pytest.param(
            [("change: unchanged}", 'change: up, before: 12, unit: "%", kind: mean, printed: from 12%}')],
            id="a figure before, and a direction",
        ),
    ],
)
def test_what_may_be_passes(changes: list[tuple[str, str]]) -> None:
    assert findings(changed(*changes)) == []


def sized(size: str) -> str:
    return BIBLIOGRAPHY.replace("year = {2001},", f"year = {{2001}},\n  size = {{{size}}},")


def test_the_bibliography_counts_the_same_men() -> None:
    assert findings(bibliography=sized("46")) == []
    assert only(WHOLE, sized("64"))[2] == "`enrolled` is 46, but the bibliography has 64"
    assert only(changed(("enrolled: 46", "enrolled: not reported")), sized("46"))[2] == (
        "`enrolled` is not reported, but the bibliography has 46"
    )


def test_a_number_of_men_in_doubt_is_one_finding_whatever_is_more() -> None:
    # 44 analyzed and 22 in a group are more than 6 too.
    assert only(changed(("enrolled: 46", "enrolled: 6")), sized("46"))[1] == "6"


def test_a_year_that_is_none_is_not_compared() -> None:
    assert findings(bibliography=BIBLIOGRAPHY.replace("{2001}", "{n.d.}")) == []


@pytest.mark.parametrize(
    ("key", "bibliography"),
    [
        pytest.param("doe2001frist", BIBLIOGRAPHY, id="a misspelt key"),
        pytest.param(
            "doe2001first", BIBLIOGRAPHY.replace("doe2001first", "doe2001fist"), id="a missing entry"
        ),
    ],
)
def test_an_unknown_key_is_one_finding_at_its_first_place(key: str, bibliography: str) -> None:
    text = WHOLE.replace("- key: doe2001first", f"- key: {key}")
    assert only(text, bibliography)[:2] == ("unknown-citation", key)


def test_a_study_that_only_an_outcome_has_is_one_finding() -> None:
    text = changed(("[doe2001first, roe2002second]", "[doe2001first, roe2020second]"))
    assert only(text)[:2] == ("unknown-citation", "roe2020second]")
    three = BIBLIOGRAPHY + BIBLIOGRAPHY.replace("doe2001first", "poe2003third").split("\n\n")[0].replace(
        "A first", "Another"
    )
    text = changed(("[doe2001first, roe2002second]", "[doe2001first, poe2003third]"))
    assert only(text, three)[:2] == ("doubtful-figure", "poe2003third]")


def test_a_result_at_fault_is_not_doubted_too() -> None:
    text = changed(("after: 572\n", "after: 573\n        change: up\n"))
    assert only(text)[:2] == ("malformed-study", "up")


@pytest.mark.parametrize("unit", ["pg/mL", "men", "mg"])
def test_a_unit_of_something_else_is_one_finding(unit: str) -> None:
    assert only(changed(("unit: ng/dL", f"unit: {unit}")))[:2] == ("malformed-study", unit)


def test_a_retracted_work_is_one_finding() -> None:
    retracted = BIBLIOGRAPHY.replace("record = {seen},", "record = {seen},\n  status = {retracted},", 1)
    assert only(WHOLE, retracted)[:2] == ("unconfirmed-source", "doe2001first")


def test_a_double_names_the_first() -> None:
    text = changed(
        ("- key: roe2002second", "- key: doe2001first"), ("year: 2002", "year: 2001"), (", roe2002second", "")
    )
    found = [finding for finding in findings(text) if finding.code == "malformed-study"]
    assert [(finding.line, finding.help) for finding in found] == [
        (45, "keep one; the first is at docs/studies.yml:3")
    ]
