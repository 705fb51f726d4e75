"""Checks on tables."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from apparatus.model.page import Page
from apparatus.model.site import Site
from apparatus.syntax.finding import Finding
from apparatus.syntax.tables import Row, Table


def ragged_tables(site: Site) -> Iterator[Finding]:
    """Rows with more or fewer cells than the table's first row, and tables that would not be seen as such."""
    for page in site.pages:
        for table in page.tables:
            if table.fault:
                help = "leave a blank line above the table and put `|---|---|` under its first row"
                message = f"this table {table.fault}"
                yield page.source.finding(table.rows[0].start, "ragged-table", message, help)
            else:
                yield from _ragged_rows(page, table)


def _ragged_rows(page: Page, table: Table) -> Iterator[Finding]:
    cells = table.rows[0].cells
    for above, row in pairwise(table.rows):
        if above.torn or _is_torn_in_citation(page, row):
            # What a line break did to one row is reported once.
            continue
        if row.torn:
            help = "write the row in one line, with a pipe at its end"
            yield page.source.finding(row.start, "ragged-table", "this row goes on in the next line", help)
        elif row.cells != cells:
            message = f"this row has {row.cells} cells where the first has {cells}"
            help = f"give it {cells} cells; write a pipe inside a cell as `\\|`"
            yield page.source.finding(row.start, "ragged-table", message, help)


def _is_torn_in_citation(page: Page, row: Row) -> bool:
    """Whether it is a citation that the line break stands in, which is a `malformed-citation`."""
    citations = page.references.citations if row.torn else ()
    return any(citation.block < row.end < citation.block_end for citation in citations)


def uncaptioned_tables(site: Site) -> Iterator[Finding]:
    """Tables that no caption block follows."""
    for page in site.pages:
        for table in page.tables:
            # A fence that nothing closes may hide the caption.
            if not (table.captioned or table.fault or page.prose.unclosed_fence is not None):
                message = "this table has no caption"
                help = "add a `/// table-caption` block after it, with one blank line between"
                yield page.source.finding(table.rows[0].start, "uncaptioned-table", message, help)
