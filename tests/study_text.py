"""The text of a study data file for tests: whole and without a fault, with a place to change something."""

from __future__ import annotations

from apparatus.model.studies import PATH, StudyData
from apparatus.model.studies_file import read_studies
from apparatus.syntax.source import Source

WHOLE = """\
# Two studies, of which one has figures.
studies:
  - key: doe2001first
    name: Doe 2001
    year: 2001
    group: infertile men
    design: randomized, double-blind
    comparison: placebo
    drug: letrozole
    dose: 2.5 mg daily
    duration: 4 months
    entry: ratio below 10
    enrolled: 46
    analyzed: 44
    record: abstract
    pregnancies: not reported
    results:
      - outcome: testosterone
        men: 22
        before: 343
        after: 572
        spread: [61, 139]
        unit: ng/dL
        kind: mean ± SD
        printed: "22 men: 343 ± 61 to 572 ± 139 ng/dL (p<0.01)"
      - outcome: estradiol
        before: 26
        after: 17
        unit: pg/mL
        kind: mean
        printed: 26 to 17 pg/mL
      - outcome: ratio
        before: 0.14
        after: 0.35
        unit: ng/mL per pg/mL
        kind: mean
        printed: 0.14 to 0.35
      - {outcome: SHBG, value: -30, unit: "%", kind: percent change, printed: −30%}
      - outcome: side effects
        men: 22
        count: 8
        unit: men
        kind: count
        printed: 8 of 22
  - key: roe2002second
    name: Röe 2002
    year: 2002
    group: other men
    design: uncontrolled
    drug: anastrozole
    dose: not reported
    duration: not reported
    entry: men over 60
    enrolled: not reported
    analyzed: not reported
    record: second-hand
    pregnancies: not reported
    remark: >-
      One of the first.
    results:
      - {outcome: motility, change: unchanged}

outcomes:
  - id: hormones
    name: Hormones
    finding: Up in one trial.[@doe2001first]
    starts: high
    certainty: low
    downgrades:
      - domain: imprecision
        levels: 2
        reason: There were 46 men.
    studies: [doe2001first, roe2002second]
  - id: live-birth
    name: Live birth
    finding: Not measured.
    certainty: not measured
"""


def changed(*changes: tuple[str, str]) -> str:
    """The whole file with some pieces, each of which is there once, put another way."""
    text = WHOLE
    for old, new in changes:
        assert text.count(old) == 1, f"`{old}` is there {text.count(old)} times"
        text = text.replace(old, new)
    return text


def read(text: str = WHOLE) -> StudyData:
    """The study data that a text holds."""
    return read_studies(Source(PATH, text))
