"""A browser, and the built site served to it under the address that it was built for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.pages import Reader
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
    """A Chromium for which the site's own host is the only one there is."""
    with sync_playwright() as playwright:
        hosts = f"MAP {urlsplit(ADDRESS).netloc} 127.0.0.1:{port}, MAP * ~NOTFOUND"
        arguments = [f"--host-resolver-rules={hosts}"]
        # Chromium's sandbox refuses to start for root, as in a container.
        arguments += ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=_executable(), args=arguments)
        yield browser
        browser.close()


def _executable() -> Path:
    found = chromium.find()
    if found is None:
        pytest.fail(chromium.advice(), pytrace=False)
    return found


@pytest.fixture
def open_reader(browser: Browser) -> Iterator[OpenReader]:
    """Readers with settings of their own, such as `java_script_enabled=False`."""
    contexts = []

    def opened(**settings: object) -> Reader:
        contexts.append(browser.new_context(**settings))  # type: ignore[arg-type]
        return Reader(contexts[-1].new_page(), ADDRESS)

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def reader(open_reader: OpenReader) -> Reader:
    """A reader with a browser as it comes."""
    return open_reader()
