"""From a page to a correction: the code host's editor, and a mail that says which page and which words."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests.browser.pages import Reader
from tests.this_site import ADDRESS, CONTACT, REPOSITORY_URL

pytestmark = pytest.mark.browser

PATH = "fundamentals/safety/"
MAIL = "a[data-mail]"
MARK = """id => {
    const paragraph = document.getElementById(id).nextElementSibling
    getSelection().selectAllChildren(paragraph)
    return getSelection().toString().trim()
}"""


def mail(reader: Reader) -> str:
    """The mail that a click would open, in words."""
    link = reader.page.locator(MAIL)
    link.evaluate("link => link.addEventListener('click', event => event.preventDefault())")
    link.click()
    return unquote(link.get_attribute("href") or "")


def test_the_source_of_a_page_opens_in_the_editor_of_the_code_host(reader: Reader) -> None:
    reader.open(PATH)
    link = reader.page.get_by_role("link", name="Suggest a correction")
    assert link.get_attribute("href") == f"{REPOSITORY_URL}/edit/main/docs/fundamentals/safety.md"


def test_a_mail_names_the_page_and_its_address(reader: Reader) -> None:
    reader.open(PATH)
    asked = mail(reader)
    subject, _, body = asked.removeprefix(f"{CONTACT}?subject=").partition("&body=")
    assert subject == "Correction: Side effects and safety"
    assert body.startswith(f"Page: {ADDRESS}{PATH}\nSection: \n")


def test_a_mail_takes_marked_words_and_their_section_along(reader: Reader) -> None:
    reader.open(PATH)
    words = reader.page.evaluate(MARK, "report")
    asked = mail(reader)
    assert "\nSection: " in asked
    assert "(#report)\n" in asked
    assert f"What is wrong:\n“{words}”\n" in asked


def test_a_mail_names_the_section_that_the_address_names(reader: Reader) -> None:
    reader.open(f"{PATH}#report")
    assert "(#report)\n" in mail(reader)


def test_each_section_has_a_link_to_copy(reader: Reader) -> None:
    reader.open(PATH)
    headings = reader.page.locator("article :is(h2, h3)[id]:not(.apparatus *)")
    links = headings.locator("a.headerlink")
    assert links.count() == headings.count()
    link = links.first
    assert link.evaluate("link => link.hash.slice(1) === link.parentNode.id")
    link.focus()
    expect(link).to_have_css("opacity", "1")
