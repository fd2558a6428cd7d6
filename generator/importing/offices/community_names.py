"""Names of communities (社区、村) with their endings off, by which tables differ."""

from typing import NamedTuple

from generator.importing.alike import fold_cell

_ENDINGS = (
    ("社区居民委员会", "town"),
    ("社区居委会", "town"),
    ("居民委员会", "town"),
    ("居委会", "town"),
    ("虚拟社区", "virtual"),
    ("社区工作站", "town"),
    ("社区", "town"),
    ("村村民委员会", "village"),
    ("村民委员会", "village"),
    ("村村委会", "village"),
    ("村委会", "village"),
    ("生活区", "quarters"),
    ("行政村", "village"),
    ("村", "village"),
    ("嘎查", "village"),
)
_FEWEST = 1


class CommunityName(NamedTuple):
    """A name's stem and sort: town, village, quarters, virtual; empty: not said."""

    stem: str
    sort: str


def fold_name(name: str) -> CommunityName:
    """Take the ending off: 园林社区居民委员会 and 园林社区 are both 园林, of a town."""
    folded = fold_cell(name)
    for ending, sort in _ENDINGS:
        stem = folded.removesuffix(ending)
        if stem != folded and len(stem) >= _FEWEST:
            return CommunityName(stem, sort)
    return CommunityName(folded, "")


def same_name(one: str, other: str) -> bool:
    """Tell whether two names can be one community: 市口村 and 市口居委会 are not."""
    first, second = fold_name(one), fold_name(other)
    if first.stem != second.stem:
        return False
    return first.sort == second.sort or not (first.sort and second.sort)
