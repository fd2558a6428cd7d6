"""A real nginx for one test, with the configuration that the test hands in."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

# What Debian's nginx.conf has around a server, apart from logs.
_CONFIG = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
{user}
events {{ worker_connections 256; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  fastcgi_temp_path {folder}/fastcgi;
  proxy_temp_path {folder}/proxy;
  scgi_temp_path {folder}/scgi;
  uwsgi_temp_path {folder}/uwsgi;
  types {{
    text/html html htm; text/css css; application/javascript js;
    application/json json map; text/xml xml; image/svg+xml svg; text/plain txt;
    image/png png; image/x-icon ico; font/woff2 woff2;
  }}
  {http}
  server {{
    listen 127.0.0.1:{port};
    {server}
  }}
}}
"""


def find_program(names: tuple[str, ...], advice: str) -> str:
    """Find the first of some programs, or fail with what to install."""
    # Debian keeps servers where an ordinary user's PATH does not look.
    path = os.environ.get("PATH", "") + os.pathsep + "/usr/sbin"
    for name in names:
        if found := shutil.which(name, path=path):
            return found
    pytest.fail(f"None of {', '.join(names)} is here; install {advice}.")


def wait_for_port(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    """Wait at most ten seconds until the server answers on its port."""
    for _ in range(200):
        if server.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    said = log.read_text() if log.exists() else ""
    pytest.fail(f"nginx does not answer on port {port}: {said}")


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(folder: Path, port: int, server: str, http: str = "") -> Iterator[str]:
    """Run nginx with two pieces of configuration; give the address of its root."""
    program = find_program(("nginx",), "nginx-light")
    folder.mkdir(exist_ok=True)
    # Root's workers would become "nobody", who may not enter the temporary folder.
    user = "user root;" if os.geteuid() == 0 else ""
    config, log = folder / "nginx.conf", folder / "error.log"
    config.write_text(
        _CONFIG.format(folder=folder, port=port, server=server, http=http, user=user)
    )
    process = subprocess.Popen([program, "-c", str(config), "-e", str(log)])
    try:
        wait_for_port(port, process, log)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(timeout=10)
