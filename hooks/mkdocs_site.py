"""The hook: MkDocs' events in, log lines and template data out. It holds no rule and no wording of its own.

Event by event: the sources are read and checked before any plugin runs; mkdocs-bibtex is given the project's
style and sees only what it may touch; each built page is held against its source; templates get what stands
around a page.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from datetime import date
from math import inf
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_build_datetime
from mkdocs_bibtex.registry import SimpleRegistry
from pybtex.exceptions import PybtexError

from apparatus.checks import check_site
from apparatus.checks.files import value_fault
from apparatus.model.bibliography import PATH as BIBLIOGRAPHY_PATH
from apparatus.model.bibliography import Bibliography
from apparatus.model.glossary import Glossary
from apparatus.model.page import Page
from apparatus.model.publication import Publication, read_release
from apparatus.model.site import Site, read_site, unread_pages
from apparatus.pages.exhibit_templates import ExhibitTemplates
from apparatus.pages.expansion import ShownSite, show_site
from apparatus.pages.markdown_extension import ApparatusExtension, link_definitions
from apparatus.pages.notes import PrintedEntries, note_parts, printed_entries, slot, split_notes
from apparatus.pages.shield import Shield, shield_page
from apparatus.pages.views import citing_places, page_view, site_values
from apparatus.publishing.built import complete_site
from apparatus.publishing.finishing import POLICY
from apparatus.publishing.history import last_changes
from apparatus.publishing.linking import linking_values
from apparatus.publishing.metadata import page_metadata, site_metadata
from apparatus.report.text import finding_text
from apparatus.syntax.finding import Finding, has_errors
from mkdocs_preview import Memory, surroundings

# Not under "mkdocs.": there `--strict` counts a warning as a failure; one of ours never fails a build.
log = logging.getLogger("apparatus")

Command = Literal["build", "gh-deploy", "serve"]


class Guide:
    """One run of MkDocs; `serve` reads the sources anew for each of its builds."""

    def __init__(self) -> None:
        self.serving = False
        self.memory = Memory()
        self.site = Site((), Glossary(), Bibliography())
        self.entries = PrintedEntries({})
        self.exhibits = ExhibitTemplates(Path(), self.site)
        self.shown = ShownSite(self.site, {})
        self.citing = citing_places(self.site)
        self.shields: dict[str, Shield] = {}
        self.notes: dict[str, tuple[tuple[str, str], ...]] = {}
        self.texts: dict[str, str] = {}
        self.findings: list[Finding] = []
        self.environment = Environment(autoescape=True)
        self.urls: Mapping[str, str] = {}
        self.today = date.today()
        self.changed: Mapping[str, date] = {}

    def on_startup(self, *, command: Command, dirty: bool) -> None:
        """Remembers whether this is a preview, in which findings do not stop the build."""
        self.serving = command == "serve"

    @event_priority(100)  # before mkdocs-bibtex, which dies on a faulty bibliography without saying where
    def read(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads and checks the sources."""
        root = Path(config.config_file_path).parent
        self.site = read_site(root)
        self.findings = []
        # By `SOURCE_DATE_EPOCH` where that is set, so that one commit can be built alike on two days.
        self.today = get_build_datetime().date()
        self.changed = last_changes(root)
        self._report(check_site(self.site, self.today))
        self.exhibits = ExhibitTemplates(root, self.site, self.exhibits.compiled)
        self.shown = show_site(self.site, self.exhibits.make)
        self.citing = citing_places(self.shown.site)
        self._hand_over(config)
        config.extra["release"] = read_release(root)
        config.markdown_extensions.append(ApparatusExtension(link_definitions(self.site.glossary)))  # type: ignore[arg-type]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leaves out of a preview what was not read: nothing is built that was not checked."""
        self._report(
            unread_pages(self.site, (f"docs/{file.src_uri}" for file in files.documentation_pages()))
        )
        for file in list(files):
            # MkDocs publishes what a theme's folder holds, pictures that are templates too.
            if file.src_dir != config.docs_dir and file.src_uri.startswith("exhibits/"):
                files.remove(file)
        lost = {finding.path for finding in self.site.unreadable}
        for file in files.documentation_pages():
            if f"docs/{file.src_uri}" in lost or self.site.page(f"docs/{file.src_uri}") is None:
                files.remove(file)
        return files

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """Has the text built that was checked, whatever was saved in a preview since."""
        return read.source.text if (read := self.site.page(f"docs/{page.file.src_uri}")) else None

    @event_priority(100)
    def shield(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Hides from mkdocs-bibtex what it must not touch, and from the theme what would be markup."""
        # What is a finding in a build is not for the theme in a preview either.
        page.meta = {key: _escaped(value) for key, value in page.meta.items() if not value_fault(key, value)}
        source = self._page(page)
        if source is None:
            return markdown
        body = self.shown.body(source, markdown)
        self.shields[source.path] = shield_page(source, body, self.site.bibliography.by_key)
        return self.shields[source.path].text

    @event_priority(-100)
    def lift(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Shows it again."""
        shield = self.shields.pop(f"docs/{page.file.src_uri}", None)
        if self.serving:
            self.memory.render_once(page, link_definitions(self.site.glossary))
        return shield.lift(markdown) if shield else markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Holds the page against its source and sets its notes apart for the template."""
        source = self._page(page)
        if source is None:
            return html
        self.findings.extend(self.shown.unrendered_references(source, html))
        body, notes = split_notes(html)
        self.notes[source.path] = note_parts(notes)
        self.texts[source.path] = self.exhibits.fill(body)
        return self.texts[source.path]

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Reports what the built pages lost; gives templates what belongs to the whole site."""
        self._report(self.findings)
        env.bytecode_cache = self.exhibits.compiled
        env.globals["reference_html"] = self.entries.html
        self.environment = env
        self.urls = {f"docs/{file.src_uri}": file.url for file in files.documentation_pages()}
        env.globals["page_url"] = {file.src_uri: file.url for file in files.documentation_pages()}
        # The script that reloads a preview is inline, and differs from build to build.
        env.globals["content_policy"] = "" if self.serving else POLICY
        env.globals.update(site_values(self.shown.site, self.citing))
        env.globals.update(site_metadata(self._publication(config)))
        env.globals.update(linking_values(self._publication(config)))
        if self.serving:
            around = surroundings(self.shown.site, config, self.today, self.changed)
            self.memory.keep_unchanged(files, around)
            self.memory.index_once(config)
        return env

    def on_page_context(
        self, context: dict[str, Any], *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> dict[str, Any]:
        """Gives a page's template what surrounds its text."""
        if not page.is_homepage:
            # The theme turns the entities of a heading back into markup, but leaves front matter alone.
            page.meta.setdefault("title", Markup(page.title))
        source = self._page(page)
        if (kept := self.memory.html(page)) is not None:
            context["kept"] = Markup(kept)
        elif source is not None:
            changed = self.changed.get(source.path)
            context["view"] = page_view(self.shown.site, source, self.today, changed)
            context["notes"] = self.notes.pop(source.path, ())
            context.update(page_metadata(self._publication(config), source))
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finishes what was built, and puts further files beside it."""
        built, guide = Path(config.site_dir), self._publication(config)
        complete_site(built, guide, self._filled, config.extra_css, preview=self.serving)

    def _publication(self, config: MkDocsConfig) -> Publication:
        """The guide as this build publishes it."""
        address = f"{(config.site_url or '').rstrip('/')}/"
        return Publication(
            self.shown.site,
            config.site_name,
            address,
            config.extra["release"],
            self.urls,
            self.changed,
            self.texts,
            self.today,
            bool(config.extra.get("sheets")),
        )

    def _filled(self, template: str, values: Mapping[str, object]) -> str:
        return str(self.environment.get_template(template).render(**values))

    def _hand_over(self, config: MkDocsConfig) -> None:
        """Gives mkdocs-bibtex the entries, so that it reads no file, and has it leave a slot for each."""
        try:
            self.entries = printed_entries(self.site.bibliography.source)
        except (PybtexError, ValueError) as error:  # a preview can do without all else, but not without them
            raise PluginError(f"{BIBLIOGRAPHY_PATH} cannot be read: {error}") from error
        plugin: Any = config.plugins["bibtex"]
        plugin.registry = SimpleRegistry([], plugin.config.footnote_format)
        plugin.registry.bib_data.entries = self.entries.entries
        plugin.registry.reference_text = lambda citation: slot(citation.key)
        # It reads its file where that is newer than this.
        plugin.last_configured = inf

    def _page(self, page: MkDocsPage) -> Page | None:
        """The page with its exhibits in place."""
        return self.shown.site.page(f"docs/{page.file.src_uri}")

    def _report(self, findings: Sequence[Finding]) -> None:
        for finding in findings:
            level = logging.ERROR if finding.severity == "error" else logging.WARNING
            log.log(level, "%s", finding_text(finding))
        if has_errors(findings) and not self.serving:
            raise PluginError("there are errors in the sources; docs/checks.md explains each code")


def _escaped(value: object) -> object:
    """Front matter for the theme's templates, which print a title or a description as it stands."""
    return escape(value) if isinstance(value, str) else value


_guide = Guide()
on_startup = _guide.on_startup
on_serve = _guide.memory.on_serve
on_config = _guide.read
on_files = _guide.on_files
on_page_read_source = _guide.on_page_read_source
on_page_markdown = CombinedEvent(_guide.shield, _guide.lift)
on_page_content = _guide.on_page_content
on_env = _guide.on_env
on_page_context = _guide.on_page_context
on_post_page = _guide.memory.on_post_page
on_post_build = _guide.on_post_build
