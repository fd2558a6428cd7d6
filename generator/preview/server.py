"""The small web server of the preview, for this machine only."""

import errno
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Thread
from typing import Any

from generator.preview.answers import Answer
from generator.problems import GeneratorError

HOST = "127.0.0.1"
_LAST_PORT = 65535


@contextmanager
def serving(port: int, answer: Callable[[str], Answer]) -> Iterator[str]:
    """Serve in the background; yield the address, such as http://127.0.0.1:8000/.

    Port 0 takes any free port. Raises GeneratorError if the port is not to be had.
    """
    server = _open(port, answer)
    # The interval is how long a stop may take, in seconds.
    thread = Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def _open(port: int, answer: Callable[[str], Answer]) -> "_Server":
    """Take the port, or say which way out there is."""
    if not 0 <= port <= _LAST_PORT:
        message = (
            f"端口 {port} 不存在，请用 1024 到 {_LAST_PORT} 之间的，例如 --port 8000。"
        )
        raise GeneratorError(message)
    try:
        return _Server((HOST, port), partial(_Handler, answer))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            reason = "正被别的程序占用，也许另一个预览还开着"
        elif error.errno == errno.EACCES:
            reason = "不允许普通用户使用"
        else:
            reason = f"打不开（{error.strerror}）"
        message = f"端口 {port} {reason}。请换一个，例如 --port 8765；0 表示任选。"
        raise GeneratorError(message) from error


class _Server(ThreadingHTTPServer):
    """The library's server; it is extended by inheriting, there is no other way."""

    daemon_threads = True  # a page waiting for news does not hold up the end

    def server_bind(self) -> None:
        """Take the port without asking a name server who 127.0.0.1 is."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 (the library's signature)
        """Stay silent about browsers that hang up, which they do all the time."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """One request: ask for the answer and send it."""

    def __init__(
        self,
        answer: Callable[[str], Answer],
        *args: Any,  # noqa: ANN401 (what the library passes on)
    ) -> None:
        self._answer = answer
        super().__init__(*args)

    def do_GET(self) -> None:
        """Send an answer that no browser keeps."""
        answer = self._answer(self.path)
        with suppress(ConnectionError):
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.kind)
            self.send_header("Content-Length", str(len(answer.content)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(answer.content)

    do_HEAD = do_GET  # noqa: N815 (the library looks for this name)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 (the library's signature)
        """Keep quiet: the terminal is for the problems."""
