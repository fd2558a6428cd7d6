"""Divide what can be found into one common index and one small index per street."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.outputs import OutputFile
from generator.search.choosing import choosing_script
from generator.search.scripts import assign
from generator.search.sounds import readings, syllable_table
from generator.search.streets import street_script
from generator.search.tables import joined, matter_table, place_rows
from generator.search.tokens import SIMPLIFIED
from generator.site_model.findable import Findable, FindableMatter, FindablePlace

# A district's matters fit into one index, so that every matter is found without
# choosing a street. A city's do not: 260 streets have 13,000 matters of their own.
COMMON_AT_MOST = 3000

AT_FIRST = 10
"""Sayings of a matter that come with the index; the others follow after the first answer.

The usual names stand first in words.yml: with them alone nine of ten queries are
answered, and the index weighs half.
"""

TEXTS = frozenset({"basis", "page"})
"""Sorts of places that are read, not visited."""


@dataclass(frozen=True, slots=True)
class Division:
    """Which matters and places everybody loads, and which come with a street.

    `texts` are the places to read; everybody loads them, behind the first answer.
    """

    matters: Sequence[FindableMatter]
    places: Sequence[FindablePlace]
    texts: Sequence[FindablePlace]
    own_matters: Mapping[str, Sequence[FindableMatter]]
    own_places: Mapping[str, Sequence[FindablePlace]]


def build_search(findable: Findable) -> Iterator[OutputFile]:
    """Make all scripts of the search, one after the other."""
    division = divide(findable)
    numbers = {street.id: at for at, street in enumerate(findable.streets)}
    spoken = list(_spoken(division))
    yield assign(
        "search/index.js",
        {
            "simplified": SIMPLIFIED,
            "index": {
                "streets": [(street.id, street.name) for street in findable.streets],
                "matters": matter_table(division.matters, numbers, AT_FIRST),
                "places": {"rows": place_rows(division.places, numbers)},
                "ignore": findable.ignore,
                "contact": findable.contact,
                "syllables": syllable_table(spoken),
                "readings": readings(spoken),
            },
        },
    )
    yield assign(
        "search/more.js",
        {
            "more": {
                "say": [joined(m.keywords[AT_FIRST:]) for m in division.matters],
                "terms": [(means, joined(say)) for means, say in findable.terms],
                "places": place_rows(division.texts, numbers),
            }
        },
    )
    yield choosing_script(findable, numbers)
    for street in findable.streets:
        matters = division.own_matters.get(street.id, ())
        places = division.own_places.get(street.id, ())
        yield street_script(street, matters, places, numbers)


def divide(findable: Findable) -> Division:
    """Leave to each street what only it has, where a common index would be too big.

    Of the places, units go with their street: nobody in a city looks for the
    260 offices of the same name, but everybody for a community.
    """
    texts = [place for place in findable.places if place.sort in TEXTS]
    places = [place for place in findable.places if place.sort not in TEXTS]
    if len(findable.matters) <= COMMON_AT_MOST:
        return Division(findable.matters, places, texts, {}, {})
    common: list[FindableMatter] = []
    own: dict[str, list[FindableMatter]] = defaultdict(list)
    for matter in findable.matters:
        alone = len(matter.offices) == 1
        (own[matter.offices[0]] if alone else common).append(matter)
    everywhere: list[FindablePlace] = []
    units: dict[str, list[FindablePlace]] = defaultdict(list)
    for place in places:
        (units[place.office] if place.sort == "unit" else everywhere).append(place)
    return Division(common, everywhere, texts, own, units)


def _spoken(division: Division) -> Iterator[str]:
    """Texts that somebody may type by their sound; what people say sounds as usual."""
    for matter in division.matters:
        yield from _texts((matter.title, matter.plain, *matter.names))
    places = chain(division.places, division.texts)
    yield from _texts(chain.from_iterable(place.names for place in places))


def _texts(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if text)
