"""A folder served to this machine as a host would: text compressed, and nothing said of it.

In: a folder of a built site. Out: the port at which it is served. It knows nothing of what is served.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import BinaryIO

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml"}


class _Handler(SimpleHTTPRequestHandler):
    # A connection serves more than one request, as a host's does.
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the output is for results."""


class _CompressingHandler(_Handler):
    def send_head(self) -> BytesIO | BinaryIO | None:
        """Sends a file of text compressed; everything else as the standard library does."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if self.path.endswith("/") else path
        if path.suffix not in COMPRESSED or not path.is_file():
            return super().send_head()
        body = gzip.compress(path.read_bytes(), 9)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)


@contextmanager
def served(folder: Path, *, port: int = 0, compressed: bool = False) -> Iterator[int]:
    """Serves a folder while the context lasts; gives the port."""
    handler = partial(_CompressingHandler if compressed else _Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()
