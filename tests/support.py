"""What tests share: a small guide in memory, its pages as HTML, and what the checks say of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from apparatus.checks import check_site
from apparatus.model.page import Page
from apparatus.model.site import Site, build_site
from apparatus.pages.render import Options, Renderer, read_extensions
from apparatus.syntax.finding import Finding, has_errors
from apparatus.syntax.source import Source

REPOSITORY = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 23)
PAGE = "docs/page.md"

GLOSSARY = """\
# Glossary

## F

### FSH { #fsh data-aliases="follitropin" }

A hormone of the [pituitary gland].

## L

### Leydig cell { #leydig-cell data-aliases="Leydig cells" }

A cell that [LH] acts on.

### LH { #lh }

A hormone that goes with [FSH].

## P

### Pituitary gland { #pituitary-gland }

A gland that tells [Leydig cells] to work.
"""

BIBLIOGRAPHY = """\
@article{doe2001first,
  author = {Doe, Jane and Roe, Richard},
  title = {A first study},
  journal = {Journal of Examples},
  year = {2001},
  kind = {cohort},
  record = {seen},
}

@book{roe2002second,
  author = {Roe, Richard},
  title = {A second study},
  publisher = {Example Press},
  year = {2002},
  kind = {review},
  record = {seen},
}
"""

HOSTILE = (
    '"><script>alert(1)</script>',
    "javascript:alert(1)",
    "]](x)",
    "`code` ``more``",
    "<img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</textarea></title></script><svg/onload=alert(1)>",
    "{{ config }}{% raw %}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)
"""Values that would do harm where something takes them for markup, an address or a template."""

HARMFUL_TAGS = frozenset(
    ["script", "iframe", "object", "embed", "svg", "style", "form", "base", "meta", "link", "img", "math"]
)
SCHEMES = ("http://", "https://", "mailto:")
ADDRESSES = frozenset({"href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href"})


def site_of(
    page: str = "", *, path: str = PAGE, glossary: str = GLOSSARY, bibliography: str = BIBLIOGRAPHY
) -> Site:
    """A site of a glossary, a bibliography and, where it has text, one page."""
    sources = [Source("docs/glossary.md", glossary), Source("bibliography.bib", bibliography)]
    return build_site([*sources, Source(path, page)] if page else sources)


def page_of(site: Site, path: str = PAGE) -> Page:
    """A page that is there."""
    page = site.page(path)
    assert page is not None, path
    return page


def findings_on(site: Site, path: str = PAGE) -> list[Finding]:
    """What the checks say of one file."""
    return [finding for finding in check_site(site, TODAY) if finding.path == path]


def has_errors_on(site: Site, path: str = PAGE) -> bool:
    """Whether the checks would stop a build for what one file says."""
    return has_errors(findings_on(site, path))


def codes(findings: Iterable[Finding]) -> list[str]:
    """The codes of findings, in their order."""
    return [finding.code for finding in findings]


@cache
def extensions() -> Options:
    """The Markdown extensions of this repository's own settings."""
    return read_extensions(REPOSITORY)


@cache
def _renderer(glossary: str) -> Renderer:
    return Renderer(site_of(glossary=glossary).glossary, extensions())


def html_of(site: Site, path: str = PAGE, glossary: str = GLOSSARY) -> str:
    """A page as the site's own converter renders it, whatever the checks say."""
    return _renderer(glossary).html(page_of(site, path), site.bibliography.by_key)


def converted(text: str) -> str:
    """A page's text as HTML."""
    return html_of(site_of(text))


def parse(html: str) -> LexborHTMLParser:
    """HTML as a browser would read it."""
    return LexborHTMLParser(html)


def only(html: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """The one element that a selector finds."""
    found = html.css(selector)
    assert len(found) == 1, f"{len(found)} elements are `{selector}`"
    return found[0]


def elements(html: str) -> Iterator[tuple[LexborNode, Mapping[str, str]]]:
    """Every element of a piece of HTML, each with its attributes."""
    for node in parse(html).css("body *"):
        yield node, {name: value or "" for name, value in node.attributes.items()}


def harm_in(html: str) -> list[str]:
    """What in a piece of HTML could run or load something: empty for a harmless one."""
    return [harm for node, attributes in elements(html) for harm in _harm(str(node.tag), attributes)]


def _harm(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    if tag in HARMFUL_TAGS and not (tag == "img" and is_plain_address(attributes.get("src", ""))):
        yield f"<{tag}>"
    for name, value in attributes.items():
        if name.startswith("on") or name in {"style", "srcdoc"}:
            yield f"<{tag} {name}>"
        if name in ADDRESSES and not is_plain_address(value):
            yield f"<{tag} {name}={value!r}>"


def is_plain_address(address: str) -> bool:
    """Whether an address is relative, or one that a browser opens without running anything."""
    plain = "".join(character for character in address if character.isprintable()).strip().lower()
    scheme = re.match(r"[a-z][a-z0-9+.-]*:", plain)
    return plain.startswith(SCHEMES) if scheme else not plain.replace("\\", "/").startswith("//")
