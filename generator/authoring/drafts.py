"""Drafts of new content files: commented, and passing the check as they are."""

import re
from datetime import date

from generator.loading.shapes import RESERVED
from generator.model.lists import STANDARD, Catalog, ListKey
from generator.problems import GeneratorError
from generator.resolution.resolve import Resolved

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
Draft = tuple[str, str]


def new_office(catalog: Catalog, office: str, name: str) -> Draft:
    """A new office file: its path and its text."""
    check_id(office, "街道编号")
    if office in catalog.offices:
        message = f"街道“{office}”已经有文件了，请直接改那个文件，或换一个编号。"
        raise GeneratorError(message)
    return (
        f"content/offices/{office}.yml",
        f"""\
# yaml-language-server: $schema=../schema/office.schema.json
# 街道文件：地址、电话、机构、社区。电话等联系方式变了，直接改这个文件。
# 编号（id）与文件名相同，公布后不要再改。
id: {office}
name: {quoted(name)}
# 姓名公开方式：full 全名；surname 姓加职务；post 只显示职务。
names: post
# 下面各项去掉行首的 # 再填写。
# full_name: 某市某区人民政府{name}办事处
# code: "990101001"
# class: urban
# address: 某某路1号
# hours:
#   - days: 周一至周五
#     open: ["09:00-12:00", "13:00-17:00"]
# supervision:
#   number: 000-8800 0001
# units:
#   - id: social-affairs
#     name: 社会事务办公室
#     type: office
#     place: 办公楼二楼205
#     phones:
#       - number: 000-8800 1234
#         kind: 咨询
#         verified: 2026-01-01
#     posts:
#       - id: head
#         title: 主任
#         backup: deputy
#       - id: deputy
#         title: 副主任
# communities:
#   - code: "990101001001"
#     name: 某某社区
""",
    )


def new_list(catalog: Catalog, address: str, kind: str, day: date, title: str) -> Draft:
    """A new whole list with one item to be overwritten: its path and its text."""
    key = _key(catalog, address)
    if kind not in catalog.kinds:
        message = f"没有清单类型“{kind}”，可以用：{'、'.join(catalog.kinds)}。"
        raise GeneratorError(message)
    if catalog.lists.get(key):
        message = f"清单“{key}”已经有了；要改它，请用 qingdan new amendment {key}。"
        raise GeneratorError(message)
    fields = "\n".join(
        f"    # {name}: {field.example or '…'}    （{field.label}{'，' + field.help if field.help else ''}）"
        for name, field in catalog.kinds[kind].fields.items()
        if name != "title"
    )
    return (
        _path(key, day),
        f"""\
# yaml-language-server: $schema=../../../schema/list.schema.json
# 整版清单。文件名就是施行日期；以后的调整另建补充版，不改这个文件。
list: {key.id}
kind: {kind}
title: {quoted(title or catalog.kinds[kind].label)}
version: {day.year}年版
effective: {day.isoformat()}
# published: {day.isoformat()}
# document:
#   number: 某编〔{day.year}〕1号
#   issuer: 某区委编办
# declared_total: 1
items:
  # 每个事项以短横线开头。编号（id）用小写拼音或英文，全区同一件事用同一个编号。
  - id: first-item
    title: 第一个事项的名称
    # 可用的字段（去掉行首的 # 和括号里的说明再填写）：
{fields}
""",
    )


def new_amendment(resolved: Resolved, address: str, day: date) -> Draft:
    """A new amendment that revises one item in force: its path and its text."""
    key = _key(resolved.catalog, address)
    current = resolved.on(key, day)
    if current is None or not resolved.catalog.lists.get(key):
        message = f"清单“{key}”在 {day} 没有整版，请先用 qingdan new list 建整版。"
        raise GeneratorError(message)
    if any(v.effective == day for v in resolved.catalog.lists[key]):
        message = f"清单“{key}”在 {day} 已经有一版了，请直接改那个文件，或换一个日期。"
        raise GeneratorError(message)
    item = next(iter(current.items), "")
    return (
        _path(key, day),
        f"""\
# yaml-language-server: $schema=../../../schema/list.schema.json
# 补充版：只写改了什么。不用的示例请删去。
list: {key.id}
effective: {day.isoformat()}
# published: {day.isoformat()}
# document:
#   number: 某编〔{day.year}〕1号
# 新增职责、权力要写明批准（职责准入）。
# approvals:
#   - by: 区委编办
#     document: 某编〔{day.year}〕1号
changes:
  # 调整：set 下面写要改的字段；写 null 表示去掉这个字段。
  - revise: {item}
    set:
      note: 请改成要调整的字段和内容
    reason: 职能调整
  # 新增：
  # - add:
  #     id: new-item
  #     title: 新事项的名称
  #   reason: 下放
  # 取消：
  # - withdraw: {item}
  #   reason: 收回
  #   successor:
  #     unit: 区民政局
  #     phone: 000-8800 9999
  # reason 可以写：法规变化、下放、收回、职能调整、机构调整、更正、其他。
""",
    )


def _key(catalog: Catalog, address: str) -> ListKey:
    owner, _, name = address.partition("/")
    if not name:
        message = f"“{address}”应写成 街道编号/清单编号，例如 hongguang/services。"
        raise GeneratorError(message)
    if owner != STANDARD and owner not in catalog.offices:
        known = "、".join(catalog.offices)
        message = f"没有街道“{owner}”。已有：{known or '（还没有）'}。"
        raise GeneratorError(message)
    check_id(name, "清单编号")
    return ListKey(owner, name)


def check_id(name: str, what: str) -> None:
    """Refuse, with a GeneratorError, what can never be an id; `what` says whose."""
    if not _SLUG.fullmatch(name) or not re.search("[a-z]", name) or name in RESERVED:
        message = (
            f"{what}“{name}”不能用：只用小写字母、数字和单个短横线，至少一个字母。"
        )
        raise GeneratorError(message)


def _path(key: ListKey, day: date) -> str:
    return f"content/lists/{key.owner}/{key.id}/{day.isoformat()}.yml"


def quoted(text: str) -> str:
    """A one-line text as a YAML value, in quotes where it needs them."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    plain = re.fullmatch(r"[\w（）〔〕《》·]+", text)
    return text if plain and not text.isascii() else f'"{escaped}"'
