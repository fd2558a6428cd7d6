"""The rows of a table as fields: every cell in its place, nothing dropped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.fields import Field
from generator.understanding.columns import NOTE, OTHER, SUBTITLE, Placed
from generator.understanding.fitting import Told, fit_cell, note_line
from generator.understanding.line_breaks import has_han
from generator.understanding.people import PEOPLE, names_people
from generator.understanding.regions import Line
from generator.understanding.understood import CellPlace, Plain, Row
from generator.understanding.values import plain_value


@dataclass(slots=True)
class _Filling:
    """One row being filled: texts by field, parts of records, lines of the note."""

    fields: Mapping[str, Field]
    cells: dict[str, str] = field(default_factory=dict)
    parts: dict[str, dict[str, str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)
    noted: dict[str, None] = field(default_factory=dict)
    people: list[str] = field(default_factory=list)

    def note(self, heading: str, text: str) -> None:
        """Keep a text that has no field, under its heading; names apart."""
        if names_people(heading) and has_han(text):
            self.people.append(note_line(heading, text))
            return
        self.notes.append(note_line(heading, text))
        if heading:
            self.noted[heading] = None


def read_row(
    line: Line,
    section: str,
    columns: Sequence[Placed],
    fields: Mapping[str, Field],
    told: Told,
) -> Row:
    """Put the texts of a row into fields; what has none goes to the note."""
    row = _Filling(fields)
    for column in columns:
        place = CellPlace(line.sheet, line.number, column.heading)
        _put(row, column, line.texts[column.index], place, told)
    _join_parts(row)
    _title_from_subtitle(row)
    if section:
        _put_section(row, section)
    if row.notes or any(
        c.field == NOTE or (c.field == OTHER and c.filled) for c in columns
    ):
        row.cells[NOTE] = "\n".join(row.notes)
        row.headings[NOTE] = "、".join(row.noted) or "备注"
    if row.people:
        row.cells[PEOPLE] = "\n".join(row.people)
    return Row(line.number, row.cells, _values(row), row.headings)


def _put(row: _Filling, column: Placed, raw: str, place: CellPlace, told: Told) -> None:
    """Repair one cell and put it where its column belongs."""
    name = column.field
    if name in {OTHER, NOTE, PEOPLE}:
        text = fit_cell(raw, None, place, told).text
        if text:
            row.note("" if name == NOTE else column.heading, text)
            if name != PEOPLE:
                row.noted[column.heading] = None
        return
    declared = row.fields["title" if name == SUBTITLE else name]
    if column.part:
        parts = {p.name: p for p in declared.parts}
        text = fit_cell(raw, parts.get(column.part, declared), place, told).text
        row.parts.setdefault(name, {})[column.part] = text
    else:
        fitted = fit_cell(raw, declared, place, told)
        row.cells[name] = fitted.text
        if fitted.kept:
            row.note(column.heading, fitted.kept)
    row.headings.setdefault(name, column.heading)


def _join_parts(row: _Filling) -> None:
    """Records whose parts have a column each, written 法定时限：…；承诺时限：…."""
    for name, parts in row.parts.items():
        texts = [
            note_line(part.label, parts[part.name])
            for part in row.fields[name].parts
            if parts.get(part.name)
        ]
        if not row.cells.get(name):
            row.cells[name] = "；".join(texts)
        elif texts:
            row.note("", "；".join(texts))


def _title_from_subtitle(row: _Filling) -> None:
    """A filled 子项 is the matter itself; what it belongs to is kept."""
    below, heading = row.cells.pop(SUBTITLE, ""), row.headings.pop(SUBTITLE, "")
    above, above_heading = row.cells.get("title", ""), row.headings.get("title", "")
    if not below:
        return
    row.cells["title"], row.headings["title"] = below, heading
    if not above or above == below:
        return
    if row.cells.get("category") or "category" not in row.fields:
        row.note(above_heading, above)
    else:
        row.cells["category"], row.headings["category"] = above, above_heading


def _put_section(row: _Filling, section: str) -> None:
    """The words of a section are the category, else they are kept in the note."""
    if "category" in row.fields and not row.cells.get("category"):
        row.cells["category"] = section
        row.headings.setdefault("category", "分组标题")
    elif row.cells.get("category") != section:
        row.note("分组", section)


def _values(row: _Filling) -> dict[str, Plain]:
    values: dict[str, Plain] = {}
    for name, text in row.cells.items():
        if text and name != PEOPLE:
            declared = row.fields.get(name)
            values[name] = plain_value(declared, text) if declared else text
    return values
