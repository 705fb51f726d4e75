"""What a reader does and sees in a browser, by keyboard first; tests know pages by these words only."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import ConsoleMessage, ElementHandle, Error, Locator, Page, Request

from tests.browser.scripts import (
    FITS_BESIDE,
    FOCUS_WHAT_IS_BEFORE,
    IN_VIEW,
    LAYOUT_SHIFT,
    OPEN_EVERY_CARD,
    SCROLL_TABLES,
)

MOST_TABS = 200
"""Presses of Tab after which a place counts as out of reach."""

TERM = "article a.term"
CITATION = "article a.footnote-ref"
DEPTHS = "nav.depths"
SEARCH_INPUT = ".md-search__input"
SEARCH_RESULT = ".md-search-result__item"


@dataclass(frozen=True, slots=True)
class Watch:
    """What a page did while it was open."""

    requests: list[str] = field(default_factory=list)
    """The addresses it asked for."""
    complaints: list[str] = field(default_factory=list)
    """Whatever it logged, with what its policy forbade."""


class Card:
    """The card that explains a term or a citation."""

    def __init__(self, page: Page) -> None:
        self.box = page.locator(".card")

    @property
    def is_open(self) -> bool:
        """Whether it can be seen."""
        return self.box.is_visible()

    @property
    def text(self) -> str:
        """Its words, once it is open."""
        self.box.wait_for()
        return self.box.inner_text()

    def wait_until_closed(self) -> None:
        """Waits until it cannot be seen any more."""
        self.box.wait_for(state="hidden")

    def fits_beside(self, link: Locator | ElementHandle) -> bool:
        """Whether all of it is inside the window, and none of it over the link."""
        element = link.element_handle() if isinstance(link, Locator) else link
        return bool(self.box.evaluate(FITS_BESIDE, element))


class Reader:
    """A reader with one open page."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address, self.watch, self.card = page, address, Watch(), Card(page)
        self.is_changed = False
        self.listeners = {
            "request": self._note_request,
            "console": self._note_message,
            "pageerror": self._note_error,
        }
        for name, listener in self.listeners.items():
            page.on(name, listener)  # type: ignore[call-overload]

    def _note_request(self, request: Request) -> None:
        self.watch.requests.append(request.url)

    def _note_message(self, message: ConsoleMessage) -> None:
        self.watch.complaints.append(f"{message.type}: {message.text}")

    def _note_error(self, error: Error) -> None:
        self.watch.complaints.append(str(error))

    def open(self, path: str) -> None:
        """Opens a page of the guide, such as `academic/hormones/`."""
        self.page.goto(self.address + path)

    def change(self, script: str) -> None:
        """Has a script run before those of each page, as if the browser were another one."""
        self.is_changed = True
        self.page.add_init_script(script)

    def leave(self) -> bool:
        """Leaves nothing behind; whether someone else can have the page."""
        context = self.page.context
        if self.is_changed or len(context.pages) > 1:
            context.close()
            return False
        for name, listener in self.listeners.items():
            self.page.remove_listener(name, listener)
        self.page.unroute_all()
        self.page.emulate_media(media="null")
        self.page.mouse.move(0, 0)
        context.clear_cookies()
        if self.page.url.startswith(self.address):
            self.page.evaluate("localStorage.clear(), sessionStorage.clear()")
        self.page.goto("about:blank")
        return True

    def in_another_tab(self, path: str) -> Reader:
        """The same reader with a page of the guide beside this one."""
        other = Reader(self.page.context.new_page(), self.address)
        other.open(path)
        return other

    def settle(self) -> Watch:
        """Waits until the page asks for nothing more; gives what it did."""
        self.page.wait_for_load_state("networkidle")
        return self.watch

    @property
    def path(self) -> str:
        """Where the reader is now, without the anchor."""
        return urlsplit(self.page.url).path.lstrip("/")

    @property
    def anchor(self) -> str:
        """The anchor where the reader is now."""
        return urlsplit(self.page.url).fragment

    def place(self, name: str) -> Locator:
        """The element with an id."""
        return self.page.locator(f'[id="{name}"]')

    def sees(self, name: str) -> bool:
        """Whether the element with an id is in view, below whatever covers the top of the page."""
        return bool(self.page.evaluate(IN_VIEW, name))

    def tab_to(self, selector: str) -> Locator:
        """Presses Tab until an element that fits has the focus."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            focused = self.page.locator(f"{selector}:focus")
            if focused.count():
                return focused
        raise AssertionError(f"`{selector}` is out of reach of the Tab key")

    def tab_on_to(self, link: Locator) -> None:
        """Presses Tab until a link has the focus, from what has it before; a card may be between them."""
        link.evaluate(FOCUS_WHAT_IS_BEFORE)
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if link.evaluate("link => link === document.activeElement"):
                return
        raise AssertionError("the link is out of reach of the Tab key")

    def open_every_card(self) -> list[str]:
        """Opens the card of each term and citation once; gives the links that have none."""
        lacking = self.page.evaluate(OPEN_EVERY_CARD)
        self.page.keyboard.press("Escape")
        return [str(link) for link in lacking]

    def shift(self) -> float:
        """How much of the page moved while it was loaded, as browsers reckon it; 0 is nothing."""
        return float(self.page.evaluate(LAYOUT_SHIFT))

    def axe(self, context: str = "html") -> list[tuple[str, list[str]]]:
        """What axe finds in a part of the page: each rule that is broken, with the first places."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)
        given = [context, {"resultTypes": ["violations"]}]
        found = self.page.evaluate("given => axe.run(...given)", given)["violations"]
        return [(fault["id"], [node["html"][:200] for node in fault["nodes"][:3]]) for fault in found]

    def search(self, words: str) -> list[str]:
        """Types words into the search; gives the titles of what it finds, the best first."""
        self.page.locator(SEARCH_INPUT).fill("")
        self.page.keyboard.type(words)
        self.page.locator(f"{SEARCH_RESULT} mark").first.wait_for()
        return self.page.locator(f"{SEARCH_RESULT} :is(h1, h2)").all_inner_texts()

    def follow(self, link: Locator) -> None:
        """Follows a link by keyboard."""
        link.focus()
        link.press("Enter")
        self.page.wait_for_load_state()

    def is_wider_than_the_window(self) -> bool:
        """Whether the whole page scrolls sideways."""
        return bool(self.page.evaluate("document.scrollingElement.scrollWidth > window.innerWidth"))

    def tables_without_row_heads(self) -> list[str]:
        """The captions of tables whose first column is out of sight when they are scrolled to their end."""
        return [str(caption) for caption in self.page.evaluate(SCROLL_TABLES)]

    def switch_scheme(self) -> None:
        """Changes from light to dark colors, or back."""
        self.page.locator("[data-md-component=palette] label:visible").click()

    def stored(self) -> list[str]:
        """The names under which the page keeps something in the browser."""
        return [
            str(name)
            for name in self.page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        ]

    def addresses(self, selector: str) -> list[str]:
        """Where the links that fit lead to."""
        found = self.page.locator(selector).evaluate_all(
            "links => links.map(link => link.getAttribute('href'))"
        )
        return [str(address) for address in found]

    def visible(self, selector: str) -> list[str]:
        """The words of the elements that fit and can be seen."""
        return [found.inner_text() for found in self.page.locator(selector).all() if found.is_visible()]
