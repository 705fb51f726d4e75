"""A browser, and the built site served to it under the address that it was built for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import Reader
from tests.browser.scripts import NOTE_VIOLATIONS
from tests.this_site import ADDRESS
from tests.whole.sites import Build
from tools import chromium
from tools.served import served

OpenReader = Callable[..., Reader]


@pytest.fixture(scope="session")
def port(this_site: Build) -> Iterator[int]:
    """The port at which the built site is served."""
    with served(this_site.folder) as port:
        yield port


@pytest.fixture(scope="session")
def browser(port: int) -> Iterator[Browser]:
    """A Chromium for which there is the site's own host, and this machine by its number."""
    hosts = f"MAP {urlsplit(ADDRESS).netloc} 127.0.0.1:{port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    with chromium.started(_executable(), f"--host-resolver-rules={hosts}") as browser:
        yield browser


def _executable() -> Path:
    found = chromium.find()
    if found is None:
        pytest.fail(chromium.advice(), pytrace=False)
    return found


class FreePages:
    """Pages that nobody reads, by the settings of their browser: to make one takes longer than most tests."""

    def __init__(self, browser: Browser) -> None:
        self.browser, self.free = browser, defaultdict[str, list[Page]](list)

    def take(self, settings: Mapping[str, object]) -> Page:
        """An empty page that fetches all it needs, as at a first visit."""
        free = self.free[repr(settings)]
        return free.pop() if free else self._made(settings)

    def give_back(self, settings: Mapping[str, object], page: Page) -> None:
        """Takes a page that its reader has left."""
        self.free[repr(settings)].append(page)

    def _made(self, settings: Mapping[str, object]) -> Page:
        context = self.browser.new_context(**settings)  # type: ignore[arg-type]
        context.add_init_script(NOTE_VIOLATIONS)
        page = context.new_page()
        context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        return page


@pytest.fixture(scope="session")
def free_pages(browser: Browser) -> FreePages:
    """The pages of this run."""
    return FreePages(browser)


@pytest.fixture
def open_reader(free_pages: FreePages) -> Iterator[OpenReader]:
    """Readers with settings of their own, such as `java_script_enabled=False`; nothing is left of them."""
    readers = []

    def opened(**settings: object) -> Reader:
        readers.append((settings, Reader(free_pages.take(settings), ADDRESS)))
        return readers[-1][1]

    yield opened
    for settings, reader in readers:
        if reader.leave():
            free_pages.give_back(settings, reader.page)


@pytest.fixture
def reader(open_reader: OpenReader) -> Reader:
    """A reader with a browser as it comes."""
    return open_reader()
