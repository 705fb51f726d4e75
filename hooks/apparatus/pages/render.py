"""A page's text as HTML without MkDocs: what `fix` holds its changes against, and tests the scanner."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml
from markdown import Markdown

from apparatus.model.glossary import Glossary
from apparatus.model.page import Page
from apparatus.pages.markdown_extension import ApparatusExtension, link_definitions
from apparatus.pages.shield import citation_blocks, shield_page
from apparatus.syntax.references import KEY

SETTINGS = "mkdocs.yml"
Options = Mapping[str, Mapping[str, object]]


class _SettingsLoader(yaml.SafeLoader):
    """Reads `mkdocs.yml`, whose `!ENV` values are of no concern here."""


_SettingsLoader.add_multi_constructor("!", lambda loader, suffix, node: None)


class SettingsError(Exception):
    """`mkdocs.yml` names no Markdown extensions that work; the text says why, in one line."""

    def __init__(self, reason: object) -> None:
        super().__init__(f"the Markdown extensions of {SETTINGS} cannot be used: {_one_line(reason)}")


def _one_line(reason: object) -> str:
    return " ".join(str(reason).split())


def read_extensions(root: Path) -> Options:
    """The Markdown extensions that `mkdocs.yml` names, each with its options; none without that file.

    Raises:
        OSError: the file cannot be opened.
        SettingsError: it is not YAML, or not the YAML that MkDocs wants.
    """
    file = root / SETTINGS
    try:
        settings = yaml.load(file.read_text("utf-8"), Loader=_SettingsLoader) if file.exists() else {}
        named: dict[str, Mapping[str, object]] = {}
        for item in (settings or {}).get("markdown_extensions") or ():
            named |= item if isinstance(item, dict) else {str(item): {}}
        return {name: dict(options or {}) for name, options in named.items()}
    except (yaml.YAMLError, AttributeError, TypeError, ValueError) as error:
        raise SettingsError(error) from error


class Renderer:
    """Turns pages into HTML as the site does, but for the printed form of each entry."""

    def __init__(self, glossary: Glossary, extensions: Options) -> None:
        """Loads the extensions.

        Raises:
            SettingsError: one of them is not there, or does not take its options.
        """
        own = ApparatusExtension(link_definitions(glossary))
        configs = {name: dict(options) for name, options in extensions.items()}
        # MkDocs adds these by itself.
        names = dict.fromkeys(["toc", "tables", *extensions])
        try:
            self._markdown = Markdown(extensions=[*names, own], extension_configs=configs)
        except Exception as error:  # an extension may raise anything
            raise SettingsError(repr(error)) from error

    def html(self, page: Page, known: Mapping[str, object]) -> str:
        """The HTML of a page's body; citations of known keys are its footnotes."""
        body = page.source.text[page.front_matter.end :].lstrip("\n")
        shield = shield_page(page, body, known)
        text, keys = shield.text, list[str]()
        for start, end in citation_blocks(page, known):
            block = page.source.text[start:end]
            cited = [key["key"] for key in KEY.finditer(block)]
            keys += cited
            text = text.replace(block, "".join(f"[^ref-{key}]" for key in cited))
        notes = "\n".join(f"[^ref-{key}]: {key}" for key in dict.fromkeys(keys))
        return self._markdown.reset().convert(shield.lift(text) + notes)
