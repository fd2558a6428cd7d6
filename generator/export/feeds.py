"""Which feeds there are: of the site, each office, each list, each matter.

A feed holds the newest acts, at most `MOST`, and is made when it is asked for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.export.atom import Heading, Links, feed_file
from generator.export.dates import newest
from generator.export.entries import Teller
from generator.export.identifiers import Identifiers, identifiers
from generator.export.matters import Matter, gather
from generator.export.pasts import Pasts, pasts
from generator.history.changes import Entry
from generator.model.lists import ListKey
from generator.model.office import Office
from generator.outputs import OutputFile
from generator.site_model import addresses
from generator.site_model.plan import Plan


@dataclass(frozen=True, slots=True)
class Making:
    """What making any feed needs."""

    plan: Plan
    names: Identifiers
    pasts: Pasts

    def teller(self, address: str) -> Teller:
        """Who words the entries of the feed at an address."""
        links = Links(self.plan.settings.url, address)
        return Teller(self.names, self.pasts, links)

    def heading(self, page: str, title: str, *facts: str) -> Heading:
        """What a feed says of itself; the office that runs the site speaks."""
        settings = self.plan.settings
        author = settings.footer.get("host") or settings.name
        language = self.plan.phrases["language"]
        return Heading(self.names.feed(*facts), title, author, page, language)


def feeds(plan: Plan) -> Iterator[OutputFile]:
    """Yield every feed of the site, one at a time."""
    making = Making(plan, identifiers(plan), pasts(plan))
    yield _site(making)
    for office in plan.catalog.offices.values():
        yield _office(making, office)
    for key, entries in plan.history.lists.items():
        yield _list(making, key, entries)
    for matter in gather(plan, making.names).values():
        yield _matter(making, matter)


def _site(making: Making) -> OutputFile:
    plan = making.plan
    title = plan.say("feed-site", site=plan.settings.name)
    heading = making.heading(addresses.CHANGES, title)
    return _acts(making, heading, addresses.FEED, plan.history.acts())


def _office(making: Making, office: Office) -> OutputFile:
    heading = making.heading(
        addresses.office_changes(office.id),
        making.plan.say("office-changes-title", office=office.name),
        making.names.owner(office.id),
    )
    acts = making.plan.history.of_office(office.id)
    return _acts(making, heading, addresses.office_feed(office.id), acts)


def _list(making: Making, key: ListKey, entries: Iterable[Entry]) -> OutputFile:
    plan = making.plan
    name = plan.catalog.offices[key.owner].name
    title = plan.resolved.lists[key][-1].title
    heading = making.heading(
        addresses.list_changes(*key),
        plan.say("list-changes-title", title=title, office=name),
        making.names.owner(key.owner),
        key.id,
    )
    return _acts(making, heading, addresses.list_feed(*key), entries)


def _acts(
    making: Making, heading: Heading, address: str, entries: Iterable[Entry]
) -> OutputFile:
    """Write a feed of whole acts."""
    teller = making.teller(address)
    acts = newest(making.names, entries)
    return feed_file(heading, teller.links, map(teller.whole, acts))


def _matter(making: Making, matter: Matter) -> OutputFile:
    """Write the feed of a matter: of each act only what happened to it."""
    plan, offices = making.plan, making.plan.catalog.offices
    title = plan.say("feed-matter", title=matter.title)
    heading = making.heading(addresses.matter(matter.id), title, "matter", matter.id)
    teller = making.teller(addresses.matter_feed(matter.id))
    told = (
        teller.part(
            act.entry,
            matter.id,
            tuple(act.changes),
            [offices[name].name for name in act.streets],
        )
        for act in matter.newest()
    )
    return feed_file(heading, teller.links, told)
