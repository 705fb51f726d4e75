"""Addresses outside: which are asked for, and what an answer means."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tools.links import Answer, asked, main, outside_links, report

STATUS = {"/there": 200, "/lost": 404, "/gone": 410, "/refused": 403, "/busy": 429, "/broken": 500}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(STATUS[self.path])
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()


@pytest.mark.parametrize(
    ("path", "state"),
    [
        pytest.param("/there", "there", id="an answer"),
        pytest.param("/lost", "gone", id="not found"),
        pytest.param("/gone", "gone", id="taken down"),
        pytest.param("/refused", "silent", id="a publisher turns programs away"),
        pytest.param("/busy", "silent", id="asked too often"),
        pytest.param("/broken", "silent", id="a fault that may pass"),
    ],
)
def test_only_what_is_not_there_is_gone(server: str, path: str, state: str) -> None:
    assert asked(server + path).state == state


def test_no_network_is_no_proof() -> None:
    assert asked("http://127.0.0.1:9/").state == "silent"


def test_addresses_outside_are_asked_once_each() -> None:
    html = """
        <a href="https://example.org/a#part">a</a> <a href="https://example.org/a">a again</a>
        <a href="../b/">a page</a> <a href="#c">a section</a> <a href="mailto:a@example.org">mail</a>
        <a href="http://localhost:8000/">this site</a> <link rel="canonical" href="https://example.org/own">
        <a>no address</a>
    """
    assert outside_links([("one.html", html), ("two.html", html)]) == {
        "https://example.org/a": ["one.html", "two.html"]
    }


def test_what_is_gone_stands_first_with_its_pages() -> None:
    answers = [
        Answer("https://a.example/", "silent", "403 No"),
        Answer("https://b.example/", "gone", "404 No"),
    ]
    told = report(answers, {"https://a.example/": ["a.html"], "https://b.example/": ["b.html", "c.html"]})
    assert "2 asked, 1 gone, 1 without an answer to a program." in told
    assert told.index("- <https://b.example/>: 404 No; on `b.html`, `c.html`") < told.index("a.example")


@pytest.mark.parametrize(
    ("path", "status"), [pytest.param("/there", 0, id="all there"), pytest.param("/lost", 1, id="one lost")]
)
def test_the_status_says_whether_one_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: str, path: str, status: int
) -> None:
    # As it is: here the outside stands on this machine.
    monkeypatch.setattr("tools.links.is_here", lambda address: False)
    (tmp_path / "index.html").write_text(f'<a href="{server}{path}">a</a>', "utf-8")
    assert main([str(tmp_path)]) == status


def test_a_folder_without_a_site_is_said_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    assert capsys.readouterr().err == "Name the folder of a built site, such as site.\n"
