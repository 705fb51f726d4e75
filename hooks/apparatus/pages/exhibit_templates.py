"""What each exhibit is made of: its template in `overrides/exhibits/`, filled with values of the site.

`NAME.md` makes a Markdown table that goes through all that a page goes through; `NAME.svg` and `NAME.html`
make finished HTML, for which the page keeps a slot until Markdown is done with it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from apparatus.model.site import Site
from apparatus.pages.exhibit_values import exhibit_values
from apparatus.pages.expansion import CLOSING, OPENING, Made, slot

FOLDER = "overrides/exhibits"
FRAME = "frame.html"
"""The template around each exhibit that is HTML."""
SLOT = re.compile(rf"<p>{OPENING}(?P<name>[a-z-]+){CLOSING}</p>")


class CompiledTemplates(BytecodeCache):
    """Templates as they were compiled, so that a preview compiles again only what changed."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives a template its code, where that was compiled from the same text."""
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a template."""
        self._code[bucket.key] = bucket.bytecode_to_string()


class ExhibitTemplates:
    """The templates of one guide; each is filled at most once."""

    def __init__(self, root: Path, site: Site, compiled: CompiledTemplates | None = None) -> None:
        self.site = site
        self.compiled = compiled or CompiledTemplates()
        self.environment = Environment(
            loader=FileSystemLoader(root / FOLDER),
            autoescape=lambda name: name is not None and not name.endswith(".md"),
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            bytecode_cache=self.compiled,
        )
        self.files = frozenset(self.environment.list_templates())
        self._html = cache(self._frame)

    def make(self, name: str) -> Made:
        """What stands on a page for an exhibit: its table, or a slot."""
        if f"{name}.md" not in self.files:
            return slot(name)
        return Made(self._filled(f"{name}.md", name), f"table-caption | .exhibit-{name}")

    def fill(self, content: str) -> str:
        """A page's HTML with each slot filled; one without a template stays empty."""
        return SLOT.sub(lambda found: self._html(found["name"]), content)

    def _frame(self, name: str) -> str:
        file = next((file for file in (f"{name}.svg", f"{name}.html") if file in self.files), None)
        return self._filled(FRAME, name, file) if file else ""

    def _filled(self, template: str, name: str, file: str = "") -> str:
        values = exhibit_values(self.site, name)
        return self.environment.get_template(template).render(name=name, file=file, **values).strip()
