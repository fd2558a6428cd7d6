"""How versions are named and listed: labels, links, facts of a list's page."""

from collections.abc import Iterator
from datetime import date

from generator.model.fields import Record, records_of, text_of
from generator.resolution.resolved import ResolvedList
from generator.site_model import addresses
from generator.site_model.parts import Link
from generator.site_model.plan import Plan

Fact = tuple[str, str, str]


def is_own_day(moment: ResolvedList) -> bool:
    """Tell whether the office's own version begins on the moment's day."""
    return moment.version is not None and moment.version.effective == moment.day


def version_label(plan: Plan, moment: ResolvedList) -> str:
    """Name the version of a moment, as the file does or by what it is."""
    if not is_own_day(moment) and moment.version is not None:
        return plan.phrases["version-standard"]
    version = moment.source
    stated = text_of(version.header, "version")
    if stated:
        return stated
    sort = "version-whole" if version.is_whole else "version-amendment"
    return plan.phrases[sort]


def version_links(plan: Plan, moments: tuple[ResolvedList, ...]) -> tuple[Link, ...]:
    """The permanent pages of a list, newest first."""
    return tuple(
        Link(
            plan.say(
                "version", day=moment.day.isoformat(), label=version_label(plan, moment)
            ),
            addresses.list_on(moment.key.owner, moment.key.id, moment.day),
        )
        for moment in reversed(moments)
    )


def earlier_links(
    plan: Plan, moments: tuple[ResolvedList, ...], moment: ResolvedList
) -> tuple[Link, ...]:
    """Only older versions: a permanent page does not change when a new one comes."""
    return version_links(plan, tuple(m for m in moments if m.day < moment.day))


def facts(plan: Plan, moment: ResolvedList) -> tuple[Fact, ...]:
    """What is known about a list's version: number, dates, document, approvals."""
    return tuple(_facts(plan, moment))


def _facts(plan: Plan, moment: ResolvedList) -> Iterator[Fact]:
    say, header = plan.phrases, moment.source.header
    yield say["source-total"], plan.say("items", count=len(moment.items)), ""
    declared = header.get("declared_total")
    if isinstance(declared, int):
        yield say["source-declared"], plan.say("items", count=declared), ""
    yield say["source-version"], version_label(plan, moment), ""
    yield say["source-effective"], plan.day(moment.day), ""
    if text_of(header, "published"):
        published = date.fromisoformat(text_of(header, "published"))
        yield say["source-published"], plan.day(published), ""
    document = header.get("document")
    if isinstance(document, Record):
        parts = (text_of(document, k) for k in ("number", "title", "issuer"))
        words = " ".join(part for part in parts if part)
        if words:
            yield say["source-document"], words, text_of(document, "url")
    replaces = header.get("replaces")
    if isinstance(replaces, Record):
        yield say["source-replaces"], text_of(replaces, "title"), ""
    for approval in records_of(header, "approvals"):
        words = " ".join(
            filter(None, (text_of(approval, k) for k in ("by", "document")))
        )
        yield say["source-approvals"], words, ""
    if moment.base:
        changes = addresses.standard_changes(moment.base.key.id)
        yield say["source-standard"], moment.base.title, changes
