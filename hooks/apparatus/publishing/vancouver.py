"""References in the form of the National Library of Medicine (Vancouver), as a style of pybtex.

Authors up to six, then *et al.*; title as written; journal; year;volume(issue):pages; DOI; PMID. See Patrias
K, Citing Medicine, 2nd edition, chapter 1 (journals), National Library of Medicine.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import quote

from pybtex.backends.html import Backend as HtmlBackend
from pybtex.database import Entry, Person
from pybtex.exceptions import PybtexError
from pybtex.richtext import HRef, Text
from pybtex.style import FormattedEntry
from pybtex.style.formatting import BaseStyle

LATEX = re.compile(r"[\\{}$~]|--")
BARE_PERCENT = re.compile(r"(?<!\\)%")
MOST_AUTHORS = 6
CONTAINERS = ("journal", "booktitle", "publisher", "institution", "howpublished")
DOI_ADDRESS = "https://doi.org/"
PUBMED_ADDRESS = "https://pubmed.ncbi.nlm.nih.gov/"


class VancouverStyle(BaseStyle):
    """Formats an entry as `Raman JD, Schlegel PN. Title. Journal. 2002;167(2):624-629. doi:… PMID:…`."""

    def format_entry(self, label: str, entry: Entry, bib_data: object = None) -> FormattedEntry:
        """The entry as rich text, under its key."""
        parts = [part for part in _parts(entry) if part]
        return FormattedEntry(entry.key, Text(" ").join(parts), label)


class SafeHtmlBackend(HtmlBackend):
    """HTML in which nothing from a field can become markup."""

    def format_str(self, text: str) -> str:
        """Text with the characters of markup escaped, quotes included."""
        return html.escape(text)

    def format_protected(self, text: str) -> str:
        """What braces protected, without a span around it."""
        return text

    @staticmethod
    def format_href(url: str, text: str, external: bool = False) -> str:
        """A link; pybtex's own does not escape the address."""
        return f'<a href="{html.escape(url)}">{text}</a>'


def plain_text(value: str) -> str:
    """A field's words without BibTeX's signs: `{FSH} \\& {LH}` is `FSH & LH`."""
    return str(_text(value))


def _parts(entry: Entry) -> Iterator[Text]:
    yield _closed(_people(entry))
    yield _closed(_text(_value(entry, "title")))
    container = next((name for name in CONTAINERS if _value(entry, name)), "")
    yield _closed(_text(_value(entry, container)))
    yield _closed(_issue(entry))
    yield from _addresses(_value(entry, "doi"), _value(entry, "pmid"), _value(entry, "url"))


def _addresses(doi: str, pmid: str, url: str) -> Iterator[Text]:
    if doi:
        yield Text(HRef(DOI_ADDRESS + quote(doi, safe="/:;()._-"), f"doi:{doi}"), ".")
    if pmid:
        yield Text(HRef(PUBMED_ADDRESS + quote(pmid) + "/", f"PMID:{pmid}"), ".")
    elif not doi and _is_web_address(url):
        yield Text(HRef(quote(url, safe=":/?#[]@!$&'()*+,;=%~._-"), url))


def _is_web_address(url: str) -> bool:
    return url.startswith(("https://", "http://"))


def _value(entry: Entry, name: str) -> str:
    return str(entry.fields.get(name, "")) if entry.fields else ""


def _text(value: str) -> Text:
    # Decoding LaTeX is most of the work of an entry, and few values need it.
    if not LATEX.search(value):
        return Text(value)
    try:
        # TeX takes the rest of a line after a bare % for a comment; a bibliography means the sign.
        decoded: Text = Text.from_latex(BARE_PERCENT.sub(r"\\%", value))
    except (PybtexError, UnicodeError):
        # It is a `malformed-entry`; a preview shows it as typed.
        return Text(value)
    return decoded


def _closed(text: Text) -> Text:
    plain = str(text)
    return text if not plain or plain.endswith((".", "?", "!")) else Text(text, ".")


def _people(entry: Entry) -> Text:
    people = _persons(entry, "author") or _persons(entry, "editor")
    named = [person for person in people if str(person) != "others"]
    names = [Text(_name(person)) for person in named[:MOST_AUTHORS]]
    if len(named) > MOST_AUTHORS or len(named) < len(people):
        names.append(Text("et al"))
    listed: Text = Text(", ").join(names)
    return listed


def _persons(entry: Entry, role: str) -> list[Person]:
    return list(entry.persons.get(role, [])) if entry.persons else []


def _name(person: Person) -> str:
    given = " ".join([*person.first_names, *person.middle_names])
    # "Jay D." and "Anne-Marie" become JD and AM.
    initials = "".join(_initial(name) for name in re.split(r"[\s-]+", str(_text(given))))
    family = " ".join([*person.prelast_names, *person.last_names])
    return " ".join(part for part in (str(_text(family)), initials, *person.lineage_names) if part)


def _initial(name: str) -> str:
    # Initials may be printed without a space between them: "F.H."
    return "".join(part.strip()[0] for part in name.split(".") if part.strip())


def _issue(entry: Entry) -> Text:
    year = _value(entry, "year").replace("n.d.", "Date not given")
    volume, number, pages = (_value(entry, name) for name in ("volume", "number", "pages"))
    issue = volume + (f"({number})" if number else "")
    return _text(year + (f";{issue}" if issue else "") + (f":{pages}" if pages else ""))
