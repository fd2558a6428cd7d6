"""Fold text and cut it into tokens, character for character as the browser does.

`theme/scripts/search/tokens.js` is the same text in JavaScript; `tests/tokens.json` holds
both to one table. Every character is folded on its own and every class is a range
of code points, because Python's and the browser's Unicode tables differ by years.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from itertools import pairwise

# Pairs of a character and what it becomes: radicals that PDF copies put in place of the
# real character, which tokens.js repeats, and traditional characters (繁体), which come
# to the browser with the index. A test folds every character there is on both sides.
RADICALS = (
    "⺠民⺟母⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨"
    "⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟戶户"
)
SIMPLIFIED = files("generator").joinpath("simplified.txt").read_text("utf-8").strip()
"""Pairs made from OpenCC's table by tools/simplified.py: the usual characters only."""

FOLD = RADICALS + SIMPLIFIED
PAIRS = dict(zip(FOLD[::2], FOLD[1::2], strict=True))

# Compatibility forms that have been the same in every Unicode version since 5.0.
COMPATIBLE = re.compile(
    r"[\u00a0-\u024f\u1e00-\u2fdf\u3000\u3200-\u33ff"
    r"\uf900-\ufaff\ufb00-\ufb06\ufe30-\ufe6f\uff01-\uffee]"
)
CASED = re.compile(r"[A-Z\u0370-\u052f]")
# Accents, and what is not seen at all: joiners, soft hyphens, directions.
IGNORED = re.compile(
    r"[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    r"\ufe00-\ufe0f\ufeff]"
)

HAN = r"\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
LETTERS = (
    r"a-z\u00df-\u024f\u0370-\u052f\u0600-\u06ff\u0f00-\u0fff"
    r"\u1800-\u18af\u1950-\u19df\u3041-\u30ff\ua000-\ua4cf\uac00-\ud7a3"
)
RUN = re.compile(rf"[{HAN}]+|[{LETTERS}]+|[0-9]+")
IS_HAN = re.compile(rf"[{HAN}]")


@cache  # bounded by the number of characters there are
def _fold_character(character: str) -> str:
    if IGNORED.match(character):
        return ""
    if COMPATIBLE.match(character):
        plain = IGNORED.sub("", unicodedata.normalize("NFKD", character)).lower()
        return "".join(PAIRS.get(part, part) for part in plain)
    if CASED.match(character):
        return character.lower()
    return PAIRS.get(character, character)


def fold(text: str) -> str:
    """Bring text into the one form in which it is compared (归一).

    Full-width becomes half-width, compatibility forms and accents their plain
    character, capitals small letters.
    """
    return "".join(map(_fold_character, text))


def tokens(text: str) -> list[str]:
    """Cut text into overlapping pairs of Han characters, words and numbers.

    In the order of the text, with repetitions. A Han character that stands alone
    is a token by itself. Everything else separates.
    """
    found: list[str] = []
    for run in RUN.findall(fold(text)):
        if len(run) > 1 and IS_HAN.match(run):
            found.extend(first + second for first, second in pairwise(run))
        else:
            found.append(run)
    return found


def squash(text: str) -> str:
    """Fold text and leave out whatever stands between its runs."""
    return "".join(RUN.findall(fold(text)))
