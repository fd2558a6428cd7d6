"""The text of a cell, freed of what spreadsheets, scans and typing did to it."""

import re
import unicodedata
from dataclasses import dataclass
from functools import partial

from generator.folding import HAN
from generator.understanding.line_breaks import mend_breaks

_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\f\v]")
_WIDE = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_CLOSING = "》〉〕】）」』，。；：、！？"
_OPENING = "《〈〔【（「『"
# After 第三条 a space stands before the words of the article: it is meant.
_INSIDE_WORD = re.compile(
    rf"(?<=[{HAN}{_CLOSING}{_OPENING}0-9])(?<![条款项章节]) +(?=[{HAN}{_OPENING}{_CLOSING}])"
)
_AFTER_ARTICLE = re.compile(
    rf"(?<=[条款项章节]) +(?=[第{_CLOSING}])|(?<=[条款项章节])(?<!第[{HAN}0-9][条款项章节])"
    rf"(?<!第[{HAN}0-9]{{2}}[条款项章节])(?<!第[{HAN}0-9]{{3}}[条款项章节])"
    rf"(?<!第[{HAN}0-9]{{4}}[条款项章节])(?<!第[{HAN}0-9]{{5}}[条款项章节]) +(?=[{HAN}])"
)
_BEFORE_DIGITS = re.compile(rf"(?<=[{HAN}]) +(?=[0-9]+ *[{HAN}])")
_DOUBLED = re.compile(r"([，。；：、,;])\1+")
_FLOAT = re.compile(r"(\d{1,9})\.0+")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text as it should be, and in Chinese why it was changed (empty: it was not)."""

    text: str
    why: tuple[str, ...] = ()


def clean(text: str, *, one_line: bool = False) -> Cleaned:
    """Repair a cell's text; `one_line` where its field holds one line only."""
    why: list[str] = []
    plain = seen(text.replace("\r\n", "\n"))
    plain = plain.replace("\r", "\n")
    if _UNSEEN.search(text):
        why.append("去掉看不见的字符")
    for step, reason in (
        (_narrow, "全角数字、字母改成半角"),
        (partial(mend_breaks, one_line=one_line), "接上断开的行"),
        (close_up, "去掉词中的空格"),
        (_single, "重复的标点只留一个"),
    ):
        after = step(plain)
        if after != plain and _told(plain) != _told(after):
            why.append(reason)
        plain = after
    return Cleaned(plain, tuple(why))


def seen(text: str) -> str:
    """A text without what nobody sees, its spaces plain."""
    return _SPACES.sub(" ", _UNSEEN.sub("", text))


def _told(text: str) -> str:
    """What a reader sees: spaces at the ends of lines and empty lines do not count."""
    return "\n".join(line for part in text.split("\n") if (line := part.strip()))


def _narrow(text: str) -> str:
    return _WIDE.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text)


def close_up(text: str) -> str:
    """Take out spaces inside words; between words of another script one stays."""
    return "\n".join(_close_up_line(line) for line in text.split("\n"))


def _close_up_line(line: str) -> str:
    line = _INSIDE_WORD.sub("", line.strip())
    line = _BEFORE_DIGITS.sub("", _AFTER_ARTICLE.sub("", line))
    return re.sub(" {2,}", " ", line)


def _single(text: str) -> str:
    return _DOUBLED.sub(r"\1", text)


def plain_number(text: str) -> str:
    """Write 12.0 as 12; anything else stays as it is."""
    found = _FLOAT.fullmatch(text.strip())
    return found.group(1) if found else text
