"""Which answer each address of the preview gets. Values in, values out."""

import mimetypes
from dataclasses import dataclass
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from generator.preview.board import Board
from generator.preview.page import OWN, missing_page, with_preview

# How long a page that asks for news is kept waiting, in seconds.
PATIENCE = 20.0

_ASSETS = ("preview.css", "preview.js")
_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer over HTTP."""

    status: HTTPStatus
    kind: str
    content: bytes


def answer(site: Path, board: Board, address: str) -> Answer:
    """Answer one request, from our own addresses or from the site's folder.

    `address` is what stands in the request line. May wait for `PATIENCE`
    seconds when a page asks for news.
    """
    parts = urlsplit(address)
    path = unquote(parts.path)
    if not path.startswith(OWN):
        return _from_site(site, board, path)
    name = path.removeprefix(OWN)
    if name == "state":
        seen = parse_qs(parts.query).get("seen", [""])[0]
        state = board.wait(seen, PATIENCE).state
        return Answer(HTTPStatus.OK, "text/plain; charset=utf-8", state.encode())
    if name in _ASSETS:
        content = files(__package__).joinpath(name).read_bytes()
        return Answer(HTTPStatus.OK, _kind(name), content)
    return Answer(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"")


def _from_site(site: Path, board: Board, path: str) -> Answer:
    """Answer with a file of the site, its 404 page, or a page of our own."""
    # The notice first: a page may then be newer than its state, which costs one
    # reload, but never older, which would hide a change.
    notice = board.read()
    name = path.removeprefix("/")
    if not name or name.endswith("/"):
        name += "index.html"
    content = _read(site, name)
    if content is not None and not name.endswith(".html"):
        return Answer(HTTPStatus.OK, _kind(name), content)
    status = HTTPStatus.OK
    if content is None:
        status = HTTPStatus.NOT_FOUND
        content = _read(site, "404.html") or missing_page(notice)
    return Answer(status, _HTML, with_preview(content, notice))


def _read(site: Path, name: str) -> bytes | None:
    """Read a file of the site, or None for what is not there or not inside."""
    try:
        folder = site.resolve()
        file = (folder / name).resolve()
        return file.read_bytes() if file.is_relative_to(folder) else None
    except (OSError, ValueError):  # ValueError: a zero character in the address
        return None


def _kind(name: str) -> str:
    """Name the media type of a file; all text of ours is UTF-8."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    is_text = kind.startswith("text/") or kind.endswith(("json", "javascript", "xml"))
    return f"{kind}; charset=utf-8" if is_text else kind
