"""Booklets (清单手册): every item of the list in force, with a table of contents."""

from collections.abc import Iterable, Iterator, Mapping

from generator.model.fields import Record, Value, text_of
from generator.model.office import Office
from generator.resolution.resolved import ResolvedItem, ResolvedList
from generator.site_model import addresses
from generator.site_model.booklet_parts import BookletEntry, BookletPage, Chapter
from generator.site_model.contact import hours
from generator.site_model.pages import ItemPage
from generator.site_model.parts import Link
from generator.site_model.plan import Plan
from generator.site_model.qr_codes import qr_code
from generator.site_model.sources import Fact, facts, version_links

Pages = Mapping[str, ItemPage]


def with_booklet(
    plan: Plan,
    office: Office,
    moments: tuple[ResolvedList, ...],
    pages: Iterable[ItemPage],
) -> Iterator[ItemPage | BookletPage]:
    """Pass the pages of a list's items on, and bind those of the list in force."""
    kept: dict[str, ItemPage] = {}
    for page in pages:
        kept[page.head.address] = page
        yield page
    yield booklet_page(plan, office, moments, kept)


def booklet_page(
    plan: Plan, office: Office, moments: tuple[ResolvedList, ...], pages: Pages
) -> BookletPage:
    """Bind the list in force (or its first announced version) from its items' pages."""
    past = [moment for moment in moments if moment.day <= plan.today]
    moment = past[-1] if past else moments[0]
    today = addresses.list_today(*moment.key)
    first, *later = _since_the_whole(past or [moment])
    notice = _notice(first)
    name = plan.say("booklet-title", title=moment.title, office=office.name)
    return BookletPage(
        head=plan.head(
            addresses.booklet(*moment.key),
            name,
            plan.say("booklet-description", name=name, count=len(moment.items)),
            Link(office.name, addresses.office(office.id)),
            Link(moment.title, today),
        ),
        office=Link(office.full_name or office.name, addresses.office(office.id)),
        list_link=Link(moment.title, today),
        title=moment.title,
        notice=text_of(notice, "title"),
        number=text_of(notice, "number"),
        facts=(*facts(plan, moment), *_amended(plan, later)),
        reach=tuple(_reach(plan, office)),
        permanent=version_links(plan, (moment,))[0],
        chapters=tuple(_chapters(plan, moment, pages)),
        code=qr_code(plan.settings.url, today),
    )


def _since_the_whole(past: list[ResolvedList]) -> list[ResolvedList]:
    """The last version that states the whole list, and those that amend it."""
    wholes = [n for n, moment in enumerate(past) if moment.source.is_whole]
    return past[wholes[-1] :] if wholes else past[-1:]


def _notice(moment: ResolvedList) -> Mapping[str, Value]:
    document = moment.source.header.get("document")
    return document if isinstance(document, Record) else {}


def _amended(plan: Plan, later: list[ResolvedList]) -> Iterator[Fact]:
    """The notices that have changed the list since it was published whole."""
    for moment in later:
        notice = _notice(moment)
        words = " ".join(
            filter(None, (text_of(notice, k) for k in ("number", "title")))
        )
        text = f"{plan.day(moment.day)} {words}".strip()
        yield plan.phrases["booklet-amended"], text, ""


def _reach(plan: Plan, office: Office) -> Iterator[Fact]:
    say = plan.phrases
    if office.address:
        yield say["booklet-address"], office.address, ""
    if hours(office):
        yield say["booklet-hours"], "；".join(hours(office)), ""
    if office.supervision:
        yield say["booklet-supervision"], office.supervision.number, ""
    yield say["booklet-hotline"], plan.settings.hotline, ""


def _chapters(plan: Plan, moment: ResolvedList, pages: Pages) -> Iterator[Chapter]:
    """Items by category, in the order of the list's own page, numbered throughout."""
    by_category: dict[str, list[ResolvedItem]] = {}
    for item in moment.items.values():
        by_category.setdefault(text_of(item.fields, "category"), []).append(item)
    alone = len(by_category) == 1
    count = 0
    for index, (category, items) in enumerate(by_category.items(), 1):
        entries = []
        for item in items:
            count += 1
            page = pages[addresses.item(*moment.key, item.id)]
            entries.append(_entry(page, item.id, str(count)))
        label = category or ("" if alone else plan.phrases["no-category"])
        yield Chapter(label, f"c{index}", tuple(entries))


def _entry(page: ItemPage, anchor: str, number: str) -> BookletEntry:
    return BookletEntry(
        number=number,
        anchor=f"i-{anchor}",
        title=page.title,
        plain=page.plain,
        answer=page.answer,
        contact=page.contact,
        elsewhere=page.elsewhere,
        sections=page.sections,
        url=page.url,
    )
