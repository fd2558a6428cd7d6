"""Corpora as content trees: the same size and shape give the same bytes.

`plain`: every street has its own whole list, as copied from a district's notice.
`standard`: one standard list (标准清单), and in every street the units that handle it,
what the street words differently, what it declines, and what only it has.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from bench.matters import CONTACT, Fields, common_matters, own_matters
from bench.offices import hotline, office_class, office_file
from bench.vocabulary import Words, number_of, read_words

SHAPES = ("plain", "standard")
AMENDED = 2
NEVER_DECLINED = 4
DECLINE_EVERY = 90
LIST = "services"

SITE_CONFIG = """\
site:
  name: 示范区街道职责清单
  district: 示范区
  description: 示范区各街道办什么事、由谁办、打什么电话。
  sample: 这是测试用的虚构数据。
  hotline: "12345"
  footer:
    host: 示范区人民政府办公室
    operator: 示范区大数据中心
classes:
  - {id: urban, label: 城区街道}
  - {id: rural, label: 涉农街道}
life_events:
  - {title: 养老, categories: [养老服务, 社会保险]}
  - {title: 救助, categories: [社会救助, 残疾人服务]}
  - {title: 环境与噪声, categories: [环境与噪声, 城市管理]}
"""


@dataclass(frozen=True, slots=True)
class Size:
    """How much to invent: streets, shared matters of each, own matters of each."""

    name: str
    offices: int
    common: int
    own: int

    @property
    def items(self) -> int:
        """Count the items of all streets together."""
        return self.offices * (self.common + self.own)


SIZES = {
    "S": Size("S", 10, 450, 50),
    "M": Size("M", 260, 450, 50),
    "tiny": Size("tiny", 2, 5, 1),
}


def write_corpus(root: Path, size: Size, shape: str) -> None:
    """Write a whole content tree below `root`, which need not exist."""
    for path, text in corpus_files(size, shape):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def corpus_files(size: Size, shape: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file, street by street."""
    words = read_words()
    common = list(islice(common_matters(words), size.common))
    yield "site_config.yml", SITE_CONFIG
    if shape == "standard":
        yield f"content/lists/standard/{LIST}/2025-01-01.yml", _standard(common)
    for office in range(size.offices):
        street = words.streets[office]
        own = list(islice(own_matters(words, street), size.own))
        folder = f"content/lists/{street[0]}/{LIST}"
        yield f"content/offices/{street[0]}.yml", office_file(words, office)
        first, late = (own[:-1], own[-1]) if office < AMENDED else (own, None)
        whole = _plain if shape == "plain" else _adopted
        yield f"{folder}/2025-03-01.yml", whole(words, office, common, first)
        if late:
            amendment = _amendment(words, office, common, late)
            yield f"{folder}/2026-07-01.yml", amendment


def _standard(common: Iterable[Fields]) -> str:
    """Write the standard list; who handles a matter is for each street to say."""
    bare = [{n: v for n, v in m.items() if n not in CONTACT} for m in common]
    head = _header("示范区街道", "2025-01-01", "示编〔2024〕38号", "示范区委编办")
    return _document(head, chain(["items:"], *(_item(m) for m in bare)))


def _plain(
    words: Words, office: int, common: Iterable[Fields], own: Iterable[Fields]
) -> str:
    """Write a street's own whole list with everything in it."""
    matters = [_reached(words, office, m) for m in (*common, *own)]
    head = _street_header(words, office)
    total = f"declared_total: {len(matters)}"
    return _document(head, chain([total, "items:"], *(_item(m) for m in matters)))


def _adopted(
    words: Words, office: int, common: list[Fields], own: Iterable[Fields]
) -> str:
    """Write what a street adds to the standard list that it adopts."""
    out = set(range(NEVER_DECLINED + office % 7, len(common), DECLINE_EVERY))
    declined = [
        f"  - {{id: {m['id']}, reason: 本街道没有这类事项}}"
        for n, m in enumerate(common)
        if n in out
    ]
    kept = [m for n, m in enumerate(common) if n not in out]
    matters = chain(
        (_override(words, office, m) for m in kept),
        (_reached(words, office, m) for m in own),
    )
    adoption = [f"based_on: standard/{LIST}"]
    adoption += ["declined:", *declined] if declined else []
    adoption.append("items:")
    head = _street_header(words, office)
    return _document(head, chain(adoption, *(_item(m) for m in matters)))


def _amendment(words: Words, office: int, common: list[Fields], late: Fields) -> str:
    """Write an amendment that adds one matter, revises two and withdraws one."""
    added = _lines(_reached(words, office, late))
    lines = ["changes:", "  - add:", *(f"      {line}" for line in added)]
    lines.append("    reason: 下放")
    for matter in common[:2]:
        lines += [
            f"  - revise: {matter['id']}",
            "    set: {time_limit: {legal: 20个工作日, promised: 3个工作日}}",
            "    reason: 法规变化",
        ]
    lines += [
        f"  - withdraw: {common[2]['id']}",
        "    reason: 收回",
        "    successor: {unit: 区民政局, phone: 000-8899 0001, note: 网上可以办理}",
    ]
    head = [
        f"list: {LIST}",
        "effective: 2026-07-01",
        "document: {number: 示编〔2026〕12号}",
    ]
    return _document(head, lines)


def _override(words: Words, office: int, matter: Fields) -> Fields:
    """Say who handles an adopted matter; every fifth is also worded anew."""
    reached = _reached(words, office, matter)
    names = ["id", *CONTACT[:2]]
    if number_of(words.streets[office][0], matter["id"]) % 5 == 0:
        names += ["description", "time_limit"]
    return {name: reached[name] for name in names}


def _reached(words: Words, office: int, matter: Fields) -> Fields:
    """Give a matter the unit, post and phone of a street, and its place."""
    key = matter["id"]
    units = [unit[0] for unit in words.units]
    here = number_of(matter["category"], office) % 4 == 0
    unit = units.index("service-center" if here else matter["unit"])
    name = words.streets[office][1]
    return matter | {
        "unit": units[unit],
        "post": "deputy" if number_of(key, office) % 4 == 0 else "head",
        "hotline": hotline(office, unit + 1),
        "description": f"{matter['description']}请到{name}大道{office + 1}号办理。",
    }


def _street_header(words: Words, office: int) -> list[str]:
    name = words.streets[office][1]
    sort = "涉农" if office_class(office) == "rural" else "城区"
    head = _header(
        f"{name}街道", "2025-03-01", f"示{name}〔2025〕3号", f"{name}街道办事处"
    )
    return [*head, f"note: 按照{sort}街道的范围编制。"]


def _header(owner: str, effective: str, number: str, issuer: str) -> list[str]:
    return [
        f"list: {LIST}",
        "kind: service",
        f"title: {owner}公共服务事项清单",
        "version: 2025年版",
        f"effective: {effective}",
        f"published: {effective[:8]}15",
        f"document: {{number: {number}, issuer: {issuer}}}",
    ]


def _item(matter: Fields) -> list[str]:
    first, *rest = _lines(matter)
    return [f"  - {first}", *(f"    {line}" for line in rest)]


def _lines(matter: Fields) -> list[str]:
    return [f"{name}: {value}" for name, value in matter.items()]


def _document(head: Iterable[str], body: Iterable[str]) -> str:
    return "\n".join((*head, *body)) + "\n"
