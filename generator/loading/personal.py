"""Find numbers that belong to a person, and hide them in everything printed.

Logs of a public repository are public, so no message may repeat such a number.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.loading.folding import Folded
from generator.loading.positions import Walk
from generator.problems import Place, Problem, Severity

_BLANK = " \t\u00a0\u2000-\u200a\u202f\u205f\u3000"
_MARK = rf"[{_BLANK}·•_/.\-\u2010-\u2015\u2212\uff0d]"
_GAP = _MARK + "{0,2}"
_X = "Xx\xd7\u2715\u2573\u0425\u0445\u03a7\u03c7\u2169\u2179\uff38\uff58"
_ID_CARD = re.compile(rf"(?<![0-9])[1-9](?:{_GAP}[0-9]){{16}}{_GAP}[0-9{_X}](?![0-9])")
_OLD_ID = re.compile(r"(?<![0-9A-Za-z.\-])[1-8][0-9]{14}(?![0-9A-Za-z\-])")
# Only the groupings people write; any gap anywhere would catch "15 16 17 18 19 20".
_MOBILE = re.compile(
    rf"(?<![0-9])(?:(?:\+|00)?86{_GAP}|0)?1[3-9]"
    rf"(?:[0-9]{_GAP}[0-9]{{4}}{_GAP}[0-9]{{4}}|[0-9]{_GAP}[0-9]{{3}}{_GAP}[0-9]{{5}}"
    rf"|[0-9]{{2}}-[0-9]{{3}}-[0-9]{{4}}|(?:{_MARK}{{1,2}}[0-9]){{9}})(?![0-9])"
    rf"|(?<![0-9])1{_MARK}{{1,2}}[3-9](?:{_MARK}{{1,2}}[0-9]){{9}}(?![0-9])"
)
_BANK = re.compile(rf"(?<![0-9A-Za-z])62(?:{_GAP}[0-9]){{14,17}}(?![0-9A-Za-z])")
_MAILBOX = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:qq|163|126|sina|sohu|gmail|hotmail|outlook|foxmail|139|189|yeah)\.\w+",
    re.ASCII | re.IGNORECASE,
)
_WECHAT = re.compile(
    r"(?:微信号?|weixin|wechat|QQ号?)[:：\s]*[A-Za-z0-9_\-]{5,}", re.IGNORECASE
)
_PLATE = re.compile(
    "(?<=[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])[A-HJ-NP-Z][·. ]?"
    "[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])"
)
_PASSPORT = re.compile(
    r"护照[^\n]{0,8}?(?<![0-9A-Za-z])[EGDSPH][A-Z]?\d{7,8}(?![0-9A-Za-z])"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_LONG_NUMBER = re.compile(rf"[1-9](?:{_GAP}[0-9]){{10}}")
_DETAILS = (
    (_MAILBOX, "私人邮箱", ("@",)),
    (_WECHAT, "微信号或 QQ 号", ("微信", "QQ", "qq", "eixin", "echat", "WX")),
    (_PLATE, "车牌号", "ABCDEFGHJKLMNPQRSTUVWXYZ"),
    (_PASSPORT, "护照号码", ("护照",)),
)
_WORD_BEFORE = re.compile(r"[0-9A-Za-z]*\Z")
_WORD_AFTER = re.compile("[0-9A-Za-z]*")
_OLD_AGE = 1900


@dataclass(frozen=True, slots=True)
class Found:
    """One personal number: where it is in the text, its rule and words."""

    start: int
    end: int
    rule: str
    name: str
    severity: Severity


def check_personal(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem for every personal number of a file, comments included."""
    walk = Walk(text)
    for found in find_personal(text):
        yield _problem(Place(path, *walk.to(found.start)), found)


def check_value(place: Place, value: str) -> Iterator[Problem]:
    """Yield problems for personal numbers that show only once a value is read."""
    for found in find_personal(value):
        yield _problem(place, found)


