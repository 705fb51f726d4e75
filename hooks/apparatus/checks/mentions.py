"""Checks on mentions of terms, and on the marks of footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from apparatus.model.page import Page
from apparatus.model.site import Site
from apparatus.syntax.finding import Finding
from apparatus.syntax.references import TOUCHES, Mention


def unknown_terms(site: Site) -> Iterator[Finding]:
    """Mentions whose name is neither a term nor an alias."""
    for page in site.pages if site.has_glossary else ():
        for mention in page.references.mentions:
            if _is_unknown(site, page, mention):
                help = _help_with_name(site, mention.name)
                message = f"no glossary entry named `{mention.name}`"
                yield page.source.finding(mention.start, "unknown-term", message, help)


def _help_with_name(site: Site, name: str) -> str:
    key = site.nearest_key(name.removeprefix("@").strip()) if name.startswith("@") else None
    if key:
        return f"write the citation without spaces, as `[@{key}]`"
    near = site.nearest_name(name)
    add = "add the term, or escape the brackets as `\\[ \\]`; "
    return (f"did you mean `{near}`? " if near else add) + "terms live in docs/glossary.md"


def _is_unknown(site: Site, page: Page, mention: Mention) -> bool:
    if site.term(mention) or _is_malformed(site, mention):
        return False
    if mention.start - 1 in page.odd_places:
        # The definition of an abbreviation, `*[FSH]: text`, is reported as that.
        return False
    # What follows from a glossary heading that could not be read is not reported again.
    return not (site.is_in_garbled_heading(page, mention.start) or site.is_lost(mention))


def malformed_mentions(site: Site) -> Iterator[Finding]:
    """Mentions that Python-Markdown would read as something else."""
    for page in site.pages:
        reached = 0
        mentions = page.references.mentions
        for index, mention in enumerate(mentions):
            if mention.start >= reached and _is_malformed(site, mention) and not _is_torn(page, mention):
                fault = mention.fault or f"runs into the mention of `{mention.name}`"
                what = f"the mention `[{mention.words}]`" if mention.words else "this `[`"
                message = f"{what} {fault}"
                help = "put words or punctuation between this mention and what it touches"
                yield page.source.finding(mention.start, "malformed-mention", message, help)
                reached = _after_neighbors(mentions, index)
        yield from _faulty_notes(page)


def _is_malformed(site: Site, mention: Mention) -> bool:
    if mention.fault.startswith(TOUCHES):
        return site.term(mention) is not None or not site.has_glossary
    if mention.fault:
        return True
    worded, named = site.glossary.find(mention.words), site.term(mention)
    return worded is not None and named is not None and worded is not named


def _is_torn(page: Page, mention: Mention) -> bool:
    """Whether it lacks its closing bracket because a row of a table ends in it, which is a `ragged-table`."""
    torn = (row for table in page.tables for row in table.rows if row.torn)
    return not mention.words and any(row.start <= mention.start < row.end for row in torn)


def _after_neighbors(mentions: Sequence[Mention], index: int) -> int:
    """Where the row of mentions that touch each other ends, so that it is reported once."""
    while index + 1 < len(mentions) and mentions[index + 1].start - mentions[index].end <= 1:
        index += 1
    return mentions[index].end


def _faulty_notes(page: Page) -> Iterator[Finding]:
    defined: dict[str, int] = {}
    for offset, name in page.references.notes:
        if _defines(page, offset, name) and defined.setdefault(name, offset) != offset:
            line, _ = page.source.position(defined[name])
            help = f"keep one, or give this one another name; the first is at {page.path}:{line}"
            message = f"the footnote `[^{name}]` has two texts"
            yield page.source.finding(offset, "malformed-mention", message, help)
    for offset, name in page.references.notes:
        # A fence that nothing closes may hide the text.
        if name not in defined and page.prose.unclosed_fence is None:
            message = f"the footnote `[^{name}]` has no text"
            help = f"add a line `[^{name}]: its text`, or escape the brackets as `\\[ \\]`"
            yield page.source.finding(offset, "malformed-mention", message, help)


def _defines(page: Page, offset: int, name: str) -> bool:
    text = page.source.text
    starts_line = not text[text.rfind("\n", 0, offset) + 1 : offset].strip(" >")
    return starts_line and text.startswith(":", offset + len(name) + 3)
