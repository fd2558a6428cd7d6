"""The changes of an amendment (补充版): add, revise, withdraw."""

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from generator.loading.nodes import Mapping, Node, Scalar, is_null
from generator.loading.reading import Reading, cut
from generator.loading.records import Fields, by_name, read_record
from generator.model.fields import Record, text_of
from generator.model.lists import Change
from generator.model.records import CHANGE, CHANGE_VERBS

_NEAR = 0.75

_VERBS = {"add": "新增", "revise": "调整", "withdraw": "取消"}


def read_changes(
    reading: Reading, entries: Iterable[Node], fields: Fields
) -> tuple[Change, ...]:
    """Read the entries of `changes:`; what is mistaken is reported and left out."""
    read = (_change(reading, node, fields) for node in entries)
    return tuple(change for change in read if change is not None)


def _change(reading: Reading, node: Node, fields: Fields) -> Change | None:
    if _is_other_verb(reading, node):
        return None
    record = read_record(
        reading,
        node,
        by_name(CHANGE),
        "改动",
        passed_over=frozenset({*CHANGE_VERBS, "set"}),
    )
    if record is None or not isinstance(node, Mapping):
        return None
    pairs = {k.text: v for k, v in zip(node.keys, node.values, strict=True)}
    verbs = [verb for verb in CHANGE_VERBS if verb in pairs]
    if len(verbs) != 1:
        fault = "没有写要做什么" if not verbs else "同时写了几件事"
        reading.error(
            node,
            "missing-key",
            f"这项改动{fault}。",
            "请写新增（add）、调整（revise）或取消（withdraw）中的一个。",
        )
        return None
    return _verb(reading, verbs[0], pairs, fields, record)


def _is_other_verb(reading: Reading, node: Node) -> bool:
    """Report a change whose one unknown key is meant as what to do."""
    if not isinstance(node, Mapping):
        return False
    known = {*by_name(CHANGE), "set"}
    unknown = [key for key in node.keys if key.text not in known | {*CHANGE_VERBS}]
    if len(unknown) != 1 or any(key.text in CHANGE_VERBS for key in node.keys):
        return False
    word = cut(unknown[0].text, 20)
    near = get_close_matches(word, CHANGE_VERBS, 1, _NEAR)
    guess = f"是不是“{near[0]}”？" if near else ""
    reading.error(
        unknown[0],
        "unknown-key",
        f"不认识“{word}”这种改动。",
        f"{guess}请写新增（add）、调整（revise）或取消（withdraw）。",
        len(unknown[0].text),
    )
    return True


def _verb(
    reading: Reading,
    verb: str,
    pairs: dict[str, Node],
    fields: Fields,
    record: Record,
) -> Change | None:
    target = pairs[verb]
    given: Record | None
    if verb == "add":
        given = read_record(reading, target, fields, "新增的事项")
        item = text_of(given, "id") if given is not None else ""
        place = given.place("id") if given is not None else record.place()
    else:
        given = _set(reading, pairs, fields) if verb == "revise" else Record({})
        is_text = isinstance(target, Scalar) and not is_null(target)
        item = target.text.strip() if isinstance(target, Scalar) and is_text else ""
        place = replace(record.place(), line=target.line, column=target.column)
        if not item:
            reading.error(
                target,
                "empty-value" if isinstance(target, Scalar) else "wrong-shape",
                f"{_VERBS[verb]}（{verb}）后面没有写事项编号。",
                f"请写上编号，例如“{verb}: dibao-application”。",
            )
    if given is None or not item:
        return None
    if verb != "revise" and "set" in pairs:
        reading.error(
            pairs["set"],
            "wrong-shape",
            "改成什么（set）只和调整（revise）一起用。",
            "新增的内容请写在新增（add）下面；取消的不用写改成什么。",
        )
    successor = record.get("successor")
    return Change(
        verb=verb,
        item=item,
        fields=given,
        reason=text_of(record, "reason"),
        successor=successor if isinstance(successor, Record) else None,
        note=text_of(record, "note"),
        place=place,
    )


def _set(reading: Reading, pairs: dict[str, Node], fields: Fields) -> Record | None:
    if "set" not in pairs:
        reading.error(
            pairs["revise"],
            "missing-key",
            "调整（revise）没有写改成什么（set）。",
            "请在下面加一行“set:”，再缩进写要改的字段，例如“fee: 不收费”。",
        )
        return None
    own = {name: field for name, field in fields.items() if name != "id"}
    given = read_record(reading, pairs["set"], own, "改成什么（set）", nullable=True)
    if given is not None:
        keep_title(reading, given)
    return given


def keep_title(reading: Reading, given: Record) -> None:
    """Refuse to take the title away, which an item always has."""
    if given.get("title", "") is None:
        reading.at(
            given,
            "title",
            "empty-value",
            "事项名称（title）是必填的，不能去掉。",
            "请写上名称；若这件事不再办，请改写成取消（withdraw）。",
        )
        given["title"] = ""
