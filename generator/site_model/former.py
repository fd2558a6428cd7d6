"""Addresses that were published once and have moved: they say where to, for ever.

A street that was merged or renamed, and a list whose folder has another name, keep
the addresses of their lists and items.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.fields import text_of, words_of
from generator.model.lists import ListKey
from generator.resolution.state import Moments
from generator.site_model import addresses
from generator.site_model.parts import Head, Link
from generator.site_model.plan import Plan

_Target = tuple[str, Link]


@dataclass(frozen=True, slots=True)
class FormerPage:
    """A page that has moved: where to, one link for each successor."""

    head: Head
    title: str
    targets: tuple[Link, ...]


def former_pages(plan: Plan) -> Iterator[FormerPage]:
    """Every address of a former street or list, once; what still has a page is not."""
    moved: dict[str, list[Link]] = {}
    for old, new in _renamed(plan):
        for address, link in _addresses(plan, old, new):
            moved.setdefault(address, []).append(link)
    for address, targets in moved.items():
        title = targets[0].text
        yield FormerPage(
            head=plan.head(address, title, plan.say("former", title=title)),
            title=title,
            targets=tuple(targets),
        )


def _renamed(plan: Plan) -> Iterator[tuple[ListKey, ListKey]]:
    """Old keys of lists that have none of their own today, with the new ones."""
    lists = plan.resolved.lists
    offices = plan.catalog.offices
    for key in lists:
        ids = [key.id, *_former_ids(plan, key)]
        owners = [
            key.owner,
            *(o for o in offices[key.owner].succeeds if o not in offices),
        ]
        for owner in owners:
            for list_id in ids:
                old = ListKey(owner, list_id)
                if old != key and old not in lists:
                    yield old, key


def _former_ids(plan: Plan, key: ListKey) -> Iterator[str]:
    for version in plan.catalog.lists.get(key, ()):
        yield from words_of(version.header, "formerly")


def _addresses(plan: Plan, old: ListKey, new: ListKey) -> Iterator[_Target]:
    """Every page of a list: where it was, and the link to where it is."""
    moments = plan.resolved.lists[new]
    title = moments[-1].title
    yield addresses.list_today(*old), Link(title, addresses.list_today(*new))
    yield addresses.list_changes(*old), Link(title, addresses.list_changes(*new))
    for moment in moments:
        link = Link(moment.title, addresses.list_on(*new, moment.day))
        yield addresses.list_on(*old, moment.day), link
    for entry in plan.history.lists[new]:
        if entry.before and not entry.in_place:
            link = Link(entry.title, addresses.compare(*new, entry.day))
            yield addresses.compare(*old, entry.day), link
    for item, name in _items(moments).items():
        yield addresses.item(*old, item), Link(name, addresses.item(*new, item))


def _items(moments: Moments) -> dict[str, str]:
    return {
        item.id: text_of(item.fields, "title")
        for moment in moments
        for item in moment.items.values()
    }
