"""Reads the study data: the text of `docs/studies.yml` comes in, studies and outcomes with places go out.

A study, result or outcome at fault is left out, so that nothing is shown of what could not be read. Whether
figures fit together, and whether the bibliography has the keys, is not judged here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from apparatus.model.studies import Downgrade, Outcome, Result, Study, StudyData
from apparatus.model.study_fields import (
    CERTAINTIES,
    CHANGES,
    DESIGNS,
    DOMAINS,
    GROUPS,
    KINDS,
    OUTCOMES,
    RECORDS,
    STARTS,
)
from apparatus.syntax.source import Source
from apparatus.syntax.yaml_record import MARKUP_IN_CELL, NOT_REPORTED, Record, Shape
from apparatus.syntax.yaml_tree import Fault, Node, read_root

FILE = Shape("file", ("studies", "outcomes"))
STUDY = Shape(
    "study",
    (
        *("key", "name", "year", "group", "design", "drug", "dose", "duration", "entry"),
        *("enrolled", "analyzed", "record", "pregnancies", "results"),
    ),
    ("comparison", "remark"),
    unseen=NOT_REPORTED,
)
RESULT = Shape(
    "result",
    ("outcome",),
    (
        *("arm", "men", "before", "after", "value", "count", "change", "spread", "unit", "kind", "time"),
        *("printed", "remark"),
    ),
)
OUTCOME = Shape("outcome", ("id", "name", "finding", "certainty"), ("starts", "downgrades", "studies"))
DOWNGRADE = Shape("downgrade", ("domain", "levels", "reason"))

QUOTES = "put a text with a colon or a sign at its start in quotes, and line fields up with spaces"


@lru_cache(maxsize=2)
def read_studies(source: Source | None) -> StudyData:
    """The study data that a file holds, or none; what cannot be read of it is among the faults."""
    if source is None:
        return StudyData()
    root, faults = read_root(source.text, QUOTES)
    return StudyData(source, faults=faults) if root is None else _Reader(source).read(root)


class _Reader:
    """Turns the tree of one file into values, and gathers what is at fault."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Fault] = []
        self.studies: list[Study] = []
        self.outcomes: list[Outcome] = []
        self.lost_keys: list[tuple[int, str]] = []

    def read(self, root: Node) -> StudyData:
        file = Record(root, FILE)
        for node in file.items("studies"):
            self._read_study(node)
        for node in file.items("outcomes"):
            self._read_outcome(node)
        self._is_sound(file)
        by_key: dict[str, Study] = {}
        for study in self.studies:
            by_key.setdefault(study.key, study)
        studies, outcomes, faults = tuple(self.studies), tuple(self.outcomes), tuple(self.faults)
        return StudyData(self.source, studies, outcomes, faults, by_key, tuple(self.lost_keys))

    def _is_sound(self, *records: Record) -> bool:
        """Whether nothing in some records, all of them read by now, was at fault."""
        found = [fault for record in records for fault in record.faults]
        self.faults.extend(found)
        return not found

    def _read_study(self, node: Node) -> None:
        record = Record(node, STUDY)
        study = _study(record, tuple(self._results(record.items("results"))))
        if self._is_sound(record):
            self.studies.append(study)
        elif study.key:
            self.lost_keys.append((study.key_start, study.key))

    def _results(self, nodes: Iterable[Node]) -> Iterator[Result]:
        for node in nodes:
            record = Record(node, RESULT)
            result = _result(record)
            if self._is_sound(record):
                yield result

    def _read_outcome(self, node: Node) -> None:
        record = Record(node, OUTCOME)
        below = [Record(item, DOWNGRADE) for item in record.items("downgrades")]
        outcome = _outcome(record, tuple(map(_downgrade, below)), self.source.text)
        if self._is_sound(record, *below):
            self.outcomes.append(outcome)


def _study(record: Record, results: tuple[Result, ...]) -> Study:
    places = record.places
    return Study(
        start=record.start,
        key=record.text("key"),
        key_start=places.get("key", (record.start,))[0],
        name=record.text("name"),
        year=record.whole("year") or 0,
        group=record.word("group", GROUPS),
        design=record.word("design", DESIGNS),
        drug=record.text("drug"),
        dose=record.text("dose"),
        duration=record.text("duration"),
        entry=record.text("entry"),
        enrolled=record.men("enrolled"),
        analyzed=record.men("analyzed"),
        record=record.word("record", RECORDS),
        pregnancies=record.text("pregnancies"),
        results=results,
        comparison=record.text("comparison"),
        remark=record.text("remark"),
        places=places,
    )


def _result(record: Record) -> Result:
    return Result(
        start=record.start,
        outcome=record.word("outcome", OUTCOMES),
        arm=record.text("arm"),
        men=record.whole("men"),
        before=record.number("before"),
        after=record.number("after"),
        value=record.number("value"),
        count=record.whole("count"),
        change=record.word("change", CHANGES),
        spread=record.numbers("spread"),
        unit=record.text("unit"),
        kind=record.word("kind", KINDS),
        time=record.text("time"),
        printed=record.text("printed"),
        remark=record.text("remark"),
        places=record.places,
    )


def _outcome(record: Record, downgrades: tuple[Downgrade, ...], source: str) -> Outcome:
    return Outcome(
        start=record.start,
        id=record.text("id"),
        name=record.text("name"),
        finding=record.text("finding", MARKUP_IN_CELL),
        starts=record.word("starts", STARTS),
        certainty=record.word("certainty", CERTAINTIES),
        downgrades=downgrades,
        studies=record.keys("studies"),
        cited=record.cited("finding", source),
        places=record.places,
    )


def _downgrade(record: Record) -> Downgrade:
    return Downgrade(
        start=record.start,
        domain=record.word("domain", DOMAINS),
        levels=record.whole("levels") or 0,
        reason=record.text("reason"),
        places=record.places,
    )
