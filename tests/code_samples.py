"""Codes of health records in memory for tests: a small file of them, and a site that has it."""

from __future__ import annotations

from apparatus.model.publication import Publication
from apparatus.model.site import Site, build_site
from apparatus.syntax.source import Source

PAGE = """\
---
title: Hormones
reviewed: 2026-11-23
---

# Hormones { #hormones }

## A [semen] test { #semen-test }
"""
GLOSSARY = "# Glossary\n\n### Semen { #semen }\n\nA fluid.\n"
CODES = """\
systems:
  - id: icd10
    name: ICD-10-CM
    oid: 2.16.840.1.113883.6.90
    license: free for all
    notice: Say where it is from.
    seen: https://example.org/icd10
    date: 2026-11-23
  - id: snomed
    name: SNOMED CT
    oid: 2.16.840.1.113883.6.96
    license: a license for each country
    decision: none are printed
    seen: https://example.org/snomed
    date: 2026-11-23

codes:
  - system: icd10
    code: "Z31.41"
    name: Encounter [for] fertility testing
    target: fundamentals/hormones/#semen-test
    seen: https://example.org/list?of=codes
    date: 2026-11-22
    remark: shortened
  - {system: icd10, code: N62, name: a name, target: glossary/#semen,
     seen: "https://example.org/", date: 2026-11-23}

missing:
  - system: icd10
    name: shape of sperm
    tried: two lists [of codes]
"""


def site_of(text: str = CODES) -> Site:
    files = {
        "docs/fundamentals/hormones.md": PAGE,
        "docs/glossary.md": GLOSSARY,
        "bibliography.bib": "",
        "docs/codes.yml": text,
    }
    return build_site(Source(path, content) for path, content in files.items())


def publication_of(site: Site) -> Publication:
    urls = {page.path: page.path.removeprefix("docs/").removesuffix(".md") + "/" for page in site.pages}
    return Publication(site, "A guide", "https://example.org/guide/", "1.2.3", urls)
