"""What a reader does and sees in a browser, by keyboard first; tests know pages by these words only."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, Request

MOST_TABS = 200
"""Presses of Tab after which a place counts as out of reach."""

TERM = "article a.term"
CITATION = "article a.footnote-ref"
DEPTHS = "nav.depths"


@dataclass(frozen=True, slots=True)
class Watch:
    """What a page did while it was open."""

    requests: list[str] = field(default_factory=list)
    """The addresses it asked for."""
    complaints: list[str] = field(default_factory=list)
    """The errors and warnings that it logged."""


class Reader:
    """A reader with one open page."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address, self.watch = page, address, Watch()
        page.on("request", self._note_request)
        page.on("console", self._note_message)
        page.on("pageerror", lambda error: self.watch.complaints.append(str(error)))

    def _note_request(self, request: Request) -> None:
        self.watch.requests.append(request.url)

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.watch.complaints.append(f"{message.type}: {message.text}")

    def open(self, path: str) -> None:
        """Opens a page of the guide, such as `academic/hormones/`."""
        self.page.goto(self.address + path)

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

    def follow(self, link: Locator) -> None:
        """Follows a link by keyboard."""
        link.focus()
        link.press("Enter")
        self.page.wait_for_load_state()

    def is_wider_than_the_window(self) -> bool:
        """Whether the whole page scrolls sideways."""
        return bool(self.page.evaluate("document.scrollingElement.scrollWidth > window.innerWidth"))

    def visible(self, selector: str) -> list[str]:
        """The words of the elements that fit and can be seen."""
        return [found.inner_text() for found in self.page.locator(selector).all() if found.is_visible()]


IN_VIEW = """name => {
    const box = document.getElementById(name).getBoundingClientRect()
    if (box.top < 0 || box.top >= window.innerHeight) return false
    const top = document.elementFromPoint(box.left + 2, box.top + Math.min(box.height, 20) / 2)
    return !top.closest("header.md-header, .md-tabs")
}"""
