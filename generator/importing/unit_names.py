"""Names of units (机构) as tables write them, so that the same unit reads the same."""

import re
from collections.abc import Collection

from generator.importing.alike import fold_cell

_ENDINGS = ("人民政府", "办事处")
_OFFICE = re.compile("办公室$")


def bare_name(name: str, streets: Collection[str]) -> str:
    """A unit's name folded, without the street's before it; 办 stands for 办公室.

    `streets` are the names of the street office, folded; its own name stays whole.
    """
    folded = fold_cell(name)
    rest = folded
    for street in sorted(streets, key=len, reverse=True):
        rest = rest.removeprefix(street)
    for ending in _ENDINGS:
        rest = rest.removeprefix(ending)
    return _OFFICE.sub("办", rest or folded)
