"""References in Vancouver form: what is printed of an entry, and that no field becomes markup."""

from __future__ import annotations

import pytest
from pybtex.database import parse_string

from apparatus.pages.notes import PrintedEntries
from tests.support import HOSTILE, harm_in, parse

JOURNAL = "title = {T}, journal = {J}, year = {2001}"


def html_of_entry(fields: str, kind: str = "article") -> str:
    entries = parse_string(f"@{kind}{{key, {fields}}}", "bibtex").entries
    return PrintedEntries(entries).html("key")


def printed(fields: str, kind: str = "article") -> str:
    body = parse(html_of_entry(fields, kind)).body
    return body.text() if body else ""


def people(authors: str) -> str:
    return printed(f"author = {{{authors}}}, {JOURNAL}").removesuffix(". T. J. 2001.")


SIX = "Ada, A. and Bee, B. and Cox, C. and Dee, D. and Eve, E. and Fox, F."


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        pytest.param("Raman, Jay D.", "Raman JD", id="one"),
        pytest.param("Jay D. Raman", "Raman JD", id="given names first"),
        pytest.param("Raman, Jay D. and Schlegel, Peter N.", "Raman JD, Schlegel PN", id="two"),
        pytest.param(SIX, "Ada A, Bee B, Cox C, Dee D, Eve E, Fox F", id="six are all named"),
        pytest.param(f"{SIX} and Gus, G.", "Ada A, Bee B, Cox C, Dee D, Eve E, Fox F, et al", id="seven"),
        pytest.param(
            f"{SIX} and others", "Ada A, Bee B, Cox C, Dee D, Eve E, Fox F, et al", id="six and others"
        ),
        pytest.param("Doe, Jane and others", "Doe J, et al", id="one and others"),
        pytest.param("{World Health Organization}", "World Health Organization", id="a corporate author"),
        pytest.param("{Shands and Sons} and Doe, J.", "Shands and Sons, Doe J", id="`and` inside braces"),
        pytest.param("de Ronde, Willem", "de Ronde W", id="a particle stays small"),
        pytest.param("van der Berg, P. J.", "van der Berg PJ", id="several particles"),
        pytest.param("Hayes, F.H.", "Hayes FH", id="initials without a space"),
        pytest.param("Dupont, Anne-Marie", "Dupont AM", id="a hyphenated given name"),
        pytest.param("Soufir, J.-C.", "Soufir JC", id="hyphenated initials"),
        pytest.param("Burnett-Bowie, S. M.", "Burnett-Bowie SM", id="a hyphenated family name"),
        pytest.param("Doe, Jr., John", "Doe J Jr", id="a suffix"),
        pytest.param('G{\\"u}l, Murat', "Gül M", id="an accent in LaTeX"),
        pytest.param("Li{\\`e}re, P.", "Lière P", id="another accent in LaTeX"),
        pytest.param("{\\O}stergaard, {\\AA}se", "Østergaard Å", id="letters in LaTeX"),
        pytest.param("Doe, {\\'E}mile and Roe, \\'Etienne", "Doe É, Roe É", id="an initial in LaTeX"),
        pytest.param("Méduri, Émile", "Méduri É", id="accents in UTF-8"),
        pytest.param("Łukasz, Žofia", "Łukasz Ž", id="other letters in UTF-8"),
        pytest.param("O'Donnell, L.", "O'Donnell L", id="an apostrophe"),
    ],
)
def test_authors(authors: str, expected: str) -> None:
    assert people(authors) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param("volume = {167}, number = {2}, pages = {624--629}", "2001;167(2):624–629.", id="all"),
        pytest.param("volume = {167}, pages = {624--629}", "2001;167:624–629.", id="no issue"),
        pytest.param("volume = {167}, number = {2}", "2001;167(2).", id="no pages"),
        pytest.param("number = {2}, pages = {1--9}", "2001;(2):1–9.", id="an issue without a volume"),
        pytest.param("pages = {37}", "2001:37.", id="pages without a volume"),
        pytest.param("volume = {13}, pages = {e0123456}", "2001;13:e0123456.", id="an article number"),
        pytest.param("volume = {12}, number = {Suppl 1}", "2001;12(Suppl 1).", id="a supplement"),
        pytest.param("", "2001.", id="a year alone"),
    ],
)
def test_year_volume_issue_and_pages(fields: str, expected: str) -> None:
    assert printed(f"author = {{Doe, J.}}, {JOURNAL}, {fields}") == f"Doe J. T. J. {expected}"


