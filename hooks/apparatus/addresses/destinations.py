"""Where addresses lead that are no page's own: short words, codes, pages and headings that moved.

A site comes in; what leads where, and the pages that send a reader on, go out. What is wrong with an address
is for the checks to say; one that leads nowhere has no page here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from apparatus.addresses.code_links import code_forwards
from apparatus.addresses.forwards import Forward, OldAnchor, forward_files
from apparatus.addresses.published import page_address, page_of, published
from apparatus.model.publication import Fill, Publication
from apparatus.model.site import Site


def word_forwards(site: Site) -> Iterator[Forward]:
    """The short words of `docs/go.yml`."""
    for lead in site.go.words:
        yield Forward(lead.address, lead.target, "")


def moved_pages(site: Site) -> Iterator[Forward]:
    """The pages that `docs/go.yml` leads to others."""
    for lead in site.go.redirects:
        if lead.address == page_of(lead.address):
            yield Forward(lead.address, lead.target, "")


FORWARDERS: tuple[Callable[[Site], Iterable[Forward]], ...] = (word_forwards, moved_pages, code_forwards)
"""Everything that leads from an address of its own; where a title is empty, it is that of the target."""


@dataclass(frozen=True, slots=True)
class Destinations:
    """Where every address of a guide leads."""

    titles: Mapping[str, str]
    """What is at each address that is a page's own."""
    leads: Mapping[str, str]
    """Where each other address leads, by its file; that place may lead on in turn."""

    def find(self, address: str) -> str | None:
        """The page or anchor at which an address ends; nothing where it leads nowhere."""
        end = self.way(address)[-1]
        return end if end in self.titles else None

    def way(self, address: str) -> list[str]:
        """The places that an address leads through, itself the first; of a circle the start comes twice."""
        way = [address]
        while way[-1] not in self.titles and (following := self._next(way[-1])):
            way.append(following)
            if following in way[:-1]:
                break
        return way

    def _next(self, address: str) -> str | None:
        page = page_of(address)
        if address in self.leads or page == address:
            return self.leads.get(address)
        moved = self.leads.get(page)
        return page_of(moved) + address.removeprefix(page) if moved else None


def destinations(site: Site) -> Destinations:
    """Where every address of a site leads."""
    leads = {lead.address: lead.target for lead in site.go.redirects}
    for forwarder in FORWARDERS:
        leads.update({forward.address: forward.target for forward in forwarder(site)})
    return Destinations(published(site), leads)


def all_addresses(site: Site) -> frozenset[str]:
    """Every address that leads somewhere: pages, headings, terms, sources, short words and codes."""
    found = destinations(site)
    return frozenset(found.titles) | {address for address in found.leads if found.find(address) is not None}


def all_forwards(site: Site) -> tuple[Forward, ...]:
    """Everything that leads from an address of its own to a page, at the page where it ends."""
    found = destinations(site)
    return tuple(_ended(site, found))


def _ended(site: Site, found: Destinations) -> Iterator[Forward]:
    for forwarder in FORWARDERS:
        for forward in forwarder(site):
            target = found.find(forward.address)
            if target is not None and forward.address not in found.titles:
                title = forward.title or found.titles[target]
                anchors = tuple(old_anchors(site, found, forward.address))
                yield replace(forward, target=target, title=title, anchors=anchors)


def old_anchors(site: Site, found: Destinations, page: str) -> Iterator[OldAnchor]:
    """The anchors that a page had and has no more, each with where it leads now."""
    known = {line.address for line in site.register.lines} | found.leads.keys()
    for address in sorted(known - found.titles.keys()):
        target = found.find(address) if page_of(address) == page != address else None
        if target is not None:
            yield OldAnchor(address.removeprefix(f"{page}#"), target, found.titles[target])


def short_address(site: Site, path: str) -> str:
    """The short address of a page, such as `go/safety/`: its first in the file; else the page's own."""
    own = page_address(path)
    return next((lead.address for lead in site.go.words if lead.target == own), own)


def go_files(publication: Publication, fill: Fill) -> Iterator[tuple[str, str]]:
    """A page for each address that leads to another."""
    yield from forward_files(all_forwards(publication.site), publication, fill)
