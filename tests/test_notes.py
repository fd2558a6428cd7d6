"""A comparison as text and Markdown: every kind of change, read as an official would."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.authoring.cautions import warnings
from generator.authoring.columns import WIDTH, width
from generator.authoring.comparison import sums, total
from generator.authoring.note_markdown import LIMIT, as_markdown
from generator.authoring.note_text import as_text
from generator.authoring.selecting import select
from generator.problems import GeneratorError
from tests.note_trees import (
    ADD,
    ANNOUNCED,
    ARRIVAL,
    LATER,
    MERGER,
    MOVE,
    OLD,
    REVISE,
    SERVICES,
    STANDARD,
    VERSION,
    WITHDRAW,
    compared,
    compared_days,
    edited,
    phone_corrected,
    title_edited,
)
from tests.trees import EMPTY, Files, amend, office, whole

WriteTree = Callable[[Files], Path]
ALL = title_edited(phone_corrected(OLD | VERSION | ARRIVAL | STANDARD | MERGER | LATER))

CASES = [
    pytest.param(
        OLD | amend("a/s", "2026-03-01", ADD),
        "新增1项",
        ("新增        临时救助申请", "承办机构  社会事务办公室", "理由：下放。"),
        "| 临时救助申请 | 承办机构：社会事务办公室<br>办理时限：当场 | 理由：下放。 |",
        id="add",
    ),
    pytest.param(
        OLD | amend("a/s", "2026-03-01", WITHDRAW),
        "取消1项",
        ("取消        灯会报备", "理由：收回。", "区文旅局 000-8800 7001。"),
        "| 灯会报备 | 承办机构：便民服务中心 | 理由：收回。<br>",
        id="withdraw-with-successor",
    ),
    pytest.param(
        OLD | amend("a/s", "2026-03-01", REVISE),
        "调整1项",
        (
            "办理时限  20个工作日 → 15个工作日",
            "有本【街道】户籍",
            "有本【市】户籍",
            "理由：法规变化。",
        ),
        "| 最低生活保障申请 | 办理时限 | <del>20</del>个工作日 | <ins>15</ins>个工作日"
        " | 理由：法规变化。 |",
        id="revise-two-fields",
    ),
    pytest.param(
        OLD | amend("a/s", "2026-03-01", MOVE) | ARRIVAL,
        "移动1项",
        ("移到《收回事项清单》。", "从《公共服务事项清单》移来。"),
        "| 优待证 | — | 移到《收回事项清单》。<br>理由：收回。 |",
        id="move-told-twice-counted-once",
    ),
    pytest.param(
        OLD | STANDARD,
        "调整1项",
        ("标准清单《职责清单》", "适用街道    乙街道、丙街道", "养护 → 养护和清扫"),
        "- 适用街道：乙街道、丙街道",
        id="standard-list",
    ),
    pytest.param(
        OLD | LATER,
        "调整1项",
        ("自2026年12月1日起施行，现在还没有生效", "收费  （无） → 免费"),
        "**自2026年12月1日起施行，现在还没有生效。**",
        id="announced",
    ),
    pytest.param(
        phone_corrected(OLD),
        "更正1处",
        ("街道资料修改：更正 1 处", "电话  咨询 000-8800 1000 → 咨询 000-8800 2000"),
        "| 社会事务办公室 | 电话 | 咨询 000-8800 <del>1000</del>",
        id="office-contact",
    ),
    pytest.param(
        title_edited(OLD),
        "就地改动1处",
        ("注意：有1处就地改动", "事项名称  优待证 → 优待证申领", "2025年1月1日"),
        "> **请注意**：有1处就地改动",
        id="in-place",
    ),
    pytest.param(
        edited(OLD, ANNOUNCED, "fee: 不收费", "fee: 免费"),
        "施行前改动1处",
        ("施行前改动  最低生活保障申请", "收费  不收费 → 免费"),
        "**施行前改动**（1）",
        id="before-its-day",
    ),
    pytest.param(
        edited(
            title_edited(OLD),
            SERVICES,
            "items:",
            "corrections: [{on: 2026-11-22, item: card, reason: 漏了两个字}]\nitems:",
        ),
        "更正1处",
        ("更正        优待证申领", "说明：漏了两个字。"),
        "| 优待证申领 | 事项名称 | 优待证 | 优待证<ins>申领</ins> | 说明：漏了两个字。 |",
        id="correction",
    ),
    pytest.param(
        OLD | MERGER,
        "街道合并或更名1起",
        ("承接        新街道", "承接乙街道、丙街道的职责。"),
        "| 新街道 | — | 承接乙街道、丙街道的职责。 |",
        id="merger",
    ),
    pytest.param(
        {path: text for path, text in OLD.items() if path != ANNOUNCED},
        "施行前改动1处",
        (f"删去了1个版本文件（{ANNOUNCED}）", "版本文件  2027-01-01 → （无）"),
        "> **请注意**：删去了1个版本文件",
        id="deleted-version",
    ),
    pytest.param(
        OLD | office("z", name="后街道"),
        "新增1处",
        ("后街道  街道资料修改",),
        "### 后街道",
        id="new-office",
    ),
    pytest.param(
        OLD | whole("a/n", "2026-03-01", "{id: q, title: 新事}"),
        "首次公布清单1份",
        ("首次公布，共 1 项",),
        "首次公布，共 1 项。",
        id="new-list",
    ),
    pytest.param(OLD, "没有清单或街道资料的变动", (), "对照", id="nothing"),
]


@pytest.mark.parametrize(("new", "summed", "said", "marked"), CASES)
def test_what_a_change_does(
    write_tree: WriteTree, new: Files, summed: str, said: tuple[str, ...], marked: str
) -> None:
    """The sum comes first; the same facts stand in the text and in the note."""
    comparison = compared(write_tree, new)
    assert total(comparison) == summed
    text, note = as_text(comparison), as_markdown(comparison)
    assert text.split("\n")[1] == f"{summed}。"
    assert [words for words in said if words not in text] == []
    assert note.startswith(f"**这次修改：{summed}。**\n")
    assert marked in note


def test_all_at_once(write_tree: WriteTree) -> None:
    """What versions do is counted apart from what was edited in place."""
    comparison = compared(write_tree, ALL)
    assert total(comparison) == (
        "街道合并或更名1起、新增1项、取消1项、调整3项、移动1项；更正1处、就地改动1处"
    )
    assert sums(comparison) == {
        "succeeded": 1,
        "added": 1,
        "withdrawn": 1,
        "revised": 3,
        "moved": 1,
        "corrected-in-place": 1,
        "edited-in-place": 1,
    }


def test_what_stands_above_a_version(write_tree: WriteTree) -> None:
    """Effective and published day, document and approvals."""
    text = as_text(compared(write_tree, OLD | VERSION | ARRIVAL))
    for line in (
        "  施行日期    2026年3月1日",
        "  公布日期    2026年2月20日",
        "  公布文件    甲街发〔2026〕4号 关于调整公共服务事项清单的通知",
        "  准入批准    区委编办 编准〔2026〕1号",
    ):
        assert line in text.split("\n")


def test_lines_fit_the_terminal(write_tree: WriteTree) -> None:
    """No line is wider than its columns, but for a mark that may hang over."""
    text = as_text(compared(write_tree, ALL))
    assert max(map(width, text.split("\n"))) <= WIDTH + 2


def test_several_versions_between_two_days(write_tree: WriteTree) -> None:
    """Each version is named with its day; each change says since when it applies."""
    comparison = compared_days(
        write_tree, OLD | VERSION | ARRIVAL | LATER, "2026-01-01", "2027-06-01"
    )
    text = as_text(comparison)
    assert "3个版本合计：" in text
    assert "2026年3月1日起 甲街发〔2026〕4号" in text
    assert "2026年12月1日起（还没有施行）" in text
    assert "自2026年3月1日、2026年12月1日、2027年1月1日起。" in text
    assert as_markdown(comparison).startswith("**这段时间：")


def test_people_are_named_by_the_policy(write_tree: WriteTree) -> None:
    """The new holder of a post: the surname only, as the office's names policy says."""
    office_file = "content/offices/a.yml"
    new = edited(OLD, office_file, "person: 张某某", "person: 欧阳某某")
    text = as_text(compared(write_tree, new))
    assert "姓名  张某 → 欧阳某" in text
    assert "某某" not in text


