"""Which row of a table is which item of the list in force (对应)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.gate.resemblance import resemble
from generator.importing.alike import PairWeights, fold_cell, likeness, weigh_pairs
from generator.model.fields import Value, text_of
from generator.understanding.understood import Row

Items = Mapping[str, Mapping[str, Value]]
"""Fields of the items in force, by id."""

SURE, LIKELY, LEAD = 0.6, 0.4, 0.15
"""Likeness that settles a match, that makes one possible, and the lead over the next."""

NEW = "new"
MOST = 3
"""Candidates that are shown of one row."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that a row could be."""

    item: str
    title: str


@dataclass(frozen=True, slots=True)
class Unsure:
    """A row that only a person can place: why, and what it could be."""

    row: Row
    why: str
    candidates: tuple[Candidate, ...]


@dataclass(slots=True)
class Matching:
    """Rows by their place in the table: the item found, how where it is worth saying.

    Two sheets may have a row 4 each, so that numbers of rows are no keys. `new` are
    rows of no item, `unsure` those to ask about, `twice` pairs of rows that are the
    same item, with its id, `gone` items without a row.
    """

    rows: Sequence[Row]
    found: dict[int, str] = field(default_factory=dict)
    how: dict[int, str] = field(default_factory=dict)
    new: list[int] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)
    twice: list[tuple[Row, Row, str]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    told: set[int] = field(default_factory=set)

    def left(self) -> list[int]:
        """The places of rows of which nothing is known yet."""
        settled = {*self.found, *self.new, *self.told}
        return [place for place in range(len(self.rows)) if place not in settled]

    def settle(self, place: int, item: str, how: str = "") -> None:
        """Note a match; a second row of the same item is told as such."""
        first = next((n for n, other in self.found.items() if other == item), None)
        if first is not None:
            self.double(first, place, item)
            return
        self.found[place] = item
        if how:
            self.how[place] = how

    def double(self, first: int, second: int, item: str) -> None:
        """Note two rows of one item."""
        self.twice.append((self.rows[first], self.rows[second], item))
        self.told.add(second)

    def ask(self, place: int, why: str, among: Sequence[Candidate]) -> None:
        """Note a row that only a person can place."""
        self.unsure.append(Unsure(self.rows[place], why, tuple(among)))
        self.told.add(place)


def match_rows(rows: Sequence[Row], items: Items, given: Mapping[int, str]) -> Matching:
    """Match rows by what was answered, id, code and title, then by likeness.

    `given` maps a row's number to an item's id or NEW.
    """
    made = Matching(rows)
    for place, row in enumerate(rows):
        answer = given.get(row.number, "")
        if answer == NEW:
            made.new.append(place)
        elif answer in items:
            made.settle(place, answer, "您指定的")
    for place in made.left():
        _by_id(made, place, items)
    _by_key(made, items, lambda cells: cells.get("code", ""))
    _by_key(made, items, lambda cells: cells.get("title", ""))
    _repeated(made)
    _by_likeness(made, items)
    _repeated(made)
    doubtful = {c.item for unsure in made.unsure for c in unsure.candidates}
    matched = {*made.found.values()}
    made.gone = [i for i in items if i not in matched | doubtful]
    return made


def _by_id(made: Matching, place: int, items: Items) -> None:
    """Match the column of ids; a wholly different title may be another matter."""
    cells = made.rows[place].cells
    item = cells.get("id", "").strip()
    if item not in items:
        return
    title, before = cells.get("title", ""), text_of(items[item], "title")
    if title and not resemble(title, before) and item not in made.found.values():
        why = f"编号“{item}”原来是“{before}”，这一行却是“{title}”"
        made.ask(place, why, [Candidate(item, before)])
    else:
        made.settle(place, item)


def _by_key(
    made: Matching, items: Items, key: Callable[[Mapping[str, str]], str]
) -> None:
    """Match rows and items that have the same code or title.

    Where several share it, each row takes the item with which it has most in common.
    """
    open_items: dict[str, list[str]] = {}
    matched = {*made.found.values()}
    for item, fields in items.items():
        said = fold_cell(key({k: v for k, v in fields.items() if isinstance(v, str)}))
        if said and item not in matched:
            open_items.setdefault(said, []).append(item)
    for place in made.left():
        row = made.rows[place]
        among = open_items.get(fold_cell(key(row.cells)), [])
        if among:
            best = max(among, key=lambda item: _in_common(row, items[item]))
            among.remove(best)
            made.settle(place, best)


def _repeated(made: Matching) -> None:
    """Find rows with the title of a row that has its item, or that say all the same."""
    titles = {fold_cell(made.rows[n].cells.get("title", "")): n for n in made.found}
    titles.pop("", None)
    for place in made.left():
        first = titles.get(fold_cell(made.rows[place].cells.get("title", "")))
        if first is not None:
            made.double(first, place, made.found[first])
    said: dict[frozenset[tuple[str, str]], int] = {}
    for place in [*made.new]:
        cells = made.rows[place].cells.items()
        words = ((name, fold_cell(text)) for name, text in cells if name != "number")
        first = said.setdefault(frozenset(words), place)
        if first != place:
            made.new.remove(place)
            made.double(first, place, "")


def _in_common(row: Row, fields: Mapping[str, Value]) -> int:
    return sum(
        fold_cell(row.cells.get(name, "")) == fold_cell(value)
        for name, value in fields.items()
        if isinstance(value, str)
    )


def _by_likeness(made: Matching, items: Items) -> None:
    """Match what is clearly alike from both sides, ask where it is not clear."""
    matched = {*made.found.values()}
    asked = {c.item for unsure in made.unsure for c in unsure.candidates}
    left = {i: f for i, f in items.items() if i not in matched | asked}
    weights = weigh_pairs([text_of(fields, "title") for fields in items.values()])
    scored = {n: _ranked(made.rows[n], left, weights) for n in made.left()}
    claims: dict[str, list[float]] = {}
    for ranked in scored.values():
        for score, item in ranked:
            claims.setdefault(item, []).append(score)
    for place, ranked in scored.items():
        if not ranked:
            made.new.append(place)
        elif _is_clear(ranked, claims):
            number = made.rows[place].number
            how = f"名称相近，看作同一项；若不是，请加 --match {number}={NEW}"
            made.settle(place, ranked[0][1], how)
        else:
            among = [Candidate(i, text_of(left[i], "title")) for _, i in ranked[:MOST]]
            made.ask(place, "名称和现行清单里的都不完全一样", among)
    made.new.sort()


def _ranked(row: Row, items: Items, weights: PairWeights) -> list[tuple[float, str]]:
    """The items that a row can be, the most alike first."""
    title = row.cells.get("title", "")
    scores = (
        (likeness(title, text_of(fields, "title"), weights), item)
        for item, fields in items.items()
    )
    return sorted((s for s in scores if s[0] >= LIKELY), key=lambda s: (-s[0], s[1]))


def _is_clear(
    ranked: Sequence[tuple[float, str]], claims: Mapping[str, Sequence[float]]
) -> bool:
    """Tell whether the best item leads, and no other row wants it nearly as much."""
    score, item = ranked[0]
    others = [*claims[item]]
    others.remove(score)
    rivals = [*others, *(s for s, _ in ranked[1:])]
    return score >= SURE and all(score - rival >= LEAD for rival in rivals)
