"""What a built page says in linked data, read by a program that is not ours."""

from __future__ import annotations

import json

from rdflib import RDF, Graph, Namespace, URIRef
from selectolax.lexbor import LexborHTMLParser

SCHEMA = Namespace("https://schema.org/")
CONTEXT = {"@vocab": str(SCHEMA)}
"""What schema.org's own context says of types and names, so that no test fetches it."""


def graph_of(page: LexborHTMLParser) -> Graph:
    """What a page's linked data says, as statements."""
    graph = Graph()
    for script in page.css('script[type="application/ld+json"]'):
        data = json.loads(script.text())
        assert data.pop("@context") == "https://schema.org"
        graph.parse(data=json.dumps({"@context": CONTEXT, **data}), format="json-ld")
    return graph


def types_of(graph: Graph, address: str) -> list[str]:
    """What schema.org calls the thing at an address, such as `DefinedTerm`."""
    return [str(type).removeprefix(str(SCHEMA)) for type in graph.objects(URIRef(address), RDF.type)]
