"""An office file on its way: values that change, with the row each came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.importing.alike import fold_cell
from generator.importing.offices.tree import Path
from generator.understanding.understood import CellPlace, Plain, Remark


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of an office file: of what, from what to what; texts may be empty."""

    place: CellPlace
    what: str
    before: str
    after: str

    def words(self) -> str:
        """Say it: 第 3 行“联系电话”：社会事务办公室的咨询电话 000-… → 000-…."""
        head = f"{self.place.words()}：{self.what}"
        if not self.before:
            return f"{head} 新增 {self.after}"
        return (
            f"{head} {self.before} → {self.after}"
            if self.after
            else f"{head} 去掉 {self.before}"
        )


@dataclass(slots=True)
class Draft:
    """What an office file will say; `seen` maps ways to values to their cells."""

    plain: dict[str, Plain]
    edits: list[Edit] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    seen: dict[Path, CellPlace] = field(default_factory=dict)

    def at(self, path: Path) -> Plain:
        """Give the value at a path, None where there is none."""
        value: Plain = self.plain
        for step in path:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int):
                value = value[step] if step < len(value) else None
            else:
                return None
        return value

    def put(self, path: Path, value: Plain, place: CellPlace, what: str) -> None:
        """Set a value; a second row that says otherwise is told and not followed."""
        before = self.at(path)
        if path in self.seen:
            if words_of(before) != words_of(value):
                self._contradiction(path, value, place, what)
            return
        self.seen[path] = place
        if fold_cell(words_of(before)) == fold_cell(words_of(value)) and (
            before is not None or value is None
        ):
            return
        self.store(path, value)
        shown = words_of(value) or "空缺"
        self.edits.append(Edit(place, what, words_of(before), shown))

    def store(self, path: Path, value: Plain) -> None:
        """Set a value without a word."""
        parent = self.at(path[:-1])
        key = path[-1]
        if isinstance(parent, dict) and isinstance(key, str):
            parent[key] = value

    def drop(self, path: Path, place: CellPlace, what: str) -> None:
        """Take a field away."""
        parent = self.at(path[:-1])
        if isinstance(parent, dict) and isinstance(path[-1], str):
            before = parent.pop(path[-1], None)
            if before:
                self.edits.append(Edit(place, what, words_of(before), ""))

    def append(
        self, path: Path, entry: Mapping[str, Plain], place: CellPlace, what: str
    ) -> Path:
        """Add a record to the list at a path, which is made where there is none."""
        entries = self.at(path)
        if not isinstance(entries, list):
            entries = []
            self.store(path, entries)
        entries.append(dict(entry))
        way = (*path, len(entries) - 1)
        for key in entry:
            self.seen[*way, key] = place
        self.edits.append(Edit(place, what, "", words_of(dict(entry))))
        return way

    def remove(self, path: Path, index: int, place: CellPlace, what: str) -> None:
        """Take an entry out of a list; an empty list goes whole."""
        entries = self.at(path)
        if not isinstance(entries, list):
            return
        before = entries.pop(index)
        self.edit(place, what, words_of(before), "")
        if not entries:
            self.drop(path, place, "")
        depth = len(path)
        moved: dict[Path, CellPlace] = {}
        for way, cell in self.seen.items():
            step = way[depth] if way[:depth] == path and len(way) > depth else None
            if isinstance(step, int) and step > index:
                moved[*path, step - 1, *way[depth + 1 :]] = cell
            elif step != index:
                moved[way] = cell
        self.seen = moved

    def edit(self, place: CellPlace, what: str, before: str, after: str) -> None:
        """Tell a change that was stored."""
        self.edits.append(Edit(place, what, before, after))

    def remark(self, place: CellPlace, sentence: str, cure: str = "") -> None:
        """Say something about a cell."""
        self.remarks.append(Remark(place, sentence, cure))

    def _contradiction(
        self, path: Path, value: Plain, place: CellPlace, what: str
    ) -> None:
        self.remark(
            place,
            f"{what}在{self.seen[path].words()}是“{words_of(self.at(path))}”，"
            f"这里是“{words_of(value)}”，写得不一样，用了前一处。",
            "请核对表格，留下正确的一处。",
        )


def words_of(value: Plain) -> str:
    """A value in words, to be shown and compared."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return " ".join(words_of(part) for key, part in value.items() if key != "id")
    return "、".join(words_of(part) for part in value)


def records(value: Plain) -> list[dict[str, Plain]]:
    """The records of a list, none where it is no list."""
    entries = value if isinstance(value, list) else []
    return [entry for entry in entries if isinstance(entry, dict)]


def text_at(values: Mapping[str, Plain], key: str) -> str:
    """The text of a field, empty where there is none."""
    value = values.get(key)
    return value if isinstance(value, str) else ""
