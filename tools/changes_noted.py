"""Asks whether a change of a page is one of meaning, where the list of changes has no new line about it.

    python -m tools.changes_noted origin/main --comment comment.md

In: this checkout, and the branch that its changes are to go to. Out: one GitHub annotation on stdout for each
reviewed page that does not say what it said where the two parted, and of which `docs/about/changes.md` says
nothing new; and to the file a comment for the pull request, empty where there is nothing to ask. The exit
status is 0 either way, for no program can tell a new meaning from new wording; it is 2 where git cannot tell.
"""

from __future__ import annotations

import argparse
import posixpath
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from apparatus.model.changes import PATH
from apparatus.model.page import Page
from apparatus.model.site import read_site
from tools.before import GitError, site_before
from tools.unnoted import unnoted_pages

QUESTION = "the text of this page changed: if its meaning did, add a line to docs/about/changes.md"
COMMENT = """\
### Did the meaning change?

The text of some pages changed here, and the list of changes has no new line about them. Clinics hold printed
sheets of these pages and look into that list to learn whether a sheet still holds.

**If a page now means something else**, add its line to `{path}`, at the top or under today's heading:

````markdown
## {today} {{ #d-{today} }}

{lines}
````

**If only wording or spelling changed**, there is nothing to do: just say so in the pull request.
"""


def main(arguments: Sequence[str], root: Path) -> int:
    """Compares, prints and writes."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.changes_noted", description=__doc__.splitlines()[0]
    )
    parser.add_argument("base", help="the branch or commit that the changes are to go to")
    parser.add_argument("--comment", type=Path, metavar="FILE", help="where to write the comment")
    options = parser.parse_args(arguments)
    try:
        pages = unnoted_pages(site_before(root, options.base), read_site(root))
    except (OSError, GitError) as error:
        print(f"changes cannot be compared: {error}", file=sys.stderr)
        return 2
    print(*(annotation(page) for page in pages), sep="\n", end="\n" if pages else "")
    if options.comment:
        options.comment.write_text(comment(pages, datetime.now(UTC).date()), "utf-8")
    return 0


def annotation(page: Page) -> str:
    """The workflow command that marks a page in the view of a pull request."""
    file = page.path.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::warning file={file},line=1,title=unnoted-change::{QUESTION}"


def comment(pages: Sequence[Page], today: date) -> str:
    """What to ask in the pull request; nothing where there is no page to ask about."""
    lines = "\n".join(f"- {link(page)}: what it says now, and what it said before." for page in pages)
    return COMMENT.format(path=PATH, today=today.isoformat(), lines=lines) if pages else ""


def link(page: Page) -> str:
    """A page as a line of the list begins with it: `[Safety](../fundamentals/safety.md) (Fundamentals)`."""
    # On one line, so that no title ends the fence that it stands in.
    title = " ".join(page.title.split())
    depth = f" ({page.tier.capitalize()})" if page.tier else ""
    return f"[{title}]({posixpath.relpath(page.path, posixpath.dirname(PATH))}){depth}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path.cwd()))
