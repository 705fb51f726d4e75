"""YAML as a tree: every value has its place, and what could stand for something else is refused."""

from __future__ import annotations

import time

import pytest

from apparatus.syntax.yaml_tree import DEEPEST, Fields, Listing, Node, Scalar, read_tree


def leaves(node: Node | None) -> list[Scalar]:
    """The scalars of a tree, in their order."""
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Listing):
        return [leaf for item in node.items for leaf in leaves(item)]
    return [leaf for pair in node.pairs for part in pair for leaf in leaves(part)] if node else []


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        pytest.param("a: b", ["a", "b"], id="a map"),
        pytest.param("- 1\n- [2, {a: 3}]", ["1", "2", "a", "3"], id="lists in one another"),
        pytest.param("a: null", ["a", "null"], id="nothing is taken for another type"),
        pytest.param("a: 2015-01-01", ["a", "2015-01-01"], id="a date stays as typed"),
        pytest.param("a: 1.290", ["a", "1.290"], id="a number stays as typed"),
        pytest.param("a: yes", ["a", "yes"], id="a word stays as typed"),
        pytest.param("a: >-\n  b\n  c", ["a", "b c"], id="folded lines"),
        pytest.param("a: 'it''s'", ["a", "it's"], id="a quote in quotes"),
        pytest.param("a: 1\na: 2", ["a", "1", "a", "2"], id="a name that is there twice is kept twice"),
    ],
)
def test_values_are_what_was_typed(text: str, texts: list[str]) -> None:
    assert [leaf.text for leaf in leaves(read_tree(text).root)] == texts


def test_places_count_code_points() -> None:
    text = "é😀: 'ü'\nb:\n- {c: d, 'e': [1, −2]}\n- f: |\n    é g\n"
    found = leaves(read_tree(text).root)
    assert [text[leaf.start : leaf.end] for leaf in found[:8]] == [
        "é😀",
        "'ü'",
        "b",
        "c",
        "d",
        "'e'",
        "1",
        "−2",
    ]
    assert text[found[9].start :].startswith("|")
    assert [leaf.is_plain for leaf in found[:6]] == [True, False, True, True, True, False]


def test_a_map_starts_at_its_first_name() -> None:
    root = read_tree("- {a: 1}\n- b: 1\n- {}\n").root
    assert isinstance(root, Listing)
    assert [item.start for item in root.items] == [3, 11, 18]
    assert isinstance(root.items[2], Fields)


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_what_holds_nothing_is_no_fault(text: str) -> None:
    tree = read_tree(text)
    assert (tree.root, tree.fault) == (None, "")


@pytest.mark.parametrize(
    ("text", "fault", "place"),
    [
        pytest.param("é: b: c", "is not YAML: mapping values", ": c", id="a colon in a value"),
        pytest.param("a:\n\tb: c", "is not YAML: found character", "\tb", id="a tab"),
        pytest.param("é: 'b\nc: d\n", "is not YAML: found unexpected end", "'b", id="a quote never closed"),
        pytest.param("é: [b\n", "is not YAML: did not find", "[b", id="a bracket never closed"),
        pytest.param("é: \x07", "is not YAML: control characters", "\x07", id="a control character"),
        pytest.param("é: @b", "is not YAML: found character", "@b", id="a sign that starts no value"),
        pytest.param("a: &b c", "holds the anchor `&b`", "&b", id="an anchor"),
        pytest.param("a: *b", "holds the alias `*b`", "*b", id="an alias"),
        pytest.param("a: &b [*b]", "holds the anchor `&b`", "&b", id="an alias of what it is in"),
        pytest.param("a: !!python/name:os.system", "holds the tag", "!!", id="a tag that runs something"),
        pytest.param("a: !!str 1", "holds the tag", "!!", id="a tag that changes a type"),
        pytest.param("a: !b [1]", "holds the tag `!b`", "!b", id="a tag of a list"),
        pytest.param("a: 1\n--- # é\nb: 2", "holds a second document", "---", id="two documents"),
        pytest.param(
            "%YAML 3.0\n---\na: 1", "is not YAML: found incompatible", "%YAML", id="another version"
        ),
        pytest.param("<<: *b\n", "holds the alias", "*b", id="a merge"),
    ],
)
def test_a_fault_has_its_place(text: str, fault: str, place: str) -> None:
    tree = read_tree(text)
    assert tree.fault.startswith(fault)
    assert text[tree.fault_offset :].startswith(place)
    assert tree.root is None


BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 200_000, id="lists"),
        pytest.param("{" * 200_000, id="maps"),
        pytest.param("- " * 200_000, id="lists in lines"),
        pytest.param("? " * 200_000, id="names that are maps"),
        pytest.param("[" * 200 + "]" * 200, id="all of them closed"),
        pytest.param(BOMB, id="aliases of aliases"),
    ],
)
def test_nothing_takes_long(text: str) -> None:
    start = time.perf_counter()
    assert read_tree(text).fault
    assert time.perf_counter() - start < 1


def test_what_is_nested_as_deeply_as_may_be_can_be_read() -> None:
    assert not read_tree("[" * DEEPEST + "]" * DEEPEST).fault
    assert read_tree("[" * (DEEPEST + 2) + "]" * (DEEPEST + 2)).fault == "is nested too deeply"
