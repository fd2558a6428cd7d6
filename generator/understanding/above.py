"""What stands above a table: title, document number, issuer, dates, total."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.understanding.cleaning import close_up, seen
from generator.understanding.dates import find_dates, read_date
from generator.understanding.understood import Heading

_NUMBER = re.compile(
    r"([\u4e00-\u9fffA-Za-z]{2,20}?)\s*[〔\[（(【\uff3b〖﹝]\s*(\d{4})\s*(?:年)?\s*"
    r"[〕\]）)】\uff3d〗﹞]\s*(?:第\s*)?(\d{1,5})\s*[号號]"
)
_EATEN = re.compile(
    r"([\u4e00-\u9fffA-Za-z]{2,20}?)\s*[〔\[（(【]\s*((?:19|20)\d{2})(\d{1,4})\s*[号號]?\s*[)）〕\]】]?"
)
_NUMBER_LABEL = re.compile(
    r"(?:发文字号|发文文号|文件字号|文件文号|发布文号|公布文号|文\s*号|字\s*号|公布文件)\s*[:：]?\s*"
)
_ISSUER = re.compile(
    r"(?:发布机[构关]|发文机[关构]|公布机[关构]|发布单位|发文单位|印发机[关构]|印发单位|制定机[关构]|制定单位"
    r"|编制单位|填报单位|公开机构|公布单位|制表单位)\s*[:：]?\s*([^\s：:，,；;]{2,30})"
)
_EFFECTIVE = re.compile(r"(?:施行|实施|生效|执行|启用)(?:日期|时间)?|起效")
_BEHIND = re.compile(r"\s*(?:零时)?起?(?:正式|全面|统一)?(?:施行|实施|执行|生效|启用)")
_ENDED = re.compile(r".{0,8}(?:废止|失效|截止|为止)")
_SINCE = re.compile(r"(?:自|从|于)\s*$")
_PUBLISHED = re.compile(
    r"(公布|发布|公开|印发|成文|发文|制定|编制|填报|更新)(?:日期|时间)?[:：\s]*$"
)
_RANKS = {"公布": 6, "发布": 6, "公开": 5, "印发": 4, "发文": 3, "成文": 3}
_TOTAL = re.compile(
    r"(?:共|总计|合计|共计|项数|总数|事项数)\s*[:：]?\s*(\d{1,5})\s*(?:个?项|条|个|$)"
)
_TITLE = re.compile(
    r"清单|目录|指南|一览表|名录|名单|通讯录|联系方式|汇总表|公示表|统计表|明细表|登记表|表$|台账"
)
_COUNTED = re.compile(r"\s*[（(]\s*(?:共|计|合计)?\s*\d+\s*(?:个?项|条|个)\s*[)）]$")
_NOTICE = re.compile("(?:通知|公告|通告|公示|函|决定|批复)$")
_QUOTED = re.compile(
    r"《([^《》]*(?:清单|目录|指南|一览表)[^《》]*)》(?![^，。；]{0,12}(?:废止|失效))"
)
_ATTACHMENT = re.compile(
    r"^附\s*(?:件|表)?\s*[0-9一二三四五六七八九十]{0,3}\s*[:：、.\uff0e-]?\s*"
)
_SERIAL_LABEL = re.compile(
    r"(施行|实施|生效|公布|发布|印发|成文)(?:日期|时间)\s*[:：]?\s*(\d{5})(?:\.0)?$"
)


def document_number(text: str) -> str:
    """Find a 文号 in any brackets and write it 某府办〔2025〕34号; empty if none."""
    plain = unicodedata.normalize("NFKC", re.sub("[﹝〖]", "〔", text))
    match = _NUMBER.search(_NUMBER_LABEL.sub("", plain))
    if not match:
        return ""
    return f"{_bare(match[1])}〔{match[2]}〕{int(match[3])}号"


def eaten_number(text: str) -> str:
    """Mend a 文号 whose bracket was eaten: 〔202374号) is 〔2023〕74号; empty if none."""
    plain = unicodedata.normalize("NFKC", text)
    match = None if document_number(text) else _EATEN.search(plain)
    return f"{_bare(match[1])}〔{match[2]}〕{int(match[3])}号" if match else ""


def _bare(issuer: str) -> str:
    for label in ("文号", "字号", "公布文件", "公布的", "印发的", "根据", "按照"):
        issuer = issuer.rpartition(label)[2] or issuer
    return issuer


def read_above(lines: Iterable[str]) -> Heading:
    """Read the lines above a table, in order."""
    heading = Heading()
    ranks = {"published": 0}
    titles: list[str] = []
    for line in lines:
        text = close_up(" ".join(seen(line).split()))
        if not text:
            continue
        heading, told = _facts(heading, text, ranks)
        if not told:
            titles.append(text)
    return replace(heading, title=_title(titles))


def _facts(heading: Heading, text: str, ranks: dict[str, int]) -> tuple[Heading, bool]:
    """Take what a line says besides the title; tell whether that is all it says."""
    before = heading
    number = document_number(text) or eaten_number(text)
    if number and not heading.document:
        heading = replace(heading, document=number)
    if (match := _ISSUER.search(text)) and not heading.issuer:
        heading = replace(heading, issuer=match[1])
    if (match := _TOTAL.search(text)) and not heading.total:
        heading = replace(heading, total=match[1])
    heading = _dates(heading, text, ranks)
    is_title = _TITLE.search(text) and not re.match(r"[^，。]{0,8}[:：]", text)
    return heading, heading != before and not is_title


def _dates(heading: Heading, text: str, ranks: dict[str, int]) -> Heading:
    if match := _SERIAL_LABEL.search(text):
        name = "effective" if _EFFECTIVE.match(match[1]) else "published"
        return _with_date(heading, name, read_date(match[2]))
    for start, end, day in find_dates(text):
        lead, behind = text[:start], text[end:]
        label = re.search(r"([\u4e00-\u9fff]{2})(?:日期|时间)?\s*[:：为是]?\s*$", lead)
        if _ENDED.match(behind):
            continue
        is_since = _BEHIND.match(behind) or _SINCE.search(lead)
        if is_since or (label and _EFFECTIVE.match(label[1])):
            heading = _with_date(heading, "effective", day)
        else:
            said = _PUBLISHED.search(lead)
            rank = _RANKS.get(said[1], 2) if said else 1
            if rank > ranks["published"]:
                ranks["published"] = rank
                heading = replace(heading, published=day)
    return heading


def read_below(heading: Heading, lines: Sequence[str]) -> Heading:
    """Take from other lines what is not said above a table: all but the title."""
    below = Heading()
    ranks = {"published": 0}
    for line in lines:
        below, _ = _facts(below, " ".join(line.split()), ranks)
    return replace(
        heading,
        document=heading.document or below.document,
        issuer=heading.issuer or below.issuer,
        effective=heading.effective or below.effective,
        published=heading.published or below.published,
        total=heading.total or below.total,
    )


def _with_date(heading: Heading, name: str, day: str) -> Heading:
    if name == "effective":
        return replace(heading, effective=heading.effective or day)
    return replace(heading, published=heading.published or day)


def _title(titles: Sequence[str]) -> str:
    """Choose the title among the lines that say nothing else."""
    bare = (_COUNTED.sub("", _ATTACHMENT.sub("", line)).strip() for line in titles)
    cleaned = [text for text in bare if text]
    named = [t for t in cleaned if _TITLE.search(t)]
    chosen = _list_title(named) or next(iter(cleaned), "")
    if chosen not in cleaned:
        return chosen
    index = cleaned.index(chosen) if chosen else 0
    if index and _leads(cleaned[index - 1]) and not _leads(chosen):
        chosen = cleaned[index - 1] + chosen
    return chosen.strip("《》") if chosen.count("《") == 1 else chosen


def _list_title(named: Sequence[str]) -> str:
    """The title of the list itself, before that of the notice that makes it public."""
    plain = [t for t in named if not _NOTICE.search(t) and not re.search("[，。；]", t)]
    if plain:
        return plain[0]
    quoted = (m[1] for text in named for m in _QUOTED.finditer(text))
    return next(quoted, next(iter(named), ""))


def _leads(line: str) -> bool:
    """Tell whether a line is the first half of a title: whose list it is."""
    return (
        re.search(r"(?:街道|办事处|人民政府|镇|乡|社区|委员会|区|县|市)$", line)
        is not None
    )
