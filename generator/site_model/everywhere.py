"""All changes of the site (全部变动): the latest, and month by month."""

from collections.abc import Iterator, Sequence

from generator.history.changes import Entry
from generator.site_model import addresses
from generator.site_model.cards import is_announced, mixed_card, place_of, told
from generator.site_model.history_parts import EntryCard
from generator.site_model.pages import ChangesPage
from generator.site_model.parts import Link
from generator.site_model.plan import Plan
from generator.site_model.telling import summary
from generator.site_model.timelines import gap

_LATEST = 12
Entries = Sequence[Entry]
Month = tuple[int, int]


def everywhere_pages(plan: Plan, acts: Entries) -> Iterator[ChangesPage]:
    """The page of the latest acts, and a page for each month; acts are oldest first."""
    months: dict[Month, list[Entry]] = {}
    for entry in acts:
        months.setdefault((entry.day.year, entry.day.month), []).append(entry)
    yield _latest_page(plan, acts, months)
    order = list(months)
    for index, month in enumerate(order):
        near = [order[i] for i in (index + 1, index - 1) if 0 <= i < len(order)]
        links = tuple(_month_link(plan, one, months[one]) for one in near)
        yield _month_page(plan, month, months[month], links)


def _latest_page(
    plan: Plan, acts: Entries, months: dict[Month, list[Entry]]
) -> ChangesPage:
    later = [entry for entry in acts if is_announced(plan, entry)]
    past = [entry for entry in acts if not is_announced(plan, entry)]
    return ChangesPage(
        head=plan.head(
            addresses.CHANGES,
            plan.phrases["changes"],
            plan.phrases["changes-description"],
            feed=addresses.FEED,
        ),
        title=plan.phrases["changes"],
        lead=plan.phrases["all-changes-lead"],
        gap=gap(plan),
        up=None,
        is_mixed=True,
        announced=_cards(plan, later[-_LATEST:]),
        cards=_cards(plan, past[-_LATEST:]),
        months=tuple(
            _month_link(plan, month, months[month]) for month in reversed(months)
        ),
    )


def _month_page(
    plan: Plan, month: Month, acts: Entries, near: tuple[Link, ...]
) -> ChangesPage:
    words = _in_words(plan, month)
    return ChangesPage(
        head=plan.head(
            addresses.month_changes(*month),
            plan.say("month-title", month=words),
            plan.say("month-description", month=words, count=len(acts)),
            Link(plan.phrases["changes"], addresses.CHANGES),
            feed=addresses.FEED,
        ),
        title=plan.say("month-title", month=words),
        lead=plan.phrases["month-lead"],
        gap=gap(plan),
        up=Link(plan.phrases["changes-up-all"], addresses.CHANGES),
        is_mixed=True,
        announced=_cards(plan, [e for e in acts if is_announced(plan, e)]),
        cards=_cards(plan, [e for e in acts if not is_announced(plan, e)]),
        months=near,
    )


def _cards(plan: Plan, entries: Entries) -> tuple[EntryCard, ...]:
    newest = reversed(entries)
    return tuple(mixed_card(plan, act) for act in told(plan, newest))


def _in_words(plan: Plan, month: Month) -> str:
    return plan.say("month", year=month[0], month=month[1])


def _month_link(plan: Plan, month: Month, acts: Entries) -> Link:
    return Link(
        _in_words(plan, month),
        addresses.month_changes(*month),
        plan.say("acts", count=len(acts)),
    )


def latest_links(
    plan: Plan, acts: Entries, most: int, *, at_office: bool = False
) -> Iterator[Link]:
    """The last acts in one line each; at an office its name goes without saying."""
    past = [entry for entry in acts if not is_announced(plan, entry)]
    for entry in reversed(past[-most:]):
        known = plan.catalog.offices.get(entry.owner)
        owner = known.name if known and entry.key and not at_office else ""
        if entry.title.startswith(owner):
            owner = ""
        title = plan.say("latest-list", title=entry.title) if entry.key else entry.title
        text = plan.say(
            "latest",
            office=owner,
            title=title,
            summary=summary(plan, entry, entry.changes),
        )
        yield Link(text, place_of(entry), plan.day(entry.day))
