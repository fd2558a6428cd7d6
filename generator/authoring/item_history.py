"""The timeline of one item (事项沿革) as text or JSON, oldest first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.authoring.columns import hanging, safe
from generator.authoring.comparison import named
from generator.authoring.day_words import day_in_words
from generator.authoring.note_json import FORMAT, entry_shown, written
from generator.authoring.note_text import detail_lines
from generator.authoring.selecting import guess
from generator.authoring.told_changes import told_changes
from generator.history.changes import ChangeKind, Entry, Gap, ItemChange, Source
from generator.history.interpret import title_of
from generator.history.timelines import History, Told
from generator.model.lists import ListKey
from generator.problems import GeneratorError
from generator.site_model.plan import Plan
from generator.site_model.telling import entry_card

_PARTS = 3
_IN = 18
_GAPS = {
    Gap.NO_GIT: "没有装 git，所以看不到登记时间和就地的改动。",
    Gap.NO_REPOSITORY: "内容不在 git 仓库里，所以没有登记时间和就地的改动。",
    Gap.NO_COMMITS: "内容还没有提交过，所以没有登记时间和就地的改动。",
    Gap.SHALLOW: "这是浅克隆，看不到登记时间和就地的改动；请运行 git fetch --unshallow。",
}


@dataclass(frozen=True, slots=True)
class ItemHistory:
    """What happened to one item of one list."""

    key: ListKey
    item: str
    told: tuple[Told, ...]

    @property
    def address(self) -> str:
        """The item's address: OWNER/LIST/ITEM."""
        return f"{self.key}/{self.item}"


def find_histories(history: History, address: str) -> list[ItemHistory]:
    """Find OWNER/LIST/ITEM, or a bare item wherever it is or was.

    Raises GeneratorError where there is none.
    """
    parts = address.split("/")
    if len(parts) not in {1, _PARTS}:
        message = f"“{address}”请写成 街道编号/清单编号/事项编号，或只写事项编号。"
        raise GeneratorError(message)
    keys = [*history.standards, *history.lists]
    if len(parts) == _PARTS:
        key = ListKey(parts[0], parts[1])
        if key not in keys:
            near = guess(str(key), map(str, keys))
            message = f"没有清单“{key}”。{near}"
            raise GeneratorError(message)
        keys = [key]
    items = {key: _of_items(history, key) for key in keys}
    found = [
        ItemHistory(key, parts[-1], tuple(told[parts[-1]]))
        for key, told in items.items()
        if parts[-1] in told
    ]
    if not found:
        near = guess(parts[-1], {name for told in items.values() for name in told})
        where = f"清单“{keys[0]}”里" if len(parts) == _PARTS else ""
        message = f"{where}没有过事项“{parts[-1]}”。{near}"
        raise GeneratorError(message)
    return found


def gap_sentence(gap: Gap) -> str:
    """Say why recorded times are missing; nothing where they are not."""
    return _GAPS.get(gap, "")


def as_text(plan: Plan, histories: list[ItemHistory]) -> str:
    """The timelines as lines for the terminal."""
    return "\n\n".join("\n".join(_lines(plan, one)) for one in histories)


def as_json(plan: Plan, histories: list[ItemHistory]) -> str:
    """One JSON object: `items`, each with `address`, `title` and `entries`.

    An entry is an act as `qingdan diff --format json` writes it, with only the changes
    that concern the item.
    """
    items = [
        {
            "address": one.address,
            "title": title_of(plan.resolved, one.key, one.item),
            "entries": [entry_shown(plan, _only(told)) for told in one.told],
        }
        for one in histories
    ]
    gap = plan.history.gap.value or None
    return written({"format": FORMAT, "not_recorded": gap, "items": items})


def _of_items(history: History, key: ListKey) -> dict[str, list[Told]]:
    """All timelines of a list; of a standard list what its versions and edits did."""
    if key in history.lists:
        return history.of_items(key)
    told: dict[str, list[Told]] = {}
    for entry in history.standards[key]:
        first = history.resolved.standards[key][0] if entry.is_first else None
        for name, item in first.items.items() if first else ():
            title = str(item.fields.get("title", ""))
            change = ItemChange(
                ChangeKind.ADDED, key, name, title, source=Source.STANDARD
            )
            told.setdefault(name, []).append(Told(entry, change))
        for changed in entry.changes:
            if isinstance(changed, ItemChange) and changed.item:
                told.setdefault(changed.item, []).append(Told(entry, changed))
    return told


def _only(told: Told) -> Entry:
    return replace(told.entry, changes=(told.change,))


def _lines(plan: Plan, one: ItemHistory) -> Iterator[str]:
    title = title_of(plan.resolved, one.key, one.item)
    about = named(plan, one.key, title_of(plan.resolved, one.key, ""))
    yield f"{safe(title)}  {safe(about)}（{one.address}）"
    for told in one.told:
        yield ""
        yield from _act(plan, told)


def _act(plan: Plan, told: Told) -> Iterator[str]:
    """One act: its day and kind, its documents, what it changed and why."""
    entry = _only(told)
    card = entry_card(plan, entry)
    about = "" if entry.source is Source.LIST and not entry.in_place else card.sort
    for change in told_changes(plan, entry):
        is_begun = entry.is_first and change.kind is ChangeKind.ADDED
        kind = "首次公布" if is_begun else change.kind_label
        where = f"（{about}）" if about else ""
        titles = "" if isinstance(told.change, ItemChange) else change.title
        ahead = f"，{card.announced}" if card.announced else ""
        head = day_in_words(entry.day)
        yield from hanging(head, f"{kind}{where}{titles}{ahead}", _IN)
        yield from detail_lines(change, _IN)
    silent = {plan.phrases[name] for name in ("source-effective", "change-touched")}
    for label, text, _ in card.facts:
        if label not in silent:
            yield from hanging("", f"{label}：{text}", _IN)
    for flag in card.flags:
        yield from hanging("", f"注意：{flag}", _IN)
