"""Posts and their holders (岗位、姓名) of a row into a unit of an office file."""

from generator.importing.alike import fold_cell
from generator.importing.ids import new_ids
from generator.importing.known import NOTHING_KNOWN
from generator.importing.offices.contact_rows import ContactRow
from generator.importing.offices.draft import Draft, records, text_at
from generator.importing.offices.tree import Path
from generator.understanding.understood import Plain

_VACANT = {"空缺", "缺", "暂缺", "待定", "空", "（空缺）", "(空缺)", "暂空", "空岗"}
_TITLES = {
    "联系人",
    "负责人",
    "责任人",
    "联络员",
    "主要负责人",
    "科室负责人",
    "分管领导",
}
_USUAL_IDS = {"主任": "head", "副主任": "deputy", "负责人": "head", "联系人": "contact"}
_HIDDEN = (
    "街道的姓名公开方式（names）是 post，只公开岗位，所以表格里的姓名没有写进文件。"
)


def put_post(
    draft: Draft, way: Path, row: ContactRow, unit: str, *, is_whole: bool
) -> None:
    """Put the post of a row and who holds it; the way of showing names stays."""
    title = row.text("post")
    heading = row.headings.get("person", "")
    if not title and row.text("person"):
        if _is_hidden(draft) and fold_cell(row.text("person")) not in _VACANT:
            _say_hidden(draft, row)
            return
        title = heading if heading in _TITLES else ""
        if not title:
            draft.remark(
                row.place("person"),
                "只有姓名，没有职务，没有写进文件。",
                "请在表格里加一列“职务”。",
            )
    if not title:
        return
    path = (*way, "posts")
    index = _find(draft, path, row, title)
    if index < 0 and not row.text("post") and records(draft.at(path)):
        draft.remark(
            row.place("person"),
            f"{unit}没有“{title}”这个岗位，不知道“{row.text('person')}”说的是哪个岗位，没有录入。",
            "请在表格里加一列“职务”，写上和街道文件一样的职务。",
        )
        return
    if index < 0:
        taken = [text_at(post, "id") for post in records(draft.at(path))]
        entry: dict[str, Plain] = {"id": _post_id(title, taken), "title": title}
        post_way = draft.append(
            path,
            entry,
            row.place("post" if row.text("post") else "person"),
            f"{unit}的岗位",
        )
    else:
        post_way = (*path, index)
        draft.put((*post_way, "title"), title, row.place("post"), f"{unit}的职务")
    _put_person(draft, post_way, row, f"{unit}{title}", is_whole=is_whole)


def _find(draft: Draft, path: Path, row: ContactRow, title: str) -> int:
    """The index of the row's post: by its id, else by its title; -1 for a new one."""
    posts = records(draft.at(path))
    post_id = row.text("post_id")
    for index, post in enumerate(posts):
        if post_id and text_at(post, "id") == post_id:
            return index
    same = [
        index
        for index, post in enumerate(posts)
        if fold_cell(text_at(post, "title")) == fold_cell(title) and not post_id
    ]
    return same[0] if same else -1


def _post_id(title: str, taken: list[str]) -> str:
    usual = _USUAL_IDS.get(title, "")
    if usual and usual not in taken:
        return usual
    return new_ids([title], taken, NOTHING_KNOWN)[0]


def _put_person(
    draft: Draft, way: Path, row: ContactRow, what: str, *, is_whole: bool
) -> None:
    name, place = row.text("person"), row.place("person")
    post = draft.at(way)
    holder = post.get("person", "") if isinstance(post, dict) else ""
    if fold_cell(name) in _VACANT:
        is_told = isinstance(post, dict) and "person" in post
        if not is_told or holder is not None:
            draft.store((*way, "person"), None)
            draft.seen[*way, "person"] = place
            draft.edit(place, f"{what}的姓名", str(holder or ""), "空缺")
    elif name and _is_hidden(draft) and not holder:
        _say_hidden(draft, row)
    elif name:
        draft.put((*way, "person"), name, place, f"{what}的姓名")
    elif is_whole and row.is_emptied("person") and holder is None:
        draft.drop((*way, "person"), place, f"{what}的姓名")


def _is_hidden(draft: Draft) -> bool:
    """Tell that the office shows posts only, so that no new name is to be written."""
    return (text_at(draft.plain, "names") or "post") == "post"


def _say_hidden(draft: Draft, row: ContactRow) -> None:
    if all(remark.sentence != _HIDDEN for remark in draft.remarks):
        draft.remark(
            row.place("person"),
            _HIDDEN,
            "要公布姓名，请先在街道文件里把 names 改成 surname 或 full，再导入一次。",
        )


def put_backup(draft: Draft, way: Path, row: ContactRow, unit: str) -> None:
    """B角 names a post of the same unit by its title or id; all posts are there now."""
    said, path = row.text("backup"), (*way, "posts")
    index = _find(draft, path, row, row.text("post"))
    if not said or index < 0:
        return
    what = f"{unit}{row.text('post')}"
    stated = draft.at((*path, index, "backup"))
    known = {
        text_at(post, "id"): fold_cell(text_at(post, "title"))
        for post in records(draft.at(path))
    }
    if isinstance(stated, str) and fold_cell(said) in {stated, known.get(stated)}:
        return
    found = [
        text_at(post, "id")
        for post in records(draft.at(path))
        if fold_cell(said) in {fold_cell(text_at(post, "title")), text_at(post, "id")}
    ]
    if found:
        draft.put(
            (*path, index, "backup"), found[0], row.place("backup"), f"{what}的 B 角"
        )
    else:
        draft.remark(
            row.place("backup"),
            f"B 角“{said}”不是这个机构的岗位，没有录入。",
            "B 角请写接替他的岗位的职务，不写姓名。",
        )
