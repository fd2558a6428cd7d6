"""Packets of 提出修改 for the tests, made by the very script that makes them in the page."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.export.proposals import proposals
from generator.pipeline import examine
from tests.proposing import scripts
from tests.trees import CONFIG, TODAY, Files, plan, whole

DAY = TODAY.isoformat()
OFFICE_PATH = "content/offices/a.yml"
FILE_PATH = "content/lists/a/s/2027-03-01.yml"
OFFICE_TEXT = """id: a
name: 甲街道
names: post
units:
  - id: u
    name: 民政办
    place: 一楼
    phones:
      # 打过
      - number: 000-8800 1234
        kind: 咨询
"""
TREE: Files = (
    CONFIG
    | {OFFICE_PATH: OFFICE_TEXT}
    | whole("a/s", "2025-01-01", "{id: x, title: 甲, unit: u, plain: 俗}")
)
DRAFT = {
    "verb": "revise",
    "id": "x",
    "before": {"title": "甲", "unit": "u", "plain": "俗"},
    "after": {"title": "甲", "unit": "u", "plain": "俗: 话", "fee": "不收费"},
    "effective": "2027-03-01",
    "reason": "其他",
}
_MAKE = """(list, fields, draft, by) => {
  const { amendment, packet } = qingdan;
  const file = amendment.write(list, fields, draft);
  return packet.ofVersion(list, file, amendment.summary(list, fields, draft), by).text;
}"""
_CONTACT = """(edits, by) => (
  qingdan.packet.ofContact('a', 'content/offices/a.yml', edits, '甲街道民政办：更正电话', by).text)"""


def values_of(root: Path, path: str) -> dict[str, Any]:
    """Read one script of the form, made from a tree as it is now."""
    files = proposals(plan(examine(root, TODAY)))
    content = next(f.content.decode() for f in files if f.path == path)
    said = content.split(" = ", 2)[2].rstrip(";\n")
    values: dict[str, Any] = json.loads(said)
    return values


def version_packet(
    root: Path, by: str = "", draft: Mapping[str, Any] = DRAFT
) -> dict[str, Any]:
    """Make the packet of a revision from a tree as it is now."""
    fields = values_of(root, "propose/fields.js")["kinds"]["service"]["fields"]
    text = scripts()(_MAKE, values_of(root, "propose/a/s.js"), fields, draft, by)
    packet: dict[str, Any] = json.loads(text)
    return packet


def contact_packet(root: Path, new: str, by: str = "") -> dict[str, Any]:
    """Make the packet of a new phone from a tree as it is now."""
    (unit,) = values_of(root, "propose/a.js")["units"]
    field, _, old, line, column = unit["rows"][1]
    edit = {"line": line, "column": column, "field": field, "label": "电话号码"}
    text = scripts()(_CONTACT, [{**edit, "old": old, "new": new}], by)
    packet: dict[str, Any] = json.loads(text)
    return packet


def save(root: Path, packet: Mapping[str, Any]) -> Path:
    """Write a packet beside a tree."""
    path = root.parent / "提出修改.qingdan.json"
    path.write_text(json.dumps(packet, ensure_ascii=False), encoding="utf-8")
    return path
