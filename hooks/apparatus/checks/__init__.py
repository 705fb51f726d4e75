"""Every check there is, in the order they run: each a pure function from the site to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from apparatus.checks.addresses import lost_addresses, malformed_addresses
from apparatus.checks.bibliography import (
    duplicate_entries,
    malformed_entries,
    malformed_identifiers,
    missing_fields,
)
from apparatus.checks.changes import malformed_changes
from apparatus.checks.citations import (
    malformed_citations,
    uncited_entries,
    unconfirmed_sources,
    unknown_citations,
)
from apparatus.checks.codes import malformed_codes
from apparatus.checks.doubtful import doubtful_figures
from apparatus.checks.figures import unsourced_figures
from apparatus.checks.files import (
    malformed_front_matter,
    missing_front_matter,
    unclosed_fences,
    unreadable_files,
)
from apparatus.checks.mentions import malformed_mentions, unknown_terms
from apparatus.checks.pages import missing_ids, missing_tiers, outside_dialect, overdue_reviews, unsafe_html
from apparatus.checks.readability import hard_to_read
from apparatus.checks.sheets import malformed_sheets
from apparatus.checks.studies import malformed_studies
from apparatus.checks.tables import ragged_tables, uncaptioned_tables
from apparatus.checks.terms import duplicate_terms, malformed_terms, undefined_terms, unused_terms
from apparatus.checks.unlinked import unlinked_terms
from apparatus.model.site import Site
from apparatus.syntax.finding import Finding, sort_findings

Check = Callable[[Site], Iterator[Finding]]

CHECKS: Final[tuple[Check, ...]] = (
    unreadable_files,
    malformed_front_matter,
    missing_front_matter,
    unclosed_fences,
    unknown_terms,
    malformed_mentions,
    malformed_terms,
    undefined_terms,
    duplicate_terms,
    unused_terms,
    unlinked_terms,
    unknown_citations,
    malformed_citations,
    uncited_entries,
    unconfirmed_sources,
    unsourced_figures,
    malformed_entries,
    duplicate_entries,
    missing_fields,
    malformed_identifiers,
    malformed_studies,
    doubtful_figures,
    ragged_tables,
    uncaptioned_tables,
    missing_tiers,
    missing_ids,
    malformed_sheets,
    malformed_changes,
    malformed_addresses,
    lost_addresses,
    malformed_codes,
    hard_to_read,
    outside_dialect,
    unsafe_html,
)

CODES: Final[tuple[str, ...]] = (
    "unreadable-file",
    "malformed-front-matter",
    "missing-front-matter",
    "unclosed-fence",
    "unknown-term",
    "malformed-mention",
    "malformed-term",
    "undefined-term",
    "duplicate-term",
    "unused-term",
    "unlinked-term",
    "unknown-citation",
    "malformed-citation",
    "uncited-entry",
    "unconfirmed-source",
    "unsourced-figure",
    "malformed-entry",
    "duplicate-entry",
    "missing-field",
    "malformed-identifier",
    "malformed-study",
    "doubtful-figure",
    "ragged-table",
    "uncaptioned-table",
    "missing-tier",
    "missing-id",
    "overdue-review",
    "malformed-sheet",
    "malformed-change",
    "malformed-address",
    "lost-address",
    "malformed-code",
    "hard-to-read",
    "outside-dialect",
    "unsafe-html",
    "unrendered-reference",
)
"""Every code that a finding can carry; `docs/checks.md` has a section for each, in this order."""


def check_site(site: Site, today: date) -> tuple[Finding, ...]:
    """All findings on a site, sorted; `today` decides which reviews are overdue."""
    found = [finding for check in CHECKS for finding in check(site)]
    found.extend(overdue_reviews(site, today))
    return sort_findings(found)
