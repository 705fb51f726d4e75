"""Build and check time of this project against Material with mkdocs-bibtex: `python -m benchmarks.run`."""

from __future__ import annotations
