"""Addresses by code: the codes of health records come in, where each leads goes out.

A code that cannot be one of its system, or of a system whose codes are not printed, has no address here.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.addresses.forwards import Forward
from apparatus.model.code_shapes import shape_fault
from apparatus.model.codes import Code, CodeData
from apparatus.model.site import Site


def code_forwards(site: Site) -> Iterator[Forward]:
    """The addresses of the codes, such as `go/icd10/N46.9/`; each takes the title of what it leads to."""
    for code in printed_codes(site.codes):
        yield Forward(code.address, code.target, "")


def printed_codes(data: CodeData) -> tuple[Code, ...]:
    """The codes that may be printed, the first of each."""
    sound: dict[str, Code] = {}
    for code in data.codes:
        system = data.by_id.get(code.system)
        if system and not system.decision and not shape_fault(code.system, code.code)[0]:
            sound.setdefault(code.address, code)
    return tuple(sound.values())
