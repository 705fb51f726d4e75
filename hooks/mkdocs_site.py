"""The hook: MkDocs' events in, log lines and template data out. It holds no rule and no wording of its own.

Event by event: the sources are read and checked before any plugin runs; mkdocs-bibtex is given the project's
style and sees only what it may touch; each built page is held against its source; templates get what stands
around a page.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from apparatus.bibliography import PATH as BIBLIOGRAPHY_PATH
from apparatus.bibliography import Bibliography
from apparatus.checks import check_site
from apparatus.finding import Finding, has_errors
from apparatus.glossary import Glossary
from apparatus.markdown_extension import ApparatusExtension, link_definitions
from apparatus.notes import PrintedEntries, slot, split_notes
from apparatus.page import Page
from apparatus.rendered import unrendered_references
from apparatus.report.text import finding_text
from apparatus.shield import Shield, shield_page
from apparatus.site import Site, read_site
from apparatus.views import citing_places, page_view, reference_list

# Not under "mkdocs.": there `--strict` counts a warning as a failure; one of ours never fails a build.
log = logging.getLogger("apparatus")

Command = Literal["build", "gh-deploy", "serve"]


class Guide:
    """One run of MkDocs; `serve` reads the sources anew for each of its builds."""

    def __init__(self) -> None:
        self.serving = False
        self.site = Site((), Glossary(), Bibliography())
        self.entries = PrintedEntries({})
        self.citing = citing_places(self.site)
        self.shields: dict[str, Shield] = {}
        self.notes: dict[str, str] = {}
        self.findings: list[Finding] = []

    def on_startup(self, *, command: Command, dirty: bool) -> None:
        """Remembers whether this is a preview, in which findings do not stop the build."""
        self.serving = command == "serve"

    @event_priority(100)  # before mkdocs-bibtex, which dies on a faulty bibliography without saying where
    def read(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads and checks the sources."""
        self.site = read_site(Path(config.config_file_path).parent)
        self.citing = citing_places(self.site)
        self.findings = []
        findings = check_site(self.site, date.today())
        self._report(findings)
        if self.serving and not _is_usable(self.site):
            raise PluginError(f"{BIBLIOGRAPHY_PATH} cannot be read; mend it and save")
        config.markdown_extensions.append(ApparatusExtension(link_definitions(self.site.glossary)))  # type: ignore[arg-type]
        return config

    @event_priority(-100)  # after mkdocs-bibtex, which makes its registry here
    def dress(self, config: MkDocsConfig) -> MkDocsConfig:
        """Hands mkdocs-bibtex our style, and has it leave a slot for each entry."""
        registry: Any = config.plugins["bibtex"].registry  # type: ignore[attr-defined]
        self.entries = PrintedEntries(registry.bib_data.entries)
        registry.reference_text = lambda citation: slot(citation.key)
        return config

    @event_priority(100)
    def shield(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Hides from mkdocs-bibtex what it must not touch."""
        source = self._page(page)
        if source is None:
            return markdown
        self.shields[source.path] = shield_page(source, markdown, self.site.bibliography.by_key)
        return self.shields[source.path].text

    @event_priority(-100)
    def lift(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Shows it again."""
        shield = self.shields.pop(f"docs/{page.file.src_uri}", None)
        return shield.lift(markdown) if shield else markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Holds the page against its source and sets its notes apart for the template."""
        source = self._page(page)
        if source is None:
            return html
        self.findings.extend(unrendered_references(self.site, source, html))
        body, notes = split_notes(html)
        self.notes[source.path] = self.entries.fill(notes)
        return body

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Reports what the built pages lost; gives templates what belongs to the whole site."""
        self._report(self.findings)
        env.globals["reference_html"] = self.entries.html
        env.globals["page_url"] = {file.src_uri: file.url for file in files.documentation_pages()}
        env.globals["all_references"] = lambda: reference_list(self.site, self.citing)
        return env

    def on_page_context(
        self, context: dict[str, Any], *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> dict[str, Any]:
        """Gives a page's template what surrounds its text."""
        source = self._page(page)
        if source is not None:
            context["view"] = page_view(self.site, source, self.citing)
            context["notes"] = self.notes.pop(source.path, "")
        return context

    def _page(self, page: MkDocsPage) -> Page | None:
        return self.site.page(f"docs/{page.file.src_uri}")

    def _report(self, findings: Sequence[Finding]) -> None:
        for finding in findings:
            level = logging.ERROR if finding.severity == "error" else logging.WARNING
            log.log(level, "%s", finding_text(finding))
        if has_errors(findings) and not self.serving:
            raise PluginError("there are errors in the sources; docs/checks.md explains each code")


def _is_usable(site: Site) -> bool:
    """Whether mkdocs-bibtex can read the bibliography; a preview can do without anything else."""
    return site.has_bibliography and not site.bibliography.faults


_guide = Guide()
on_startup = _guide.on_startup
on_config = CombinedEvent(_guide.read, _guide.dress)
on_page_markdown = CombinedEvent(_guide.shield, _guide.lift)
on_page_content = _guide.on_page_content
on_env = _guide.on_env
on_page_context = _guide.on_page_context