def test_old_texts_hide_personal_numbers(write_tree: WriteTree) -> None:
    """A mobile number that is taken out is not published once more by the note."""
    old = edited(OLD, SERVICES, "title: 灯会报备", "title: 灯会报备 13812345678")
    comparison = compared(write_tree, OLD, old)
    for shown in (as_text(comparison), as_markdown(comparison)):
        assert "138*" in shown.replace("\\", "")
        assert "13812345678" not in shown


def test_what_could_not_be_read_is_said(write_tree: WriteTree) -> None:
    """Of a file that was no YAML before, nothing is claimed."""
    old = OLD | {SERVICES: "list: [s\n"}
    (warning,) = warnings(compared(write_tree, OLD, old))
    assert SERVICES in warning
    assert "没有逐项对照" in warning


@pytest.mark.parametrize(
    ("head", "said"),
    [
        pytest.param("", "没有写明缘由", id="silent"),
        pytest.param("confirm: 整批下放到社区\n", "整批下放到社区", id="explained"),
    ],
)
def test_a_large_removal_stands_on_top(
    write_tree: WriteTree, head: str, said: str
) -> None:
    """How many of how many, and why if the version says so."""
    items = [f"{{id: x{n}, title: 第{n}事}}" for n in range(8)]
    gone = [f"{{withdraw: x{n}, reason: 收回}}" for n in range(4)]
    old = EMPTY | whole("a/s", "2025-01-01", *items)
    new = old | amend("a/s", "2026-01-01", *gone, head=head)
    (warning,) = warnings(compared(write_tree, new, old))
    assert "一次取消4项，原来有8项" in warning
    assert said in warning


