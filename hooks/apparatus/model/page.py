"""One page of the guide, as it was read: its source and everything found in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from apparatus.model.dialect import Oddity, read_oddities
from apparatus.model.exhibits import Exhibit, read_exhibits
from apparatus.model.markup import read_tags
from apparatus.syntax.frontmatter import FrontMatter, read_front_matter
from apparatus.syntax.headings import Heading, read_headings
from apparatus.syntax.prose import Prose, read_prose
from apparatus.syntax.references import Citation, References, read_references
from apparatus.syntax.source import Source
from apparatus.syntax.tables import Table, read_tables

# @raman2002aromatase, but not in an address such as name@host or /@name
BARE_KEY = re.compile(r"(?<![\w.@+/-])@(?P<key>[a-z0-9]+)")

TIERS = ("fundamentals", "intermediate", "academic")
PLAIN_TIER = TIERS[0]
"""The depth in plain words, whose pages clinics hand out."""
"""The folders of the three depths, from simple to deep."""


@dataclass(frozen=True, eq=False)
class Page:
    """A Markdown document under `docs/`; one text is read once, so that it is equal to itself alone."""

    source: Source
    """The file."""
    front_matter: FrontMatter
    """What stands between the `---` lines at its head."""
    prose: Prose
    """Its text with all that is not prose blanked."""
    references: References
    """Its mentions, citations, links and footnote marks."""
    headings: tuple[Heading, ...]
    """Its headings, in order."""
    tables: tuple[Table, ...]
    """Its tables, in order."""
    exhibits: tuple[Exhibit, ...]
    """The exhibits that it names, in order."""
    oddities: tuple[Oddity, ...]
    """What in it the dialect leaves out."""
    tags: tuple[Oddity, ...]
    """What in it could carry markup or script onto the page."""

    @property
    def path(self) -> str:
        """Relative to the root of the repository, such as `docs/academic/hormones.md`."""
        return self.source.path

    @cached_property
    def tier(self) -> str | None:
        """The depth it belongs to; nothing where it is not a tier page."""
        _, _, below_docs = self.path.partition("/")
        folder, _, name = below_docs.partition("/")
        return folder if folder in TIERS and "/" not in name and name != "index.md" else None

    @property
    def topic(self) -> str:
        """The name it shares with the pages of the other tiers, such as `hormones`."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")

    @property
    def title(self) -> str:
        """What it is called: its front matter's title, else its first heading."""
        heading = self.headings[0].title if self.headings else self.topic
        return self.front_matter.text("title") or heading

    def overdue(self, today: date) -> date | None:
        """The day by which it was to be checked again, where that has passed."""
        due = self.front_matter.date("next_review")
        return due if due is not None and due < today else None

    @property
    def is_whole(self) -> bool:
        """Whether all of it could be read; an unclosed fence hides the rest of a page."""
        return self.prose.unclosed_fence is None and not self.front_matter.fault

    @cached_property
    def odd_places(self) -> frozenset[int]:
        """Offsets of what the dialect leaves out."""
        return frozenset(oddity.start for oddity in self.oddities)

    def bare_keys(self, known: Container[str]) -> tuple[Citation, ...]:
        """The known keys that stand in its prose after an `@` but outside brackets."""
        return tuple(citation for citation in self._bare_keys if citation.key in known)

    @cached_property
    def _bare_keys(self) -> tuple[Citation, ...]:
        taken = [(citation.block, citation.block_end) for citation in self.references.citations]
        taken = sorted([*taken, *((link.start, link.end) for link in self.references.links), (0, 0)])
        return tuple(
            Citation(match.start(), match["key"], match.start(), match.end())
            for match in BARE_KEY.finditer(self.prose.text)
            if match.start() >= taken[bisect_right(taken, (match.start(), len(self.source.text))) - 1][1]
        )


# A preview reads every page at each save, and most are as they were.
@lru_cache(maxsize=512)
def read_page(source: Source) -> Page:
    """The page that a source holds."""
    front_matter = read_front_matter(source.text)
    prose = read_prose(source.text, front_matter.end)
    references = read_references(source.text, prose)
    return Page(
        source,
        front_matter,
        prose,
        references,
        read_headings(source.text, prose),
        read_tables(prose),
        read_exhibits(prose.lines),
        read_oddities(source.text, prose),
        read_tags(source.text, prose, references.links),
    )