def check_names(paths: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for every file or folder that is named with such a number."""
    seen: set[str] = set()
    for path in paths:
        for index, name in enumerate(path.split("/"), 1):
            upto = "/".join(path.split("/")[:index])
            for found in find_personal(name) if upto not in seen else ():
                yield _problem(Place(upto), found)
            seen.add(upto)


def find_personal(text: str) -> list[Found]:
    """Find personal numbers in a text, full-width digits and gaps included."""
    folded = Folded(text)
    plain = folded.plain
    found: list[Found] = []
    # An office's numbers begin with 0 or are short, so most files end here.
    if _LONG_NUMBER.search(plain):
        found += _matches(plain, _ID_CARD, "id-card-number", "身份证号码", _is_id_card)
        found += _matches(plain, _BANK, "bank-card-number", "银行卡号", _is_bank_card)
        found += _matches(plain, _MOBILE, "mobile-number", "手机号码", _any)
        found += _matches(
            plain,
            _OLD_ID,
            "personal-detail",
            "旧身份证号码（15 位）",
            _is_old_id,
            Severity.REMINDER,
        )
    for pattern, name, marks in _DETAILS:
        if any(mark in plain for mark in marks):
            found += _matches(
                plain, pattern, "personal-detail", name, _any, Severity.REMINDER
            )
    return [_in_original(one, folded) for one in _without_overlap(found)]


def _problem(place: Place, found: Found) -> Problem:
    cures = {
        "mobile-number": "请改用办公室的固定电话或 12345。",
        "id-card-number": "请立即删去；已经提交过的，请告诉管理员清理历史。",
        "bank-card-number": "请立即删去；已经提交过的，请告诉管理员清理历史。",
        "personal-detail": "若是私人信息请删去，改用单位的联系方式。",
    }
    where = "这里" if place.line else "文件名或文件夹名里"
    return Problem(
        place,
        found.rule,
        f"{where}像是{found.name}，个人信息不能公布。",
        cures[found.rule]
        if place.line
        else "请改名；已经提交过的，请告诉管理员清理历史。",
        found.severity,
        found.end - found.start,
    )


def redact(text: str) -> str:
    """Hide the middle of every personal number in a text that will be printed."""
    for found in reversed(find_personal(text)):
        keep = 3 if found.end - found.start > 9 else 1  # noqa: PLR2004, short ids show less
        shown = text[found.start : found.start + keep]
        hidden = "*" * (found.end - found.start - keep)
        text = text[: found.start] + shown + hidden + text[found.end :]
    return text


def _matches(
    text: str,
    pattern: re.Pattern[str],
    rule: str,
    name: str,
    is_real: Callable[[str], bool],
    severity: Severity = Severity.ERROR,
) -> Iterator[Found]:
    for match in pattern.finditer(text):
        digits = re.sub("[^0-9]", "", re.sub(f"[{_X}]$", "0", match.group()))
        if match.group()[-1] in _X:
            digits = digits[:-1] + "X"
        if is_real(digits) and not _is_in_code(text, match):
            yield Found(match.start(), match.end(), rule, name, severity)


def _is_in_code(text: str, match: re.Match[str]) -> bool:
    """Tell whether a number only goes on: a credit code, an item code, a web address.

    Letters alone around it hide nothing: `tel13800138000`.
    """
    before = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
    after = _WORD_AFTER.match(text, match.end())
    around = (before.group() if before else "") + (after.group() if after else "")
    return any(character.isdigit() for character in around)


def _in_original(found: Found, folded: Folded) -> Found:
    start, end = folded.span(found.start, found.end)
    return replace(found, start=start, end=end)


def _without_overlap(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _any(_digits: str) -> bool:
    return True


def _is_date(text: str) -> bool:
    try:
        born = date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return False
    return born.year >= _OLD_AGE


def _is_id_card(digits: str) -> bool:
    total = sum(int(d) * w for d, w in zip(digits[:17], _WEIGHTS, strict=True))
    return _is_date(digits[6:14]) and "10X98765432"[total % 11] == digits[17].upper()


def _is_old_id(digits: str) -> bool:
    return _is_date("19" + digits[6:12])


def _is_bank_card(digits: str) -> bool:
    doubled = [int(d) * (1 + i % 2) for i, d in enumerate(reversed(digits))]
    return sum(n // 10 + n % 10 for n in doubled) % 10 == 0
