"""What templates tell machines: a guide and a page come in, what the templates name goes out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from apparatus.model.page import Page
from apparatus.model.publication import Publication
from apparatus.publishing.citing import page_citation
from apparatus.publishing.linked_data import page_data, work_data
from apparatus.publishing.works import read_work


def page_metadata(publication: Publication, page: Page) -> Mapping[str, object]:
    """For one page: `linked_data` and `cited_as`."""
    return {"linked_data": page_data(publication, page), "cited_as": page_citation(publication, page)}


def site_metadata(publication: Publication) -> Mapping[str, object]:
    """For every template: `work_data` of a key, and `last_changed` of a path under `docs/`."""
    entries = publication.site.bibliography.by_key
    return {
        "work_data": lambda key: work_data(publication, read_work(entries[key])),
        "last_changed": partial(last_changed, publication),
    }


def last_changed(publication: Publication, path: str) -> date | None:
    """When a page last changed or was last checked; nothing where neither is known.

    A path such as `safety.md` is under `docs/`, as MkDocs has it. The day of a build is no such date.
    """
    page = publication.site.page(f"docs/{path}")
    reviewed = page.front_matter.date("reviewed") if page else None
    return max((day for day in (publication.changed.get(f"docs/{path}"), reviewed) if day), default=None)
