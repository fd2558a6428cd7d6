"""QR codes (二维码) of addresses, as small pictures inside a page.

The only door to segno, which takes a millisecond for one code: two minutes for a
city's 130,000. But all QR codes of one size and mask are sums: with error correction
and mask, the code of `a XOR b XOR c` is the XOR of theirs. So segno draws an empty
code for each length and each bit of each place once, some hundreds in all, and every
address is put together from these, a bit of a picture being a bit of an integer.
Never decides who gets a code.
"""

import base64
import struct
import zlib
from functools import cache, lru_cache

from generator.site_model.parts import QrCode

_LEVEL = "m"
_MASK = 3
_SIZES = {6: 106, 9: 180}
"""Bytes that fit, by version: few sizes, since each has to be learnt."""

_FILLER = 0x60
"""What empty places hold: lower-case letters differ from it in the fewest bits."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def qr_code(url: str, address: str) -> QrCode | None:
    """Draw the whole address of a page, which is below the site's `url`.

    One pixel a module, without a margin: who shows it leaves four modules around it.
    None without `url`, because then nobody knows where the site will be.
    """
    if not url:
        return None
    root = url.encode() if url.endswith("/") else f"{url}/".encode()
    content = root + address.encode()
    for version, most in _SIZES.items():
        if len(content) <= most:
            picture = _picture(_sum(version, root, content), 17 + 4 * version)
            return QrCode(picture, content.decode())
    return QrCode(_picture(*_draw(content, None)), content.decode())


def _sum(version: int, root: bytes, content: bytes) -> int:
    total = _empty(version, root, len(content))
    for place in range(len(root), len(content)):
        total ^= _byte(version, place, content[place] ^ _FILLER)
    return total


@lru_cache(512)
def _empty(version: int, root: bytes, length: int) -> int:
    return _draw(root.ljust(length, bytes([_FILLER])), version)[0]


@cache
def _byte(version: int, place: int, changed: int) -> int:
    """What changes in the picture with some bits of one byte."""
    total = 0
    for bit in range(8):
        if changed >> bit & 1:
            total ^= _bit(version, place, bit)
    return total


@cache
def _bit(version: int, place: int, bit: int) -> int:
    """What changes in the picture with one bit; the length does not matter."""
    most = _SIZES[version]
    content = bytearray([_FILLER]) * most
    content[place] ^= 1 << bit
    return _draw(bytes(content), version)[0] ^ _empty(version, b"", most)


def _draw(content: bytes, version: int | None) -> tuple[int, int]:
    """Let segno draw; the picture's rows as PNG wants them, and their number."""
    # Only sites with an address need it, and it takes a while to import.
    import segno  # noqa: PLC0415 - see above

    code = segno.make_qr(content, _LEVEL, version, "byte", _MASK, boost_error=False)
    rows = (bytes(row).translate(_LIGHT).decode() for row in code.matrix)
    size = len(code.matrix)
    width = (size + 7) // 8 * 8
    text = "".join("0" * 8 + row.ljust(width, "0") for row in rows)
    return int(text, 2), size


_LIGHT = bytes.maketrans(b"\0\1", b"10")
"""A light module is a one in a black and white PNG."""


def _picture(rows: int, size: int) -> str:
    """Write a black and white PNG, uncompressed: codes are as good as random."""
    content = rows.to_bytes(((size + 7) // 8 + 1) * size, "big")
    header = struct.pack(">IIBBBBB", size, size, 1, 0, 0, 0, 0)
    image = b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", header),
            _chunk(b"IDAT", zlib.compress(content, 0)),
            _chunk(b"IEND", b""),
        )
    )
    return f"data:image/png;base64,{base64.b64encode(image).decode()}"


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
