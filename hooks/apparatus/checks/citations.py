"""Checks on citations and on what they cite."""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.model.bibliography import mended_key
from apparatus.model.page import Page
from apparatus.model.site import AUDIT_PATH, Site
from apparatus.syntax.finding import Finding
from apparatus.syntax.references import IN_LINK, Citation
from apparatus.syntax.source import Source


def unknown_citations(site: Site) -> Iterator[Finding]:
    """Citations, on pages and in the study data, whose key the bibliography does not hold."""
    if not site.has_bibliography:
        return
    for page in site.pages:
        for citation in page.references.citations:
            if not citation.fault and _is_unknown(site, citation.key):
                yield _unknown(site, page.source, citation.start, citation.key)
    source = site.studies.source
    for key, start in _first_places(site).items() if source else ():
        if source and _is_unknown(site, key):
            yield _unknown(site, source, start, key)


def _is_unknown(site: Site, key: str) -> bool:
    return key not in site.bibliography.by_key and key not in site.bibliography.lost_keys


def _unknown(site: Site, source: Source, start: int, key: str) -> Finding:
    near = site.nearest_key(key)
    help = f"did you mean `{near}`? " if near else "add the entry; "
    message = f"no bibliography entry named `{key}`"
    return source.finding(start, "unknown-citation", message, f"{help}sources live in bibliography.bib")


def _first_places(site: Site) -> dict[str, int]:
    """Each key in the study data with its first place: an outcome repeats the key of its study."""
    places: dict[str, int] = {}
    for start, key in site.studies.keys:
        places.setdefault(key, start)
    return places


def malformed_citations(site: Site) -> Iterator[Finding]:
    """Citations that mkdocs-bibtex would misread or drop, each block once."""
    for page in site.pages:
        reported: set[int] = set()
        for citation in page.references.citations:
            if _is_malformed(site, citation) and citation.block not in reported:
                reported.add(citation.block)
                message = f"the citation of `{citation.key}` {citation.fault}"
                help = _help_to_cite(site, page, citation)
                yield page.source.finding(citation.block, "malformed-citation", message, help)
        for citation in page.bare_keys(site.bibliography.by_key.keys()):
            message = f"the key `{citation.key}` stands without its brackets"
            help = f"write it as `[@{citation.key}]`"
            yield page.source.finding(citation.start, "malformed-citation", message, help)


def _help_to_cite(site: Site, page: Page, citation: Citation) -> str:
    key = mended_key(page.source.text[citation.block : citation.block_end])
    if key in site.bibliography.by_key and citation.fault != IN_LINK:
        return f"write it as `[@{key}]`"
    return "write `[@key]` or `[@key; @other]` on one line, outside links, with nothing else in it"


def _is_malformed(site: Site, citation: Citation) -> bool:
    if citation.fault == IN_LINK:
        # A handle such as `[@somebody](https://example.org)` is no citation.
        return site.entry(citation) is not None
    return bool(citation.fault)


def uncited_entries(site: Site) -> Iterator[Finding]:
    """Entries that neither a page nor the study data cite."""
    source = site.bibliography.source
    cited = _cited_keys(site)
    # A key that is like none may be meant for any entry.
    complete = site.is_whole and None not in cited
    doubled = {entry.start for entry, _, _ in site.bibliography.duplicates}
    for entry in site.bibliography.entries if complete else ():
        if source and entry.key == mended_key(entry.key) not in cited and entry.start not in doubled:
            message = f"no page cites `{entry.key}`"
            help = f"cite it as `[@{entry.key}]` where it is used, or delete the entry"
            yield source.finding(entry.key_start, "uncited-entry", message, help)


def _cited_keys(site: Site) -> set[str | None]:
    keys = site.bibliography.by_key.keys()
    cited = {site.meant_key(citation) for page in site.pages for citation in page.references.citations}
    cited |= {citation.key for page in site.pages for citation in page.bare_keys(keys)}
    cited |= {site.known_key(key) for _, key in site.studies.keys}
    return cited | {mention.name for page in site.pages for mention in page.references.mentions}


def unconfirmed_sources(site: Site) -> Iterator[Finding]:
    """Works that were not found, or were retracted, cited elsewhere than on the audit page."""
    for page in site.pages:
        for citation in page.references.citations if page.path != AUDIT_PATH else ():
            if not citation.fault:
                yield from _unconfirmed(site, page.source, citation.start, citation.key)
    source = site.studies.source
    for key, start in _first_places(site).items() if source else ():
        if source:
            yield from _unconfirmed(site, source, start, key)


def _unconfirmed(site: Site, source: Source, start: int, key: str) -> Iterator[Finding]:
    entry = site.bibliography.by_key.get(key)
    if entry and (state := _unconfirmed_state(entry.value("record"), entry.value("status"))):
        help = f"cite a work whose record was seen; only {AUDIT_PATH} may name this one"
        yield source.finding(start, "unconfirmed-source", f"`{key}` {state}", help)


def _unconfirmed_state(record: str, status: str) -> str:
    if record == "not-found":
        return "was not found in any record"
    return "was retracted" if status == "retracted" else ""
