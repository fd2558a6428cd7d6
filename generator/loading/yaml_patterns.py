"""What officials type that YAML takes for something else, and what they meant.

Each pattern looks at one line. Those marked `everywhere` are slips of the keyboard
that fill a whole file; they are mended in one go.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pattern:
    """A slip: its rule, how it looks, what to say, and the line that was meant.

    In `sentence` and `cure` the names of groups in braces stand for what was found;
    the group `value`, where there is one, is what the message underlines.
    """

    rule: str
    found: re.Pattern[str]
    sentence: str
    cure: str
    repair: Callable[[re.Match[str]], str]
    everywhere: bool = False


def _quoted(match: re.Match[str]) -> str:
    value = match["value"].rstrip().replace("\\", "\\\\").replace('"', '\\"')
    return f'{match["key"]}"{value}"'


def _spaced(match: re.Match[str]) -> str:
    return f"{match['key']}: {match['value']}"


_NAME = r"\s*(?:- +)?[A-Za-z_]+"
_KEY = r"^(?P<key>\s*(?:- +[A-Za-z_]+: +|- +|[A-Za-z_]+: +))"
_QUOTE = '请给整个值加上英文引号，像这样："…"。'
_QUOTES = re.compile(r"[\"'\\]")

ESCAPE = Pattern(
    "quote-needed",
    re.compile(_KEY + r"(?P<value>\".*)$"),
    "双引号里的“\\”是特殊符号。",
    "请改用英文单引号 '…'，或把“\\”改成“/”。",
    lambda m: m["key"] + '"' + _QUOTES.sub("", m["value"]).rstrip() + '"',
)
FORMAT = Pattern(
    "quote-needed",
    re.compile(_KEY + r"(?P<value>\S.*)$"),
    "这个值会被当作格式。",
    _QUOTE,
    _quoted,
)
PATTERNS = (
    Pattern(
        "conflict-marker",
        re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$"),
        "这里是两人修改冲突留下的标记。",
        "请保留正确的一份，删去 <<<<<<<、=======、>>>>>>> 三种行。",
        lambda _: "",
    ),
    Pattern(
        "indentation",
        re.compile(r"^(?P<in> *\t[ \t]*)(?P<rest>.*)$"),
        "行首用了制表符（Tab 键），只能用空格缩进。",
        "请把行首的 Tab 换成空格，与上下行对齐。",
        lambda m: m["in"].replace("\t", "  ") + m["rest"] if m["rest"] else "",
        everywhere=True,
    ),
    Pattern(
        "indentation",
        re.compile(r"^(?P<in> *[\u00a0\u3000\u2000-\u200a]\s*)(?P<rest>.*)$"),
        "行首有不间断空格或全角空格，看起来像空格但不能缩进。",
        "请删去行首空白，用空格键重新缩进。",
        lambda m: " " * len(m["in"]) + m["rest"] if m["rest"] else "",
        everywhere=True,
    ),
    Pattern(
        "full-width-mark",
        re.compile(
            rf"^(?P<key>{_NAME})\s*(?P<mark>[：\ufe55\ufe30\u2236])\s*(?P<value>.*)$"
        ),
        "“{mark}”是全角冒号。",
        "请改为半角冒号加一个空格“: ”。",
        _spaced,
        everywhere=True,
    ),
    Pattern(
        "full-width-mark",
        re.compile(r"^(?P<in>\s*)(?P<mark>[－—–﹣‐])(?P<rest>\s*\S.*)$"),
        "行首的“{mark}”是全角短横线。",
        "请改为半角短横线加一个空格“- ”。",
        lambda m: f"{m['in']}- {m['rest'].strip()}",
        everywhere=True,
    ),
    Pattern(
        "yaml-syntax",
        re.compile(rf"^(?P<key>{_NAME})\s*(?P<mark>[=\uff1d])\s*(?P<value>.*)$"),
        "字段名后面应是冒号，不是“{mark}”。",
        "请改为半角冒号加一个空格“: ”。",
        _spaced,
    ),
    Pattern(
        "quote-needed",
        re.compile(
            _KEY + r"(?P<value>(?![|>][+\-0-9]*\s*$)(?P<mark>[@`%!&*|>?,\]}]|[-:] ).*)$"
        ),
        "值以“{mark}”开头，会被当作格式。",
        _QUOTE,
        _quoted,
    ),
    Pattern(
        "quote-needed",
        re.compile(
            _KEY + r"(?P<value>\[[^\]]*\][^\]]*\S|\{[^}]*\}[^}]*\S|[\[{][^\]}]*)$"
        ),
        "这个值以括号开头，会被当作列表或对照表。",
        "若是文字，请给整个值加上英文引号；若是列表，请补全右括号。",
        _quoted,
    ),
    Pattern(
        "quote-needed",
        re.compile(_KEY + r"(?P<value>[\"'].*)$"),
        "引号不成对，或引号后面还有字。",
        "请检查引号；值里要用引号时写中文引号“ ”。",
        lambda m: m["key"] + '"' + _QUOTES.sub("", m["value"]).rstrip() + '"',
    ),
    Pattern(
        "quote-needed",
        re.compile(
            r"^(?P<key>\s*(?:- +)?[A-Za-z_]+: +)(?P<value>[^\"'\[{|>].*?:(?: .*|$))"
        ),
        "值里有半角冒号加空格，会被当作另一个字段。",
        "请给整个值加上英文引号，或把里面的冒号改成全角“：”。",
        _quoted,
    ),
    Pattern(
        "space-needed",
        re.compile(rf"^(?P<key>{_NAME}):(?P<value>[^\s/].*)$"),
        "冒号后面少一个空格。",
        "请在冒号后加一个空格。",
        _spaced,
        everywhere=True,
    ),
    Pattern(
        "space-needed",
        re.compile(rf"^(?P<key>{_NAME}) +:(?P<value>\S.*)$"),
        "冒号要紧跟字段名，后面空一格。",
        "请写成“字段: 值”。",
        _spaced,
    ),
    Pattern(
        "space-needed",
        re.compile(r"^(?P<in>\s*)-(?P<rest>[A-Za-z_]+:.*)$"),
        "短横线后面少一个空格。",
        "请在短横线后加一个空格。",
        lambda m: f"{m['in']}- {m['rest']}",
        everywhere=True,
    ),
)
