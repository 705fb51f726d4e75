"""The check that a tier page links each term where it first uses it."""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.language.wording import Wording, first_unlinked, vocabulary_of
from apparatus.model.page import Page
from apparatus.model.site import Site
from apparatus.syntax.finding import Finding
from apparatus.syntax.references import fold


def unlinked_terms(site: Site) -> Iterator[Finding]:
    """The first use of a term on a tier page, where it is not linked to the glossary."""
    for page, wording in unlinked(site):
        words = fold(page.source.text[wording.start : wording.end])
        message = f"the first `{words}` on this page is not linked"
        help = f"write `[{words}]`, or run `make fix`"
        yield page.source.finding(wording.start, "unlinked-term", message, help)


def unlinked(site: Site) -> Iterator[tuple[Page, Wording]]:
    """The first uses of terms on tier pages that are not linked."""
    vocabulary = vocabulary_of(site.glossary)
    # A heading that could not be read may hold the name that a page uses, or say that it need not be linked.
    whole = not any(term.lost for term in site.glossary.terms)
    for page in site.pages if whole else ():
        if page.tier:
            yield from ((page, wording) for wording in first_unlinked(site, page, vocabulary))
