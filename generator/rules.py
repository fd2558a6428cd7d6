"""Every rule of the content and what it wants: the ids that messages end with.

One line per rule, in the order in which an editor meets them: the file, its text,
its format, its fields, single values, people's numbers, what refers to what, the
versions, the wording, the everyday words, the correction log. This module knows no
more; the rule itself lives where it is checked.
"""

from collections.abc import Mapping

RULES: Mapping[str, str] = {
    # The file.
    "file-name": "文件放在规定的文件夹里，名字用小写字母、数字和短横线，以 .yml 结尾。",
    "file-type": "每个内容文件都是普通文件，不是快捷方式，也不是文件夹。",
    "file-size": "一个文件不超过 5 MB。",
    "stray-file": "清单和街道的文件夹里只放 .yml 文件。",
    "empty-folder": "清单文件夹里至少有一个版本。",
    "empty-file": "文件里要有内容。",
    "encoding": "文件是 UTF-8 编码的纯文本。",
    "name-mismatch": "文件名、文件夹名与文件里写的编号、日期一致。",
    # Its characters.
    "hidden-character": "文字里没有看不见的特殊字符和本机造的字。",
    "garbled-text": "文字里没有乱码。",
    "compatibility-character": "用通行的汉字和标点，不用外形相像的字符。",
    # Its format.
    "indentation": "同一层的字段用同样多的空格缩进，不用 Tab 和全角空格。",
    "space-needed": "冒号和短横线后面有一个空格。",
    "full-width-mark": "格式用的冒号、短横线、逗号、括号是半角的。",
    "quote-needed": "以特殊符号开头、或含“冒号加空格”的值要加英文引号。",
    "inline-comment": "值的后面不写注释；值里有“ #”要加英文引号。",
    "multi-line-value": "一个值写在一行里；长文章用 | 开头另起一行。",
    "anchor-or-alias": "每处都写完整内容，不用锚点（&）和别名（*）。",
    "conflict-marker": "合并冲突已经解决，没有留下标记。",
    "several-documents": "一个文件只写一份内容。",
    "too-deep": "嵌套不超过 8 层。",
    "yaml-syntax": "每一行都是“字段: 值”，或以短横线开头的一项。",
    # Its fields.
    "wrong-shape": "列表写成列表，文字写成文字，数字写成数字。",
    "duplicate-key": "一个字段只写一次。",
    "unknown-key": "只用规定的字段名。",
    "missing-key": "必填的字段都写上。",
    "empty-value": "写了字段就要有内容。",
    "empty-list": "清单里至少有一个事项，补充版里至少有一处改动。",
    # Single values.
    "too-long": "一行不超过 500 字，一段文字不超过 20000 字。",
    "placeholder": "写真实的内容，不写“待定”“测试”。",
    "bad-id": "编号用小写字母、数字和单个短横线，至少一个字母，公布后不再改。",
    "bad-date": "日期写成 2026-01-01，而且真有这一天。",
    "bad-phone": "电话写成 区号-号码，一处只写一个。",
    "bad-url": "网址以 https:// 或 http:// 开头，居民打得开。",
    "bad-code": "区划代码位数正确，只有数字。",
    "bad-choice": "只能选一种的字段，写规定的那几种之一。",
    "bad-hours": "办公时间写成 09:00-12:00，开门早于关门。",
    "long-name": "一处只写一个人的姓名。",
    # People's numbers.
    "mobile-number": "不公布手机号码。",
    "id-card-number": "不公布身份证号码。",
    "bank-card-number": "不公布银行卡号。",
    "personal-detail": "不公布私人邮箱、微信号、车牌号、护照号码等个人信息。",
    # What refers to what.
    "duplicate-id": "同一处的编号各不相同。",
    "duplicate-community": "一个社区只属于一个街道，只写一次。",
    "unknown-office": "清单文件夹以已有的街道编号命名。",
    "unknown-unit": "承办机构是街道文件里有的机构。",
    "unknown-post": "责任岗位是承办机构里有的岗位。",
    "unknown-item": "提到的事项那一天在清单里。",
    "backup-post": "B 角是同一机构里另一个岗位、另一个人。",
    "succession": "街道承接的是别的、原来的街道。",
    "based-on": "采用的标准清单存在、同类型、已经施行。",
    "declined": "未采用的事项是标准清单里有的，而且没有又写进清单。",
    "applies-to": "标准清单适用的街道和类别是已有的。",
    # The versions.
    "kind-changed": "一份清单始终是同一类型。",
    "no-whole-version": "补充版之前先有整版清单。",
    "item-in-force": "新增的事项原来不在清单里。",
    "declared-total": "公布的项数与实际相同。",
    "far-date": "日期可信：不是遥远的年份，核实不在今天以后。",
    "approvals-missing": "新增职责或权力写明职责准入的批准。",
    # The wording.
    "near-duplicate-title": "同一清单里的事项名称分得清。",
    "plain-repeats-title": "大白话不重复事项名称。",
    "missing-expected": "居民需要的内容（承办机构、电话、依据等）都有。",
    "unclear-hours": "办公时间看得出平时星期几开门。",
    # Everyday words.
    "word-length": "居民的说法有 2 到 20 个字。",
    "duplicate-word": "同一处的说法不重复。",
    "needless-word": "居民的说法不重复事项已有的名称。",
    "too-wide-word": "一个说法只指少数几个事项。",
    "ignored-word": "不看的词不是事项的名称，也不是居民的说法。",
    "unknown-term": "正式的说法是清单里用的词。",
    # The correction log.
    "correction-target": "纠错说的街道、清单、事项或网页是有的。",
    "correction-dates": "办结不早于收到，都不在今天以后。",
    "correction-answer": "办结的写明日期、答复和处理，没办结的都不写。",
    "correction-person": "纠错记录不写是谁反映的。",
    # What a change does, compared with what was there before it.
    "in-force-edited": "已经施行的版本不再改内容；改正错字写明更正。",
    "intake-approval": "新增职责或权力有公布文件，有规定机关的批准。",
    "withdrawal-unexplained": "取消事项写明理由，写明现在找谁或为什么没有接续。",
    "version-deleted": "公布过的版本、清单和街道不删除。",
    "id-reused": "用过的编号不给另一件事用。",
    "large-removal": "一次取消很多事项，要写明缘由。",
}

GATE_RULES = (
    "in-force-edited",
    "intake-approval",
    "withdrawal-unexplained",
    "version-deleted",
    "id-reused",
    "large-removal",
)
"""The rules of the last group, which only `check --base` asks."""
