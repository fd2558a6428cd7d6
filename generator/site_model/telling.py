"""Put the entries of a timeline into words: the same for pages, feeds and notes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from generator.history.changes import (
    ChangeKind,
    Commit,
    Entry,
    ItemChange,
    OfficeChange,
    Source,
)
from generator.history.interpret import CHINA
from generator.model.fields import Record, records_of, text_of
from generator.model.lists import STANDARD, ListKey
from generator.site_model import addresses
from generator.site_model.change_lines import change_lines
from generator.site_model.history_parts import ChangeLine, EntryCard
from generator.site_model.parts import Link
from generator.site_model.plan import Plan

Fact = tuple[str, str, str]
_ORDER = tuple(ChangeKind)


def entry_card(
    plan: Plan,
    entry: Entry,
    changes: Iterable[ItemChange | OfficeChange] | None = None,
    *,
    whole: bool = False,
) -> EntryCard:
    """Word one act; `changes` are those of it to tell, all of them by default.

    With `whole` also items that came or went are told field by field.
    """
    told = entry.changes if changes is None else tuple(changes)
    return EntryCard(
        anchor=anchor(entry),
        day=entry.day.isoformat(),
        when=plan.day(entry.day),
        owner=_owner(plan, entry),
        about=_about(plan, entry),
        sort=plan.phrases[sort_of(entry)],
        summary=summary(plan, entry, told),
        announced=_announced(plan, entry),
        facts=tuple(_facts(plan, entry)),
        flags=tuple(_flags(plan, entry)),
        changes=tuple(
            line for c in told for line in change_lines(plan, entry, c, whole=whole)
        ),
        compare=_compare(plan, entry),
        touched=tuple(_touched_links(plan, entry)),
    )


def anchor(entry: Entry) -> str:
    """Name an act on any page, and for ever: by its day, its file and its commit."""
    key = entry.key.id if entry.key else "office"
    parts = [f"d{entry.day.isoformat()}", entry.owner, key]
    if entry.in_place:
        # One commit may edit two versions of a list, and the standard list above it.
        parts += [entry.source.value, entry.path.rpartition("/")[2].partition(".")[0]]
        parts += [entry.recorded.id[:12]] if entry.recorded else _items(entry)
    return "-".join(parts)


def _items(entry: Entry) -> list[str]:
    return [c.item for c in entry.changes if isinstance(c, ItemChange) and c.item]


def summary(
    plan: Plan, entry: Entry, changes: Iterable[ItemChange | OfficeChange]
) -> str:
    """Count an act's changes: 新增1项、取消2项; a first version its items."""
    if entry.is_first:
        return plan.say("change-first", count=entry.total)
    if sort_of(entry) == "act-succession":
        lines = (line for c in changes for line in change_lines(plan, entry, c))
        return plan.join(note.rstrip("。") for line in lines for note in line.notes)
    counted = Counter(change.kind for change in changes)
    parts = [
        plan.say(
            "change-count" if not entry.in_place else "change-places",
            kind=plan.phrases[f"change-{kind.value}"],
            count=counted[kind],
        )
        for kind in _ORDER
        if counted[kind]
    ]
    return plan.join(parts) or plan.phrases["change-none"]


def sort_of(entry: Entry) -> str:
    """Name the phrase that says what sort of act it is."""
    if entry.source is Source.OFFICE:
        return "act-office" if entry.in_place else "act-succession"
    if entry.source is Source.STANDARD and entry.owner != STANDARD:
        return "act-from-standard"
    where = "standard" if entry.source is Source.STANDARD else "list"
    return f"act-{where}-{'edit' if entry.in_place else 'version'}"


def _owner(plan: Plan, entry: Entry) -> Link | None:
    office = plan.catalog.offices.get(entry.owner)
    return Link(office.name, addresses.office(office.id)) if office else None


def _about(plan: Plan, entry: Entry) -> Link:
    if entry.key is None:
        known = entry.owner in plan.catalog.offices
        return Link(entry.title, addresses.office(entry.owner) if known else "")
    if entry.key in plan.resolved.lists:
        return Link(entry.title, addresses.list_changes(*entry.key))
    if entry.key in plan.resolved.standards:
        return Link(entry.title, addresses.standard_changes(entry.key.id))
    return Link(entry.title, "")


def _announced(plan: Plan, entry: Entry) -> str:
    """Neutral as to today where nobody asks: feeds say the same for ever."""
    later = not entry.in_place and entry.day > plan.today
    return plan.say("change-announced", day=plan.day(entry.day)) if later else ""


def _facts(plan: Plan, entry: Entry) -> Iterator[Fact]:
    say = plan.phrases
    if entry.effective and not entry.in_place:
        yield say["source-effective"], plan.day(entry.effective), ""
    elif entry.effective:
        yield say["change-edited-version"], plan.day(entry.effective), ""
    version = entry.version
    published = text_of(version.header, "published") if version else ""
    if published:
        yield say["source-published"], plan.day(date.fromisoformat(published)), ""
    if entry.recorded:
        yield say["source-recorded"], recorded_text(plan, entry.recorded), ""
    document = version.header.get("document") if version else None
    if isinstance(document, Record):
        parts = (text_of(document, k) for k in ("number", "title", "issuer"))
        words = " ".join(part for part in parts if part)
        if words:
            yield say["source-document"], words, text_of(document, "url")
    for approval in records_of(version.header, "approvals") if version else ():
        known = (text_of(approval, k) for k in ("by", "document"))
        yield say["source-approvals"], " ".join(filter(None, known)), ""
    if entry.touched:
        yield say["change-touched"], _touched(plan, entry), ""


def recorded_text(plan: Plan, commit: Commit) -> str:
    """When a commit recorded something, in China's time, and its short name."""
    time = commit.time.astimezone(CHINA)
    return plan.say(
        "change-recorded",
        day=plan.day(time.date()),
        time=time.strftime("%H:%M"),
        commit=commit.id[:8],
    )


def _touched_links(plan: Plan, entry: Entry) -> Iterator[Link]:
    offices = plan.catalog.offices
    for name in entry.touched:
        if name in offices:
            yield Link(offices[name].name, addresses.office(name))


def _touched(plan: Plan, entry: Entry) -> str:
    offices = plan.catalog.offices
    names = [offices[name].name for name in entry.touched if name in offices]
    return plan.join(names)


def _flags(plan: Plan, entry: Entry) -> Iterator[str]:
    if entry.recorded and entry.recorded.backwards:
        yield plan.phrases["change-backwards"]
    edited = {change.kind for change in entry.changes}
    if ChangeKind.EDITED in edited:
        yield plan.phrases["change-edited-note"]


def _compare(plan: Plan, entry: Entry) -> Link | None:
    """The page that shows a version beside the one before it."""
    if entry.in_place or entry.before is None or entry.key is None:
        return None
    return Link(plan.phrases["change-compare"], compare_address(entry.key, entry))


def compare_address(key: ListKey, entry: Entry) -> str:
    """Where a version of a list is compared with the one before."""
    if key.owner == STANDARD:
        return addresses.standard_compare(key.id, entry.day)
    return addresses.compare(key.owner, key.id, entry.day)


def told_lines(card: EntryCard) -> Iterator[ChangeLine]:
    """The changes of a card in the order in which a notice lists them."""
    order = {kind.value: place for place, kind in enumerate(_ORDER)}
    yield from sorted(card.changes, key=lambda line: order[line.kind])
