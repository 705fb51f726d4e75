"""Asks for every address outside that the built site leads to, and prints which are gone, as Markdown.

    python -m tools.links site

In: a folder of a built site, and the network. Out: Markdown on stdout; the exit status is 1 where an address
is gone, 2 where there is no site. What refuses programs but may well serve readers is counted, and not named
gone. A DOI is looked up where DOIs are kept: publishers turn programs away.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html.parser import HTMLParser
from http import HTTPStatus
from pathlib import Path
from typing import Literal
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urldefrag, urlsplit
from urllib.request import Request, urlopen

State = Literal["there", "gone", "silent"]

DOI = "https://doi.org/"
HANDLES = "https://doi.org/api/handles/"
"""Answers 404 for a DOI that nobody registered (https://www.doi.org/the-identifier/resources/handbook)."""
AGENT = "Mozilla/5.0 (compatible; link check of a reference site, once a week)"
SECONDS = 30
AT_ONCE = 8
GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
"""Any other refusal may be meant for programs alone."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for an address."""

    address: str
    """As the site has it, without what follows `#`."""
    state: State
    """`silent` is neither: refused, too slow, or no network."""
    reason: str
    """What was said, such as `404 Not Found`."""


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps where links lead that a reader can follow."""
        if tag == "a":
            self.found.extend(value for name, value in attrs if name == "href" and value)


def outside_links(pages: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The pages that lead to each address outside, given the HTML of each page by its path."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for path, html in pages:
        parser = _Links()
        parser.feed(html)
        for address in dict.fromkeys(urldefrag(found).url for found in parser.found):
            if urlsplit(address).scheme in {"http", "https"} and not is_here(address):
                places[address].append(path)
    return dict(sorted(places.items()))


def is_here(address: str) -> bool:
    """Whether it is the address of a preview, which nobody else can reach."""
    return urlsplit(address).hostname in {"localhost", "127.0.0.1"}


def asked(address: str) -> Answer:
    """What an address says when it is asked for."""
    target = HANDLES + quote(address.removeprefix(DOI)) if address.startswith(DOI) else address
    try:
        with urlopen(Request(target, headers={"User-Agent": AGENT}), timeout=SECONDS) as response:
            return Answer(address, "there", f"{response.status}")
    except HTTPError as error:
        return Answer(address, "gone" if error.code in GONE else "silent", f"{error.code} {error.reason}")
    except (URLError, OSError, ValueError) as error:
        return Answer(address, "silent", str(error))


def report(answers: Sequence[Answer], places: Mapping[str, Sequence[str]]) -> str:
    """The answers as Markdown, what is gone first."""
    gone, silent = _of("gone", answers), _of("silent", answers)
    lines = [
        "## Addresses outside",
        "",
        f"{len(answers)} asked, {len(gone)} gone, {len(silent)} without an answer to a program.",
        *_section("Gone", gone, places),
        *_section("Not answered: look at some by hand", silent, places),
    ]
    return "\n".join(lines)


def _of(state: State, answers: Iterable[Answer]) -> list[Answer]:
    return [answer for answer in answers if answer.state == state]


def _section(heading: str, answers: Sequence[Answer], places: Mapping[str, Sequence[str]]) -> Iterator[str]:
    if answers:
        yield from ("", f"### {heading}", "")
    for answer in answers:
        on = ", ".join(f"`{path}`" for path in places[answer.address])
        yield f"- <{answer.address}>: {answer.reason}; on {on}"


def main(arguments: Sequence[str]) -> int:
    """Asks for all that the site leads to."""
    folder = Path(arguments[0]) if len(arguments) == 1 else Path()
    files = sorted(folder.rglob("*.html")) if len(arguments) == 1 else []
    if not files:
        print("Name the folder of a built site, such as site.", file=sys.stderr)
        return 2
    places = outside_links((file.relative_to(folder).as_posix(), file.read_text("utf-8")) for file in files)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(asked, places))
    print(report(answers, places))
    return int(bool(_of("gone", answers)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
