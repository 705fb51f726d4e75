"""A guide of which a page and some headings moved, for tests."""

from __future__ import annotations

from collections.abc import Mapping

MOVED: Mapping[str, str] = {
    "docs/about/how-made.md": "# How it is made { #made }\n\n## Corrections { #corrections }\n\nTell us.\n",
    "docs/go.yml": """\
words:
  made: old/made/
redirects:
  old/made/: about/how-made/
  old/made/#mend: about/how-made/#corrections
  about/how-made/#mistakes: about/how-made/#corrections
  about/how-made/#top: about/how-made/
  about/how-made/#audit: source-audit/#audit
  references/#roe2001: references/#doe2001first
""",
    "docs/addresses.txt": "old/made/#corrections\nabout/how-made/#mistakes\n",
}
