"""Any text at all is reported or shows what the scan says, stays harmless, and is fixed once and for all."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from mkdocs_bibtex.citation import CitationBlock

from apparatus.commands.fix_pages import PageFixer
from apparatus.pages.render import Renderer
from apparatus.pages.rendered import unrendered_references
from apparatus.pages.shield import citation_blocks, shield_page
from tests.support import (
    HOSTILE,
    codes,
    extensions,
    findings_on,
    harm_in,
    has_errors_on,
    html_of,
    page_of,
    site_of,
)

TOKENS = (
    *("[FSH]", "[LH]", "[the cell][Leydig cells]", "[Leydig\ncell]", "[@doe2001first]", "@doe2001first"),
    *("[@doe2001first; @roe2002second]", "[^n]", "\n\n[^n]: ", "[t](x.md)", "![a](b.svg)", "(x.md)", "[x]"),
    *("[", "]", "(", ")", "!", "{ #id }", "{: .c }", ":", "\\", "\\[", "\\]", "*", "**", "***", "_", "|"),
    *("`", "``", "```", "`x [LH] y`", "\n```\n", "\n~~~\n", "<!--", "-->", "<b>", "&lt;"),
    *("<https://x.org/a>", "<a@b.org>", "a@b.org", "word", "FSH", "é😀", "...", "sic"),
    *(" ", "  ", "\t", "\u00a0", "\n", "\n\n", "\n\n", "\n    ", "\n\n    ", "\n---\n", "\n===\n"),
    *("- ", "\n- ", "\n    - ", "1. ", "\n1. ", "- [ ] ", "> ", "\n> ", "\n> > ", "# ", "\n## "),
    *("\n| a | b |\n|---|---|\n| ", "\n/// warning | T\n", "\n///\n", "\n/// table-caption\n"),
)
TIER_PAGE = "docs/academic/soup.md"
soup = st.lists(st.sampled_from(TOKENS), min_size=1, max_size=14).map("".join)
INJECTIONS = (
    *("](javascript:x)", "```{ .a ", "~~~ {", "{ onclick=x ", "{: style='", "[a](", "!["),
    *('"', "'", ">", "/>", "="),
)
poison = st.lists(st.sampled_from(TOKENS + INJECTIONS + HOSTILE), min_size=1, max_size=8).map("".join)

unhurried = settings(
    derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck), print_blob=False
)


@settings(unhurried, max_examples=1500)
@given(soup)
@example("`<!--\n    # -->[FSH]`")
@example("- W\n\n    > ~~~\n    > [FSH]\n    > ~~~\n")
@example("- W\n\n    > - [ ] W [FSH]\n")
@example('~~~py title="x"\nx [FSH]\n~~~\n')
@example("[^n]: [^n]: [FSH]")
@example("> \\n[FSH]\\n> [FSH]")
@example("///[FSH]\n- [x] [the cell][Leydig cells]")
@example('[FSH]((y "t")')
def test_any_text_is_reported_or_shows_what_the_scan_says(text: str) -> None:
    site = site_of(text)
    if not has_errors_on(site):
        assert unrendered_references(site, page_of(site), html_of(site)) == ()


@settings(unhurried, max_examples=500)
@given(soup)
def test_any_text_keeps_its_words_from_the_plugin(text: str) -> None:
    site = site_of(text)
    page, known = page_of(site), site.bibliography.by_key
    body = text[page.front_matter.end :]
    shield = shield_page(page, body, known)
    typed = [text[start:end] for start, end in citation_blocks(page, known)]
    assert [str(block) for block in CitationBlock.from_markdown(shield.text)] == typed
    if not page.prose.comments and not page.prose.fences:
        assert shield.lift(shield.text) == f"\n{body}\n\n"


@settings(unhurried, max_examples=500)
@given(poison)
@example('```{ ."><script>alert(1)</script> }\nx\n```')
@example('```{ .py onclick="alert(1)" style="x" }\nx\n```')
def test_any_text_is_harmless(text: str) -> None:
    assert harm_in(html_of(site_of(text))) == []


@settings(unhurried, max_examples=200)
@given(soup)
@example("FSH[t](x.md)")
def test_fixing_twice_is_fixing_once_and_makes_no_faulty_mention(text: str) -> None:
    before = f"# Soup\n\n{text}"
    once = _fixed(before)
    assert _fixed(once) == once
    assert _faulty_mentions(once) <= _faulty_mentions(before)


def _fixed(text: str) -> str:
    site = site_of(text, path=TIER_PAGE)
    return PageFixer(site, Renderer(site.glossary, extensions())).fix(page_of(site, TIER_PAGE))[0]


def _faulty_mentions(text: str) -> int:
    found = codes(findings_on(site_of(text, path=TIER_PAGE), TIER_PAGE))
    return found.count("unknown-term") + found.count("malformed-mention")
