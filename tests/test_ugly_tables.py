"""Any list, written in any ugly way, is understood as the plain table is."""

import re
import unicodedata
from functools import cache

from hypothesis import Phase, given
from hypothesis import settings as trying
from hypothesis import strategies as st

from generator.loading.load import load
from generator.pipeline import examine
from generator.settings import Settings
from generator.tables import open_tables
from generator.understanding.understand import understand
from generator.understanding.understood import Understood
from tests.accept import SAMPLE, TODAY
from tests.property_samples import common
from tests.ugly import Distortion, Table, apply
from tests.ugly_files import WRITERS
from tests.ugly_headings import HEADINGS
from tests.ugly_layout import LAYOUT, merged_categories, merged_units
from tests.ugly_matters import COLUMNS, listed, tables
from tests.ugly_texts import PHONES, TEXTS

DISTORTIONS: tuple[Distortion, ...] = (*LAYOUT, *HEADINGS, *TEXTS)
Told = list[dict[str, str]]


@cache
def declared() -> Settings:
    """Read the kinds and fields as the sample declares them."""
    return load(SAMPLE).settings


def same(field: str, text: str) -> str:
    """Fold what a distortion loses for good.

    Full-width digits and capitals cannot be told from half-width ones, a phone is its
    digits, and a break behind a comma or a full stop may have been meant or not.
    """
    folded = re.sub(r"(?<=[,;。])\n", "", unicodedata.normalize("NFKC", text))
    if field in PHONES:
        return "".join(character for character in folded if character.isdecimal())
    return folded


def told_by(understood: Understood) -> Told:
    """Give the fields of every row that is a matter."""
    return [
        {field: same(field, text) for field, text in row.cells.items() if text}
        for row in understood.rows
    ]


def meant(table: Table) -> Told:
    """Give the fields of every matter of a plain table."""
    return [
        {
            field: same(field, cell)
            for field, cell in zip(table.fields, row, strict=True)
            if isinstance(cell, str) and cell
        }
        for row in table.rows
    ]


def chosen(name: str, *, exported: bool = False) -> st.SearchStrategy[list[Distortion]]:
    """Draw one to four distortions, in the order in which they are declared.

    Comma-separated text knows no merged cells: an empty cell below a unit may mean
    that there is none, so merged units are not tried there. In an exported list, which
    has ids, every empty cell means that.
    """
    lost = {merged_units, merged_categories} if exported else {merged_units}
    barred = lost if name.endswith(".csv") else set()
    usable = [each for each in DISTORTIONS if each not in barred]
    drawn = st.lists(st.sampled_from(usable), min_size=1, max_size=4, unique=True)
    return drawn.map(lambda some: sorted(some, key=usable.index))


@trying(common, max_examples=120, phases=[Phase.generate])
@given(st.data(), st.sampled_from(sorted(COLUMNS)), st.sampled_from(sorted(WRITERS)))
def test_any_ugly_table_says_the_same(
    data: st.DataObject, kind: str, name: str
) -> None:
    """One to four distortions change no field of any matter, in any kind of file."""
    plain = data.draw(tables(kind))
    ugly = apply(plain, data.draw(chosen(name)), data.draw(st.integers(0, 60)))
    assert told_by(understood(name, ugly, kind)) == meant(plain)


def understood(name: str, table: Table, kind: str) -> Understood:
    """Write a table and understand it; no line above it becomes part of a heading."""
    found = understand(open_tables(name, WRITERS[name](table)), declared(), kind=kind)
    titles = {line for line in table.above if line}
    headings = " ".join(column.heading for column in found.columns)
    assert not [title for title in titles if title in headings]
    return found


@cache
def lists() -> dict[str, tuple[str, Table]]:
    """Give every list of the sample: its kind, and its first matters as a table."""
    resolved = examine(SAMPLE, TODAY).resolved
    keys = (*resolved.lists, *resolved.standards)
    found = {}
    for key in keys:
        if current := resolved.on(key, TODAY):
            office = resolved.catalog.offices.get(key.owner)
            found[str(key)] = (current.kind.id, listed(current, office))
    return found


@trying(common, max_examples=80, phases=[Phase.generate])
@given(st.data(), st.sampled_from(sorted(WRITERS)))
def test_any_ugly_list_says_the_same(data: st.DataObject, name: str) -> None:
    """The same for lists as they are exported, of every kind, with all their fields."""
    kind, plain = data.draw(
        st.sampled_from([table for _, table in sorted(lists().items())])
    )
    ugly = apply(
        plain, data.draw(chosen(name, exported=True)), data.draw(st.integers(0, 60))
    )
    assert told_by(understood(name, ugly, kind)) == meant(plain)
