"""A new office after the pattern of another: units, posts, hours, and the lists it adopts.

People, phones, places and communities are the other's own; they stay out, and what is
to be filled in stands there as a comment.
"""

from collections.abc import Iterator
from datetime import date

from generator.authoring.drafts import Draft, check_id
from generator.authoring.selecting import guess
from generator.authoring.yaml_text import SCHEMA, scalar_text
from generator.model.lists import Catalog
from generator.model.office import Office, Phone, Post, Unit
from generator.problems import GeneratorError
from generator.resolution.resolve import Resolved
from generator.resolution.resolved import ResolvedList

_STREET = "街道"


def office_like(catalog: Catalog, office: str, name: str, other: str) -> Draft:
    """The file of a new office: its path and its text; GeneratorError where refused."""
    check_id(office, "街道编号")
    if office in catalog.offices:
        message = f"街道“{office}”已经有文件了。"
        raise GeneratorError(message)
    if other not in catalog.offices:
        known = "、".join(catalog.offices) or "（还没有）"
        near = guess(other, catalog.offices)
        message = f"没有街道“{other}”，不能照着它建。{near or f'已有：{known}。'}"
        raise GeneratorError(message)
    lines = _office(catalog.offices[other], office, name)
    return f"content/offices/{office}.yml", "\n".join(lines) + "\n"


def lists_like(
    resolved: Resolved, office: str, name: str, other: str, day: date
) -> Iterator[Draft]:
    """Yield a whole version for each list in which the other adopts a standard list."""
    pattern = resolved.catalog.offices[other]
    for moments in resolved.of_office(other):
        current = resolved.on(moments[0].key, day)
        if current and current.version and current.standard:
            path = f"content/lists/{office}/{current.key.id}/{day.isoformat()}.yml"
            yield path, "\n".join(_adopting(current, pattern, name, day)) + "\n"


def own_lists(resolved: Resolved, other: str, day: date) -> Iterator[ResolvedList]:
    """Yield the lists that the other wrote by itself: nobody can adopt those."""
    for moments in resolved.of_office(other):
        current = resolved.on(moments[0].key, day)
        if current and current.standard is None:
            yield current


def _adopting(
    current: ResolvedList, pattern: Office, name: str, day: date
) -> Iterator[str]:
    title = current.title.replace(pattern.name, name)
    if name not in title:
        title = f"{name}{current.kind.label}"
    yield SCHEMA
    yield "# 整版清单，采用标准清单的全部事项。施行日期要改的，文件名一起改。"
    yield f"list: {current.key.id}"
    yield f"kind: {current.kind.id}"
    yield f"title: {scalar_text(title)}"
    yield f"version: {day.year}年版"
    yield f"effective: {day.isoformat()}"
    yield f"# published: {day.isoformat()}"
    yield "# document:"
    yield f"#   number: 某街发〔{day.year}〕1号"
    yield f"based_on: {current.standard}"
    yield "# 不采用的事项，写明理由："
    yield "# declined:"
    yield "#   - id: 事项编号"
    yield "#     reason: 本街道没有这项工作"
    yield "# 本街道自己的事项，或和标准不同的字段："
    yield "# items:"
    yield "#   - id: 事项编号"
    yield "#     note: 只写和标准不同的字段"


def _office(pattern: Office, office: str, name: str) -> Iterator[str]:
    def own(text: str) -> str:
        return scalar_text(_renamed(text, pattern.name, name))

    yield "# yaml-language-server: $schema=../schema/office.schema.json"
    yield f"# 机构、岗位和办公时间照{pattern.name}；和本街道不同的请改。"
    yield "# 电话、地点、社区是各街道自己的：去掉行首的 # 再填写，没有的删去。"
    yield f"id: {office}"
    yield f"name: {scalar_text(name)}"
    yield f"# full_name: 某市某区人民政府{name}办事处"
    yield '# code: "990101001"'
    if pattern.office_class:
        yield f"class: {pattern.office_class}"
    yield "# address: 某某路1号"
    if pattern.hours:
        yield "hours:"
    for hours in pattern.hours:
        yield f"  - days: {own(hours.days)}"
        times = (f'"{one}"' for one in hours.open)
        yield f"    open: [{', '.join(times)}]"
        if hours.note:
            yield f"    note: {own(hours.note)}"
    yield "# supervision:"
    yield "#   number: 000-8800 0001"
    if pattern.names:
        yield "# 姓名公开方式：full 全名；surname 姓加职务；post 只显示职务。"
        yield f"names: {pattern.names}"
    if pattern.units:
        yield "units:"
    for unit in pattern.units.values():
        yield from _unit(unit, pattern.name, name)
    yield "# communities:"
    yield '#   - code: "990101001001"'
    yield "#     name: 某某社区"


def _unit(unit: Unit, old: str, new: str) -> Iterator[str]:
    yield f"  - id: {unit.id}"
    yield f"    name: {scalar_text(_renamed(unit.name, old, new))}"
    if unit.type:
        yield f"    type: {unit.type}"
    if unit.nameplates:
        plates = (scalar_text(_renamed(p, old, new)) for p in unit.nameplates)
        yield f"    nameplates: [{', '.join(plates)}]"
    yield "    # place: 办公楼一楼101"
    yield from _phones(unit.phones)
    if unit.posts:
        yield "    posts:"
        for post in unit.posts.values():
            yield from _post(post)


def _phones(phones: tuple[Phone, ...]) -> Iterator[str]:
    yield "    # phones:"
    for kind in dict.fromkeys(p.kind for p in phones) or ("咨询",):
        yield "    #   - number: 000-8800 1234"
        if kind:
            yield f"    #     kind: {kind}"


def _post(post: Post) -> Iterator[str]:
    yield f"      - id: {post.id}"
    yield f"        title: {scalar_text(post.title)}"
    if post.backup:
        yield f"        backup: {post.backup}"


def _renamed(text: str, old: str, new: str) -> str:
    """Put the new office's name where the other's stands, with or without 街道."""
    text = text.replace(old, new)
    short, own = old.removesuffix(_STREET), new.removesuffix(_STREET)
    return text.replace(short, own) if len(short) > 1 else text
