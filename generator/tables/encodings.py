"""Bytes to text in the encodings that Chinese offices use."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_MANY = 5  # one byte in five is NUL: two-byte characters, not text with an accident
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, named: str = "") -> str | None:
    """Decode text (解码): what its mark says, UTF-8, what it calls itself, GB18030.

    UTF-8 goes before the name, since pages converted to it often keep the old name.
    None where it is no text at all.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data, encoding)
    for encoding in (*_without_mark(data), "utf-8", named, "gb18030"):
        text = _try(data, encoding) if encoding else None
        if text is not None and not _CONTROLS.search(text[: 2 * _SAMPLE]):
            return text
    return None


def _without_mark(data: bytes) -> tuple[str, ...]:
    """UTF-16 without its mark: every other byte of ASCII is NUL."""
    sample = data[:_SAMPLE]
    low, high = sample[1::2].count(0), sample[0::2].count(0)
    if max(low, high) * _MANY < len(sample):
        return ()
    return ("utf-16-le",) if low > high else ("utf-16-be",)


def _try(data: bytes, encoding: str) -> str | None:
    known = "gb18030" if encoding.lower() in {"gb2312", "gbk", "x-gbk"} else encoding
    try:
        return data.decode(known)
    except (LookupError, UnicodeError):
        return None
