"""Read a packet (修改文件) that the form 提出修改 made, and tell what it would write.

A packet comes by mail from anybody: nothing in it is trusted. It may make a new
version of a list, or change single values of an office's file; nothing else.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.export.proposal_lists import state_of
from generator.importing.contact_patch import Edit, is_patched, patched
from generator.loading.sources import LARGEST
from generator.model.lists import ListKey
from generator.problems import GeneratorError
from generator.resolution.resolve import Resolved

FORMAT, VERSION = "qingdan-change", 1
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_DAY = r"\d{4}-\d{2}-\d{2}"
_VERSION = re.compile(
    rf"content/lists/(?P<owner>{_ID})/(?P<list>{_ID})/{_DAY}\.yml", re.ASCII
)
_OFFICE = re.compile(rf"content/offices/{_ID}\.yml", re.ASCII)
_LONGEST_LINE = 300
_MEND = "请对方在网页上重新生成一份。"
_NOT_OURS = "这不是“提出修改”生成的文件。"
_PACKED = (b"PK", b"\xd0\xcf\x11\xe0", b"%PDF", b"Rar!")
"""How office files, archives and PDF begin."""
_NO_TEXT = (
    "这是表格、文档或压缩包，不是“提出修改”生成的文件。"
    "表格请用 qingdan import；压缩包请先解压。"
)
_EMPTY = "这个文件是空的，它可能没有传完整。"
_OTHER_FORMAT = "这个修改文件的格式和现在的程序不一样，读不了。"
_OTHER_PATH = "这个修改文件要改的不是清单版本或街道文件，不能用。"
_TOO_LARGE = "这个文件太大，不是“提出修改”生成的。"
_UNREADABLE = "读不了这个修改文件，它可能没有传完整，或被改动过。"
_MISPLACED = "这个修改文件里，清单和文件位置对不上。"
_NO_EDITS = "这个修改文件里没有写要改什么。"
_NO_LINE = "这个修改文件里没有写改哪一行。"
_NO_VALUE = "这个修改文件里没有写改成什么。"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a new version was made from: list, the day shown, its files, its state."""

    list: ListKey
    day: str
    versions: tuple[str, ...]
    state: str


@dataclass(frozen=True, slots=True)
class Packet:
    """A change to one file; `origin` is None where values are changed in place.

    `summary` is one line in Chinese; `by` who proposes it, empty where it is not said.
    """

    path: str
    summary: str
    by: str
    text: str
    origin: Origin | None
    edits: tuple[Edit, ...]


def read_packet(data: bytes) -> Packet:
    """Read a packet; raises GeneratorError with a sentence for whatever it is not."""
    said = _loaded(data)
    if said.get("format") != FORMAT:
        raise _refused(_NOT_OURS)
    if said.get("version") != VERSION:
        raise _refused(_OTHER_FORMAT, _MEND)
    kind, path = said.get("kind"), _text(said, "path")
    summary, by = _one_line(said, "说明"), _one_line(said, "by")
    if kind == "version" and _VERSION.fullmatch(path):
        # A mail program may have put its own line ends into the text.
        text = _text(said, "text").removeprefix("\ufeff").replace("\r\n", "\n")
        return Packet(path, summary, by, text, _origin(said, path), ())
    if kind == "contact" and _OFFICE.fullmatch(path):
        return Packet(path, summary, by, "", None, _edits(said))
    raise _refused(_OTHER_PATH)


def is_used(packet: Packet, current: str | None) -> bool:
    """Tell whether a file says already what the packet would make it say."""
    if current is None:
        return False
    if packet.origin is None:
        return is_patched(current, packet.edits)
    return current.replace("\r\n", "\n") == packet.text


def new_text(packet: Packet, resolved: Resolved, current: str | None) -> str:
    """Give the whole text of the file that the packet writes.

    `current` is what the file says now, None where there is none. Raises
    GeneratorError where the content has changed since the packet was made.
    """
    if packet.origin is None:
        if current is None:
            message = f"没有 {packet.path} 这个文件。"
            raise _refused(message, _MEND)
        return patched(current, packet.edits)
    if current is not None:
        message = f"{packet.path} 已经有了，内容和收到的修改不同，不能再新建。"
        raise _refused(message, "请对方换一个施行日期，或您直接改那个文件。")
    _same_list(packet.origin, resolved)
    return packet.text


def _same_list(origin: Origin, resolved: Resolved) -> None:
    """Refuse where the list is not what the packet was made from."""
    moments = resolved.lists.get(origin.list) or resolved.standards.get(origin.list, ())
    moment = next((m for m in moments if m.day.isoformat() == origin.day), None)
    files = resolved.catalog.lists.get(origin.list, ())
    versions = tuple(version.effective.isoformat() for version in files)
    if (
        moment is None
        or versions != origin.versions
        or state_of(moment, {}) != origin.state
    ):
        message = f"清单 {origin.list} 在这个修改文件生成以后又改过，不能直接用。"
        raise _refused(message, _MEND)


def _loaded(data: bytes) -> Mapping[str, object]:
    if len(data) > LARGEST:
        raise _refused(_TOO_LARGE)
    if data.startswith(_PACKED):
        raise _refused(_NO_TEXT)
    if not data.strip():
        raise _refused(_EMPTY, _MEND)
    try:
        text = _decoded(data)
        said = json.loads(text) if text.lstrip().startswith("{") else None
        json.dumps(said, ensure_ascii=False).encode()  # half of a character is none
    except (ValueError, RecursionError) as error:
        raise _refused(_UNREADABLE, _MEND) from error
    if not isinstance(said, dict):
        raise _refused(_NOT_OURS)
    return said


def _decoded(data: bytes) -> str:
    """Read the text, also as Windows keeps it when it is opened and saved there."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _origin(said: Mapping[str, object], path: str) -> Origin:
    made = said.get("made_from")
    known: Mapping[str, object] = made if isinstance(made, dict) else {}
    versions = known.get("versions")
    listed = versions if isinstance(versions, list) else []
    match = _VERSION.fullmatch(path)
    key = ListKey(match["owner"], match["list"]) if match else ListKey("", "")
    if _text(known, "list") != str(key):
        raise _refused(_MISPLACED, _MEND)
    return Origin(
        key, _text(known, "day"), tuple(map(str, listed)), _text(known, "state")
    )


def _edits(said: Mapping[str, object]) -> tuple[Edit, ...]:
    given = said.get("edits")
    rows = given if isinstance(given, list) else []
    edits = tuple(_edit(row) for row in rows if isinstance(row, dict))
    if not edits or len(edits) != len(rows):
        raise _refused(_NO_EDITS, _MEND)
    return edits


def _edit(row: Mapping[str, object]) -> Edit:
    line, column = row.get("line"), row.get("column")
    if not isinstance(line, int) or not isinstance(column, int):
        raise _refused(_NO_LINE, _MEND)
    old, new = _one_line(row, "old"), _one_line(row, "new")
    if not old or not new:
        raise _refused(_NO_VALUE, _MEND)
    return Edit(line, column, _one_line(row, "label"), old, new)


def _text(values: Mapping[str, object], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def _one_line(values: Mapping[str, object], key: str) -> str:
    """Give a text as one line: it is printed, and becomes the subject of a commit."""
    plain = "".join(c if c.isprintable() else " " for c in _text(values, key))
    return " ".join(plain.split())[:_LONGEST_LINE]


def _refused(message: str, cure: str = "") -> GeneratorError:
    return GeneratorError(f"{message}{cure}没有改动任何文件。")