def test_a_work_without_a_date_says_so() -> None:
    assert printed("author = {Doe, J.}, title = {T}, year = {n.d.}", "misc") == "Doe J. T. Date not given."


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param(
            "Role of {FSH} and LH in {Klinefelter} men",
            "Role of FSH and LH in Klinefelter men.",
            id="capitals",
        ),
        pytest.param("Is there a role?", "Is there a role?", id="a question mark is enough"),
        pytest.param("Stop!", "Stop!", id="so is an exclamation mark"),
        pytest.param("A study.", "A study.", id="and a full stop"),
        pytest.param("5% of {TESE}", "5% of TESE.", id="a percent sign as typed"),
        pytest.param("17{$\\beta$}-estradiol", "17β-estradiol.", id="mathematics"),
        pytest.param(
            "Aromatase \\& obesity: 50\\% of men", "Aromatase & obesity: 50% of men.", id="escaped signs"
        ),
        pytest.param("Dose--response", "Dose–response.", id="a dash"),
        pytest.param("<b>Bold</b> & brave", "<b>Bold</b> & brave.", id="what looks like a tag"),
    ],
)
def test_titles_are_printed_as_written(title: str, expected: str) -> None:
    assert printed(f"title = {{{title}}}, year = {{2001}}", "misc") == f"{expected} 2001."


@pytest.mark.parametrize(
    ("kind", "field"),
    [("article", "journal"), ("incollection", "booktitle"), ("book", "publisher"), ("misc", "howpublished")],
)
def test_what_a_work_appeared_in(kind: str, field: str) -> None:
    assert printed(f"author = {{Doe, J.}}, title = {{T}}, year = {{2001}}, {field} = {{Where}}", kind) == (
        "Doe J. T. Where. 2001."
    )


def test_editors_stand_in_for_authors() -> None:
    assert printed("editor = {Doe, J.}, title = {T}, year = {2001}", "book") == "Doe J. T. 2001."


@pytest.mark.parametrize(
    ("fields", "links"),
    [
        pytest.param(
            "doi = {10.1111/jsm.12944}, pmid = {26176805}",
            {
                "doi:10.1111/jsm.12944": "https://doi.org/10.1111/jsm.12944",
                "PMID:26176805": "https://pubmed.ncbi.nlm.nih.gov/26176805/",
            },
            id="DOI and PMID",
        ),
        pytest.param(
            "doi = {10.1016/S0022-5347(05)65113-0}",
            {"doi:10.1016/S0022-5347(05)65113-0": "https://doi.org/10.1016/S0022-5347(05)65113-0"},
            id="parentheses",
        ),
        pytest.param(
            "doi = {10.1002/(SICI)1096<1::AID-X>3.0.CO;2-#}",
            {
                "doi:10.1002/(SICI)1096<1::AID-X>3.0.CO;2-#": (
                    "https://doi.org/10.1002/(SICI)1096%3C1::AID-X%3E3.0.CO;2-%23"
                )
            },
            id="characters that an address escapes",
        ),
        pytest.param(
            "doi = {10.1000/a_b}", {"doi:10.1000/a_b": "https://doi.org/10.1000/a_b"}, id="an underscore"
        ),
        pytest.param(
            "url = {https://example.org/a?b=1&c=2#d}",
            {"https://example.org/a?b=1&c=2#d": "https://example.org/a?b=1&c=2#d"},
            id="an address alone",
        ),
        pytest.param(
            "doi = {10.1000/x}, url = {https://example.org/}",
            {"doi:10.1000/x": "https://doi.org/10.1000/x"},
            id="an address beside a DOI",
        ),
        pytest.param("url = {javascript:alert(1)}", {}, id="an address that runs something"),
        pytest.param("url = {ftp://example.org/}", {}, id="an address of another kind"),
    ],
)
def test_links(fields: str, links: dict[str, str]) -> None:
    html = parse(html_of_entry(f"author = {{Doe, J.}}, {JOURNAL}, {fields}"))
    assert {link.text(): link.attributes["href"] for link in html.css("a")} == links


@pytest.mark.parametrize("title", ["An \\{ open brace", "A \\} stray one", "\\", "A \\textit{word}", "$"])
def test_what_cannot_be_decoded_is_printed_as_typed(title: str) -> None:
    entries = parse_string("@misc{key, title = {T}, year = {2001}}", "bibtex").entries
    entries["key"].fields["title"] = title
    assert PrintedEntries(entries).html("key").endswith(". 2001.")


FIELDS = (
    "author",
    "title",
    "journal",
    "year",
    "volume",
    "number",
    "pages",
    "doi",
    "pmid",
    "url",
    "publisher",
)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("value", HOSTILE)
def test_no_field_becomes_markup(field: str, value: str) -> None:
    fields = {"author": "Doe, J.", "title": "T", field: value.replace("{", "").replace("}", "")}
    html = html_of_entry(", ".join(f"{name} = {{{text}}}" for name, text in fields.items()), "misc")
    assert harm_in(html) == []
    assert {str(node.tag) for node in parse(html).css("body *")} <= {"a"}
