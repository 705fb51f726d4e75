"""What Python-Markdown needs to know of the guide: terms as link definitions, and no raw HTML.

The names of the glossary are handed to it as link definitions, so that `[FSH]` and `[the hormone][FSH]`
become links by Markdown's own rules. What stays in brackets without a meaning is marked, and no attribute or
address that could carry script gets onto a page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import REFERENCE_RE, ReferenceInlineProcessor, ShortReferenceInlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from apparatus.model.dialect import is_safe_address
from apparatus.model.glossary import Glossary
from apparatus.pages.shield import COMMENT
from apparatus.syntax.names import folded

GLOSSARY_ADDRESS = "/glossary.md"
TERM = "term"
MARK = "apparatus-term"
"""An attribute that authors cannot set; it becomes a link's class once attribute lists are read."""
UNRESOLVED = "unresolved"

KEPT_ATTRIBUTES = frozenset(
    ["id", "class", "lang", "href", "src", "alt", "title", "role", "start", "scope", "colspan", "rowspan"]
)
"""What the tree of a page may carry; a hole in the check `unsafe-html` is so no hole in the page."""
ALIGNMENT = re.compile(r"text-align: (?P<side>left|right|center);")

Match = tuple[ElementTree.Element | str | None, int | None, int | None]


def link_definitions(glossary: Glossary) -> dict[str, tuple[str, str]]:
    """Each name and alias, as Python-Markdown looks it up, with the address of its entry."""
    return {folded(name): (f"{GLOSSARY_ADDRESS}#{term.id}", "") for name, term in glossary.by_name.items()}


class ApparatusExtension(Extension):
    """Teaches Python-Markdown the guide's dialect."""

    def __init__(self, definitions: Mapping[str, tuple[str, str]]) -> None:
        super().__init__()
        self.definitions = definitions

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the parts; called by Python-Markdown."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.preprocessors.register(_Definitions(md, self.definitions), "apparatus_terms", 31)
        # The priorities of the two that they replace.
        md.inlinePatterns.register(_Reference(REFERENCE_RE, md), "reference", 170)
        md.inlinePatterns.register(_ShortReference(REFERENCE_RE, md), "short_reference", 130)
        # After everything that builds or decorates elements.
        md.treeprocessors.register(_Tables(md), "apparatus_tables", -1)
        md.treeprocessors.register(_Captions(), "apparatus_captions", -1)
        md.treeprocessors.register(_Sanitizer(md), "apparatus_sanitizer", -2)
        md.postprocessors.register(_Comments(md), "apparatus_comments", -1)
        if "fenced_code_block" in md.preprocessors:
            fences = md.preprocessors["fenced_code_block"].extension  # type: ignore[attr-defined]
            fences.superfences[0]["formatter"] = _code_block


def _code_block(src: str, language: str | None, **header: object) -> str:
    """Fenced code as HTML: PyMdown's own lets the attribute list after a fence write any markup at all."""
    kind = f' class="language-{html.escape(language)}"' if language else ""
    return f'<pre class="highlight"><code{kind}>{html.escape(src, quote=False)}</code></pre>'


class _Definitions(Preprocessor):
    """Puts the terms among the link definitions that each conversion starts with."""

    def __init__(self, md: Markdown, definitions: Mapping[str, tuple[str, str]]) -> None:
        super().__init__(md)
        self.definitions = definitions

    def run(self, lines: list[str]) -> list[str]:
        self.md.references.update(self.definitions)
        return lines


class _Reference(ReferenceInlineProcessor):
    """`[the hormone][FSH]`."""

    ANCESTOR_EXCLUDES = ("a",)

    def makeTag(self, href: str, title: str, text: str) -> ElementTree.Element:  # noqa: N802 - Python-Markdown's name
        return _link(href, text)


class _ShortReference(ShortReferenceInlineProcessor):
    """`[FSH]`, and whatever else is left in brackets, which is marked for readers of a preview."""

    ANCESTOR_EXCLUDES = ("a",)

    def makeTag(self, href: str, title: str, text: str) -> ElementTree.Element:  # noqa: N802 - Python-Markdown's name
        return _link(href, text)

    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        node, start, end = super().handleMatch(m, data)
        if node is None and start is not None and end is not None:
            node = ElementTree.Element("mark", {"class": UNRESOLVED})
            node.text = data[start:end]
        return node, start, end


def _link(href: str, text: str) -> ElementTree.Element:
    link = ElementTree.Element("a")
    if href.startswith(f"{GLOSSARY_ADDRESS}#"):
        link.set(MARK, "")
    link.set("href", href)
    link.text = text
    return link


class _Tables(Treeprocessor):
    """Gives cells their scope, and their alignment as a class: pages carry no inline style."""

    def run(self, root: ElementTree.Element) -> None:
        for table in root.iter("table"):
            for cell in table.iter("th"):
                cell.set("scope", "col")
            for row in table.iterfind("tbody/tr"):
                if len(row):
                    row[0].tag = "th"
                    row[0].set("scope", "row")
            for cell in (*table.iter("th"), *table.iter("td")):
                if aligned := ALIGNMENT.fullmatch(cell.get("style", "")):
                    cell.set("class", f"{cell.get('class', '')} align-{aligned['side']}".strip())


class _Captions(Treeprocessor):
    """Parts the number of a caption from a link that the caption begins with."""

    def run(self, root: ElementTree.Element) -> None:
        for number in root.iter("span"):
            if number.get("class") == "caption-prefix":
                number.tail = number.tail or " "


class _Sanitizer(Treeprocessor):
    """Drops every attribute that pages do not use, and every address that is not a plain one."""

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            if MARK in element.attrib:
                element.set("class", f"{TERM} {element.get('class', '')}".strip())
            for name in set(element.keys()) - KEPT_ATTRIBUTES:
                del element.attrib[name]
            for name in ("href", "src"):
                if name in element.attrib and not is_safe_address(element.attrib[name]):
                    del element.attrib[name]


class _Comments(Postprocessor):
    """Takes out what stood for comments."""

    def run(self, text: str) -> str:
        return text.replace(COMMENT, "")
