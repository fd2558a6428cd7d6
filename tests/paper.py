"""Printing as a browser does, and reading what came out of the printer."""

import re
from dataclasses import dataclass

import pypdfium2
import zxingcpp
from playwright.sync_api import Page

A4 = (595, 842)
SHARP = 3
"""Dots of the picture for each point of the paper: 216 to the inch, a plain printer."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed sheet: its text without blanks, and what its QR codes say."""

    text: str
    codes: frozenset[str]


def print_page(page: Page, address: str, *, scanned: int = 1) -> list[Sheet]:
    """Print an address on A4; codes are looked for on the first sheets only."""
    page.goto(address, wait_until="load")
    document = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    sheets = [document[number] for number in range(len(document))]
    assert {tuple(map(round, sheet.get_size())) for sheet in sheets} == {A4}
    return [
        Sheet(_text(sheet), _codes(sheet) if number < scanned else frozenset())
        for number, sheet in enumerate(sheets)
    ]


def squeezed(text: str) -> str:
    """A text as `Sheet.text` has it: lines end elsewhere on paper."""
    return re.sub(r"\s", "", text)


def _text(sheet: pypdfium2.PdfPage) -> str:
    # So the reader marks a hyphen at the end of a line.
    text = sheet.get_textpage().get_text_range().replace("\ufffe", "-")
    return squeezed(text)


def _codes(sheet: pypdfium2.PdfPage) -> frozenset[str]:
    picture = sheet.render(scale=SHARP, grayscale=True).to_pil()
    return frozenset(code.text for code in zxingcpp.read_barcodes(picture))
