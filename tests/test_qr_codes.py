"""QR codes put together from parts say what segno's own would."""

import base64
import io

import pytest
import segno
import zxingcpp
from PIL import Image, ImageOps

from generator.site_model.qr_codes import qr_code

URL = "https://www.example.gov.cn/qingdan/"
MARGIN = 4
ALPHABET = "abcdefghijklmnopqrstuvwxyz-0123456789/."


def picture(url: str, address: str) -> Image.Image:
    """Open the picture of an address."""
    code = qr_code(url, address)
    assert code is not None
    kind, _, content = code.picture.partition(",")
    assert kind == "data:image/png;base64"
    return Image.open(io.BytesIO(base64.b64decode(content))).convert("L")


def address_of(length: int) -> str:
    """Make an address that is `length` bytes long with URL before it."""
    left = length - len(URL)
    return "".join(ALPHABET[(n * 7 + left) % len(ALPHABET)] for n in range(left))


@pytest.mark.parametrize("length", [36, 60, 84, 105, 106, 107, 150, 180, 181, 400])
def test_a_code_is_read_as_the_address(length: int) -> None:
    """A scanner reads the whole address, whatever its length."""
    address = address_of(length)
    code = ImageOps.expand(picture(URL, address), MARGIN, 255)
    code = code.resize((code.width * MARGIN, code.height * MARGIN), 0)
    assert [found.text for found in zxingcpp.read_barcodes(code)] == [URL + address]


@pytest.mark.parametrize(("length", "version"), [(77, 6), (106, 6), (131, 9)])
def test_a_code_is_segnos(length: int, version: int) -> None:
    """Module by module it is what segno draws for this address."""
    address = address_of(length)
    drawn = picture(URL, address)
    expected = segno.make_qr(
        f"{URL}{address}".encode(), "m", version, "byte", 3, boost_error=False
    )
    size = drawn.width
    modules = [[drawn.getpixel((x, y)) == 0 for x in range(size)] for y in range(size)]
    assert modules == [[bool(dark) for dark in row] for row in expected.matrix]


def test_the_slash_goes_without_saying() -> None:
    """The site's address may be written with a slash at its end or without."""
    assert qr_code(URL, "a.html") == qr_code(URL.rstrip("/"), "a.html")


def test_no_site_no_code() -> None:
    """Without the site's address there is nothing to point at."""
    assert qr_code("", "a.html") is None
