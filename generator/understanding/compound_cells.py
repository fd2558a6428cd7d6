"""One cell that holds several things: a body and its phone, place or way of working."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from generator.understanding.bodies import bodies_in, is_body
from generator.understanding.phones import read_phones

_EMPTY = re.compile(r"[（(]\s*[)）]")
_LABEL = re.compile(
    r"(?:咨询|联系|办公|服务)?(?:电话|热线|方式)\s*[:：]|(?:电话|座机|地址|地点)\s*[:：]"
)
_ENDS = " \t、，,；;：:/-—。"
_APART = re.compile(r"[\s，,；;/]+")


class Role(Enum):
    """What a part of a cell is."""

    BODY = "body"
    PHONE = "phone"
    PLACE = "place"
    METHOD = "method"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a column holds: what it is called, what it is, its field."""

    heading: str
    role: Role
    field: str


def divide(text: str, parts: Sequence[Part]) -> list[str]:
    """The text of each part (拆开一格), nothing lost; empty where a part is not there."""
    labelled = _by_labels(text, parts)
    if labelled:
        return labelled
    found = dict.fromkeys(Role, "")
    roles = {part.role for part in parts}
    rest = text
    if Role.PHONE in roles:
        rest, found[Role.PHONE] = _without_phones(text)
    if Role.BODY not in roles:
        found[Role.PLACE] = rest
    elif Role.METHOD in roles:
        found[Role.BODY], found[Role.METHOD] = _body_and_method(rest)
    else:
        found[Role.BODY], more = _body_and_more(rest)
        kept = Role.PLACE if Role.PLACE in roles else Role.PHONE
        found[kept] = " ".join(t for t in (found[kept], more) if t)
    return [found[part.role] for part in parts]


def _by_labels(text: str, parts: Sequence[Part]) -> list[str]:
    """Read 承接部门：… 工作方式：…; none where a label is missing."""
    pattern = "".join(
        rf"\s*{re.escape(part.heading)}\s*[:：]\s*(.*?)[\s，,；;]*" for part in parts
    )
    match = re.fullmatch(pattern, text.strip(), re.DOTALL)
    return list(match.groups()) if match else []


def _without_phones(text: str) -> tuple[str, str]:
    """What a cell says besides its phones, line by line, and the phones."""
    rests, numbers = [], []
    for line in text.split("\n"):
        phones = read_phones(line)
        numbers += [*phones.numbers, *phones.mobiles]
        has_phones = phones.numbers or phones.mobiles
        rest = _LABEL.sub(" ", phones.rest) if has_phones else line
        rests.append(_EMPTY.sub(" ", rest).strip(_ENDS) if has_phones else rest)
    return "\n".join(t for t in rests if t.strip()), "、".join(dict.fromkeys(numbers))


def _body_and_more(text: str) -> tuple[str, str]:
    """A body, and what follows that is no body: a floor, a street."""
    words = [word for word in _APART.split(text) if word]
    bodies = [word for word in words if is_body(word)]
    # 派出所户籍窗口 looks like no body, and stands where one is expected.
    if not bodies or words[: len(bodies)] != bodies or len(bodies) == len(words):
        return text, ""
    more = words[len(bodies) :]
    return "、".join(bodies), " ".join(more)


def _body_and_method(text: str) -> tuple[str, str]:
    """Who takes over, and how: 区教育局：由…, or one below the other."""
    lines = [line.strip() for line in text.strip().split("\n")]
    count = next((i for i, t in enumerate(lines) if not _are_bodies(t)), len(lines))
    if count:
        return "\n".join(lines[:count]), "\n".join(lines[count:])
    before, colon, after = text.partition("：" if "：" in text else ":")
    if colon and _are_bodies(before.strip()):
        return before.strip(), after.strip()
    return "", text


def _are_bodies(text: str) -> bool:
    return all(map(is_body, bodies_in(text.rstrip("：:；;"))))
