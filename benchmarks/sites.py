"""A benchmark site: its size comes in, a folder of pages, glossary and bibliography goes out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from benchmarks.bibliography import bibliography_file, coined_keys
from benchmarks.glossary import coined_terms, glossary_page
from benchmarks.pages import CITATIONS, MENTIONS, Page, page_text

T = TypeVar("T")
TIERS = ("fundamentals", "intermediate", "academic")


@dataclass(frozen=True, slots=True)
class Size:
    """How large a site is; the rest follows from the number of pages."""

    pages: int
    """Pages besides the front page, the glossary and the references page."""

    @property
    def terms(self) -> int:
        """One term for every two pages, and no fewer than a page mentions."""
        return max(MENTIONS, self.pages // 2)

    @property
    def entries(self) -> int:
        """Two bibliography entries for every page, and no fewer than a page cites."""
        return max(CITATIONS, self.pages * 2)


def write_site(folder: Path, size: Size) -> None:
    """Write `docs/` anew and `bibliography.bib`; the same size gives the same bytes."""
    shutil.rmtree(folder / "docs", ignore_errors=True)
    terms, keys = coined_terms(size.terms), coined_keys(size.entries)
    _write(folder / "bibliography.bib", bibliography_file(keys))
    _write(folder / "docs/glossary.md", glossary_page(terms, keys))
    _write(folder / "docs/references.md", _short_page("References", "Every source that the pages cite."))
    _write(folder / "docs/index.md", _short_page("Benchmark", f"{size.pages} made-up pages, to be measured."))
    for number, (path, links) in enumerate(_places(size.pages)):
        dealt_terms, dealt_keys = _dealt(terms, number, MENTIONS), _dealt(keys, number, CITATIONS)
        _write(folder / "docs" / path, page_text(Page(number, path, links, dealt_terms, dealt_keys)))


def _places(pages: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Path and onward links of each page: whole topics in all three tiers, what is left over elsewhere."""
    topics = pages // len(TIERS)
    for name in (f"topic-{topic:03}.md" for topic in range(topics)):
        for tier in TIERS:
            yield f"{tier}/{name}", tuple(f"../{other}/{name}" for other in TIERS if other != tier)
    for left_over in range(pages - topics * len(TIERS)):
        yield f"pages/page-{left_over}.md", ("../index.md",)


def _dealt(items: Sequence[T], number: int, share: int) -> tuple[T, ...]:
    """The share of page `number`, as cards are dealt: each item comes up before one comes up again."""
    return tuple(items[(number * share + step) % len(items)] for step in range(share))


def _short_page(title: str, sentence: str) -> str:
    front_matter = f"---\ntitle: {title}\ndescription: {sentence}\n---\n"
    return f"{front_matter}\n# {title} {{ #{title.lower()} }}\n\n{sentence}\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
