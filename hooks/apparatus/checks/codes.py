"""The check on the codes of health records: their form, the terms of their system, and where they lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from apparatus.addresses.destinations import Destinations, destinations
from apparatus.addresses.published import page_of
from apparatus.checks.addresses import unread_addresses
from apparatus.model.code_shapes import shape_fault
from apparatus.model.codes import Code, CodeData, place
from apparatus.model.site import Site
from apparatus.syntax.finding import Finding
from apparatus.syntax.yaml_tree import Fault


def malformed_codes(site: Site) -> Iterator[Finding]:
    """What in the list of codes cannot be read, is there twice, may not be printed, or leads nowhere."""
    data = site.codes
    if data.source is None:
        return
    own = [fault for code in data.codes for fault in _code_faults(data, code)]
    twice = _doubles(data, ((system.start, system.id) for system in data.systems), "code system")
    again = _doubles(data, ((place(code, "code"), code.address) for code in data.codes), "code at")
    for fault in (*data.faults, *own, *twice, *again, *_lost_targets(site)):
        yield data.source.finding(fault.start, "malformed-code", fault.what, fault.help)


def _code_faults(data: CodeData, code: Code) -> Iterator[Fault]:
    system = data.by_id.get(code.system)
    fault, help = shape_fault(code.system, code.code)
    if system is None and code.system not in data.lost_systems:
        message = f"`{code.system}` has no entry under `systems`"
        yield Fault(place(code, "system"), message, f"add it there, with the license of `{code.system}`")
    elif system is not None and system.decision:
        message = f"no codes of `{system.name}` are published"
        yield Fault(place(code, "system"), message, "delete the code; the `decision` of its system says why")
    elif fault:
        yield Fault(place(code, "code"), f"`{code.code}` {fault}", help)


def _doubles(data: CodeData, names: Iterable[tuple[int, str]], what: str) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for start, name in names:
        if name in first and data.source:
            line, _ = data.source.position(first[name])
            help = f"keep one; the first is at {data.source.path}:{line}"
            yield Fault(start, f"the {what} `{name}` is listed twice", help)
        first.setdefault(name, start)


def _lost_targets(site: Site) -> Iterator[Fault]:
    """Codes that lead to what is not there; a page that cannot be read proves nothing."""
    found, unread = destinations(site), tuple(unread_addresses(site))
    for code in site.codes.codes:
        way = found.way(code.target)
        # What is in the register is a `lost-address` already, and what is led on has its own finding.
        blamed = any(step in site.register.addresses or step in found.leads for step in way)
        if way[-1] not in found.titles and not blamed and not code.target.startswith(unread):
            message = f"`{code.code}` leads to `{code.target}`, which is not there"
            yield Fault(place(code, "target"), message, _nearest(found, code.target))


def _nearest(found: Destinations, target: str) -> str:
    """How to mend a target: the most like it on its page, or among the pages."""
    page = page_of(target)
    on_page = [address for address in found.titles if page_of(address) == page and address != page]
    pages = [address for address in found.titles if page_of(address) == address]
    near = get_close_matches(target, on_page or pages, 1, 0.6)
    return f"did you mean `{near[0]}`?" if near else "name a page or a heading that is there"
