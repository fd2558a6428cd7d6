"""A local web server that sends files with gzip and remembers what it sent."""

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

LEVEL = 6
"""What gzip does when nobody says otherwise; nginx as it comes does less."""

# Only so does Chromium tell what the page and its workers hold in memory.
ISOLATED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
PACKED = {".wasm", ".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter"}
"""Pagefind compresses its own files."""


@dataclass(slots=True)
class Served:
    """A folder on the web: its address, and path and bytes of every file sent."""

    folder: Path
    address: str = ""
    sent: list[tuple[str, int]] = field(default_factory=list)
    packed: dict[Path, bytes] = field(default_factory=dict)

    def read(self, path: Path) -> tuple[bytes, bool]:
        """Read a file as it is sent, and whether with gzip; each is packed once."""
        if path.suffix in PACKED:
            return path.read_bytes(), False
        if path not in self.packed:
            self.packed[path] = gzip.compress(path.read_bytes(), LEVEL, mtime=0)
        return self.packed[path], True


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """Serve a folder to this machine while the block runs."""
    served = Served(folder.resolve())
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(served))
    served.address = f"http://127.0.0.1:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(served: Served) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            """Send a file; the name of the method is the library's."""
            asked = unquote(urlsplit(self.path).path).lstrip("/")
            path = (served.folder / asked).resolve()
            path = path / "index.html" if path.is_dir() else path
            if not path.is_relative_to(served.folder) or not path.is_file():
                self.send_error(HTTPStatus.NOT_FOUND)
                return
            self._send(path, *served.read(path))

        def _send(self, path: Path, content: bytes, packed: bool) -> None:  # noqa: FBT001 - as `read` says it
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            text = kind.startswith("text/") or kind.endswith(("script", "json"))
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", kind + ("; charset=utf-8" * text))
            self.send_header("Content-Length", str(len(content)))
            if packed:
                self.send_header("Content-Encoding", "gzip")
            for name, value in ISOLATED.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(ConnectionError):  # the page has gone on
                self.wfile.write(content)
            served.sent.append((str(path.relative_to(served.folder)), len(content)))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler
