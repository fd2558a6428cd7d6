"""The words of opening hours (办公时间) one by one: days, times, seasons, exceptions."""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

_TRADITIONAL = str.maketrans("時間節點級週六兩開對務", "时间节点级周六两开对务")
_DAY = "(?:[一二三四五六日天]|[1-7](?![0-9:.点时]))"
_WEEK = "(?:周|星期|礼拜)"
_TO = r"\s*(?:至|到|-{1,2}|~)\s*"
_OF_DAY = "(?:上午|下午|中午|午间|早上|早晨|晚上|晚间|夜间|傍晚|早|晚)"
_MONTHS = r"(?:每年)?\d{1,2}月(?:\d{1,2}[日号]?|[初上中下]旬|底|份)?"
_HOUR = "[零〇一二三四五六七八九十两]{1,3}|[0-2]?[0-9]"
_TIME = (
    rf"{_OF_DAY}?\s*(?:(?:{_HOUR})(?:[:.][0-5][0-9](?::00)?(?![0-9])"
    r"|\s*[点时](?:半|正|整|[一三]刻|[0-5]?[0-9]分?|[一二三四五][十]?[一二三四五六七八九]?分?)?)"
    r"|[01][0-9][0-5][0-9](?![0-9])|2[0-4][0-5][0-9](?![0-9]))"
)


class Sort(Enum):
    """What a word of opening hours says."""

    DAYS = "days"
    RANGE = "range"
    SEASON = "season"
    EXCEPT = "except"
    CLOSED = "closed"
    OF_DAY = "of-day"
    ASIDE = "aside"  # in brackets: who, how, or anything else
    BREAK = "break"  # what parts two groups
    OTHER = "other"


class Token(NamedTuple):
    """One word and what it says."""

    sort: Sort
    text: str


_DAYS = (
    rf"(?:每个?)?(?:{_WEEK}{_DAY}(?:(?:{_TO}|[、,和及与])(?:{_WEEK})?{_DAY})*"
    r"|法定工作日|工作日|双休日|周末|每天|每日|天天|全年无休|全年|全周)"
)
_HOLIDAYS = (
    r"(?:(?:国家|国务院)?(?:规定的?)?法定(?:的)?)?"
    r"(?:节假日|公休日|休息日|节日|假日|双休日|周末|周六日|周六、周日)"
)
_EXCEPT = (
    rf"(?:遇)?{_HOLIDAYS}(?:[、,和及与]?{_HOLIDAYS})*"
    r"(?:除外|不除外|休息|不休息|放假|不办公|不上班|不对外办公|照常办公|照常上班|照常)"
    rf"|除{_HOLIDAYS}(?:[、,和及与]?{_HOLIDAYS})*(?:以?外)"
)
_SEASON = (
    r"(?:夏|冬|春|秋|夏秋|冬春|春夏|秋冬)(?:令时|令|季|时制)(?:作息)?(?:时间)?"
    rf"|{_MONTHS}{_TO}(?:次年|翌年)?{_MONTHS}"
)
_CLOSED = r"(?:休息|不办公|不上班|不对外办公|放假|闭馆|关闭)"
_LABEL = r"(?:对外)?(?:办公|上班|工作|服务|办理|接待|开放|受理|作息|营业)(?:时间|时段)(?:为|是)?"
_WORDS = (
    (Sort.EXCEPT, _EXCEPT),
    (Sort.ASIDE, r"\([^()]*(?:\([^()]*\)[^()]*)*\)"),
    (Sort.SEASON, _SEASON),
    (
        Sort.RANGE,
        rf"{_TIME}{_TO}(?:次日)?{_TIME}|24小时|二十四小时|早\d{{1,2}}晚\d{{1,2}}|朝九晚五",
    ),
    (Sort.DAYS, _DAYS),
    (Sort.CLOSED, _CLOSED),
    (Sort.OF_DAY, _OF_DAY + r"|午休"),
    (Sort.BREAK, rf"[;。\n]|{_LABEL}"),
)
_PATTERN = re.compile(
    "|".join(f"(?P<s{index}>{pattern})" for index, (_, pattern) in enumerate(_WORDS))
)
_NOTHING = re.compile(r"[\s,、:/.\-]*")


def is_season(text: str) -> bool:
    """Tell a season or a span of months, and nothing else."""
    return re.fullmatch(_SEASON, text) is not None


def plain_text(text: str) -> str:
    """One way of writing: half-width, simplified where hours use it, one kind of dash."""
    text = unicodedata.normalize("NFKC", text).translate(_TRADITIONAL)
    text = re.sub("[—–‐―－～\u2011\u301c\u223c]+", "-", text).replace("至至", "至")
    text = re.sub(r"[【\[]([^】\]]*)[】\]]", r"(\1)", text)
    return re.sub(r"[ \t\u3000]+", " ", text).strip()


def tokens(text: str) -> Iterator[Token]:
    """Cut hours, as `plain_text` gives them, into words; whatever is unknown is OTHER."""
    at = 0
    for match in _PATTERN.finditer(text):
        yield from _between(text[at : match.start()])
        index = next(i for i in range(len(_WORDS)) if match[f"s{i}"] is not None)
        yield Token(_WORDS[index][0], match.group())
        at = match.end()
    yield from _between(text[at:])


def _between(text: str) -> Iterator[Token]:
    if not _NOTHING.fullmatch(text):
        yield Token(Sort.OTHER, text.strip(" ,、:/-\n"))
