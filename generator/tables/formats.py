"""What a file really is, told from its bytes: its name may say anything."""

import re
from enum import Enum

from generator.problems import GeneratorError
from generator.tables.encodings import decode
from generator.tables.zips import names_in

LARGEST = 20 * 1024 * 1024
"""Bytes of the largest file that is read."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XLSX = "请另存为 .xlsx 再导入。"
_DOCX = "请在 Word 或 WPS 里另存为 .docx 再导入。"
_UNPACK = "这是压缩包，请先解压，再导入里面的表格。"
_RETYPE = "程序读不了图上的字。请向发文单位要电子表格，或把表格录入 Excel 再导入。"
_PICTURE = f"这是图片，{_RETYPE}"

_REFUSED = (
    (b"%PDF", f"这是 PDF 文件，{_RETYPE}"),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"Rar!", _UNPACK),
    (b"7z\xbc\xaf", _UNPACK),
    (b"\x1f\x8b", _UNPACK),
    (b"PK\x05\x06", _UNPACK),
    (b"{\\rtf", f"这是 RTF 文件，{_DOCX}"),
)
_OLE_KINDS = (
    ("EncryptedPackage", "这个文件加了密码，请去掉密码、另存一份再导入。"),
    ("WordDocument", f"这是旧版 Word 文件（.doc 或 .wps），{_DOCX}"),
    ("PowerPoint Document", "这是演示文稿，里面的表格请复制到 Excel 再导入。"),
)
_ZIP_KINDS = (
    ("xl/workbook.bin", f"这是二进制的 Excel 文件（.xlsb），{_XLSX}"),
    ("ppt/presentation.xml", "这是演示文稿，里面的表格请复制到 Excel 再导入。"),
    ("OFD.xml", f"这是 OFD 文件，{_RETYPE}"),
)
_MARKUP = re.compile(r"<\s*(?:!doctype\s+html|html|table|body|meta)\b", re.IGNORECASE)
_MAIL = re.compile(
    r"^content-type:\s*(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE
)
_HEAD = 20_000


class Form(Enum):
    """The forms of files that are read."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    DOCX = "docx"
    SPREADSHEET_XML = "xml"  # Excel 2003 XML, often named .xls
    HTML = "html"  # often named .xls
    MHT = "mht"
    TEXT = "text"  # delimited


def recognise(name: str, data: bytes) -> Form:
    """Tell the form of a file; GeneratorError with what to do where it is no table."""
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise _refusal(name, "文件是空的，请核对选对了文件。")
    if len(data) > LARGEST:
        limit = LARGEST // (1024 * 1024)
        raise _refusal(name, f"文件超过 {limit} MB，请删去图片和用不着的工作表再导入。")
    for mark, sentence in _REFUSED:
        if data.startswith(mark):
            raise _refusal(name, sentence)
    if data.startswith(_OLE):
        return _of_ole(name, data)
    if data.startswith(b"PK\x03\x04"):
        return _of_zip(name, data)
    return _of_text(name, data)


def _refusal(name: str, sentence: str) -> GeneratorError:
    return GeneratorError(f"“{name}”读不了：{sentence}")


def _of_ole(name: str, data: bytes) -> Form:
    """Tell old Excel from what else keeps its parts the same way, by their names."""
    is_book = any(part.encode("utf-16-le") in data for part in ("Workbook", "Book"))
    is_document = name.lower().endswith((".doc", ".wps", ".dot"))
    for part, sentence in _OLE_KINDS:
        # A workbook may hold a document, and a document a workbook.
        if part.encode("utf-16-le") in data and (is_document or not is_book):
            raise _refusal(name, sentence)
    if is_book:
        return Form.XLS
    raise _refusal(name, f"认不出它的格式。如果是表格，{_XLSX}")


def _of_zip(name: str, data: bytes) -> Form:
    names = names_in(name, data)
    for part, sentence in _ZIP_KINDS:
        if part in names:
            raise _refusal(name, sentence)
    if any(part.startswith("xl/worksheets/") for part in names):
        return Form.XLSX
    if "word/document.xml" in names:
        return Form.DOCX
    if b"application/vnd.oasis.opendocument.spreadsheet" in data[:200]:
        return Form.ODS
    if b"application/vnd.oasis.opendocument" in data[:200]:
        raise _refusal(name, f"这是 OpenDocument 文档，{_DOCX}")
    raise _refusal(name, _UNPACK)


def _of_text(name: str, data: bytes) -> Form:
    text = decode(data)
    if text is None:
        advice = "请用 .xlsx、.xls、.csv、.docx 或保存的网页。"
        raise _refusal(name, f"认不出它的格式。{advice}")
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if "urn:schemas-microsoft-com:office:spreadsheet" in head and head.startswith(
        "<?xml"
    ):
        return Form.SPREADSHEET_XML
    if _MAIL.search(head) and "mime-version:" in head.lower():
        return Form.MHT
    if _MARKUP.search(head):
        return Form.HTML
    if head.startswith(("<?xml", "{", "[{")):
        raise _refusal(name, f"这是程序用的数据文件，不是表格。如果有表格，{_XLSX}")
    return Form.TEXT
