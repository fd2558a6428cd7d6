"""What the cells of a column look like, where its heading alone does not tell."""

import re
from collections.abc import Callable, Mapping, Sequence

from generator.understanding.cleaning import clean
from generator.understanding.line_breaks import has_han

_HOURS = re.compile(
    r"(?:周|星期)[一二三四五六日天]|\d{1,2}\s*[:：]\s*\d{2}|上午|下午|工作日[^内]*办公|全天"
)
_POWER = re.compile(
    r"行政(?:许可|处罚|强制|征收|给付|检查|确认|奖励|裁决|征用|调解|执法)|其他(?:行政)?(?:权力|职权)"
)
_SLUG = re.compile(r"(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*")
_PHONE = re.compile(r"(?:\d[\d\s\-—()（）、,，;；/转]{4,}\d)|1\d{2}\d{0,2}")
_CODE = re.compile(r"\d{9}|\d{12}")
_URL = re.compile(r"https?://\S+")
_COMMUNITY = re.compile(r"社区|村|居委会|居民委员会|嘎查|小区|家园")
_MOST = 0.5

_TESTS: Mapping[str, Callable[[str], bool]] = {
    "hours": lambda t: _HOURS.search(t) is not None,
    "powers": lambda t: _POWER.search(t) is not None and len(t) < 30,  # noqa: PLR2004 # a type, not a sentence
    "slugs": lambda t: _SLUG.fullmatch(t) is not None,
    "phones": lambda t: _PHONE.search(t) is not None,
    "codes": lambda t: _CODE.fullmatch(t) is not None,
    "urls": lambda t: _URL.search(t) is not None,
    "communities": lambda t: _COMMUNITY.search(t) is not None,
}


def look_like(what: str, texts: Sequence[str]) -> bool:
    """Tell whether half of the filled cells look like `what`; empty cells say nothing."""
    filled = [t for text in texts if (t := clean(text).text)]
    if what == "slugs":  # sums and signatures may stand in the same column
        filled = [t for t in filled if not has_han(t)]
    test = _TESTS[what]
    return bool(filled) and sum(map(test, filled)) >= _MOST * len(filled)
