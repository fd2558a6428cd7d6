"""Find text whose bytes were read in the wrong encoding and saved like that."""

import re
from collections.abc import Iterator

SHORTEST = 3


def _first_halves() -> str:
    """The Han characters that GBK makes of the beginnings of UTF-8 ones.

    Only those that simplified Chinese never uses: an honest text has none of them.
    """
    pairs = (
        bytes((lead, trail))
        for lead in range(0xE3, 0xEA)
        for trail in range(0x80, 0xA1)
    )
    return "".join(sorted({pair.decode("gbk", "ignore") for pair in pairs} - {""}))


FIRST_HALVES = _first_halves()
_FIRST = re.compile(f"[{FIRST_HALVES}]")
_RUN = re.compile("[\u2014-\u3011\u4e00-\u9fff\uff01-\uff1f\u20ac]+")
_LATIN = re.compile("[\xa1-\xb6\xb8-\xd6\xd8-\xf6\xf8-\xfe]{4,}")


def find_misread(text: str) -> Iterator[tuple[int, str]]:
    """Yield offset and text of every run that makes sense in another encoding only."""
    if _FIRST.search(text):
        for match in _RUN.finditer(text):
            if _FIRST.search(match.group()) and _was_utf8(match.group()):
                yield match.start(), match.group()
    for match in _LATIN.finditer(text):
        if _was_gbk(match.group()):
            yield match.start(), match.group()


def _was_utf8(run: str) -> bool:
    """Tell whether a run of Han characters is Chinese again as UTF-8, ends aside."""
    data = run.encode("gbk", "ignore")
    again = data.decode("utf-8", "ignore")
    han = sum("\u4e00" <= character <= "\u9fff" for character in again)
    return han >= SHORTEST and han * 3 >= len(data) * 0.8


def _was_gbk(run: str) -> bool:
    try:
        again = run.encode("latin-1").decode("gbk")
    except UnicodeError:
        return False
    return all("\u4e00" <= character <= "\u9fff" for character in again)
