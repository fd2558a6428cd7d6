"""The names by which residents choose their street, apart from the big index.

Loaded when somebody enters the box on the home page. Never chooses.
"""

from collections.abc import Iterable, Mapping

from generator.outputs import OutputFile
from generator.search.scripts import assign
from generator.search.tables import joined
from generator.search.tokens import SIMPLIFIED
from generator.site_model.findable import Findable


def choosing_script(
    findable: Findable, street_numbers: Mapping[str, int]
) -> OutputFile:
    """Write streets and communities as rows, in the order of the files.

    A street is: id, name, other names (joined), exceptions. A community is: name,
    other names (joined), number of its street, note. `simplified` has pairs of a
    traditional character and its simplified one, as far as the names have it.
    """
    streets = [
        (one.id, one.name, joined(one.also), one.desk.exceptions)
        for one in findable.streets
    ]
    communities = [
        (one.name, joined(one.also), street_numbers[one.office], one.note)
        for one in findable.choices
    ]
    names = [*(text for row in streets for text in row[1:3])]
    names += (text for row in communities for text in row[:2])
    return assign(
        "search/choose.js",
        {
            "choose": {
                "simplified": _simplified(names),
                "streets": streets,
                "communities": communities,
            }
        },
    )


def _simplified(names: Iterable[str]) -> str:
    """The pairs of SIMPLIFIED whose second character stands in a name."""
    known = set().union(*names)
    pairs = zip(SIMPLIFIED[::2], SIMPLIFIED[1::2], strict=True)
    return "".join(old + new for old, new in pairs if new in known)
