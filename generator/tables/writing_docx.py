"""Tables as .docx files, ready to be printed on A4 (python-docx)."""

import io
import re
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from generator.tables.docx_table import table_element
from generator.tables.sheets import SheetOut
from generator.tables.zips import repack

_LONG, _SHORT, _MARGIN = Cm(29.7), Cm(21), Cm(1.8)
_USUAL, _SMALLEST = 10.5, 6  # points; many columns are printed smaller
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_docx(sheet: SheetOut) -> bytes:
    """Write a document with one table; same table, same bytes."""
    document = docx.Document()
    _set_page(document)
    _set_fonts(document)
    _set_properties(document, sheet.titles[0])
    _add_line(
        document, sheet.titles[0], "Heading 1"
    ).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in sheet.titles[1:]:
        _add_line(document, line)
    room = (_LONG - 2 * _MARGIN) // Pt(1)
    size = max(_SMALLEST, min(_USUAL, 2 * room / sum(sheet.widths)))
    table = table_element(sheet, room, size)
    document.element.body.insert_element_before(table, "w:sectPr")
    for line in ("", *sheet.notes):  # Word wants a paragraph after a table
        _add_line(document, line)
    buffer = io.BytesIO()
    document.save(buffer)
    return repack(buffer.getvalue())


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = _LONG, _SHORT
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("第 ")
    _add_field(footer, "PAGE")
    footer.add_run(" 页 共 ")
    _add_field(footer, "NUMPAGES")
    footer.add_run(" 页")


def _add_field(paragraph: Paragraph, name: str) -> None:
    """Add a number that Word counts itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 # python-docx has no fields


def _set_fonts(document: Document) -> None:
    for name, font, size in (("Normal", "宋体", _USUAL), ("Heading 1", "黑体", 18)):
        style = document.styles[name]
        if not isinstance(style, ParagraphStyle):
            continue
        style.font.name, style.font.size = font, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("eastAsia", "ascii", "hAnsi"):
            fonts.set(qn(f"w:{script}"), font)
        for theme in ("eastAsiaTheme", "asciiTheme", "hAnsiTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.space_after = Pt(6)


def _set_properties(document: Document, title: str) -> None:
    about = document.core_properties
    about.title, about.author, about.comments = _plain(title), "", ""
    about.created = about.modified = _MADE


def _add_line(document: Document, text: str, style: str = "Normal") -> Paragraph:
    return document.add_paragraph(_plain(text), style)


def _plain(text: str) -> str:
    """Leave out characters that no document can hold."""
    return _CONTROLS.sub("", text)
