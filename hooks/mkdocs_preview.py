"""What a preview does beyond a build: it sees a save sooner, and remembers pages from one build to the next.

Pages come in as MkDocs has read them, with all else that their HTML is made of; where both are as they were,
the page gets the HTML that it had. A preview shows what a build of the same files would.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from apparatus.model.bibliography import PATH as BIBLIOGRAPHY_PATH
from apparatus.model.glossary import PATH as GLOSSARY_PATH
from apparatus.model.site import Site
from apparatus.pages.views import citing_places, term_places

KEPT = "kept.html"
"""The template that prints what a page had."""
LOOK_EVERY = 0.05
"""Seconds between two looks at the files; MkDocs takes half a second."""
SETTLE = 0.02
"""Seconds without a further save after which a build starts; MkDocs takes a tenth."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What MkDocs made of a page's Markdown."""

    key: object
    """What it was made from."""
    content: str | None
    """Its HTML."""
    toc: TableOfContents
    """Its table of contents."""
    title: str | None
    """Its first heading."""
    ids: set[str] | None
    """The ids on it."""
    links: Mapping[str, dict[str, str]]
    """The anchors that it leads to, by the file that each is in."""


class Memory:
    """The pages of the last build of a preview."""

    def __init__(self) -> None:
        self._rendered: dict[str, Rendered] = {}
        self._keys: dict[str, object] = {}
        self._html: dict[str, str] = {}
        self._found: dict[str, tuple[object, list[object]]] = {}

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Has a save be seen soon, of the bibliography too."""
        watched = (config.docs_dir, config.config_file_path)
        for path in watched:
            server.unwatch(path)
        server.observer = type(server.observer)(timeout=LOOK_EVERY)
        server.build_delay = SETTLE
        for path in (*watched, str(Path(config.config_file_path).parent / BIBLIOGRAPHY_PATH)):
            server.watch(path)
        return server

    def render_once(self, page: Page, dialect: object) -> None:
        """Has a page be rendered only where its Markdown, or what that leads to, is not as it was."""
        page.render = partial(self._render, page, dialect)  # type: ignore[method-assign]

    def _render(self, page: Page, dialect: object, config: MkDocsConfig, files: Files) -> None:
        key = (page.markdown, dialect, tuple((file.src_uri, file.url) for file in files))
        kept = self._rendered.pop(page.file.src_uri, None)
        if kept is None or kept.key != key:
            with _warnings() as said:
                Page.render(page, config, files)
            if said:  # MkDocs says it again at the next save
                return
            links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
            kept = Rendered(
                key, page.content, page.toc, page._title_from_render, page.present_anchor_ids, links
            )
        page.content, page.toc, page._title_from_render = kept.content, kept.toc, kept.title
        page.present_anchor_ids = kept.ids
        targets = ((files.get_file_from_path(uri), anchors) for uri, anchors in kept.links.items())
        page.links_to_anchors = {file: anchors for file, anchors in targets if file}
        self._rendered[page.file.src_uri] = kept

    def keep_unchanged(self, files: Files, around: object) -> None:
        """Has each page that will look as it did be printed as it was, but for those with a template."""
        pages = (file.page for file in files.documentation_pages())
        for page in (page for page in pages if page and "template" not in page.meta):
            key = (page.content, dict(page.meta), around)
            if self._keys.get(page.file.src_uri) == key and page.file.src_uri in self._html:
                page.meta["template"] = KEPT
            self._keys[page.file.src_uri] = key

    def index_once(self, config: MkDocsConfig) -> None:
        """Has the theme's search read a page only where it is not as it was."""
        search: Any = config.plugins["material/search"]
        index = search.search_index
        read = index.add_entry_from_context

        def add(page: Page) -> None:
            key = (page.content, page.title, page.url)
            kept, entries = self._found.get(page.file.src_uri, (None, []))
            if kept == key:
                index.entries.extend(entries)
                return
            before = len(index.entries)
            read(page)
            self._found[page.file.src_uri] = key, index.entries[before:]

        index.add_entry_from_context = add

    def html(self, page: Page) -> str | None:
        """The HTML that a page had, where that is to be printed again."""
        return self._html[page.file.src_uri] if page.meta.get("template") == KEPT else None

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Remembers what a page looks like."""
        self._html[page.file.src_uri] = output
        return output


def surroundings(site: Site, config: MkDocsConfig, *more: object) -> object:
    """All that the HTML of a page is made of besides the page; it is equal to itself after another build."""
    settings = Path(config.config_file_path)
    templates = sorted(file for file in (settings.parent / "overrides").rglob("*") if file.is_file())
    glossary = site.page(GLOSSARY_PATH)
    data = (site.bibliography.source, site.studies.source, site.go.source, site.codes.source)
    return (
        settings.read_text("utf-8"),
        tuple((file, file.stat().st_mtime_ns) for file in templates),
        tuple((page.path, page.title, page.front_matter) for page in site.pages),
        (glossary and glossary.source, *data),
        citing_places(site),
        term_places(site),
        more,
    )


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record)


@contextmanager
def _warnings() -> Iterator[list[logging.LogRecord]]:
    """What MkDocs warns of meanwhile."""
    listener, log = _Listener(), logging.getLogger("mkdocs")
    log.addHandler(listener)
    try:
        yield listener.said
    finally:
        log.removeHandler(listener)
