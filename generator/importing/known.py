"""What every id of the district has been called, on any list at any time (编号)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.importing.alike import fold_cell
from generator.model.fields import text_of
from generator.model.lists import ListKey
from generator.resolution.resolve import Resolved


@dataclass(frozen=True, slots=True)
class Known:
    """Ids and titles: `titles` by id, `ids` by folded title, `where` an id was first."""

    titles: Mapping[str, frozenset[str]]
    ids: Mapping[str, str]
    where: Mapping[str, ListKey]


NOTHING_KNOWN = Known({}, {}, {})


def known_ids(resolved: Resolved, key: ListKey) -> Known:
    """Collect them; of several ids with one title the nearest to this list counts."""
    titles: dict[str, set[str]] = {}
    ids: dict[str, str] = {}
    where: dict[str, ListKey] = {}
    for place, item, title in _named(resolved, key):
        titles.setdefault(item, set()).add(title)
        where.setdefault(item, place)
        if title:
            ids.setdefault(fold_cell(title), item)
    return Known({i: frozenset(t) for i, t in titles.items()}, ids, where)


def _named(resolved: Resolved, key: ListKey) -> Iterator[tuple[ListKey, str, str]]:
    """Every item ever in force: of this list, the standards, the office, the others."""
    lists = {**resolved.standards, **resolved.lists}
    near = sorted(
        lists, key=lambda k: (k != key, k in resolved.lists, k.owner != key.owner, k)
    )
    for place in near:
        for moment in reversed(lists[place]):
            for item, resolved_item in moment.items.items():
                yield place, item, text_of(resolved_item.fields, "title")
