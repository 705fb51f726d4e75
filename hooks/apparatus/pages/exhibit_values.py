"""The values that each exhibit's template shows: the site comes in, plain values by name go out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from apparatus.addresses.code_index import code_rows, code_systems, missing_codes
from apparatus.language.readability import DEFINITION_GRADE, hardest_definition, reading_levels
from apparatus.model.site import Site
from apparatus.model.study_fields import GROUPS
from apparatus.pages.charts import bone_chart, concentration_chart, ratio_chart
from apparatus.pages.conversions import conversions_values, converter_values
from apparatus.pages.health import (
    due_pages,
    hardest_pages,
    idle_terms,
    records,
    room,
    unfinished_works,
    works,
)
from apparatus.pages.hundred_men import hundred_men_rows
from apparatus.pages.study_tables import certainty_rows, study_rows

Values = Mapping[str, object]

MOST_USED: Final = 25
"""How many sources the page on the guide's health lists by what rests on them."""

VALUES: Final[Mapping[str, Callable[[Site], Values]]] = {
    "studies-infertile": lambda site: {"rows": study_rows(site.studies, GROUPS[0])},
    "studies-retrieval": lambda site: {"rows": study_rows(site.studies, GROUPS[1])},
    "studies-other": lambda site: {"rows": study_rows(site.studies, GROUPS[2])},
    "certainty": lambda site: {"rows": certainty_rows(site.studies)},
    "hundred-men": lambda site: {"rows": hundred_men_rows(site.studies)},
    "concentration": lambda site: {"chart": concentration_chart(site.studies)},
    "ratio": lambda site: {"chart": ratio_chart(site.studies)},
    "bone-density": lambda site: {"chart": bone_chart(site.studies)},
    "converter": lambda site: converter_values(),
    "conversions": lambda site: conversions_values(),
    "reading-levels": lambda site: {
        "levels": reading_levels(site),
        "definition": hardest_definition(site),
        "definition_limit": DEFINITION_GRADE,
    },
    "code-systems": lambda site: {"systems": code_systems(site)},
    "codes": lambda site: {"rows": tuple(code_rows(site))},
    "codes-missing": lambda site: {"rows": tuple(missing_codes(site))},
    "health-pages": lambda site: {"rows": due_pages(site)},
    "health-records": lambda site: {"rows": records(site)},
    "health-unfinished": lambda site: {"rows": unfinished_works(site)},
    "health-figures": lambda site: {"rows": works(site)[:MOST_USED]},
    "health-terms": lambda site: {"terms": idle_terms(site)},
    "health-levels": lambda site: {"levels": hardest_pages(site), "room": room},
}
"""What the template of an exhibit is given, by its name; a template without an entry needs nothing."""


def exhibit_values(site: Site, name: str) -> Values:
    """What the template of one exhibit is given."""
    make = VALUES.get(name)
    return make(site) if make else {}
