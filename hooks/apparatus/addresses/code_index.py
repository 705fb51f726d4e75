"""What portals and readers see of the codes: an index for machines, and the rows of tables.

The index has the names of the HL7 Infobutton request, as MedlinePlus Connect takes them, so that a portal
finds what it would ask a server for: `mainSearchCriteria.v.cs` is the system, `.c` its code, `.dn` the name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from apparatus.addresses.code_links import printed_codes
from apparatus.addresses.destinations import all_forwards
from apparatus.addresses.forwards import Forward, page_urls, target_url
from apparatus.addresses.published import page_address, page_of
from apparatus.model.codes import Code, CodeSystem, MissingCode
from apparatus.model.publication import Fill, Publication
from apparatus.model.site import Site

PATH = "codes.json"
LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One code as the table shows it."""

    address: str
    """Where it stands in the site, such as `go/icd10/N46.9/`."""
    name: str
    """What it stands for."""
    title: str
    """What it leads to."""
    link: str
    """The page or heading it leads to, as a link of Markdown from the root of the pages."""
    seen: str
    """The address where it was seen."""
    whose: str
    """Whose address that is, such as `api.fda.gov`."""
    remark: str
    """What a reader must know of that source."""


def code_files(publication: Publication, fill: Fill) -> Iterator[tuple[str, str]]:
    """The index of all codes, `codes.json`; none where there are no codes."""
    if publication.site.codes.codes:
        yield PATH, json.dumps(code_index(publication), ensure_ascii=False, indent=1) + "\n"


def code_index(publication: Publication) -> dict[str, object]:
    """What the index says: of the guide, of its code systems and their notices, and of each code."""
    site, urls = publication.site, page_urls(publication)
    return {
        "name": publication.name,
        "address": publication.address,
        "release": publication.release,
        "systems": [_system(system) for system in site.codes.systems if not system.decision],
        "entries": [_entry(publication, code, lead, urls) for code, lead in _leads(site)],
    }


def _system(system: CodeSystem) -> dict[str, str]:
    return {
        "mainSearchCriteria.v.cs": system.oid,
        "name": system.name,
        "license": system.license,
        "notice": system.notice,
    }


def _entry(
    publication: Publication, code: Code, lead: Forward, urls: dict[str, str]
) -> dict[str, str | None]:
    checked = {page_address(page.path): page.front_matter.date("reviewed") for page in publication.site.pages}
    day = checked.get(page_of(lead.target))
    return {
        "mainSearchCriteria.v.cs": publication.site.codes.by_id[code.system].oid,
        "mainSearchCriteria.v.c": code.code,
        "mainSearchCriteria.v.dn": code.name,
        "informationRecipient.languageCode.c": LANGUAGE,
        "title": lead.title,
        "address": publication.address + target_url(lead.target, urls),
        "short": publication.address + lead.address,
        "checked": day.isoformat() if day else None,
    }


def _leads(site: Site) -> Iterator[tuple[Code, Forward]]:
    """Each code that leads somewhere, with where it ends."""
    ends = {forward.address: forward for forward in all_forwards(site)}
    return ((code, ends[code.address]) for code in printed_codes(site.codes) if code.address in ends)


def code_rows(site: Site) -> Iterator[CodeRow]:
    """The rows of the table of codes."""
    paths = {page_address(page.path): page.path.removeprefix("docs") for page in site.pages}
    for code, lead in _leads(site):
        page = page_of(lead.target)
        link = paths[page] + lead.target.removeprefix(page)
        whose = _whose(code.seen)
        yield CodeRow(code.address, shown(code.name), lead.title, link, code.seen, whose, code.remark)


def _whose(address: str) -> str:
    """The words for a link to a source: its host, and on a host of many also whose files they are."""
    parts = urlsplit(address)
    owner = "/".join(parts.path.split("/")[:3]) if parts.netloc == "github.com" else ""
    return shown(parts.netloc + owner)


def code_systems(site: Site) -> tuple[CodeSystem, ...]:
    """The rows of the table of code systems."""
    return site.codes.systems


def missing_codes(site: Site) -> Iterator[Mapping[str, str]]:
    """The rows of the table of what could not be confirmed."""
    for missing in site.codes.missing:
        yield {"system": _name(site, missing), "name": shown(missing.name), "tried": shown(missing.tried)}


def _name(site: Site, missing: MissingCode) -> str:
    system = site.codes.by_id.get(missing.system)
    return system.name if system else missing.system


def shown(text: str) -> str:
    r"""A text for a cell of a Markdown table: brackets are no terms there, `\[Mass/volume\]`."""
    return text.replace("[", r"\[").replace("]", r"\]")
