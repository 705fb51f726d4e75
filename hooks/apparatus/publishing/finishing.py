"""The last touches on built pages, where no template reaches: scripts, styles, attributes, the foot of paper.

A page's HTML comes in and goes out; nothing here knows what the page says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from html import escape

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'"
)
"""The Content-Security-Policy of every page: files of this site, and nothing that stands in a page runs.

`img-src data:` is for the theme's icons, which are masks; `connect-src` and `worker-src` for search.
"""

# A script that stands in its page; one with `src` or a type of data does not.
INLINE = re.compile(r"<script>(?P<text>.+?)</script>", re.DOTALL)
# HTML has no autocomplete for checkboxes: Nu HTML checker, "autocomplete" with type=checkbox.
CHECKBOX = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
# A field of a form that nobody can use, and without a name; the style sheet draws the box of a task.
TASK = re.compile(r'<input type="checkbox" disabled(?P<done> checked)?/> ')
# The space before the last number of a row of citations, which is not to begin a line by itself.
LAST_SPACE = re.compile(r',&thinsp;(?=</sup><sup id="[^"]*"><a [^>]*>\d+</a></sup>)')
# A citation's number in the search index, where it leads nowhere and two read as one.
CITED = re.compile(r"(?:<sup>\d+</sup>)+")
FOOT = re.compile(r'<p class="address" data-foot="(?P<foot>[^"]*)">')
ROOT = '<html lang="en"'
# A line's end with the spaces around it; but in these elements it is part of the text.
LINE_END = re.compile(r"(?P<kept><(?P<tag>pre|script|textarea)\b.*?</(?P=tag)>)|\s*\n\s*", re.DOTALL)
# The theme's script, and where files of the site are from there.
BUNDLE = re.compile(r'<script src="(?P<folder>[^"]*?)assets/javascripts/bundle\.')
# A leaflet has a style sheet of its own.
SHEET = re.compile(r'<link rel="stylesheet" href="(?P<folder>[^"]*?)assets/(?!sheet\.css)[^"]*">')


def finished(page: str) -> str:
    """A built page without the theme's faulty attributes, and with its foot where print finds it."""
    page = CHECKBOX.sub(r"\1", page)
    page = TASK.sub(lambda found: "\u2713 " if found["done"] else "", LAST_SPACE.sub(",\u202f", page))
    foot = FOOT.search(page)
    return compact(page.replace(ROOT, f'{ROOT} data-foot="{foot["foot"]}"', 1) if foot else page)


def compact(page: str) -> str:
    """A page without the empty lines and indents of its templates."""
    return LINE_END.sub(lambda found: found["kept"] or "\n", page).lstrip()


def without_inline_scripts(page: str) -> tuple[str, dict[str, str]]:
    """A page whose scripts are all files, and those that stood in it by their paths in the site.

    They run right before the theme's own script, the only one that needs them: none holds up the text.
    """
    bundle = BUNDLE.search(page)
    if not bundle:
        return page, {}
    texts = [found["text"] for found in INLINE.finditer(page)]
    scripts = {f"assets/javascripts/page.{sha256(text.encode()).hexdigest()[:8]}.js": text for text in texts}
    tags = "".join(f'<script src="{bundle["folder"]}{path}"></script>\n' for path in scripts)
    before, after = INLINE.sub("", page[: bundle.start()]), INLINE.sub("", page[bundle.start() :])
    return before + tags + after, scripts


def with_one_sheet(page: str, sheet: str) -> str:
    """A page that links `sheet`, a path in the site, in place of its own; where it is empty, as it is."""
    first = SHEET.search(page)
    if not first or not sheet:
        return page
    link = f'<link rel="stylesheet" href="{first["folder"]}{sheet}">'
    return page[: first.start()] + link + SHEET.sub("", page[first.end() :])


def boosted_index(index: str, aliases: Mapping[str, str], glossary: str, boost: int = 10) -> str:
    """The search index with each term's aliases in its title, terms before everything else, and no citations.

    `aliases` are by the id of the term, as one text; `glossary` is its page's address, such as `glossary/`.
    """
    data = json.loads(index)
    for section in data["docs"]:
        page, _, anchor = section["location"].partition("#")
        section["text"] = CITED.sub("", section["text"])
        if page == glossary and anchor in aliases:
            # The theme shows titles as HTML.
            names = escape(aliases[anchor])
            section["title"] += f" ({names})" if names else ""
            section["boost"] = boost
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
