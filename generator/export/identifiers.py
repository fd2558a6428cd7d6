"""Ids of feeds and entries that never change: version 5 UUIDs over stable facts.

A fact is an office's 统计用区划代码 (else its id with the district's name), the id of a
list or an item, an effective date, a commit. Addresses, titles and places in a list
are not.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID, uuid5

from generator.history.changes import Entry, ItemChange, OfficeChange, Source
from generator.site_model.plan import Plan

Facts = tuple[str, ...]
_NAMESPACE = UUID("8b0f3f57-5a0c-4d5e-9a39-0f6a5d3c7e21")


@dataclass(frozen=True, slots=True)
class Identifiers:
    """Names what feeds and entries are about; `codes` maps office ids to their code."""

    district: str
    codes: Mapping[str, str]

    def owner(self, owner: str) -> str:
        """Name an office by its code, which outlives a renaming of its file."""
        return self.codes.get(owner) or f"{self.district}/{owner}"

    def feed(self, *facts: str) -> str:
        """The id of a feed."""
        return _urn(("feed", self.district, *facts))

    def entry(self, facts: Facts) -> str:
        """The id of an entry; the same act has the same id in every feed."""
        return _urn(("entry", *facts))

    def facts(self, entry: Entry) -> Facts:
        """What tells an act from every other act for ever."""
        where = (
            self.owner(entry.owner),
            entry.key.id if entry.key else "",
            entry.source.value,
        )
        of = entry.effective.isoformat() if entry.effective else ""
        if entry.in_place and entry.recorded:
            return ("edit", *where, of, entry.recorded.id)
        if entry.in_place:
            return ("edit", *where, of, entry.day.isoformat(), *_stated(entry))
        if entry.source is Source.OFFICE:
            return ("succession", where[0], *sorted(_others(entry)))
        return ("version", where[0], where[1], entry.day.isoformat())


def identifiers(plan: Plan) -> Identifiers:
    """Gather the codes of the offices; a code that two offices state names neither."""
    stated = {office.id: office.code for office in plan.catalog.offices.values()}
    times = Counter(stated.values())
    codes = {name: code for name, code in stated.items() if times[code] == 1}
    return Identifiers(plan.settings.district, codes)


def _others(entry: Entry) -> set[str]:
    changes = (c for c in entry.changes if isinstance(c, OfficeChange))
    return {other for change in changes for other in change.others}


def _stated(entry: Entry) -> Facts:
    """What a correction that no commit shows says of itself: its item and its reason."""
    changes = (c for c in entry.changes if isinstance(c, ItemChange))
    return tuple(word for change in changes for word in (change.item, change.note))


def _urn(facts: Facts) -> str:
    # JSON, so that no two tuples of facts are ever one text.
    return uuid5(_NAMESPACE, json.dumps(facts, ensure_ascii=False)).urn
