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
_ANEW = "请用记事本新建 .yml 文件，把文字抄进去。"
_INSTEAD = "请用 qingdan import 读入里面的表格，或新建 .yml 文件，把文字抄进去。"


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
            spaced = f" {name}" if name[0].isascii() else name
            return (
                f"这是{spaced}，不是用记事本保存的文字。",
                _INSTEAD if "文件（" in name or "Excel" in name else _ANEW,
            )
    if _HTML.match(data[:200]):
        return "这是存下来的网页，不是清单文件。", _INSTEAD
    if data.startswith(b"version https://git-lfs"):
        return (
            "这里只有文件的存根（Git LFS），没有内容。",
            "请运行 git lfs pull 取回文件。",
        )
    return _sixteen_bits(data)


def _sixteen_bits(data: bytes) -> tuple[str, str] | None:
    start = data[:4096]
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "文件的编码是 UTF-16，应是 UTF-8。", _SAVE
    if start.count(b"\x00") > len(start) * _MANY_ZEROS:
        return "文件的编码像是 UTF-16，应是 UTF-8。", _SAVE
    if b"\x00" in start:
        return (
            "文件里有不是文字的内容（NUL 字节），可能没有存完整。",
            "请从备份恢复，或重新输入、重新保存。",
        )
    return None


def _not_utf8(path: str, data: bytes, start: int) -> Problem:
    line = data.count(b"\n", 0, start) + 1
    replaced = data.decode("utf-8", "replace").count("\ufffd")
    if replaced > _FEW or _is_chinese(data):
        names = {"gb18030": "GBK（GB18030）", "big5": "Big5"}
        scores = {
            name: sum(data.decode(name, "ignore").count(c) for c in _COMMON)
            for name in names
        }
        best = max(scores, key=lambda name: (scores[name], name))
        return Problem(
            Place(path, line, 1),
            "encoding",
            f"文件的编码像是 {names[best]}，应是 UTF-8。",
            _SAVE,
        )
    return Problem(
        Place(path, line, 1),
        "encoding",
        f"第 {line} 行有一个字读不出来，它的编码不是 UTF-8。",
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
