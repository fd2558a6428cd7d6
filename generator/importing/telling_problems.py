"""Problems that the check found in a new file, told by the rows of the table (检查)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.importing.list_file import ListFile
from generator.importing.telling import SHOWN
from generator.model.fields import Field
from generator.model.records import CHANGE, HEADER
from generator.problems import Problem
from generator.understanding.understood import Remark, Understood

CURES = {
    "bad-phone": "请在表格里写一个带区号的固定电话，例如 000-8800 1234；一格只写一个号码。",
    "mobile-number": "手机号码是个人信息，不能公布。请在表格里换成办公室的固定电话或 12345。",
    "id-card-number": "身份证号码不能公布。请在表格里删去它。",
    "bank-card-number": "银行卡号不能公布。请在表格里删去它。",
    "personal-detail": "若是私人信息，请在表格里删去；若是单位公开的号码，可以不改。",
    "hidden-character": "请在表格里把这几个字删掉，重新输入。",
    "compatibility-character": "请在表格里用输入法重新输入这个字。",
    "garbled-text": "请从原件重新复制这一格。",
    "too-long": "请在表格里缩短，或分到几栏里。",
    "multi-line-value": "请在表格里把这一格合成一行。",
    "placeholder": "请在表格里填上真实内容，或清空这一格。",
    "bad-url": "请在表格里写完整的网址，例如 https://www.example.gov.cn/。",
    "bad-date": "请写成 2026-01-01。",
    "missing-expected": "可以在表格里补上，也可以以后再补；没有的，网页会写“尚未公布”。",
    "near-duplicate-title": "若是同一件事，请在表格里删去一行；若不同，请在名称里写出区别。",
    "plain-repeats-title": "请在表格里写居民平时的说法，或清空这一格。",
    "declared-total": "请核对表头写的总数和表里的行数，看有没有漏录或多录。",
    "far-date": "请核对年份；也可以用 --effective 写明施行日期。",
    "approvals-missing": "表格里没有批准文件的栏：导入以后，请在新文件开头补上批准机关和文件（approvals）。",
    "long-name": "请在表格里一格只写一个人的姓名。",
    "unknown-unit": "请对照街道的机构名称改正；若是街道以外的单位，可以不改。",
    "full-width-mark": "请在表格里检查这一格的标点。",
}
"""What to do about a rule, in words for somebody with a table."""

_NAMED = 8
"""Rows that are named where many have the same problem."""

_AGAIN = "请在表格里改正，再导入一次。"
_FILE_SPEAK = re.compile(r"[a-z_]+:|缩进|引号|这一行|文件")
_KEY = re.compile(r"（([a-z_]+)）")


@dataclass(frozen=True, slots=True)
class Told:
    """A problem by its place in the table; `row` is 0 where it has none."""

    row: int
    place: str
    rule: str
    sentence: str
    cure: str
    is_error: bool


def tell_problems(
    problems: Iterable[Problem],
    file: ListFile,
    understood: Understood,
    said: Iterable[Remark] = (),
) -> list[Told]:
    """Tell problems of the new file by rows; those of other files by their path.

    Reminders of a cell of which something was `said` already are left out.
    """
    fields = dict(understood.kind.fields) if understood.kind else {}
    declared = {f.name: f for f in (*HEADER, *CHANGE)} | fields
    told = [_tell(problem, file, declared) for problem in problems]
    known = {remark.place.words() for remark in said}
    return [one for one in told if one.is_error or one.place not in known]


def told_problems(told: Iterable[Told], *, verbose: bool = False) -> Iterator[str]:
    """Say them: errors first, each; of reminders that are alike the first few."""
    everything = list(told)
    errors = [one for one in everything if one.is_error]
    reminders = [one for one in everything if not one.is_error]
    if errors:
        yield from ("", f"检查发现 {len(errors)} 处错误，改好才能写入")
        yield from _grouped(errors, most=len(errors))
    if reminders:
        yield from ("", f"检查的提醒（{len(reminders)} 处，不影响写入）")
        yield from _grouped(reminders, len(reminders) if verbose else SHOWN)


def _grouped(told: list[Told], most: int) -> Iterator[str]:
    groups: dict[tuple[str, str], list[Told]] = {}
    for one in told:
        groups.setdefault((one.rule, one.cure), []).append(one)
    for (_, cure), same in groups.items():
        for one in same[:most]:
            yield f"  {one.place}：{one.sentence}"
        if len(same) > most:
            named = _rows([f"{one.row}" for one in same[most:] if one.row])
            yield f"  …还有 {len(same) - most} 处一样的{named}"
        if cure:
            yield f"      {cure}"


def _rows(numbers: list[str]) -> str:
    """Name rows, as many as a line holds."""
    if not numbers:
        return ""
    more = "…" if len(numbers) > _NAMED else ""
    return f"（第 {'、'.join(numbers[:_NAMED])}{more} 行）"


def _tell(problem: Problem, file: ListFile, declared: Mapping[str, Field]) -> Told:
    if problem.place.path != file.path:
        place = f"{problem.place.path} 第 {problem.place.line} 行"
        return Told(
            0, place, problem.rule, problem.sentence, problem.cure, problem.is_error
        )
    mark = file.version.at(problem.place.line)
    row = file.rows.get(mark.item)
    field = declared.get(mark.field)
    label = field.label if field else ""
    heading = row.headings.get(mark.field, "") if row else label
    if row is None:
        where = f"表头“{label}”" if label else "整张表"
    else:
        where = f"第 {row.number} 行" + (f"“{heading}”" if heading else "")
    return Told(
        row.number if row else 0,
        where,
        problem.rule,
        _sentence(problem.sentence, declared, label, heading),
        _cure(problem, declared, label, heading),
        problem.is_error,
    )


def _sentence(
    text: str, declared: Mapping[str, Field], label: str, heading: str
) -> str:
    """A sentence without names of fields in Latin letters, labels as the headings."""
    plain = _KEY.sub(lambda m: "" if m[1] in declared else m[0], text)
    return plain.replace(f"“{label}”", f"“{heading}”") if heading and label else plain


def _cure(
    problem: Problem, declared: Mapping[str, Field], label: str, heading: str
) -> str:
    known = CURES.get(problem.rule)
    if known:
        return known
    if not problem.cure or _FILE_SPEAK.search(problem.cure):
        return _AGAIN
    return _sentence(problem.cure, declared, label, heading)
