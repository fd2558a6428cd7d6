"""What pages say to search engines (结构化数据), as JSON-LD in the words of schema.org.

A block of data, not a script: the policy of the pages lets it stand. No person is in
it, whatever the names policy, and no number that is only an example.
"""

from collections.abc import Iterable, Iterator, Mapping
from json import JSONEncoder

from generator.settings import Settings
from generator.site_model import addresses
from generator.site_model.pages import (
    HomePage,
    ItemPage,
    MatterPage,
    OfficePage,
    Page,
)
from generator.site_model.parts import ContactCard, Head, PhoneLine

Node = Mapping[str, object]

_BEFORE = '<script type="application/ld+json">'
_AFTER = "</script>\n"
_DONE_HERE = ("ours", "shared")
# One encoder for all pages: making one takes longer than writing most of them.
_ENCODE = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def linked_data(page: Page, settings: Settings) -> str:
    """Write the block of a page, to stand at the end of its body; most have one.

    Addresses are relative to the page, absolute where the site's is known.
    """
    root = _root(settings.url) or page.head.base
    match page:
        case ItemPage():
            about = _item(page, root)
        case MatterPage():
            about = _matter(page, settings)
        case OfficePage():
            about = _office(page)
        case HomePage():
            about = _site(page, settings)
        case _:
            return ""
    graph = [node for node in (about, _breadcrumb(page.head, root)) if node]
    return _script(graph) if graph else ""


def _script(graph: list[Node]) -> str:
    text = _ENCODE({"@context": "https://schema.org", "@graph": graph})
    # No text of ours may end the block or open a comment in it.
    return _BEFORE + text.replace("<", r"\u003c") + _AFTER


def _root(url: str) -> str:
    return url if not url or url.endswith("/") else f"{url}/"


def _item(page: ItemPage, root: str) -> Node | None:
    """The service, where the street provides it and it was not given up."""
    if page.answer.tone not in _DONE_HERE or page.status == "ended":
        return None
    provider = {
        "@type": "GovernmentOffice",
        "name": page.office.text,
        "url": root + page.office.address,
    }
    return {
        "@type": "GovernmentService",
        "name": page.title,
        **_known(alternateName=page.plain),
        "provider": provider,
        **_known(availableChannel=_channel(page.contact, page.url)),
    }


def _channel(contact: ContactCard, url: str) -> Node | None:
    place = _known(name=contact.unit, address=contact.place)
    phone = next(_numbers(contact.phones), "")
    called = {"@type": "ContactPoint", "telephone": phone} if phone else None
    known = _known(
        serviceLocation={"@type": "Place", **place} if place else None,
        servicePhone=called,
        serviceUrl=url,
    )
    return {"@type": "ServiceChannel", **known} if known else None


def _matter(page: MatterPage, settings: Settings) -> Node | None:
    if not any(answer.tone in _DONE_HERE for answer in page.answers):
        return None
    names = [name for name in (page.plain, *page.other_titles) if name]
    return {
        "@type": "GovernmentService",
        "name": page.title,
        **_known(
            alternateName=names,
            serviceType=page.category,
            areaServed=settings.district,
        ),
    }


def _office(page: OfficePage) -> Node | None:
    """The street office; nothing of one that is gone."""
    if not page.id:
        return None
    points = [
        {"@type": "ContactPoint", "contactType": unit.name, "telephone": number}
        for unit in page.units
        for number in _numbers(unit.phones)
    ]
    return {
        "@type": "GovernmentOffice",
        "name": page.name,
        **_known(
            legalName=page.full_name,
            alternateName=list(page.formerly),
            address=page.address,
            contactPoint=points,
        ),
    }


def _site(page: HomePage, settings: Settings) -> Node | None:
    """The site and how to search it; a search engine needs whole addresses for that."""
    root = _root(settings.url)
    if not root:
        return None
    search = {
        "@type": "SearchAction",
        "target": f"{root}{addresses.FIND}?q={{q}}",
        "query-input": "required name=q",
    }
    return {
        "@type": "WebSite",
        "name": settings.name,
        "url": root,
        **_known(description=page.head.description),
        "potentialAction": search,
    }


def _breadcrumb(head: Head, root: str) -> Node | None:
    """The way to the page; the page itself, the last step, needs no address."""
    if not head.crumbs:
        return None
    steps: list[Node] = [
        {
            "@type": "ListItem",
            "position": at,
            "name": link.text,
            "item": root + link.address,
        }
        for at, link in enumerate(head.crumbs, 1)
    ]
    here = {"@type": "ListItem", "position": len(steps) + 1, "name": head.title}
    return {"@type": "BreadcrumbList", "itemListElement": [*steps, here]}


def _numbers(phones: Iterable[PhoneLine]) -> Iterator[str]:
    return (line.number for line in phones if not line.sample)


def _known(**values: object) -> dict[str, object]:
    """Keep what is known: an empty value would be a statement."""
    return {name: value for name, value in values.items() if value}