def test_a_long_note_is_cut_between_changes(write_tree: WriteTree) -> None:
    """What a forge would refuse is counted instead; warnings stay on top."""
    changes = [
        f"{{add: {{id: x{n}, title: 第{n}事, time_limit: {'长' * 300}}}, reason: 下放}}"
        for n in range(300)
    ]
    new = title_edited(OLD) | amend("a/s", "2026-03-01", *changes)
    note = as_markdown(compared(write_tree, new))
    assert LIMIT - 1500 < len(note) <= LIMIT
    assert "请注意" in note[:200]
    left = re.search(r"还有 (\d+) 处变动没有列出", note)
    assert left is not None
    assert note.count("理由：下放。") + int(left[1]) == 301
    assert [line for line in note.split("\n") if line.count("|") not in {0, 4, 6}] == []


def test_long_texts_are_shortened_where_nothing_changed(write_tree: WriteTree) -> None:
    """What changed stays readable in a text of thousands of characters."""
    texts = [f"{'前' * 3000}{n}个工作日{'后' * 3000}" for n in (20, 15)]
    old, new = (
        OLD
        | amend(
            "a/s",
            "2026-03-01",
            f"{{revise: card, set: {{note: {text}}}, reason: 其他}}",
        )
        for text in texts
    )
    note = as_markdown(compared(write_tree, new, old))
    assert f"……{'前' * 30}<del>20</del>个工作日{'后' * 20}" in note
    assert len(note) < 1500


def test_only_one_list(write_tree: WriteTree) -> None:
    """The acts of one office or list; a wrong name is met with the nearest."""
    comparison = compared(write_tree, ALL)

    def kept(address: str) -> set[str]:
        return {str(e.key or e.owner) for e in select(comparison, address).entries}

    assert kept("a/s") == {"a/s"}
    assert kept("a") == {"a", "a/s", "a/w"}
    assert kept("standard") == {"standard/d"}
    assert select(comparison, "b").entries == ()
    with pytest.raises(GeneratorError, match="是不是“a/s”"):
        select(comparison, "a/ss")
