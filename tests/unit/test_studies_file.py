"""The study data as read: studies, results and outcomes with their places; what is at fault is left out."""

from __future__ import annotations

import pytest

from apparatus.model.studies import StudyData, place
from apparatus.model.studies_file import read_studies
from tests.study_text import WHOLE, changed, read


def test_a_whole_file_is_read_without_a_fault() -> None:
    data = read()
    assert not data.faults
    assert not data.lost_keys
    assert [study.key for study in data.studies] == ["doe2001first", "roe2002second"]
    assert [outcome.id for outcome in data.outcomes] == ["hormones", "live-birth"]
    assert data.by_key["roe2002second"] is data.studies[1]


def test_a_study_is_read() -> None:
    first, second = read().studies
    assert (first.name, first.year, first.group) == ("Doe 2001", 2001, "infertile men")
    assert (first.design, first.comparison) == ("randomized, double-blind", "placebo")
    assert (first.drug, first.dose, first.duration) == ("letrozole", "2.5 mg daily", "4 months")
    assert (first.enrolled, first.analyzed, first.record) == (46, 44, "abstract")
    assert (second.enrolled, second.analyzed, second.comparison) == (None, None, "")
    assert (second.name, second.remark) == ("Röe 2002", "One of the first.")


def test_results_are_read() -> None:
    testosterone, _, _, shbg, harm = read().studies[0].results
    assert (testosterone.before, testosterone.after, testosterone.spread) == (343, 572, (61, 139))
    assert (testosterone.men, testosterone.unit, testosterone.kind) == (22, "ng/dL", "mean ± SD")
    assert testosterone.figures == (("before", 343), ("after", 572))
    assert (shbg.figures, shbg.unit) == ((("value", -30),), "%")
    assert (harm.figures, harm.printed) == ((("count", 8),), "8 of 22")
    assert [result.change for result in read().studies[1].results] == ["unchanged"]


def test_outcomes_are_read() -> None:
    hormones, birth = read().outcomes
    assert (hormones.name, hormones.starts, hormones.certainty) == ("Hormones", "high", "low")
    assert [(found.domain, found.levels) for found in hormones.downgrades] == [("imprecision", 2)]
    assert [key for _, key in hormones.studies] == ["doe2001first", "roe2002second"]
    assert [key for _, key in hormones.cited] == ["doe2001first"]
    assert (birth.starts, birth.downgrades, birth.studies, birth.cited) == ("", (), (), ())


def test_everything_has_its_place() -> None:
    data = read()
    first, result = data.studies[0], data.studies[0].results[0]
    assert WHOLE[first.start :].startswith("key: doe2001first")
    assert WHOLE[result.start :].startswith("outcome: testosterone")
    assert WHOLE[place(result, "after") :].startswith("572\n")
    assert WHOLE[place(result, "spread", 1) :].startswith("139]")
    assert WHOLE[place(first, "enrolled") :].startswith("46\n")
    assert WHOLE[place(data.outcomes[0].downgrades[0], "levels") :].startswith("2\n")
    assert place(result, "remark") == result.start


def test_every_key_has_its_place() -> None:
    keys = read().keys
    studies, outcome = ["doe2001first", "roe2002second"], ["doe2001first", "roe2002second", "doe2001first"]
    assert [key for _, key in keys] == [*studies, *outcome]
    assert all(WHOLE[start:].startswith(key) for start, key in keys)


@pytest.mark.parametrize("text", [None, "", "# nothing\n", "---\n"])
def test_where_there_is_nothing_there_is_no_fault(text: str | None) -> None:
    data = read_studies(None) if text is None else read(text)
    assert (data.studies, data.outcomes, data.faults) == ((), (), ())
    assert (data.source is None) is (text is None)


def test_what_is_not_yaml_is_one_fault() -> None:
    data = read(changed(("name: Doe 2001", "name: Doe: 2001")))
    assert ([fault.what[:16] for fault in data.faults], data.studies) == (["file is not YAML"], ())


@pytest.mark.parametrize(
    ("change", "what"),
    [
        pytest.param(
            ("year: 2001", "year: MMI"), "`year` is `MMI`, not a whole number", id="a study's number"
        ),
        pytest.param(("group: infertile men", "group: men"), "`group` is `men`", id="a study's word"),
        pytest.param(
            ("    entry: ratio below 10\n", ""), "study lacks `entry`", id="a study's field missing"
        ),
    ],
)
def test_a_study_at_fault_is_left_out_but_its_key_is_known(change: tuple[str, str], what: str) -> None:
    data = read(changed(change))
    assert [fault.what for fault in data.faults] == [what]
    assert [study.key for study in data.studies] == ["roe2002second"]
    assert [key for _, key in data.lost_keys] == ["doe2001first"]
    assert "doe2001first" in {key for _, key in data.keys}


def test_of_a_study_without_its_key_nothing_is_known() -> None:
    data = read(changed(("- key: doe2001first\n    name", "- name")))
    assert [fault.what for fault in data.faults] == ["study lacks `key`"]
    assert (len(data.studies), data.lost_keys) == (1, ())


def test_a_result_at_fault_leaves_its_study_and_the_other_results() -> None:
    data = read(changed(("before: 343", "before: many")))
    assert [fault.what for fault in data.faults] == ["`before` is `many`, not a number"]
    assert [len(study.results) for study in data.studies] == [4, 1]


def test_an_outcome_with_a_reason_at_fault_is_left_out() -> None:
    data = read(changed(("levels: 2", "levels: two")))
    assert [fault.what for fault in data.faults] == ["`levels` is `two`, not a whole number"]
    assert [outcome.id for outcome in data.outcomes] == ["live-birth"]


def test_every_fault_is_found_in_one_run() -> None:
    data = read(changed(("year: 2001", "year: x"), ("before: 343", "before: x"), ("levels: 2", "levels: x")))
    assert sorted(fault.what.split()[0] for fault in data.faults) == ["`before`", "`levels`", "`year`"]


@pytest.mark.parametrize("text", ["a", "- a", "studies: a\noutcomes: b", "studies: [a, [b]]\noutcomes: [{}]"])
def test_any_shape_is_a_fault(text: str) -> None:
    data = read(text)
    assert data.faults
    assert not data.studies
    assert not data.outcomes


def test_without_a_file_no_key_is_cited() -> None:
    assert StudyData().keys == ()
