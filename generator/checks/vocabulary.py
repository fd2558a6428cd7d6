"""What the lists call their matters, to hold everyday words against it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

from generator.folding import squash, tokens
from generator.model.fields import Value, text_of, words_of
from generator.resolution.resolve import Resolved

Names = tuple[str, str]
"""Title and plain name of a matter, as one list has them last."""


class Vocabulary:
    """The names and texts of all matters that any list has or had."""

    def __init__(self, resolved: Resolved) -> None:
        """Go through every list; of a matter in a list, its last text counts."""
        self._names: dict[str, set[Names]] = defaultdict(set)
        self._others: set[str] = set()
        for moments in chain(resolved.standards.values(), resolved.lists.values()):
            last: dict[str, Mapping[str, Value]] = {}
            for moment in moments:
                last.update((id_, item.fields) for id_, item in moment.items.items())
            for id_, fields in last.items():
                names = text_of(fields, "title"), text_of(fields, "plain")
                self._names[id_].add(names)
                self._others.update(words_of(fields, "keywords"))
                self._others.add(text_of(fields, "description"))
        self._titles = set(chain.from_iterable(chain(*self._names.values())))
        self._folded: dict[str, list[tuple[str, ...]]] = {}
        self._by_pair: dict[str, list[str]] = {}

    def __contains__(self, matter: str) -> bool:
        """Tell whether some list has or had a matter."""
        return matter in self._names

    def matters(self) -> list[str]:
        """The ids of all matters, in order."""
        return sorted(self._names)

    def named(self, matter: str) -> list[tuple[str, ...]]:
        """The folded names of a matter, one row for each way lists put it."""
        rows = self._folded.get(matter)
        if rows is None:
            names = sorted(self._names[matter])
            rows = self._folded[matter] = [tuple(map(squash, row)) for row in names]
        return rows

    def titles(self) -> set[str]:
        """The folded titles and plain names of all matters."""
        return set(map(squash, self._titles)) - {""}

    def text(self) -> str:
        """All titles, plain names, keywords and descriptions, folded, line by line."""
        return "\n".join(map(squash, sorted(self._titles | self._others)))

    def nearest(self, word: str) -> str:
        """Find the name that shares most with a word; none where nothing is shared."""
        if not self._by_pair:
            self._by_pair = _by_pair(self._titles)
        shared = Counter(chain.from_iterable(map(self._sharing, tokens(word))))
        ranked = ((-count, len(name), name) for name, count in shared.items())
        return min(ranked, default=(0, 0, ""))[2]

    def _sharing(self, pair: str) -> Iterable[str]:
        return self._by_pair.get(pair, ())


def _by_pair(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        for pair in dict.fromkeys(tokens(name)):
            found[pair].append(name)
    return found
