"""A Markdown extension that loses a mention, as a plugin of another project might."""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor


class _Lossy(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return [line.replace("A [Leydig cell].", "A Leydig cell.") for line in lines]


class LossyExtension(Extension):
    """Takes a mention out of the text that Markdown converts."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the loss; called by Python-Markdown."""
        md.preprocessors.register(_Lossy(md), "lossy", 100)


def makeExtension(**options: object) -> LossyExtension:  # noqa: N802 - Python-Markdown's name
    """The extension; Python-Markdown calls this."""
    return LossyExtension(**options)
