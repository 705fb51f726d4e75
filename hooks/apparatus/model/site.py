"""The whole guide as one frozen value: read once, judged by the checks, shown by the views."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from apparatus.model import bibliography as bib
from apparatus.model import codes as health_codes
from apparatus.model import glossary as terms
from apparatus.model import go_file, register
from apparatus.model import studies as data
from apparatus.model.bibliography import Bibliography, Entry, read_bibliography
from apparatus.model.codes import CodeData
from apparatus.model.codes_file import read_codes
from apparatus.model.glossary import Glossary, Term, read_glossary
from apparatus.model.go_file import GoData, read_go
from apparatus.model.page import Page, read_page
from apparatus.model.register import Register, read_register
from apparatus.model.studies import StudyData
from apparatus.model.studies_file import read_studies
from apparatus.syntax.finding import Finding
from apparatus.syntax.names import Nearest
from apparatus.syntax.references import Citation, Mention
from apparatus.syntax.source import Source, markdown_paths, read_source, unreadable

AUDIT_PATH = "docs/source-audit.md"
"""The one page that may cite works that were not found."""


@dataclass(frozen=True)
class Site:
    """Every page, the glossary, the bibliography and the study data."""

    pages: tuple[Page, ...]
    """The Markdown pages that could be read, sorted by path."""
    glossary: Glossary
    """The terms."""
    bibliography: Bibliography
    """The entries."""
    unreadable: tuple[Finding, ...] = ()
    """One finding for each file that is missing, empty or not text."""
    studies: StudyData = field(default_factory=StudyData)
    """The study data; empty where there are none."""
    go: GoData = field(default_factory=GoData)
    """Short addresses, and old ones that lead to new ones."""
    register: Register = field(default_factory=Register)
    """Every address that was ever published; empty where nothing was yet."""
    codes: CodeData = field(default_factory=CodeData)
    """The codes of health records that lead into the guide; empty where there are none."""

    @cached_property
    def is_whole(self) -> bool:
        """Whether everything could be read; else nothing can be called unused."""
        faults = (*self.unreadable, *self.bibliography.faults, *self.studies.faults)
        return not faults and all(page.is_whole for page in self.pages)

    @cached_property
    def has_glossary(self) -> bool:
        """Whether there is a glossary to look names up in, and all of it."""
        page = self.page(terms.PATH)
        whole = page is not None and page.prose.unclosed_fence is None
        return whole and all(finding.path != terms.PATH for finding in self.unreadable)

    @cached_property
    def has_bibliography(self) -> bool:
        """Whether there is a bibliography to look keys up in."""
        return all(finding.path != bib.PATH for finding in self.unreadable)

    def page(self, path: str) -> Page | None:
        """The page at a path such as `docs/index.md`."""
        return self._by_path.get(path)

    @cached_property
    def _by_path(self) -> dict[str, Page]:
        return {page.path: page for page in self.pages}

    def term(self, mention: Mention) -> Term | None:
        """The term that a mention calls on."""
        return self.glossary.find(mention.name)

    def entry(self, citation: Citation) -> Entry | None:
        """The entry that a citation calls on."""
        return self.bibliography.by_key.get(citation.key)

    def meant_terms(self, mention: Mention) -> list[Term]:
        """The terms that a mention calls on by name or words; where that is none, those its name is like."""
        called = [self.term(mention), self.glossary.find(mention.words)]
        if not any(called):
            called = [self.glossary.find(name) for name in self._nearest_names.like(mention.name)]
        return [term for term in called if term]

    def is_lost(self, mention: Mention) -> bool:
        """Whether its name may be one that a glossary heading was to give, but could not be read."""
        return any(term.is_lost(mention.name) for term in self.glossary.terms if term.lost)

    def is_in_garbled_heading(self, page: Page, offset: int) -> bool:
        """Whether a place is within the heading of a term whose name or attribute list is no such thing."""
        garbled = (term for term in self.glossary.terms if term.is_garbled) if page.path == terms.PATH else ()
        return any(term.start <= offset < term.body for term in garbled)

    def meant_key(self, citation: Citation) -> str | None:
        """The key that a citation names, or the one its misspelt key is nearest to."""
        return self.known_key(citation.key)

    def known_key(self, key: str) -> str | None:
        """The key itself where the bibliography has it, else the one it is nearest to."""
        return key if key in self.bibliography.by_key else self.nearest_key(key)

    def nearest_name(self, name: str) -> str | None:
        """The name or alias most like a misspelt one."""
        return self._nearest_names.find(name)

    def nearest_key(self, key: str) -> str | None:
        """The key most like a misspelt one."""
        return self._nearest_keys.find(key)

    @cached_property
    def _nearest_names(self) -> Nearest:
        return Nearest(self.glossary.names)

    @cached_property
    def _nearest_keys(self) -> Nearest:
        return Nearest(self.bibliography.by_key)


def read_site(root: Path) -> Site:
    """The site under `root`: `docs/**/*.md`, `bibliography.bib` and, where they are there, the data files.

    Raises:
        FileNotFoundError: there is no `docs` folder, so that nothing can be checked.
    """
    if not (root / "docs").is_dir():
        raise FileNotFoundError(f"there is no folder `docs` in `{root}`")
    paths = sorted({*markdown_paths(root), terms.PATH})
    data_files = (data.PATH, go_file.PATH, register.PATH, health_codes.PATH)
    optional = [path for path in data_files if os.path.lexists(root / path)]
    read = [read_source(root, path) for path in (*paths, bib.PATH, *optional)]
    sources = [source for source in read if isinstance(source, Source)]
    return build_site(sources, [finding for finding in read if isinstance(finding, Finding)])


def build_site(sources: Iterable[Source], faults: Iterable[Finding] = ()) -> Site:
    """The site that a set of sources makes; `faults` are the files that could not be read."""
    by_path = {source.path: source for source in sources}
    found = list(faults)
    bibliography = read_bibliography(by_path.pop(bib.PATH, None))
    studies = read_studies(by_path.pop(data.PATH, None))
    go = read_go(by_path.pop(go_file.PATH, None))
    published = read_register(by_path.pop(register.PATH, None))
    codes = read_codes(by_path.pop(health_codes.PATH, None))
    pages = tuple(read_page(source) for source in by_path.values())
    found.extend(_bodiless(page) for page in pages if _is_bodiless(page))
    glossary = read_glossary(next((page for page in pages if page.path == terms.PATH), None))
    site = Site(pages, glossary, bibliography, tuple(found), studies, go, published, codes)
    return replace(site, unreadable=(*found, *_hollow_files(site)))


def _hollow_files(site: Site) -> Iterator[Finding]:
    """A finding for each of the files with records that can be read and holds none."""
    known = {finding.path for finding in site.unreadable}
    if not site.glossary.terms and terms.PATH not in known:
        yield unreadable(terms.PATH, "holds no term", "give each term a `### Name { #id }` heading")
    if not site.bibliography.entries and not site.bibliography.faults and bib.PATH not in known:
        yield unreadable(bib.PATH, "holds no entry", "add each source as `@article{key, ...}`")
    if site.studies.source and not site.studies.studies and not site.studies.faults:
        yield unreadable(data.PATH, "holds no study", "list each study under `studies:`, or delete the file")
    if site.codes.source and not site.codes.codes and not site.codes.faults:
        help = "list each code under `codes:`, or delete the file"
        yield unreadable(health_codes.PATH, "holds no code", help)
    if site.go.source and site.register.source is None and register.PATH not in known:
        yield unreadable(register.PATH, "is missing", "write it with `make addresses`")
    if site.register.source and not site.register.lines:
        yield unreadable(register.PATH, "holds no address", "write it with `make addresses`")


def unread_pages(site: Site, paths: Iterable[str]) -> tuple[Finding, ...]:
    """A finding for each of a build's pages that is no file of the site: a linked folder, another suffix."""
    read = {page.path for page in site.pages} | {finding.path for finding in site.unreadable}
    help = "put the file itself there, under a name that ends in `.md`"
    fault = "would be built without a check"
    return tuple(unreadable(path, fault, help) for path in sorted(paths) if path not in read)


def _is_bodiless(page: Page) -> bool:
    return not page.front_matter.fault and not page.source.text[page.front_matter.end :].strip()


def _bodiless(page: Page) -> Finding:
    return unreadable(
        page.path, "holds nothing but front matter", "write the page's text below the second `---`"
    )
