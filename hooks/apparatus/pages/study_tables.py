"""The rows of the tables that are made from the study data: values come in, cells of Markdown go out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from apparatus.model.studies import Downgrade, Outcome, Study, StudyData
from apparatus.model.study_fields import DESIGNS, GROUPS
from apparatus.pages.study_words import NOT_REPORTED, plain, results_text, sentence

HORMONES = frozenset(
    {
        *("testosterone", "free testosterone", "estradiol", "ratio", "LH", "FSH", "SHBG"),
        *("17-hydroxyprogesterone", "hormone response"),
    }
)
SEMEN = frozenset(
    {
        *("sperm concentration", "sperm count", "total motile sperm count", "motility", "fast-moving sperm"),
        *("morphology", "motility index", "DNA fragmentation", "sperm in semen", "semen volume"),
    }
)
RETRIEVAL = frozenset({"sperm retrieval"})
ELSEWHERE = HORMONES | SEMEN | RETRIEVAL | {"pregnancy"}
"""What has a column of its own, or a field of the study."""


@dataclass(frozen=True, slots=True)
class StudyRow:
    """A study in a table of studies; every field is Markdown."""

    study: str
    """Its name and citation."""
    design: str
    """How it was made, and against what."""
    men: str
    """How many took part, and which."""
    treatment: str
    """The drug, dose and duration studied."""
    hormones: str
    """What happened to hormones."""
    semen: str
    """What happened to semen; before sperm retrieval, the retrieval as well."""
    other: str
    """What happened to all else, pregnancies first, and what a reader must know of the study."""


@dataclass(frozen=True, slots=True)
class CertaintyRow:
    """An outcome in the table of certainty; every field is Markdown."""

    outcome: str
    """Its name."""
    finding: str
    """What the studies say of it."""
    studies: str
    """How many men and studies that rests on, with the citations of the strictest."""
    certainty: str
    """A word of GRADE's, or that there is none to give."""
    reasons: str
    """What took it down, and by how much."""


def study_rows(data: StudyData, group: str) -> tuple[StudyRow, ...]:
    """The studies of a group, the strictest designs first, then by year."""
    chosen = (study for study in data.studies if study.group == group)
    return tuple(_study_row(study) for study in sorted(chosen, key=by_design))


def by_design(study: Study) -> tuple[int, int, str]:
    """The order of studies in tables and charts: the strictest designs first, then by year and name."""
    design = DESIGNS.index(study.design) if study.design in DESIGNS else len(DESIGNS)
    return design, study.year, study.name


def _study_row(study: Study) -> StudyRow:
    return StudyRow(
        f"{plain(study.name)}[@{study.key}]",
        _design(study),
        _men(study),
        _treatment(study),
        _cell(study, HORMONES),
        _cell(study, SEMEN | RETRIEVAL),
        _other(study),
    )


def _design(study: Study) -> str:
    parts = [sentence(study.design)]
    parts += [f"Comparison: {plain(study.comparison)}"] if study.comparison else []
    parts += [f"Record seen: {plain(study.record)}"] if study.record != "abstract" else []
    return ". ".join(parts)


def _men(study: Study) -> str:
    count = str(study.enrolled) if study.enrolled is not None else "Number not reported"
    analyzed = f"; {study.analyzed} analyzed" if study.analyzed not in {None, study.enrolled} else ""
    return f"{count}{analyzed}; {plain(study.entry)}" if study.entry else f"{count}{analyzed}"


def _treatment(study: Study) -> str:
    missing = [what for what in ("dose", "duration") if getattr(study, what) == NOT_REPORTED]
    seen = [plain(part) for part in (study.drug, study.dose, study.duration) if part != NOT_REPORTED]
    told = ", ".join(seen)
    return sentence(f"{told}; {' and '.join(missing)} {NOT_REPORTED}" if missing else told)


def _cell(study: Study, outcomes: frozenset[str]) -> str:
    return results_text(study, [result for result in study.results if result.outcome in outcomes])


def _other(study: Study) -> str:
    """Pregnancies, for who could have had any; side effects and all else, where something was reported."""
    rest = [result for result in study.results if result.outcome not in ELSEWHERE]
    results = results_text(study, rest)
    told = (
        _pregnancies(study) if study.group != GROUPS[2] else "",
        results if results != sentence(NOT_REPORTED) else "",
        plain(study.remark).removesuffix("."),
    )
    return ". ".join(part for part in told if part) or sentence(NOT_REPORTED)


def _pregnancies(study: Study) -> str:
    if study.pregnancies == NOT_REPORTED:
        return f"Pregnancies {NOT_REPORTED}"
    return f"Pregnancies: {plain(study.pregnancies)}"


def certainty_rows(data: StudyData) -> tuple[CertaintyRow, ...]:
    """The outcomes, in the order of the data."""
    return tuple(_certainty_row(data, outcome) for outcome in data.outcomes)


def _certainty_row(data: StudyData, outcome: Outcome) -> CertaintyRow:
    studies = [data.by_key[key] for _, key in outcome.studies if key in data.by_key]
    return CertaintyRow(
        plain(outcome.name),
        " ".join(outcome.finding.split()).replace("|", "\\|"),
        _counted(studies),
        sentence(outcome.certainty),
        _reasons(outcome),
    )


def _counted(studies: Iterable[Study]) -> str:
    """How many men in how many studies: `137 men in 3 studies, 2 of them randomized[@a; @b]`.

    The randomized ones are cited, which the certainty rests on; the tables of studies cite each other one.
    """
    found = list(studies)
    if not found:
        return "No study"
    seen = [study for study in found if has_results(study)]
    men = sum(study.analyzed or study.enrolled or 0 for study in seen)
    told = f"{men:,} men in {len(seen)} {'study' if len(seen) == 1 else 'studies'}"
    told += f", {sum(map(is_randomized, seen))} of them randomized"
    if unseen := len(found) - len(seen):
        told += f"; {unseen} more without results that were seen"
    cited = list(filter(is_randomized, found)) or found
    return f"{told}[@{'; @'.join(study.key for study in cited)}]"


def is_randomized(study: Study) -> bool:
    """Whether chance decided which treatment a man got."""
    return study.design.startswith("randomized")


def has_results(study: Study) -> bool:
    """Whether anything that it found was seen."""
    return any(result.change != NOT_REPORTED for result in study.results)


def _reasons(outcome: Outcome) -> str:
    if not outcome.starts:
        return "There is nothing to rate"
    return ". ".join((f"Starts {outcome.starts}", *map(_reason, outcome.downgrades)))


def _reason(downgrade: Downgrade) -> str:
    reason = plain(downgrade.reason).removesuffix(".")
    return f"{sentence(plain(downgrade.domain))} −{downgrade.levels}: {reason[:1].lower()}{reason[1:]}"
