"""Checks on tables."""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.finding import Finding
from apparatus.site import Site


def ragged_tables(site: Site) -> Iterator[Finding]:
    """Rows with more or fewer cells than the table's first row, and tables that would not be seen as such."""
    for page in site.pages:
        for table in page.tables:
            first = table.rows[0]
            if table.fault:
                help = "leave a blank line above the table and put `|---|---|` under its first row"
                yield page.source.finding(first.start, "ragged-table", f"this table {table.fault}", help)
                continue
            for row in table.rows[1:]:
                if row.cells != first.cells:
                    message = f"this row has {row.cells} cells where the first has {first.cells}"
                    help = f"give it {first.cells} cells; write a pipe inside a cell as `\\|`"
                    yield page.source.finding(row.start, "ragged-table", message, help)


def uncaptioned_tables(site: Site) -> Iterator[Finding]:
    """Tables that no caption block follows."""
    for page in site.pages:
        for table in page.tables:
            if not table.captioned and not table.fault:
                message = "this table has no caption"
                help = "add a `/// table-caption` block after it, with one blank line between"
                yield page.source.finding(table.rows[0].start, "uncaptioned-table", message, help)
