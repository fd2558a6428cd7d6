"""Bytes to text: UTF-8 with or without BOM, any line ends; the rest is named."""

import re

from generator.loading.sources import SourceFile
from generator.problems import Place, Problem

_MAGIC = (
    (b"PK\x03\x04", "Excel 或 Word 文件（ZIP）"),
    (b"\xd0\xcf\x11\xe0", "旧版 Excel 或 Word 文件"),
    (b"%PDF", "PDF 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"Rar!", "压缩文件"),
    (b"\x1f\x8b", "压缩文件"),
    (b"7z\xbc\xaf", "压缩文件"),
    (b"{\\rtf", "写字板（RTF）文件"),
    (b"SQLite", "数据库文件"),
)
_HTML = re.compile(rb"\s*<(?:!doctype|html|head|body|table|\?xml)", re.IGNORECASE)
_COMMON = "的一在是有和办事项理单街道社区服务中心机构职责依据申请救助电话"
_FEW = 3
_MANY_ZEROS = 0.2
_SAVE = "请用记事本打开，另存为时把编码选成 UTF-8。"


def decode_text(source: SourceFile, problems: list[Problem]) -> str | None:
    """Decode a source file; None, and one problem, where it is not UTF-8 text."""
    data = source.data
    named = _not_text(data)
    if named:
        sentence, cure = named
        problems.append(Problem(Place(source.path, 1, 1), "encoding", sentence, cure))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append(_not_utf8(source.path, data, error.start))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_text(data: bytes) -> tuple[str, str] | None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return (
                f"这是{name}，不是 UTF-8 文本。",
                "请新建 .yml 文本文件，把内容抄进去。",
            )
    if _HTML.match(data[:200]):
        return "这是存下来的网页（HTML），不是清单文件。", "请按 YAML 格式填写。"
    if data.startswith(b"version https://git-lfs"):
        return "这是 Git LFS 的指针，不是文件本身。", "请运行 git lfs pull 取回文件。"
    return _sixteen_bits(data)


def _sixteen_bits(data: bytes) -> tuple[str, str] | None:
    start = data[:4096]
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "文件是 UTF-16 编码，应为 UTF-8。", _SAVE
    if start.count(b"\x00") > len(start) * _MANY_ZEROS:
        return "文件像是 UTF-16 编码（有许多 NUL 字节），应为 UTF-8。", _SAVE
    if b"\x00" in start:
        return "文件里有 NUL 字节，不是 UTF-8 文本。", "请重新输入或重新保存文件。"
    return None


def _not_utf8(path: str, data: bytes, start: int) -> Problem:
    line = data.count(b"\n", 0, start) + 1
    replaced = data.decode("utf-8", "replace").count("\ufffd")
    if replaced > _FEW or _is_chinese(data):
        names = {"gb18030": "GBK（GB18030）", "big5": "Big5 "}
        scores = {
            name: sum(data.decode(name, "ignore").count(c) for c in _COMMON)
            for name in names
        }
        best = max(scores, key=lambda name: (scores[name], name))
        return Problem(
            Place(path, line, 1),
            "encoding",
            f"文件像是 {names[best]}编码，应为 UTF-8。",
            _SAVE,
        )
    return Problem(
        Place(path, line, 1),
        "encoding",
        f"第 {line} 行有一个字节（0x{data[start]:02X}）不是 UTF-8 文字。",
        "请删去这一行里显示成问号或方块的字，重新输入。",
    )


def _is_chinese(data: bytes) -> bool:
    """Tell whether everything is a usual Han character or mark once read as GBK."""
    try:
        text = data.decode("gbk")
    except UnicodeDecodeError:
        return False
    others = {character for character in text if not character.isascii()}
    return all("\u4e00" <= c <= "\u9fff" or c in "，。、：；（）《》“”" for c in others)
