"""The templates of the exhibits: each name has one, and what it draws is safe on any page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from apparatus.model.exhibits import EXHIBITS
from apparatus.model.site import Site, read_site
from apparatus.pages.exhibit_templates import FOLDER, CompiledTemplates, ExhibitTemplates
from apparatus.pages.expansion import slot
from tests.support import REPOSITORY, elements, only, parse, site_of

DRAWN = tuple(
    sorted(
        file.stem
        for file in (REPOSITORY / FOLDER).iterdir()
        if file.suffix in {".svg", ".html"} and file.stem in EXHIBITS
    )
)
PARAGRAPH = "<p>{}</p>"


@pytest.fixture(scope="module")
def templates() -> ExhibitTemplates:
    return ExhibitTemplates(REPOSITORY, read_site(REPOSITORY))


def html(templates: ExhibitTemplates, name: str) -> str:
    return templates.fill(PARAGRAPH.format(slot(name).markdown))


@pytest.mark.parametrize("name", EXHIBITS)
def test_every_exhibit_has_one_template(name: str) -> None:
    kinds = [kind for kind in ("md", "svg", "html") if (REPOSITORY / FOLDER / f"{name}.{kind}").is_file()]
    assert len(kinds) == 1


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_is_framed_and_kept_from_search(templates: ExhibitTemplates, name: str) -> None:
    frame = only(parse(html(templates, name)), "body > div.exhibit")
    assert frame.attributes["data-search-exclude"] == "true"
    assert "{{" not in (frame.html or "{{")


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_has_ids_of_its_own(templates: ExhibitTemplates, name: str) -> None:
    ids = [attributes["id"] for _, attributes in elements(html(templates, name)) if "id" in attributes]
    assert len(set(ids)) == len(ids)
    assert all(found.startswith(f"{name}-") for found in ids)


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_runs_and_styles_nothing(templates: ExhibitTemplates, name: str) -> None:
    for node, attributes in elements(html(templates, name)):
        assert node.tag not in {"script", "style", "foreignobject", "image", "use"}
        assert not [found for found in attributes if found.startswith("on") or found == "style"]


@pytest.mark.parametrize("name", [name for name in DRAWN if (REPOSITORY / FOLDER / f"{name}.svg").is_file()])
def test_a_picture_has_a_name_and_a_description(templates: ExhibitTemplates, name: str) -> None:
    picture = only(parse(html(templates, name)), "svg")
    assert picture.attributes["role"] == "img"
    for attribute, tag in (("aria-labelledby", "title"), ("aria-describedby", "desc")):
        assert only(picture, f"#{picture.attributes[attribute]}").tag == tag
        assert len(only(picture, tag).text().strip()) > 20


def test_a_table_is_markdown_without_blank_lines(templates: ExhibitTemplates) -> None:
    table = templates.make("certainty")
    assert table.caption == "table-caption | .exhibit-certainty"
    lines = table.markdown.split("\n")
    assert all(line.startswith("| ") and line.endswith(" |") for line in (lines[0], *lines[2:]))
    assert len({line.count("|") for line in lines}) == 1


def test_an_exhibit_without_a_template_leaves_nothing_but_its_caption(tmp_path: Path) -> None:
    empty = ExhibitTemplates(tmp_path, site_of())
    assert empty.make("certainty") == slot("certainty")
    assert empty.fill(PARAGRAPH.format(slot("certainty").markdown)) == ""


def test_values_are_text_and_no_markup(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    (folder / "frame.html").write_text("<div>{% include file %}</div>")
    (folder / "axis.svg").write_text("<svg>{{ '<b>' + name }}</svg>")
    assert html(ExhibitTemplates(tmp_path, site_of()), "axis") == "<div><svg>&lt;b&gt;axis</svg></div>"


def test_other_paragraphs_stay_as_they_are(templates: ExhibitTemplates) -> None:
    assert templates.fill("<p>axis</p>") == "<p>axis</p>"


def test_charts_of_no_data_can_be_drawn() -> None:
    empty: Site = site_of()
    drawn = ExhibitTemplates(REPOSITORY, empty)
    for name in ("concentration", "ratio", "bone-density"):
        assert re.search(r"<svg.*</svg>", html(drawn, name), re.DOTALL)
    assert len(drawn.make("studies-infertile").markdown.split("\n")) == 2


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_text("{{ value }}", "utf-8")
    compiled = CompiledTemplates()

    def filled(value: str) -> str:
        environment = Environment(loader=FileSystemLoader(tmp_path), bytecode_cache=compiled, autoescape=True)
        return environment.get_template("a.html").render(value=value)

    assert filled("first") == "first"
    with monkeypatch.context() as patched:
        patched.delattr(Environment, "compile")
        assert filled("second") == "second"
    (tmp_path / "a.html").write_text("now {{ value }}", "utf-8")
    assert filled("third") == "now third"
