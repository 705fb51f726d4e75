"""The site: what is read, what could not be, and what a misspelt name may stand for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from apparatus.model.site import Site, build_site, read_site
from apparatus.syntax.references import Citation, Mention
from apparatus.syntax.source import Source
from tests.miniature import BASE
from tests.study_text import WHOLE


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def mention(name: str) -> Mention:
    return Mention(0, len(name) + 2, name, name)


def citation(key: str) -> Citation:
    return Citation(1, key, 0, len(key) + 3)


def test_every_page_the_glossary_and_the_bibliography_are_read(root: Path) -> None:
    site = read_site(root)
    assert [page.path for page in site.pages] == sorted(page.path for page in site.pages)
    assert {page.tier for page in site.pages} == {"fundamentals", "intermediate", "academic", None}
    assert {"FSH", "Leydig cells"} <= set(site.glossary.names)
    assert "clark1989treatment" in site.bibliography.by_key
    assert (site.is_whole, site.has_glossary, site.has_bibliography) == (True, True, True)


def test_without_a_docs_folder_there_is_no_site(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="there is no folder `docs`"):
        read_site(tmp_path)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("docs/glossary.md", None, id="no glossary"),
        pytest.param("docs/glossary.md", "# Glossary\n", id="a glossary without terms"),
        pytest.param("docs/glossary.md", "```\n# Glossary\n", id="a glossary whose fence never closes"),
        pytest.param("bibliography.bib", None, id="no bibliography"),
        pytest.param("bibliography.bib", "% nothing\n", id="a bibliography without entries"),
        pytest.param("bibliography.bib", "@misc{a1,\n", id="a bibliography that cannot be read"),
        pytest.param("docs/studies.yml", "studies: []\n", id="study data without a study"),
        pytest.param("docs/studies.yml", "a: [\n", id="study data that cannot be read"),
        pytest.param("docs/academic/hormones.md", "```\n", id="a page whose fence never closes"),
        pytest.param("docs/academic/hormones.md", "---\ntitle: x\n---\n", id="a page of front matter alone"),
    ],
)
def test_a_site_with_something_missing_is_not_whole(root: Path, path: str, text: str | None) -> None:
    if text is None:
        (root / path).unlink()
    else:
        (root / path).write_text(text, encoding="utf-8")
    site = read_site(root)
    assert not site.is_whole
    assert site.has_glossary is (path != "docs/glossary.md")


def test_study_data_are_read_where_there_are_any(root: Path) -> None:
    assert read_site(root).studies.source is None
    (root / "docs/studies.yml").write_text(WHOLE, encoding="utf-8")
    assert [study.key for study in read_site(root).studies.studies] == ["doe2001first", "roe2002second"]


def test_study_data_that_lead_nowhere_are_unreadable(root: Path) -> None:
    (root / "docs/studies.yml").symlink_to(root / "nowhere.yml")
    assert [finding.path for finding in read_site(root).unreadable] == ["docs/studies.yml"]


def test_a_page_is_found_by_its_path(root: Path) -> None:
    site = read_site(root)
    page = site.page("docs/glossary.md")
    assert page is not None
    assert page.path == "docs/glossary.md"
    assert site.page("docs/none.md") is None


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        pytest.param("leydig CELLS", ["leydig-cell"], id="known"),
        pytest.param("Leidig cell", ["leydig-cell"], id="misspelt"),
        pytest.param(
            "LSH", ["follicle-stimulating-hormone", "luteinizing-hormone"], id="like two short ones"
        ),
        pytest.param("quux", [], id="like none"),
    ],
)
def test_a_mention_means_terms(root: Path, name: str, ids: list[str]) -> None:
    assert sorted({term.id for term in read_site(root).meant_terms(mention(name))}) == ids


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        pytest.param("clark1989treatment", "clark1989treatment", id="known"),
        pytest.param("clark1898treatment", "clark1989treatment", id="misspelt"),
        pytest.param("quux", None, id="like none"),
    ],
)
def test_a_citation_means_an_entry(root: Path, key: str, meant: str | None) -> None:
    assert read_site(root).meant_key(citation(key)) == meant


@pytest.mark.parametrize(
    "sources",
    [
        pytest.param([], id="nothing"),
        pytest.param([Source("docs/a.md", "text")], id="a page alone"),
        pytest.param([Source("bibliography.bib", "@")], id="a sign alone"),
    ],
)
def test_a_site_can_be_made_of_anything(sources: list[Source]) -> None:
    assert isinstance(build_site(sources), Site)
