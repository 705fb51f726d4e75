"""`new term`: an entry for the glossary, in its place in the alphabet.

In come a site and what somebody typed; out goes the glossary's text with the new entry. It changes no entry
that is there, and writes nothing in its author's place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from apparatus.checks import CHECKS
from apparatus.commands.outcome import TO_REGISTER, Outcome
from apparatus.commands.record import ascii_word
from apparatus.model.glossary import PATH, TERM_LEVEL, Term, read_glossary
from apparatus.model.page import Page, read_page
from apparatus.model.site import Site
from apparatus.syntax.finding import Finding
from apparatus.syntax.headings import Heading
from apparatus.syntax.names import FORBIDDEN, folded
from apparatus.syntax.source import Source

MOST_WORDS = 30
"""In a definition: it has to fit on the card that opens over a term."""
LETTER_LEVEL = 2
TO_COME = frozenset({"unused-term", "unlinked-term", "undefined-term"})
"""What a new entry may be told of: its author has not come to that yet."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody wants the glossary to have."""

    name: str
    """The term."""
    aliases: tuple[str, ...] = ()
    """Its other names."""
    definition: str = ""
    """Its first paragraph; empty where it is still to be written."""

    @property
    def id(self) -> str:
        """What its address ends with: `Follicle-stimulating hormone` gives `follicle-stimulating-hormone`."""
        words = (ascii_word(word) for word in re.split(r"[\W_]+", self.name))
        return "-".join(word for word in words if word)


def new_term(site: Site, draft: Draft) -> Outcome:
    """The glossary with one more entry."""
    page = site.page(PATH)
    if page is None or not site.has_glossary:
        return Outcome(refused=(f"{PATH} cannot be read as it stands: mend what `check` says of it first",))
    draft = Draft(
        " ".join(draft.name.split()),
        tuple(" ".join(alias.split()) for alias in draft.aliases),
        " ".join(draft.definition.split()),
    )
    if refused := list(_faults(site, page, draft)):
        return Outcome(refused=tuple(refused))
    source = Source(PATH, _inserted(page, draft))
    after = _after(site, source)
    term = after.glossary.find(draft.name)
    if term is None or term.definition != draft.definition:
        return Outcome(
            refused=("the definition would not be read as a paragraph: begin it with a plain word",)
        )
    if found := _new_findings(site, after, source, term):
        return Outcome(refused=tuple(f"{finding.message}: {finding.help}" for finding in found))
    return Outcome(page.source, source.text, tuple(_said(source, draft, term)))


def _faults(site: Site, page: Page, draft: Draft) -> Iterator[str]:
    names = (draft.name, *draft.aliases)
    for name in names:
        yield from _name_faults(name)
    for index, name in enumerate(names):
        if folded(name) in map(folded, names[:index]):
            yield f"`{name}` is given twice: give it once"
        elif term := site.glossary.find(name):
            line, _ = page.source.position(term.start)
            is_name = folded(term.name) == folded(name)
            what = (
                f"is there already, at {PATH}:{line}"
                if is_name
                else f"is taken by `{term.name}`, at {PATH}:{line}"
            )
            yield f"`{name}` {what}: mention it as `[{name}]`, or choose another name"
    yield from _definition_faults(draft.definition)


def _name_faults(name: str) -> Iterator[str]:
    if not re.search(r"\w", name):
        yield f"`{name}` is no name: give the words that a page would use"
    elif held := sorted((FORBIDDEN | {";"}) & {*name}):
        yield f"the name `{name}` holds `{held[0]}`: write it without"
    elif name.startswith("#") or name.endswith("#"):
        yield f"the name `{name}` starts or ends with `#`: write it without"


def _definition_faults(definition: str) -> Iterator[str]:
    words = len(definition.split())
    if words > MOST_WORDS:
        yield f"the definition has {words} words: keep {MOST_WORDS}, and write the rest in the next paragraph"
    if "[@" in definition:
        yield "the definition holds a citation: write it without, and the source in the next paragraph"


def _inserted(page: Page, draft: Draft) -> str:
    text = page.source.text
    aliases = f' data-aliases="{"; ".join(draft.aliases)}"' if draft.aliases else ""
    entry = f"### {draft.name} {{ #{_free_id(page, draft.id)}{aliases} }}\n"
    if draft.definition:
        entry += f"\n{draft.definition}\n"
    letter = _letter(draft.name)
    section = next((heading for heading in page.headings if _is_section(heading, letter)), None)
    if section is None:
        entry = f"## {letter}\n\n{entry}"
        at = _first_after(page, LETTER_LEVEL, letter, 0, len(text))
    else:
        later = (
            head.start for head in page.headings if head.start > section.start and head.level < TERM_LEVEL
        )
        at = _first_after(page, TERM_LEVEL, draft.name, section.start, next(later, len(text)))
    before, after = text[:at].rstrip("\n"), text[at:]
    return f"{before}\n\n{entry}{chr(10) if after else ''}{after}"


def _letter(name: str) -> str:
    """The heading that an entry stands under: the first letter or digit of its name, without its accent."""
    return (ascii_word(name) or re.sub(r"\W", "", name))[:1].upper()


def _is_section(heading: Heading, letter: str) -> bool:
    return heading.level == LETTER_LEVEL and heading.title == letter


def _first_after(page: Page, level: int, name: str, start: int, end: int) -> int:
    """The offset of the first heading of a level that comes after a name in the alphabet."""
    headings = (head for head in page.headings if head.level == level and start <= head.start < end)
    return next((head.start for head in headings if folded(head.title) > folded(name)), end)


def _free_id(page: Page, stem: str) -> str:
    taken = {heading.id for heading in page.headings}
    name, number = stem or "term", 2
    while name in taken:
        name, number = f"{stem or 'term'}-{number}", number + 1
    return name


def _after(site: Site, source: Source) -> Site:
    page = read_page(source)
    pages = tuple(page if other.path == PATH else other for other in site.pages)
    return replace(site, pages=pages, glossary=read_glossary(page))


def _new_findings(before: Site, after: Site, source: Source, term: Term) -> list[Finding]:
    """What the checks would say of the new entry, but for what its author has not come to yet."""
    start, end = source.position(term.start)[0], source.position(term.end)[0]
    known = {(finding.code, finding.message) for check in CHECKS for finding in check(before)}
    return [
        finding
        for check in CHECKS
        for finding in check(after)
        if finding.path == PATH
        and finding.code not in TO_COME
        and (start <= finding.line < end or (finding.code, finding.message) not in known)
    ]


def _said(source: Source, draft: Draft, term: Term) -> Iterator[str]:
    place = f"{PATH}:{source.position(term.start)[0]}"
    yield f"{place}: added `{draft.name}`"
    if not draft.definition:
        yield f"  next: write its definition under {place}: one or two sentences, {MOST_WORDS} words at most"
    then = "next" if draft.definition else "then"
    yield f"  {then}: mention it as `[{draft.name}]` on a page; where the word stands already, run `make fix`"
    yield TO_REGISTER
