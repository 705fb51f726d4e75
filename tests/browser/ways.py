"""The ways in which readers come to a page: what they have, and how they point at a link and follow it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from playwright.sync_api import Locator

from tests.browser.pages import Reader

Act = Callable[[Reader, Locator], None]


def _hover(reader: Reader, link: Locator) -> None:
    link.hover()


def _click(reader: Reader, link: Locator) -> None:
    link.click()


def _focus(reader: Reader, link: Locator) -> None:
    reader.tab_on_to(link)


def _enter(reader: Reader, link: Locator) -> None:
    reader.tab_on_to(link)
    reader.page.keyboard.press("Enter")


def _press(reader: Reader, button: Locator) -> None:
    button.focus()
    reader.page.keyboard.press("Enter")


def _tap(reader: Reader, link: Locator) -> None:
    link.tap()


def _tap_twice(reader: Reader, link: Locator) -> None:
    # The first tap opens the card; what a second on the link does, the link inside does too.
    was_open = reader.card.is_open
    link.tap()
    if not was_open and reader.card.is_open:
        link.tap()


@dataclass(frozen=True, slots=True)
class Way:
    """One way of reading."""

    settings: Mapping[str, object]
    """What is special about the browser."""
    point: Act
    """Points at a link, as one does to have it explained."""
    follow: Act
    """Follows a link."""
    press: Act
    """Presses a button."""


def _by_mouse(**settings: object) -> Way:
    return Way(settings, _hover, _click, _click)


def _by_keyboard(**settings: object) -> Way:
    return Way(settings, _focus, _enter, _press)


WAYS: Mapping[str, Way] = {
    "mouse": _by_mouse(),
    "keyboard": _by_keyboard(),
    "touch": Way(
        {"has_touch": True, "is_mobile": True, "viewport": {"width": 390, "height": 800}},
        _tap,
        _tap_twice,
        _tap,
    ),
    # A window of 1280 by 1024 pixels, four times enlarged.
    "zoom": _by_keyboard(viewport={"width": 320, "height": 256}),
    "small": _by_mouse(viewport={"width": 320, "height": 640}),
    "forced-colors": _by_keyboard(forced_colors="active"),
    "reduced-motion": _by_mouse(reduced_motion="reduce"),
}
"""Each way with scripts and a screen, by its name."""

WITHOUT_SCRIPTS: Mapping[str, object] = {"java_script_enabled": False}
