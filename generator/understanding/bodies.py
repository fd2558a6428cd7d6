"""Several bodies (单位) in one cell."""

import re

from generator.understanding.line_breaks import PARAGRAPH, mend_breaks
from generator.understanding.values import split_outside

_SUFFIX = re.compile(
    r"(?:局|委|办|所|队|中心|镇街|街镇|街道|政府|乡镇|乡|镇|站|院|厅|部|会|科|室|社区|公司|大队|支队|分局|处|组|单位|部门"
    r"|工会|团委|妇联|残联)(?:[（(][^（）()]*[)）])?$"
)
_ONLY_SUFFIX = re.compile(
    r"(?:乡镇|人民|办事|事处|政府|人民政府|办事处|委员会|办公室|中心|分局|大队|支队|管理局|服务中心)$"
)
_TWO = 2


def is_body(text: str) -> bool:
    """Tell whether a text is the name of a body, not half of one."""
    return bool(_SUFFIX.search(text)) and not _ONLY_SUFFIX.fullmatch(text)


def bodies_in(text: str) -> list[str]:
    """The bodies of a cell, each as written; the whole text where they are not clear."""
    lines = [
        t
        for line in text.replace(PARAGRAPH, "\n").split("\n")
        if (t := line.strip(" 、，,；;"))
    ]
    if len(lines) >= _TWO and all(map(is_body, lines)):
        return [body for line in lines for body in _in_line(line)]
    return _in_line(mend_breaks(text, one_line=True))


def _in_line(text: str) -> list[str]:
    parts = [t for p in split_outside(text, "、,，;；/") if (t := p.strip())]
    return parts if len(parts) >= _TWO and all(map(is_body, parts)) else [text.strip()]
