"""Checks on terms and their mentions."""

from __future__ import annotations

from collections.abc import Iterator

from apparatus import glossary as glossary_page
from apparatus.finding import Finding
from apparatus.glossary import Term
from apparatus.names import FORBIDDEN, folded
from apparatus.page import Page
from apparatus.references import Mention
from apparatus.site import Site


def unknown_terms(site: Site) -> Iterator[Finding]:
    """Mentions whose name is neither a term nor an alias."""
    for page in site.pages if site.has_glossary else ():
        for mention in page.references.mentions:
            if site.term(mention) is None and not _is_malformed(site, mention):
                near = site.nearest_name(mention.name)
                help = f"did you mean `{near}`? " if near else "add the term, or escape the brackets as `\\[ \\]`; "
                message = f"no glossary entry named `{mention.name}`"
                yield page.source.finding(mention.start, "unknown-term", message, f"{help}terms live in docs/glossary.md")


def malformed_mentions(site: Site) -> Iterator[Finding]:
    """Mentions that Python-Markdown would read as something else."""
    for page in site.pages:
        reached = 0
        for mention in page.references.mentions:
            if mention.start >= reached and _is_malformed(site, mention):
                fault = mention.fault or f"runs into the mention of `{mention.name}`"
                message = f"the mention `[{mention.words}]` {fault}"
                help = "put words or punctuation between this mention and what it touches"
                yield page.source.finding(mention.start, "malformed-mention", message, help)
                reached = _after_neighbors(page, mention)
        yield from _lost_notes(page)


def _is_malformed(site: Site, mention: Mention) -> bool:
    if "with only white space between" in mention.fault:
        return site.term(mention) is not None or not site.has_glossary
    if mention.fault:
        return True
    worded, named = site.glossary.find(mention.words), site.term(mention)
    return worded is not None and named is not None and worded is not named


def _after_neighbors(page: Page, mention: Mention) -> int:
    """Where the row of mentions that touch each other ends, so that it is reported once."""
    reached = mention.end
    for following in page.references.mentions:
        if 0 <= following.start - reached <= 1:
            reached = following.end
    return reached


def _lost_notes(page: Page) -> Iterator[Finding]:
    defined = {name for offset, name in page.references.notes if _defines(page, offset, name)}
    for offset, name in page.references.notes:
        if name not in defined:
            message = f"the footnote `[^{name}]` has no text"
            help = f"add a line `[^{name}]: its text`, or escape the brackets as `\\[ \\]`"
            yield page.source.finding(offset, "malformed-mention", message, help)


def _defines(page: Page, offset: int, name: str) -> bool:
    text = page.source.text
    starts_line = not text[text.rfind("\n", 0, offset) + 1 : offset].strip(" >")
    return starts_line and text.startswith(":", offset + len(name) + 3)


def malformed_terms(site: Site) -> Iterator[Finding]:
    """Glossary headings without an id, with one used twice, or with a name that cannot be mentioned."""
    seen: dict[str, Term] = {}
    for page, term in _terms(site):
        if fault := _term_fault(page, term, seen):
            yield page.source.finding(term.start, "malformed-term", *fault)
        seen.setdefault(term.id, term)


def _term_fault(page: Page, term: Term, seen: dict[str, Term]) -> tuple[str, str] | None:
    example = term.name.partition("{")[0].strip()
    example_id = "-".join(folded(example).split()) or "its-id"
    if not term.attributes_read:
        return f"the braces after `{example}` cannot be read", f"write them as `{{ #{example_id} }}`"
    if not term.id:
        return f"the entry `{term.name}` has no id", f"end its heading with `{{ #{example_id} }}`"
    if term.id in seen:
        line, _ = page.source.position(seen[term.id].start)
        return f"the id `{term.id}` is used twice", f"give this entry its own id; the first is at {page.path}:{line}"
    for name in term.names:
        if held := sorted(FORBIDDEN.intersection(name)):
            return f"the name `{name}` holds `{held[0]}`", f"write the name without `{held[0]}`"
    return None


def undefined_terms(site: Site) -> Iterator[Finding]:
    """Glossary entries without a first paragraph, or whose first paragraph is not a definition."""
    for page, term in _terms(site):
        if not term.definition:
            message = f"the entry `{term.name}` has no definition"
        elif "[@" in term.definition:
            message = f"the first paragraph of `{term.name}` holds a citation, so it is no definition"
        else:
            continue
        help = "write one or two plain sentences right under the heading, and sources in the next paragraph"
        yield page.source.finding(term.start, "undefined-term", message, help)


def duplicate_terms(site: Site) -> Iterator[Finding]:
    """Names and aliases that two entries claim, or one entry twice."""
    seen: dict[str, int] = {}
    for page, term in _terms(site):
        for name, start in _places(term):
            first = seen.setdefault(folded(name), start)
            if first != start:
                line, _ = page.source.position(first)
                help = f"keep one; the first is at {page.path}:{line}"
                yield page.source.finding(start, "duplicate-term", f"`{name}` is defined twice", help)


def _places(term: Term) -> Iterator[tuple[str, int]]:
    yield term.name, term.start
    yield from ((alias.text, alias.start) for alias in term.aliases)


def unused_terms(site: Site) -> Iterator[Finding]:
    """Terms that nothing but their own entry mentions."""
    used = {term.id for term in _used_terms(site)}
    for page, term in _terms(site) if site.is_whole else ():
        if term.id not in used and site.glossary.find(term.name) is term:
            help = f"mention it as `[{folded(term.name)}]` where a reader meets it, or delete the entry"
            message = f"the term `{term.name}` is mentioned nowhere"
            yield page.source.finding(term.start, "unused-term", message, help)


def _used_terms(site: Site) -> Iterator[Term]:
    for page in site.pages:
        for mention in page.references.mentions:
            term = site.meant_term(mention) or site.glossary.find(mention.words)
            own = page.path == glossary_page.PATH and term and term.start <= mention.start < term.end
            if term and not own:
                yield term


def _terms(site: Site) -> Iterator[tuple[Page, Term]]:
    page = site.page(glossary_page.PATH)
    for term in site.glossary.terms if page else ():
        if page:
            yield page, term
