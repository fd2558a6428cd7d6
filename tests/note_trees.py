"""Two trees of one district, before and after a change of every kind, compared."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator.authoring.comparison import Comparison, Side
from generator.history.between import between_days, between_trees
from generator.history.recorded import edits_between
from generator.pipeline import Examined, examine
from tests.trees import CONFIG, TODAY, Files, amend, office, plan, whole

WriteTree = Callable[[Files], Path]
A = {
    "content/offices/a.yml": """id: a
name: 甲街道
full_name: 某市示例区人民政府甲街道办事处
names: surname
units:
  - id: social
    name: 社会事务办公室
    phones:
      - {number: 000-8800 1000, kind: 咨询}
    posts:
      - {id: head, title: 主任, person: 张某某}
  - id: hall
    name: 便民服务中心
"""
}
SERVICES = "content/lists/a/s/2025-01-01.yml"
ANNOUNCED = "content/lists/a/s/2027-01-01.yml"
OLD = (
    CONFIG
    | A
    | office("b")
    | office("c", name="丙街道")
    | whole(
        "a/s",
        "2025-01-01",
        "{id: dibao, title: 最低生活保障申请, unit: social, time_limit: 20个工作日,"
        " conditions: 家庭成员人均收入低于本市公布的标准、有本街道户籍的家庭可以申请}",
        "{id: fair, title: 灯会报备, unit: hall, fee: 不收费}",
        "{id: card, title: 优待证, unit: hall}",
        head="kind: service\ntitle: 公共服务事项清单\n",
    )
    | whole(
        "a/w",
        "2025-01-01",
        "{id: ad, title: 户外广告}",
        head="kind: withdrawn\ntitle: 收回事项清单\n",
    )
    | whole(
        "standard/d",
        "2025-01-01",
        "{id: road, title: 道路养护, content: 养护}",
        head="kind: duty\ntitle: 职责清单\n",
    )
    | whole("b/d", "2025-02-01", head="kind: duty\nbased_on: standard/d\nitems: []\n")
    | whole("c/d", "2025-02-01", head="kind: duty\nbased_on: standard/d\nitems: []\n")
    | amend("a/s", "2027-01-01", "{revise: dibao, set: {fee: 不收费}, reason: 其他}")
)
DOCUMENT = (
    "version: 2026年调整\npublished: 2026-02-20\n"
    "document: {number: 甲街发〔2026〕4号, title: 关于调整公共服务事项清单的通知}\n"
    "approvals: [{by: 区委编办, document: 编准〔2026〕1号}]\n"
)
ADD = "{add: {id: aid, title: 临时救助申请, unit: social, time_limit: 当场}, reason: 下放}"
REVISE = (
    "{revise: dibao, set: {time_limit: 15个工作日, conditions:"
    " 家庭成员人均收入低于本市公布的标准、有本市户籍的家庭可以申请}, reason: 法规变化}"
)
WITHDRAW = (
    "{withdraw: fair, reason: 收回, successor: {unit: 区文旅局, phone: 000-8800 7001}}"
)
MOVE = "{withdraw: card, reason: 收回, successor: {item: w/card}}"
VERSION = amend("a/s", "2026-03-01", ADD, REVISE, WITHDRAW, MOVE, head=DOCUMENT)
ARRIVAL = amend(
    "a/w",
    "2026-03-01",
    "{add: {id: card, title: 优待证, receiving_department: 区退役军人局}, reason: 收回}",
)
STANDARD = amend(
    "standard/d",
    "2026-04-01",
    "{revise: road, set: {content: 养护和清扫}, reason: 职能调整}",
)
LATER = amend(
    "a/s",
    "2026-12-01",
    "{revise: dibao, set: {fee: 免费}, reason: 其他}",
)
MERGER = office("n", "succeeds: [b, c]\nsince: 2026-05-01\n", name="新街道")


def edited(files: Files, path: str, old: str, new: str) -> Files:
    """Change one text in one file."""
    assert old in files[path]
    return files | {path: files[path].replace(old, new)}


def phone_corrected(files: Files) -> Files:
    """Correct the phone of a unit in its office file."""
    return edited(files, "content/offices/a.yml", "8800 1000", "8800 2000")


def title_edited(files: Files) -> Files:
    """Edit substance in a version that is in force."""
    return edited(files, SERVICES, "title: 优待证", "title: 优待证申领")


def sound(root: Path, today: date = TODAY) -> Examined:
    """Examine a tree that has no mistakes."""
    examined = examine(root, today)
    assert [p.sentence for p in examined.problems if p.is_error] == []
    return examined


def compared(
    write_tree: WriteTree, new: Files, old: Files = OLD, today: date = TODAY
) -> Comparison:
    """Compare two trees as `diff REVISION` does, without git."""
    before, after = ({p: t.encode() for p, t in f.items()} for f in (old, new))
    edits = edits_between(before, after)
    examined = sound(write_tree(new), today)
    return Comparison(
        plan(examined, today),
        Side("main（1a2b3c4d）", {"revision": "main", "commit": "1a2b3c4d"}),
        Side("现在的文件", {"working": True}),
        tuple(between_trees(edits, examined.resolved, today)),
        tuple(edit.path for edit in edits if not edit.readable),
    )


def compared_days(
    write_tree: WriteTree, files: Files, first: str, last: str
) -> Comparison:
    """Compare two days of a tree as `diff DAY DAY` does."""
    examined = sound(write_tree(files))
    days = (date.fromisoformat(first), date.fromisoformat(last))
    return Comparison(
        plan(examined),
        Side(first, {"day": first}),
        Side(last, {"day": last}),
        tuple(between_days(examined.resolved, *days)),
    )
