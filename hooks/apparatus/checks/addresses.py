"""Checks on addresses: all that were published lead somewhere, short and old ones to what is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from apparatus.addresses.destinations import (
    FORWARDERS,
    Destinations,
    destinations,
    moved_pages,
    word_forwards,
)
from apparatus.addresses.published import REFERENCES, behind, page_address, page_of
from apparatus.model.code_shapes import SYSTEMS
from apparatus.model.codes import PATH as CODES_PATH
from apparatus.model.go_file import FOLDER, PATH, Lead
from apparatus.model.register import Registered
from apparatus.model.site import Site
from apparatus.syntax.finding import Finding
from apparatus.syntax.yaml_tree import Fault

LONGEST_QUOTE = 60


def lost_addresses(site: Site) -> Iterator[Finding]:
    """Addresses in the register that lead nowhere any more; of a page that is gone, the page alone."""
    lacks_leads = not site.go.is_read or any(finding.path == PATH for finding in site.unreadable)
    if site.register.source is None or lacks_leads:
        return
    found, unread = destinations(site), tuple(unread_addresses(site))
    lines = {line.address: line for line in site.register.lines if line.is_address}
    lost = {address for address in lines if found.find(address) is None and not _is_led(found, address)}
    # A sheet is lost with its page.
    lost = {address for address in lost if not behind(address).startswith(unread)}
    lost = {address for address in lost if behind(address) == address or behind(address) not in lost}
    for address in sorted(lost):
        if page_of(address) == address or page_of(address) not in lost:
            below = [other for other in lost if page_of(other) == address and other != address]
            yield _lost(site, found, lines[address], len(below))


def _is_led(found: Destinations, address: str) -> bool:
    """Whether a line of a file leads it on: then it is that line which is wrong."""
    page = page_of(address)
    return address in found.leads or (page in found.leads and found.find(page) is None)


def unread_addresses(site: Site) -> Iterator[str]:
    """What addresses begin with that prove nothing: what they were is in what could not be read."""
    for finding in site.unreadable:
        yield FOLDER if finding.path in {PATH, CODES_PATH} else page_address(finding.path)
    if site.codes.faults:
        yield from (f"{FOLDER}{system}/" for system in SYSTEMS)
    for page in site.pages:
        lists_entries = page.front_matter.text("template") == REFERENCES
        whole_entries = site.has_bibliography and not site.bibliography.faults
        whole_headings = page.is_whole and all(heading.attributes_read for heading in page.headings)
        if not whole_headings or (lists_entries and not whole_entries):
            yield f"{page_address(page.path)}#"


def _lost(site: Site, found: Destinations, line: Registered, below: int) -> Finding:
    assert site.register.source is not None
    address = line.address
    others = f", and so would {below} on that page" if below else ""
    message = f"the published address `{address}` would be lost{others}"
    near, help = _nearest(site, found, address), _back(address)
    # All else may lead to the start page, which leads nowhere.
    if near != address:
        help += f", or lead it on under `redirects:` in {PATH} with `{address}: {near}`"
        help += "; then do so for those on it that are named next" if below else ""
    return site.register.source.finding(line.start, "lost-address", message, help)


def _back(address: str) -> str:
    """What would make an address right again."""
    if address.startswith(FOLDER):
        return "put it back"
    return "give what was there its old id again" if "#" in address else "give the page its old name again"


def _nearest(site: Site, found: Destinations, address: str) -> str:
    """Where a lost address may lead instead: to what is new where it was, else to what is most like it."""
    page = page_of(address)
    home = found.find(page) or "./"
    if "#" in address:
        near = [title for title in found.titles if page_of(title) == page_of(home) and title != home]
    elif page.startswith(FOLDER):
        near = [lead.address for lead in site.go.words]
    else:
        near = [title for title in found.titles if "#" not in title]
    new = [candidate for candidate in near if candidate not in site.register.addresses]
    wanted = address.rpartition("#")[2]
    return _like(wanted, new, 0.5) or _like(wanted, near, 0.6) or (home if "#" in address else "./")


def _like(wanted: str, candidates: Sequence[str], cutoff: float) -> str:
    by_tail = {candidate.rpartition("#")[2]: candidate for candidate in candidates}
    close = get_close_matches(wanted, by_tail, n=1, cutoff=cutoff)
    return by_tail[close[0]] if close else ""


def malformed_addresses(site: Site) -> Iterator[Finding]:
    """Lines of `docs/go.yml` and of the register that are no addresses, are there twice or lead nowhere."""
    register, source = site.register, site.go.source
    for line in register.lines if register.source else ():
        if register.source and not line.is_address:
            help = "take the line out; `make addresses` adds every address that is missing"
            message = f"`{line.address[:LONGEST_QUOTE]}` is no address of this guide"
            yield register.source.finding(line.start, "malformed-address", message, help)
    if source is not None:
        for fault in (*site.go.faults, *_faults(site)):
            yield source.finding(fault.start, "malformed-address", fault.what, fault.help)


def _faults(site: Site) -> Iterator[Fault]:
    """What is wrong with the leads that could be read, one fault for each at most."""
    found = destinations(site)
    unread = tuple(unread_addresses(site))
    leads = sorted((*site.go.words, *site.go.redirects), key=lambda lead: lead.start)
    others = (forwarder for forwarder in FORWARDERS if forwarder not in (word_forwards, moved_pages))
    first = {forward.address: CODES_PATH for forwarder in others for forward in forwarder(site)}
    circles: set[str] = set()
    for lead in leads:
        way = found.way(lead.address)
        if lead.address in first:
            help = f"keep one; the first is at {first[lead.address]}"
            yield Fault(lead.start, f"`{lead.address}` is listed twice", help)
        elif lead.address.startswith(unread) or lead.target.startswith(unread):
            pass
        elif fault := _fault_of_address(found, lead):
            yield fault
        elif way[-1] not in way[:-1]:
            yield from _fault_of_target(site, found, lead)
        elif way[-1] == lead.address and not circles & {*way}:
            circles.update(way)
            what, help = f"`{lead.address}` leads back to itself", "lead it to a page that is there"
            yield Fault(lead.target_start, what, help)
        line = site.go.source.position(lead.start)[0] if site.go.source else 1
        first.setdefault(lead.address, f"{PATH}:{line}")


def _fault_of_address(found: Destinations, lead: Lead) -> Fault | None:
    address, page = lead.address, page_of(lead.address)
    if address in found.titles:
        help = "delete the line, or take away what stands there"
        return Fault(lead.start, f"`{address}` is a place of this guide still", help)
    if page not in found.titles and page not in found.leads:
        help = f"lead `{page}` on as well"
        return Fault(lead.start, f"`{address}` is on a page that is gone and leads nowhere", help)
    return None


def _fault_of_target(site: Site, found: Destinations, lead: Lead) -> Iterator[Fault]:
    """A target that is nowhere; what is in the register is a `lost-address` already, at its line there."""
    way = found.way(lead.address)
    blamed = any(place in site.register.addresses or place in found.leads for place in way[1:])
    if way[-1] not in found.titles and lead.target and not blamed:
        near = _nearest(site, found, lead.target)
        yield Fault(lead.target_start, f"`{lead.target}` is nowhere in this guide", f"did you mean `{near}`?")
