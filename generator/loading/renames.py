"""Which files may be one another's past: the paths that keep an identity.

Reads nothing: it sees paths below the root and bytes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

_LIST = re.compile(r"content/lists/[^/]+/[^/]+/[^/]+\.yml")
_OFFICE = re.compile(r"content/offices/[^/]+\.yml")
_ALIKE = 0.5
"""The share of equal lines from which a file counts as renamed, as in git."""


class FileSort(Enum):
    """What a content file holds: a version of a list, or an office."""

    LIST = "list"
    OFFICE = "office"


def sort_of(path: str) -> FileSort | None:
    """Tell what a path holds; None for everything that has no history of its own."""
    if not path.isprintable():
        return None
    if _LIST.fullmatch(path):
        return FileSort.LIST
    return FileSort.OFFICE if _OFFICE.fullmatch(path) else None


def may_be_renamed(old: str, new: str) -> bool:
    """Tell whether one path can be the other's new name.

    Both are offices, or both are versions with the same date or of the same list.
    """
    sort = sort_of(old)
    if sort is None or sort is not sort_of(new):
        return False
    old_folder, _, old_name = old.rpartition("/")
    new_folder, _, new_name = new.rpartition("/")
    return old_name == new_name or old_folder == new_folder


def pair_renames(
    gone: Mapping[str, bytes], come: Mapping[str, bytes]
) -> dict[str, str]:
    """Pair deleted with added files, most alike first; gives new path → old path."""
    pairs = _equal(gone, come)
    left = sorted(gone.keys() - set(pairs.values()))
    lines = {path: Counter(gone[path].splitlines()) for path in left}
    found: list[tuple[float, str, str]] = []
    for new in sorted(come.keys() - pairs.keys()):
        own = Counter(come[new].splitlines())
        found += (
            (-share, old, new)
            for old, theirs in lines.items()
            if may_be_renamed(old, new) and (share := _share(own, theirs)) >= _ALIKE
        )
    taken: set[str] = set()
    for _, old, new in sorted(found):
        if new not in pairs and old not in taken:
            pairs[new] = old
            taken.add(old)
    return pairs


def _equal(gone: Mapping[str, bytes], come: Mapping[str, bytes]) -> dict[str, str]:
    """Pair files with the same bytes: a renamed folder needs no closer look."""
    by_data: dict[bytes, list[str]] = {}
    for path in sorted(gone, reverse=True):
        by_data.setdefault(gone[path], []).append(path)
    pairs: dict[str, str] = {}
    for new in sorted(come):
        olds = by_data.get(come[new], [])
        fit = [old for old in olds if may_be_renamed(old, new)]
        if fit:
            pairs[new] = fit[-1]
            olds.remove(fit[-1])
    return pairs


def pair_trees(
    old: Mapping[str, bytes], new: Mapping[str, bytes]
) -> Iterator[tuple[str, str]]:
    """Yield old and new path of every file that differs, in order of the path today.

    Either is empty where there is no such file. Line ends make no difference.
    """
    gone = {path: data for path, data in old.items() if path not in new}
    come = {path: data for path, data in new.items() if path not in old}
    pairs = pair_renames(gone, come)
    renamed = set(pairs.values())
    same = (p for p in new if p in old and _even(old[p]) != _even(new[p]))
    found: Iterable[tuple[str, str]] = (
        *((path, path) for path in same),
        *((pairs.get(path, ""), path) for path in come),
        *((path, "") for path in gone if path not in renamed),
    )
    yield from sorted(found, key=lambda pair: (pair[1] or pair[0], pair))


def _share(one: Counter[bytes], other: Counter[bytes]) -> float:
    """Give the share of equal lines in the longer of two files; blank files are alike."""
    longer = max(one.total(), other.total())
    return (one & other).total() / longer if longer else 1.0


def _even(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")
