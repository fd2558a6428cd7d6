"""The set phrases of a public notice: on what it rests, since when, who signs."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.authoring.day_words import day_in_words
from generator.history.changes import Entry
from generator.model.fields import Record, records_of, text_of
from generator.site_model.plan import Plan

SPACE = "　　"
"""Two Han characters: how a paragraph begins."""

UNKNOWN = "……"
NO_DAY = "……年……月……日"


def basis(joined: Sequence[Entry]) -> str:
    """Name the documents that versions rest on: 根据《…》（某发〔2025〕4号），."""
    named: dict[str, None] = {}
    for entry in joined:
        document = _document(entry)
        number, title = text_of(document, "number"), text_of(document, "title")
        known = f"《{title.strip('《》')}》" if title else ""
        if number:
            known += f"（{number}）" if title else number
        if known:
            named[known] = None
    return f"根据{'、'.join(named) or UNKNOWN}，"


def approved(joined: Sequence[Entry]) -> str:
    """Name who approved: 经区委编办（某编〔2025〕4号）、区司法局批准，."""
    bodies: dict[str, list[str]] = {}
    for entry in joined:
        for one in (
            records_of(entry.version.header, "approvals") if entry.version else ()
        ):
            bodies.setdefault(text_of(one, "by"), []).append(text_of(one, "document"))
    named = []
    for body, documents in bodies.items():
        known = "、".join(dict.fromkeys(filter(None, documents)))
        named.append(f"{body}（{known}）" if known else body)
    return f"经{'、'.join(named)}批准，" if named else ""


def days(joined: Sequence[Entry]) -> str:
    """The days on which versions take effect, in words."""
    return "、".join(day_in_words(entry.day) for entry in joined)


def signature(plan: Plan, entry: Entry) -> Iterator[str]:
    """Who issues the notice and when, as far as the files say.

    An office signs for its own list, whoever issued the document that it rests on.
    """
    office = plan.catalog.offices.get(entry.owner)
    issuer = office.full_name if office else text_of(_document(entry), "issuer")
    published = text_of(entry.version.header, "published") if entry.version else ""
    day = day_in_words(date.fromisoformat(published)) if published else NO_DAY
    yield ""
    yield f"{SPACE}{issuer or UNKNOWN}"
    yield f"{SPACE}{day}"


def cell(text: str) -> str:
    """A text as one cell of the table: no tab, no line end."""
    lines = (line.strip() for line in text.replace("\t", " ").split("\n"))
    return "；".join(line for line in lines if line)


def _document(entry: Entry) -> Record:
    found = entry.version.header.get("document") if entry.version else None
    return found if isinstance(found, Record) else Record({})
