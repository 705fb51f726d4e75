"""What a change means for readers, as Markdown: pages, terms, sources and reading levels, before and after.

    python -m tools.summary origin/main

In: this folder, and a commit; the site is held against what it was where the two parted. Out: Markdown on
stdout; the exit status is 2 where git cannot say. It judges nothing: that is what the checks do.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from apparatus.language.readability import ReadingLevel, reading_levels
from apparatus.model.glossary import PATH as GLOSSARY_PATH
from apparatus.model.site import Site, read_site
from tools.before import GitError, site_before

ABSENT = "–"
"""What stands where a page has no reading level, or no limit."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of things that have names."""

    added: tuple[str, ...]
    """Only there afterwards."""
    changed: tuple[str, ...]
    """There before and afterwards, and not the same."""
    removed: tuple[str, ...]
    """Only there before."""

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Each name with what became of it."""
        for what in ("added", "changed", "removed"):
            yield from ((name, what) for name in getattr(self, what))


def changes(before: Mapping[str, object], after: Mapping[str, object]) -> Changes:
    """What became of named things, each held against its namesake."""
    return Changes(
        tuple(name for name in after if name not in before),
        tuple(name for name in after if name in before and after[name] != before[name]),
        tuple(name for name in before if name not in after),
    )


def summary(before: Site, after: Site) -> str:
    """What changed for readers from one site to another."""
    parts = (
        _pages(before, after),
        _terms(before, after),
        _sources(before, after),
        _studies(before, after),
    )
    found = [part for part in parts if part] or ["No page, term, source or study."]
    return "\n\n".join(["## What this changes for readers", *found])


def _pages(before: Site, after: Site) -> str:
    found = changes(_texts(before), _texts(after))
    if not found:
        return ""
    old, new = ({level.path: level for level in reading_levels(site)} for site in (before, after))
    rows = [
        f"| {_title(path, before, after)} | {what} | {_grade(old.get(path))} | {_grade(new.get(path))} "
        f"| {_limit(new.get(path))} | {_words(old.get(path))} | {_words(new.get(path))} |"
        for path, what in found
    ]
    head = "| page | | grade before | grade after | limit | words before | words after |"
    note = "Grades are Flesch-Kincaid, each name of the glossary counted as one plain word."
    return "\n".join([f"### Pages ({len(rows)})", "", head, "|---|---|--:|--:|--:|--:|--:|", *rows, "", note])


def _texts(site: Site) -> dict[str, object]:
    """The text of each page by its path; the glossary is told term by term."""
    return {page.path: page.source.text for page in site.pages if page.path != GLOSSARY_PATH}


def _title(path: str, before: Site, after: Site) -> str:
    page = after.page(path) or before.page(path)
    return f"{_cell(page.title)} (`{path}`)" if page else f"`{path}`"


def _grade(level: ReadingLevel | None) -> str:
    return f"{level.adjusted.flesch_kincaid:.1f}" if level else ABSENT


def _limit(level: ReadingLevel | None) -> str:
    return f"{level.limits.grade:g}" if level and level.limits else ABSENT


def _words(level: ReadingLevel | None) -> str:
    return f"{level.raw.words:,}" if level else ABSENT


def _terms(before: Site, after: Site) -> str:
    return _list("Terms", changes(_entries(before), _entries(after)))


def _entries(site: Site) -> dict[str, object]:
    """The text of each glossary entry, its heading included, by its name."""
    page = site.page(GLOSSARY_PATH)
    text = page.source.text if page else ""
    return {term.name: text[term.start : term.end].strip() for term in site.glossary.terms}


def _sources(before: Site, after: Site) -> str:
    titles = {
        entry.key: entry.value("title") for site in (before, after) for entry in site.bibliography.entries
    }
    return _list("Sources", changes(_records(before), _records(after)), titles)


def _records(site: Site) -> dict[str, object]:
    """Type and fields of each source by its key."""
    return {
        key: (entry.type, {name: field.value for name, field in entry.fields.items()})
        for key, entry in site.bibliography.by_key.items()
    }


def _studies(before: Site, after: Site) -> str:
    old, new = (site.studies.source.text if site.studies.source else "" for site in (before, after))
    return "" if old == new else "### Study data\n\nChanged: look at the tables and charts that show it."


def _list(heading: str, found: Changes, titles: Mapping[str, str] | None = None) -> str:
    """A list of what became of things; `titles` tells more of each."""
    if not found:
        return ""
    told = titles or {}
    lines = [
        f"- {what}: `{name}`" + (f", {_cell(told[name])}" if told.get(name) else "") for name, what in found
    ]
    return "\n".join([f"### {heading} ({len(lines)})", "", *lines])


def _cell(text: str) -> str:
    """A text of the sources as plain words: no markup of its own, no address, no mention of anyone."""
    plain = " ".join(text.replace("{", "").replace("}", "").split())
    return re.sub(r"([\\`*_\[\]<>()#+!|@~$&])", r"\\\1", plain)


def main(arguments: Sequence[str], root: Path) -> int:
    """Prints what changed since a commit."""
    if len(arguments) != 1:
        print("Name the commit to compare with, such as origin/main.", file=sys.stderr)
        return 2
    try:
        before, after = site_before(root, arguments[0]), read_site(root)
    except (OSError, GitError) as error:
        print(f"changes cannot be told: {error}", file=sys.stderr)
        return 2
    print(summary(before, after))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path.cwd()))
