"""Find characters that hide, garble or pretend in a text."""

import re
import unicodedata
from collections.abc import Iterator

from generator.loading.mojibake import FIRST_HALVES, find_misread
from generator.loading.positions import Walk
from generator.problems import Place, Problem, Severity

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffb\ufffe\uffff\ufdd0-\ufdef\U0001fffe\U0001ffff\U000e0000-\U000e007f]"
    "|[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]{3,}"
)
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
UNSEEN = re.compile(f"{HIDDEN.pattern}|{PRIVATE.pattern}|\ufffd")
LOOKALIKE = re.compile(
    "[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]"
    "|[\uff61-\uffdc]|[\u0370-\u03ff\u0400-\u04ff]"
)
GARBLED = re.compile(
    "\ufffd|锟斤拷|烫烫烫|屯屯屯|(?:[\u00c2-\u00ef][\u00a0-\u00bf]){2}"
    "|[\u00e3-\u00e9][\u0080-\u00ff\u2013-\u2122]{2}"
)
_SUSPECT = re.compile(
    "|".join(f"(?:{p.pattern})" for p in (HIDDEN, PRIVATE, LOOKALIKE, GARBLED))
)
# One class of characters is ten times as fast as the alternatives one by one, and
# an honest file has none of these.
_ANY_SUSPECT = re.compile(
    f"[{FIRST_HALVES}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\xc2-\xef\u0300-\u036f\u0370-\u03ff"
    "\u0400-\u04ff\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u20d0-\u20ff\u2e80-\u2fdf\u3164"
    "\ue000-\ufaff\ufdd0-\ufdef\ufeff\uff61-\uffdc\ufff0-\uffff"
    "\U0001fffe\U0001ffff\U0002f800-\U0002fa1f\U000e0000-\U000e007f"
    "\U000f0000-\U0010ffff]"
)
_GARBLED_WORDS = ("锟斤拷", "烫烫烫", "屯屯屯")
_NO_UNIFIED_FORM = (0x2E80, 0x2FDF)


def check_characters(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem for every suspicious run of characters of a file, comments too."""
    if not _ANY_SUSPECT.search(text) and not any(w in text for w in _GARBLED_WORDS):
        return
    seen: set[tuple[int, str]] = set()
    walk = Walk(text)
    for match in _SUSPECT.finditer(text):
        line, column = walk.to(match.start())
        rule, sentence, cure, severity = describe(match.group())
        if (line, rule) not in seen:
            seen.add((line, rule))
            yield Problem(Place(path, line, column), rule, sentence, cure, severity)
    yield from _misread(path, text, seen)


def _misread(path: str, text: str, seen: set[tuple[int, str]]) -> Iterator[Problem]:
    walk = Walk(text)
    for offset, found in sorted(find_misread(text)):
        line, column = walk.to(offset)
        if (line, "garbled-text") not in seen:
            seen.add((line, "garbled-text"))
            yield Problem(Place(path, line, column), *_garbled(found), width=len(found))


def without_hidden(text: str) -> str:
    """Leave out hidden characters, so that YAML can be read on to its end.

    Their lines have a message already, so that the columns no longer matter.
    """
    return HIDDEN.sub("", text)


def describe(found: str) -> tuple[str, str, str, Severity]:
    """Say rule, sentence, cure and severity for a run that a pattern here matched."""
    character = found[0]
    code = f"U+{ord(character):04X}"
    if HIDDEN.match(found):
        return (
            "hidden-character",
            f"这里有看不见的特殊字符（{code}）。",
            "请删去这几个字，重新输入；从网页、聊天软件复制的文字常夹带它。",
            Severity.ERROR,
        )
    if PRIVATE.match(found):
        return (
            "hidden-character",
            f"这个字（{code}）是本机字库的私有字，别处显示不出。",
            "请换成国家标准字符，或用同音字并加括号说明。",
            Severity.ERROR,
        )
    if GARBLED.match(found):
        return _garbled(found)
    if _NO_UNIFIED_FORM[0] <= ord(character) <= _NO_UNIFIED_FORM[1]:
        usual = unicodedata.normalize("NFKC", character)
        return (
            "compatibility-character",
            f"“{character}”（{code}）是部首字符，不是汉字，搜索找不到它。",
            f"请用输入法重新输入这个字（像“{usual}”的那个字）。",
            Severity.ERROR,
        )
    return _lookalike(character, code)


def _garbled(found: str) -> tuple[str, str, str, Severity]:
    return (
        "garbled-text",
        f"这段文字是乱码（“{found[:6]}”），编码曾经转错。",
        "请从原件重新复制这一段。",
        Severity.ERROR,
    )


def _lookalike(character: str, code: str) -> tuple[str, str, str, Severity]:
    usual = unicodedata.normalize("NFKC", character)
    if usual == character:
        return (
            "compatibility-character",
            f"“{character}”（{code}）像英文字母，其实是别的文字。",
            "若是英文字母，请切换输入法重新输入。",
            Severity.REMINDER,
        )
    return (
        "compatibility-character",
        f"“{character}”（{code}）不是通行的写法，搜索找不到它。",
        f"请改为“{usual}”。",
        Severity.REMINDER,
    )
