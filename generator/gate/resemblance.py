"""Whether two titles can be of one matter; judged by characters, never by meaning."""

import re
import unicodedata
from functools import cache

_GENERIC = re.compile(
    "办理|申请|申领|申报|登记|备案|审核|审批|初审|复审|核查|确认|受理|发放|认定"
    "|证明|服务|管理|工作|事项|办法|实施|开展|组织|负责|协助|配合|落实|做好"
)
_MARKS = re.compile(r"[\W_]")
_RUN = 2


def resemble(one: str, other: str) -> bool:
    """Tell whether two titles share two characters in a row that mean something.

    A rewording keeps the name of its matter: 最低生活保障审核确认 and 最低生活保障申请
    share six characters, and two are the shortest Chinese word; words that every
    second title has do not count. An abbreviation (低保) keeps the order of the
    characters. Whoever renames a matter wholly can put its old name in brackets.
    """
    first, second = _core(one), _core(other)
    short, long = sorted((first, second), key=len)
    if len(short) < _RUN:
        return short in long
    runs = (short[at : at + _RUN] for at in range(len(short) - 1))
    return any(run in long for run in runs) or _abbreviates(short, long)


def _abbreviates(short: str, long: str) -> bool:
    """Tell whether all characters of the short one stand in the long one in order."""
    left = iter(long)
    return all(character in left for character in short)


@cache
def _core(title: str) -> str:
    """A title without marks, widths and the words that every second title has."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", title).casefold())
    return _GENERIC.sub("", plain) or plain
