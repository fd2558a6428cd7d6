"""The tables that the browser searches: a row for each matter and for each place.

Texts, not postings: the browser makes its index from them, and they weigh less.
"""

from collections.abc import Iterable, Mapping, Sequence

from generator.site_model.findable import FindableMatter, FindablePlace

JOINT = "|"
"""Between the texts of one cell; no content has it that anybody searches for."""

Row = list[object]
Table = dict[str, object]


class Numbers:
    """Rows that occur often, each kept once and known by its number."""

    def __init__(self) -> None:
        """Start without any row."""
        self._numbers: dict[tuple[str, ...], int] = {}

    def number(self, *row: str) -> int:
        """Find the number of a row, the next one for a row not seen before."""
        return self._numbers.setdefault(row, len(self._numbers))

    @property
    def values(self) -> list[tuple[str, ...]]:
        """Give all rows in the order of their numbers."""
        return list(self._numbers)


def matter_table(
    matters: Sequence[FindableMatter],
    street_numbers: Mapping[str, int],
    sayings: int | None = None,
) -> Table:
    """Write matters as rows, with the first `sayings` of what people say, or all.

    A row is: id, title, plain, what people say, other names (both joined), number in
    `answers`, number of the only street that has it or -1, number in `categories`,
    how many streets have it, numbers in `audiences`, 1 for what people apply for,
    address where it is not `matters/<id>.html`.
    """
    answers, categories, audiences = Numbers(), Numbers(), Numbers()
    rows: list[Row] = []
    for matter in matters:
        only = matter.offices[0] if len(matter.offices) == 1 else ""
        row: Row = [
            matter.id,
            matter.title,
            matter.plain,
            joined(matter.keywords[:sayings]),
            joined(matter.names),
            answers.number(matter.answer, matter.tone),
            street_numbers.get(only, -1),
            categories.number(matter.category),
            len(matter.offices),
            [audiences.number(one) for one in matter.audience],
            int(matter.applied),
        ]
        if matter.address != f"matters/{matter.id}.html":
            row.append(matter.address)
        rows.append(row)
    return {
        "rows": rows,
        "answers": answers.values,
        "categories": [name for (name,) in categories.values],
        "audiences": [name for (name,) in audiences.values],
    }


def place_rows(
    places: Sequence[FindablePlace], street_numbers: Mapping[str, int]
) -> list[Row]:
    """Write places as rows.

    A row is: sort, name, other names (joined), number of the street or -1, address,
    note; and phone and tel where there are any.
    """
    return [
        [
            place.sort,
            place.name,
            joined(name for name in place.names if name != place.name),
            street_numbers.get(place.office, -1),
            place.address,
            place.note,
            *((place.phone, place.tel) if place.phone else ()),
        ]
        for place in places
    ]


def joined(texts: Iterable[str]) -> str:
    """Write several texts as one cell."""
    return JOINT.join(text.replace(JOINT, " ") for text in texts)
