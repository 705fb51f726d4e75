"""Checks on the entries of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from apparatus.checks.unlinked import unlinked
from apparatus.model import glossary as glossary_page
from apparatus.model.glossary import Term
from apparatus.model.page import Page
from apparatus.model.site import Site
from apparatus.syntax.finding import Finding
from apparatus.syntax.names import FORBIDDEN, folded


def malformed_terms(site: Site) -> Iterator[Finding]:
    """Glossary headings without an id, with one used twice, or with a name that cannot be mentioned."""
    seen: dict[str, Term] = {}
    for page, term in _terms(site):
        if fault := _attribute_fault(term) or _id_fault(page, term, seen) or _name_fault(term):
            start, message, help = fault
            yield page.source.finding(start, "malformed-term", message, help)
        seen.setdefault(term.id, term)


Fault = tuple[int, str, str]
"""Offset, message and help."""


def _attribute_fault(term: Term) -> Fault | None:
    if term.attributes_read:
        return None
    # A list that lost its opening brace has no place of its own.
    start = term.attributes_start if term.attributes_start < term.body else term.start
    message = f"what follows the name `{term.name}` cannot be read as its id and aliases"
    return (
        start,
        message,
        f'write it as `{{ #{_example_id(term)} data-aliases="one; two" }}`, with straight quotes',
    )


def _id_fault(page: Page, term: Term, seen: Mapping[str, Term]) -> Fault | None:
    if not term.id:
        return (
            term.start,
            f"the entry `{term.name}` has no id",
            f"end its heading with `{{ #{_example_id(term)} }}`",
        )
    first = seen.get(term.id)
    # The same entry twice is a `duplicate-term`, and one finding is enough.
    if first is None or folded(first.name) == folded(term.name):
        return None
    line, _ = page.source.position(first.start)
    help = f"give this entry its own id; the first is at {page.path}:{line}"
    return term.start, f"the id `{term.id}` is used twice", help


def _name_fault(term: Term) -> Fault | None:
    for name, start in _places(term):
        if held := sorted(FORBIDDEN.intersection(name)):
            return start, f"the name `{name}` holds `{held[0]}`", f"write the name without `{held[0]}`"
    return None


def _example_id(term: Term) -> str:
    return "-".join(re.findall(r"\w+", folded(term.name))) or "its-id"


def undefined_terms(site: Site) -> Iterator[Finding]:
    """Glossary entries without a first paragraph, or whose first paragraph is not a definition."""
    for page, term in _terms(site):
        if not term.definition and page.prose.unclosed_fence is None:
            message = f"the entry `{term.name}` has no definition"
        elif "[@" in term.definition:
            message = f"the first paragraph of `{term.name}` holds a citation, so it is no definition"
        else:
            continue
        help = "write one or two plain sentences right under the heading, and sources in the next paragraph"
        yield page.source.finding(term.start, "undefined-term", message, help)


def duplicate_terms(site: Site) -> Iterator[Finding]:
    """Names and aliases that two entries claim, or one entry twice; once for each two entries."""
    seen: dict[str, tuple[int, Term]] = {}
    reported: set[tuple[int, int]] = set()
    for page, term, name, start in _claims(site):
        first, other = seen.setdefault(folded(name), (start, term))
        pair = term.start, other.start
        if first != start and pair not in reported:
            reported.add(pair)
            line, _ = page.source.position(first)
            help = f"keep one; the first is at {page.path}:{line}"
            yield page.source.finding(start, "duplicate-term", f"`{name}` is defined twice", help)


def _claims(site: Site) -> Iterator[tuple[Page, Term, str, int]]:
    """Every name and then every alias, so that an alias clashes with a name, and not the reverse."""
    for page, term in _terms(site):
        yield page, term, term.name, term.start
    for page, term in _terms(site):
        yield from ((page, term, alias.text, alias.start) for alias in term.aliases)


def _places(term: Term) -> Iterator[tuple[str, int]]:
    yield term.name, term.start
    yield from ((alias.text, alias.start) for alias in term.aliases)


def unused_terms(site: Site) -> Iterator[Finding]:
    """Terms that nothing but their own entry mentions."""
    unused = list(_unused(site)) if site.is_whole and not _has_unlike_mention(site) else []
    # A word that lacks its link is reported as that; the link would show that the term is used.
    linkable = {wording.term.start for _, wording in unlinked(site)} if unused else set()
    for page, term in unused:
        if term.start not in linkable:
            help = (
                f"mention it as `[{_in_a_sentence(term.name)}]` where a reader meets it, or delete the entry"
            )
            message = f"the term `{term.name}` is mentioned nowhere"
            yield page.source.finding(term.start, "unused-term", message, help)


def _in_a_sentence(name: str) -> str:
    """`Libido` as `libido`; a name with a capital further on, such as `Inhibin A`, as it is."""
    return folded(name) if name[1:] == folded(name[1:]) else name


def _unused(site: Site) -> Iterator[tuple[Page, Term]]:
    used = {term.start for term in _used_terms(site)}
    for page, term in _terms(site):
        is_claimed = any(site.glossary.find(name) is not term for name in term.names)
        if term.start not in used and not is_claimed and not term.lost:
            yield page, term


def _used_terms(site: Site) -> Iterator[Term]:
    for page in site.pages:
        for mention in page.references.mentions:
            for term in site.meant_terms(mention):
                is_own = page.path == glossary_page.PATH and term.start <= mention.start < term.end
                if not is_own:
                    yield term


def _has_unlike_mention(site: Site) -> bool:
    """Whether there is a mention that is like no name: any term may be the one that it means."""
    return any(not site.meant_terms(mention) for page in site.pages for mention in page.references.mentions)


def _terms(site: Site) -> Iterator[tuple[Page, Term]]:
    page = site.page(glossary_page.PATH)
    for term in site.glossary.terms if page else ():
        if page:
            yield page, term
