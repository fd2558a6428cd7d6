"""What is no table, or means harm, ends in one sentence that says what to do."""

import io
import struct
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from generator.problems import GeneratorError
from generator.tables import open_tables

TABLES = Path(__file__).parent / "tables"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SHEET = "xl/worksheets/sheet1.xml"
BOOK = (
    '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'
)
LINKS = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'


def packed(parts: dict[str, str | bytes]) -> bytes:
    """Zip these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def xlsx(sheet: str | bytes) -> bytes:
    """Make the least that counts as a workbook, around the XML of a sheet."""
    return packed(
        {
            "xl/workbook.xml": BOOK,
            "xl/_rels/workbook.xml.rels": LINKS,
            SHEET: sheet,
        }
    )


def named(*parts: str) -> bytes:
    """Make a compound file that names these parts."""
    return OLE + b"".join(part.encode("utf-16-le") for part in parts)


REFUSED = {
    "空.xlsx": (b"", "空"),
    "空.csv": (b"\xef\xbb\xbf\r\n ", "空"),
    "文件.pdf": (b"%PDF-1.7\n", "PDF"),
    "图.xlsx": (b"\x89PNG\r\n\x1a\n", "图片"),
    "旧.doc": (named("WordDocument"), "另存为 .docx"),
    "旧.wps": (named("WordDocument", "Workbook"), "另存为 .docx"),
    "密.xlsx": (named("EncryptedPackage"), "密码"),
    "别的.xls": (named("Contents"), "另存为 .xlsx"),
    "坏.xls": (named("Workbook"), "坏了"),
    "坏.xlsx": (packed({SHEET: "<a/>"})[:-40], "不完整"),
    "包.zip": (packed({"说明.txt": "好"}), "压缩包"),
    "包.rar": (b"Rar!\x1a\x07", "压缩包"),
    "文.rtf": (b"{\\rtf1", "RTF"),
    "二进制": (bytes(range(1, 256)) * 9, "认不出"),
    "说明.txt": ("街道事项清单说明。\n一、总则".encode(), "没有表格"),
    "数据.json": (b'{"a": 1}', "数据文件"),
    "网页.html": (b"<html><body><p>1</p></body></html>", "没有表格"),
    "框.htm": (b"<html><frameset><frame src=a.htm></frameset></html>", "旁边"),
    "无表.docx": (
        packed({"word/document.xml": "<document><body><p/></body></document>"}),
        "没有表格",
    ),
    "坏.docx": (packed({"word/document.xml": "<document>"}), "坏了"),
    "引号.csv": (b'a,b\n1,"' + b"x" * 200_000, "双引号"),
    "宽.csv": (b"," * 600 + b"\n1", "太大"),
    "演示.pptx": (packed({"ppt/presentation.xml": "<p/>"}), "演示"),
    "大.csv": (b"1,2\n" * 5_300_000, "MB"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_one_sentence_says_what_it_is(name: str) -> None:
    """The sentence names the file, and what is wrong with it."""
    data, word = REFUSED[name]
    with pytest.raises(GeneratorError) as caught:
        open_tables(name, data)
    sentence = str(caught.value)
    assert name in sentence
    assert word in sentence
    assert "\n" not in sentence


def test_bombs_are_not_unpacked() -> None:
    """A zip file that unpacks to 300 MB is refused before it is."""
    bomb = xlsx(bytes(300 * 1024 * 1024))
    assert len(bomb) < 1024 * 1024
    with pytest.raises(GeneratorError, match="大得不正常"):
        open_tables("a.xlsx", bomb)


def test_far_corners_are_refused() -> None:
    """Two cells far apart do not fill the memory with what lies between."""
    cells = (
        '<c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c>'
    )
    sheet = f'<worksheet><sheetData><row r="1">{cells}</row></sheetData></worksheet>'
    with pytest.raises(GeneratorError, match="第 1048576 行"):
        open_tables("a.xlsx", xlsx(sheet))


def test_entities_stay_closed() -> None:
    """Entities are not expanded, neither to a billion laughs nor to files."""
    laughs = "".join(
        f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10)
    )
    text = (
        f'<!DOCTYPE document [<!ENTITY l0 "哈">{laughs}'
        '<!ENTITY file SYSTEM "file:///etc/hostname">]>'
        "<document><body><tbl><tr><tc><p><r><t>甲&l9;&file;</t></r></p></tc></tr></tbl>"
        "</body></document>"
    )
    (grid,) = open_tables("a.docx", packed({"word/document.xml": text}))
    assert grid.rows == (("甲",),)
    sheet = f"{text.partition('<document>')[0]}<worksheet><sheetData/></worksheet>"
    with pytest.raises(GeneratorError, match="坏了"):
        open_tables("a.xlsx", xlsx(sheet))


def test_spans_have_an_end() -> None:
    """A page cannot ask for a million columns."""
    page = "<table><tr><td colspan=9999999 rowspan=99999999>甲<tr><td>乙</table>"
    (grid,) = open_tables("a.html", page.encode())
    assert len(grid.rows[0]) <= 500


def test_rings_of_sectors_are_not_followed() -> None:
    """An .xls file whose sectors lead round in a ring: calamine would never return."""
    data = bytearray((TABLES / "old.xls").read_bytes())
    (table,) = struct.unpack_from("<I", data, 76)
    for number in range(9):  # every sector of the book is followed by its first
        struct.pack_into("<I", data, 512 * (table + 1) + 4 * number, 0)
    with pytest.raises(GeneratorError, match="坏了"):
        open_tables("a.xls", bytes(data))


def test_faults_of_the_library_make_no_noise(capfd: pytest.CaptureFixture[str]) -> None:
    """A damaged book ends in the sentence, whatever the library prints about it."""
    data = (TABLES / "old.xls").read_bytes()
    for place in range(512, 4000, 256):
        damaged = data[:place] + b"\xff" * 24 + data[place + 24 :]
        with suppress(GeneratorError):
            open_tables("a.xls", damaged)
    said = capfd.readouterr()
    assert said.out + said.err == ""
