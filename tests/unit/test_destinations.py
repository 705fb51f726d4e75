"""Where addresses lead that are no page's own, and the pages that send a reader on."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from apparatus.addresses.destinations import all_addresses, all_forwards, destinations, short_address
from apparatus.addresses.forwards import Forward, OldAnchor, forward_files
from apparatus.model.go_file import PATH as GO
from apparatus.model.publication import Publication
from apparatus.model.register import PATH as REGISTER
from apparatus.model.site import Site, build_site
from apparatus.syntax.source import Source
from tests.support import BIBLIOGRAPHY, GLOSSARY

WORDS = """\
words:
  fsh: glossary/#fsh
  terms: glossary/
  again: glossary/
  old: old/#x
redirects:
  old/: older/
  older/: page/
  older/#part: glossary/#lh
  page/#gone: page/#more
  loop/: pool/
  pool/: loop/
"""


def site(go: str = WORDS, register: str = "") -> Site:
    files = {
        "docs/glossary.md": GLOSSARY,
        "bibliography.bib": BIBLIOGRAPHY,
        "docs/index.md": "# Start { #start }\n\nText.\n",
        "docs/page.md": "# A page { #top }\n\n## More { #more }\n\n## X { #x }\n",
        GO: go,
        **({REGISTER: register} if register else {}),
    }
    return build_site(Source(path, text) for path, text in files.items())


@pytest.mark.parametrize(
    ("address", "end"),
    [
        pytest.param("page/#more", "page/#more", id="what is there ends where it is"),
        pytest.param("go/fsh/", "glossary/#fsh", id="a word"),
        pytest.param("older/", "page/", id="a page that moved"),
        pytest.param("old/", "page/", id="a page that moved twice"),
        pytest.param("old/#more", "page/#more", id="a section moves with its page"),
        pytest.param("older/#part", "glossary/#lh", id="a section that moved elsewhere"),
        pytest.param("old/#part", "glossary/#lh", id="a section that moved elsewhere later"),
        pytest.param("go/old/", "page/#x", id="a word that leads to what moved"),
        pytest.param("page/#gone", "page/#more", id="an anchor that was renamed"),
        pytest.param("older/#nowhere", None, id="a section that its new page lacks"),
        pytest.param("nowhere/", None, id="a page that never was"),
        pytest.param("loop/", None, id="a circle"),
        pytest.param("loop/#x", None, id="a circle with an anchor"),
    ],
)
def test_an_address_ends_at_a_place_or_nowhere(address: str, end: str | None) -> None:
    assert destinations(site()).find(address) == end


def test_every_lead_has_a_page_that_leads_to_its_end() -> None:
    register = "older/#more\nolder/#nowhere\npage/#x\n"
    part = OldAnchor("part", "glossary/#lh", "Glossary: LH")
    more = OldAnchor("more", "page/#more", "A page: More")
    assert all_forwards(site(register=register)) == (
        Forward("go/fsh/", "glossary/#fsh", "Glossary: FSH"),
        Forward("go/terms/", "glossary/", "Glossary"),
        Forward("go/again/", "glossary/", "Glossary"),
        Forward("go/old/", "page/#x", "A page: X"),
        Forward("old/", "page/", "A page"),
        Forward("older/", "page/", "A page", (more, part)),
    )


def test_all_addresses_are_those_that_lead_somewhere() -> None:
    found = all_addresses(site())
    assert {"./", "page/#x", "go/fsh/", "old/", "older/#part", "page/#gone"} <= found
    assert not {"loop/", "pool/"} & found


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("docs/glossary.md", "go/terms/", id="its first word, of a page and not of its section"),
        pytest.param("docs/page.md", "page/", id="its own address, where it has none"),
        pytest.param("docs/index.md", "./", id="the start page"),
    ],
)
def test_the_short_address_of_a_page_is(path: str, expected: str) -> None:
    assert short_address(site(), path) == expected


def values_of(forward: Forward, urls: Mapping[str, str]) -> tuple[str, Mapping[str, object]]:
    filled: list[Mapping[str, object]] = []

    def fill(template: str, values: Mapping[str, object]) -> str:
        filled.append(values)
        return template

    publication = Publication(site(), "A guide", "https://example.org/guide/", "1", urls)
    ((path, _),) = forward_files([forward], publication, fill)
    return path, filled[0]


@pytest.mark.parametrize(
    ("address", "target", "href"),
    [
        pytest.param("go/fsh/", "glossary/#fsh", "../../glossary/#fsh", id="two levels up"),
        pytest.param("go/icd10/N46/", "glossary/", "../../../glossary/", id="three levels up"),
        pytest.param("old/", "./", "../", id="to the start page"),
        pytest.param("old/", "./#start", "../#start", id="to its heading"),
    ],
)
def test_a_page_leads_on_from_wherever_the_guide_stands(address: str, target: str, href: str) -> None:
    path, values = values_of(Forward(address, target, "T"), {})
    assert path == f"{address}index.html"
    assert values["href"] == href


def test_a_page_names_the_whole_address_of_what_it_leads_to() -> None:
    _, values = values_of(Forward("go/fsh/", "glossary/#fsh", "T"), {"docs/glossary.md": "glossary/"})
    assert values["canonical"] == "https://example.org/guide/glossary/"


def test_a_page_leads_to_the_file_where_pages_are_files() -> None:
    _, values = values_of(Forward("go/fsh/", "glossary/#fsh", "T"), {"docs/glossary.md": "glossary.html"})
    assert values["href"] == "../../glossary.html#fsh"
