"""Divide what can be found into one common index and one small index per street."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.outputs import OutputFile
from generator.search.documents import matter_table, place_table
from generator.search.scripts import assign, lunr_script
from generator.search.streets import street_script
from generator.site_model.findable import Findable, FindableMatter, FindablePlace

# A district's matters fit into one index, so that every matter is found without
# choosing a street. A city's do not: 260 streets have 13,000 matters of their own.
COMMON_AT_MOST = 3000


@dataclass(frozen=True, slots=True)
class Division:
    """Which matters and places everybody loads, and which come with a street."""

    matters: Sequence[FindableMatter]
    places: Sequence[FindablePlace]
    own_matters: Mapping[str, Sequence[FindableMatter]]
    own_places: Mapping[str, Sequence[FindablePlace]]


def build_search(findable: Findable) -> Iterator[OutputFile]:
    """Make all scripts of the search, one after the other."""
    division = divide(findable)
    numbers = {street.id: at for at, street in enumerate(findable.streets)}
    yield lunr_script("assets/lunr.js")
    yield assign(
        "search/index.js",
        "index",
        {
            "streets": [(street.id, street.name) for street in findable.streets],
            "matters": matter_table(division.matters, numbers),
            "places": place_table(division.places, numbers),
        },
    )
    for street in findable.streets:
        matters = division.own_matters.get(street.id, ())
        places = division.own_places.get(street.id, ())
        yield street_script(street, matters, places, numbers)


def divide(findable: Findable) -> Division:
    """Leave to each street what only it has, where a common index would be too big.

    Of the places, units go with their street: nobody in a city looks for the
    260 offices of the same name, but everybody for a community.
    """
    if len(findable.matters) <= COMMON_AT_MOST:
        return Division(findable.matters, findable.places, {}, {})
    common: list[FindableMatter] = []
    own: dict[str, list[FindableMatter]] = defaultdict(list)
    for matter in findable.matters:
        alone = len(matter.offices) == 1
        (own[matter.offices[0]] if alone else common).append(matter)
    everywhere: list[FindablePlace] = []
    units: dict[str, list[FindablePlace]] = defaultdict(list)
    for place in findable.places:
        (units[place.office] if place.sort == "unit" else everywhere).append(place)
    return Division(common, everywhere, own, units)
