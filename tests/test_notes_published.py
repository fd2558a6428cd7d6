"""A comparison for others: the text of a public notice, and JSON for programs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.authoring.note_json import as_json
from generator.authoring.notice import as_notice
from tests.note_trees import (
    ANNOUNCED,
    ARRIVAL,
    LATER,
    MERGER,
    OLD,
    STANDARD,
    VERSION,
    compared,
    compared_days,
    edited,
    phone_corrected,
    title_edited,
)
from tests.trees import TODAY, Files, whole

WriteTree = Callable[[Files], Path]
EDITED = title_edited(phone_corrected(OLD))


def test_the_notice_of_a_version(write_tree: WriteTree) -> None:
    """Heading, basis, approval, day, sums, the table, who signs and when."""
    notice = as_notice(compared(write_tree, OLD | VERSION | ARRIVAL))
    first, second = notice.split("─" * 30)
    lines = [line for line in first.split("\n") if line]
    assert lines[0] == "关于调整甲街道《公共服务事项清单》的公告"
    assert lines[1] == (
        "　　根据《关于调整公共服务事项清单的通知》（甲街发〔2026〕4号），"
        "经区委编办（编准〔2026〕1号）批准，对甲街道《公共服务事项清单》作如下调整，"
        "现予公告，自2026年3月1日起施行：新增1项、取消1项、调整1项、移动1项。"
    )
    rows = [line.split("\t") for line in lines[2:-2]]
    assert {len(row) for row in rows} == {6}
    assert [row[:3] for row in rows] == [
        ["序号", "事项名称", "调整类型"],
        ["1", "临时救助申请", "新增"],
        ["2", "灯会报备", "取消"],
        ["3", "最低生活保障申请", "调整"],
        ["4", "优待证", "移动"],
    ]
    assert rows[1][3:5] == ["—", "承办机构：社会事务办公室；办理时限：当场"]
    assert rows[2][3:5] == ["承办机构：便民服务中心", "取消"]
    assert "区文旅局 000-8800 7001" in rows[2][5]
    assert rows[3][3].startswith("办理时限：20个工作日；办理条件：")
    assert lines[-2:] == ["　　某市示例区人民政府甲街道办事处", "　　2026年2月20日"]
    assert "根据……，对甲街道《收回事项清单》" in second
    assert second.rstrip().endswith("　　……年……月……日")


def test_what_was_missing_is_said_in_both_columns(write_tree: WriteTree) -> None:
    """A field that begins or ends is 无 on the other side."""
    notice = as_notice(compared(write_tree, OLD | LATER))
    assert "\t收费：无\t收费：免费\t" in notice


def test_corrections_are_no_news_beside_a_version(write_tree: WriteTree) -> None:
    """Phones and typing errors are not announced together with new duties."""
    notice = as_notice(compared(write_tree, EDITED | VERSION | ARRIVAL))
    assert "更正" not in notice
    assert "8800 2000" not in notice


def test_corrections_alone_have_a_notice_of_their_own(write_tree: WriteTree) -> None:
    """One for each list or office, with a row for each field."""
    notices = as_notice(compared(write_tree, EDITED)).split("─" * 30)
    assert [text.strip().split("\n")[0] for text in notices] == [
        "关于更正甲街道《公共服务事项清单》的公告",
        "关于更正甲街道公开信息的公告",
    ]
    assert "（2025年1月1日起施行的版本）中的下列内容予以更正，共1处：" in notices[0]
    assert "1\t优待证申领\t事项名称\t优待证\t优待证申领\t—" in notices[0]
    phone = "1\t社会事务办公室\t电话\t咨询 000-8800 1000\t咨询 000-8800 2000\t—"
    assert phone in notices[1]


@pytest.mark.parametrize(
    ("new", "said"),
    [
        pytest.param(
            OLD | STANDARD,
            ("关于调整标准清单《职责清单》的公告", "适用街道：乙街道、丙街道。"),
            id="standard-list",
        ),
        pytest.param(
            OLD | MERGER,
            (
                "关于新街道承接职责的公告",
                "自2026年5月1日起，新街道承接乙街道、丙街道的职责",
            ),
            id="merger",
        ),
        pytest.param(
            OLD
            | whole(
                "a/s",
                "2026-03-01",
                "{id: dibao, title: 最低生活保障申请, unit: social}",
                head="kind: service\ntitle: 公共服务事项清单\nversion: 2026年版\n"
                "replaces: {title: 《公共服务事项清单（2025年版）》}\n",
            ),
            (
                "关于公布甲街道《公共服务事项清单》（2026年版）的公告",
                "共1项。与上一版相比：取消2项、调整1项。",
                "《公共服务事项清单（2025年版）》同时废止。",
            ),
            id="whole-version",
        ),
        pytest.param(
            OLD | whole("a/n", "2026-03-01", "{id: q, title: 新事}"),
            ("关于公布甲街道《", "自2026年3月1日起施行，共1项。"),
            id="new-list",
        ),
        pytest.param(OLD, ("没有需要公告的变动。",), id="nothing"),
        pytest.param(
            {path: text for path, text in OLD.items() if path != ANNOUNCED},
            ("没有需要公告的变动。",),
            id="a-deletion-is-no-news",
        ),
    ],
)
def test_other_notices(
    write_tree: WriteTree, new: Files, said: tuple[str, ...]
) -> None:
    """Each in the words that are usual for it."""
    notice = as_notice(compared(write_tree, new))
    assert [words for words in said if words not in notice] == []


def test_a_notice_over_several_versions(write_tree: WriteTree) -> None:
    """All documents and days are named; each row says since when it applies."""
    files = OLD | VERSION | ARRIVAL | LATER
    notice = as_notice(compared_days(write_tree, files, "2026-01-01", "2026-12-31"))
    assert "自2026年3月1日、2026年12月1日起施行：" in notice
    assert "\t自2026年3月1日起。" in notice


def data(comparison_json: str) -> dict[str, Any]:
    """Read the JSON of a comparison."""
    value = json.loads(comparison_json)
    assert isinstance(value, dict)
    return value


def test_json_of_a_version(write_tree: WriteTree) -> None:
    """Kinds, raw field names with labels, both values, days and document."""
    value = data(as_json(compared(write_tree, OLD | VERSION | ARRIVAL)))
    assert value["format"] == 1
    assert value["today"] == TODAY.isoformat()
    assert value["old"] == {"revision": "main", "commit": "1a2b3c4d"}
    assert value["new"] == {"working": True}
    assert value["counts"] == {"added": 1, "withdrawn": 1, "revised": 1, "moved": 1}
    entry = value["entries"][0]
    known = {k: entry[k] for k in ("list", "day", "compared_with", "published", "path")}
    assert known == {
        "list": "a/s",
        "day": "2026-03-01",
        "compared_with": "2025-01-01",
        "published": "2026-02-20",
        "path": "content/lists/a/s/2026-03-01.yml",
    }
    assert entry["document"]["number"] == "甲街发〔2026〕4号"
    assert entry["approvals"] == [{"by": "区委编办", "document": "编准〔2026〕1号"}]
    changes = {change["item"]: change for change in entry["changes"]}
    assert changes["dibao"]["fields"][0] == {
        "name": "time_limit",
        "label": "办理时限",
        "old": "20个工作日",
        "new": "15个工作日",
    }
    assert changes["fair"]["successor"] == {
        "unit": "区文旅局",
        "phone": "000-8800 7001",
    }
    assert (changes["card"]["kind"], changes["card"]["moved_to"]) == ("moved", "a/w")


def test_json_of_edits_in_place(write_tree: WriteTree) -> None:
    """They are counted apart; a part of an office file is named by its ids."""
    value = data(as_json(compared(write_tree, EDITED)))
    assert value["counts"] == {"corrected-in-place": 1, "edited-in-place": 1}
    assert len(value["warnings"]) == 1
    listed, office = value["entries"]
    assert (listed["in_place"], listed["list"]) == (True, "a/s")
    assert (office["list"], office["changes"][0]["unit"]) == (None, "social")
    phones = office["changes"][0]["fields"][0]
    assert phones["old"] == [{"number": "000-8800 1000", "kind": "咨询"}]


def test_json_tells_what_is_announced_and_joined(write_tree: WriteTree) -> None:
    """Versions that a comparison of days joins are listed with their files."""
    files = OLD | VERSION | ARRIVAL | LATER
    value = data(as_json(compared_days(write_tree, files, "2026-01-01", "2026-12-31")))
    entry = next(e for e in value["entries"] if e["list"] == "a/s")
    assert [one["day"] for one in entry["versions"]] == ["2026-03-01", "2026-12-01"]
    assert entry["announced"] is True
    assert value["old"] == {"day": "2026-01-01"}


def test_json_says_only_names_that_may_be_published(write_tree: WriteTree) -> None:
    """Also here the office's names policy holds."""
    new = edited(OLD, "content/offices/a.yml", "person: 张某某", "person: 欧阳某某")
    text = as_json(compared(write_tree, new))
    assert "欧阳某" in text
    assert "某某" not in text
