"""The words that a sheet explains: each term of it, under the name that its reader would look for."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from apparatus.language.wording import Vocabulary
from apparatus.publishing.sheet_text import SheetText
from apparatus.publishing.sheet_words import sheet_words
from tests.support import site_of

GLOSSARY = """\
# Glossary

### Chance { #chance data-mention="optional" }

What nobody decides.

### Efferent ductules { #efferent-ductules }

Tubes that carry [sperm].

### FSH { #fsh data-aliases="follitropin; hFSH" }

A hormone.

### Libido { #libido data-aliases="sex drive" }

Interest in sex.

### Sperm { #sperm }

A cell.
"""


def words(html: str, terms: Mapping[str, str]) -> list[tuple[str, str]]:
    glossary = site_of(glossary=GLOSSARY).glossary
    found = sheet_words(glossary, Vocabulary(glossary), SheetText(html, terms))
    return [(word.id, word.said) for word in found]


@pytest.mark.parametrize(
    ("html", "terms", "expected"),
    [
        pytest.param("<p>Less sex drive.</p>", {}, [("libido", "Sex drive")], id="by the name on the sheet"),
        pytest.param(
            "<p>loss of <a>sex drive</a></p>",
            {"libido": "loss of sex drive"},
            [("libido", "Sex drive")],
            id="by a name within the words of a link",
        ),
        pytest.param(
            "<p>small tubes</p>",
            {"efferent-ductules": "small tubes"},
            [("efferent-ductules", "Efferent ductules (“small tubes”)")],
            id="linked by words that are no name",
        ),
        pytest.param("<p>Take hFSH.</p>", {}, [("fsh", "hFSH")], id="in the capitals of the name"),
        pytest.param("<p>by chance</p>", {}, [], id="everyday words are left out"),
        pytest.param("<p>by chance</p>", {"chance": "chance"}, [("chance", "Chance")], id="but where linked"),
        pytest.param(
            "<p>sperm, FSH, sex\ndrive, sperm</p>",
            {},
            [("fsh", "FSH"), ("libido", "Sex drive"), ("sperm", "Sperm")],
            id="by the alphabet, once each",
        ),
        pytest.param("<p>nothing</p>", {"unknown": "x"}, [], id="no such entry"),
    ],
)
def test_a_sheet_explains_its_terms(
    html: str, terms: Mapping[str, str], expected: list[tuple[str, str]]
) -> None:
    assert words(html, terms) == expected


def test_a_word_has_its_definition_in_plain_words() -> None:
    glossary = site_of(glossary=GLOSSARY).glossary
    found = sheet_words(glossary, Vocabulary(glossary), SheetText("efferent ductules", {}))
    assert found[0].definition == "Tubes that carry sperm."
