"""Pages of legal documents (依据): for whoever reviews the items when a law changes."""

from collections.abc import Iterator, Mapping, Sequence

from generator.site_model import addresses
from generator.site_model.basis_parts import BasisDocumentPage, BasisPage, BasisRow
from generator.site_model.documents import Document, Use
from generator.site_model.findable import FindablePlace
from generator.site_model.matters import Matter
from generator.site_model.parts import Link
from generator.site_model.pinyin import by_letter
from generator.site_model.plan import Plan
from generator.site_model.standings import ANNOUNCED, ENDED

Matters = Mapping[str, Matter]


def basis_pages(
    plan: Plan, documents: Sequence[Document], matters: Matters
) -> Iterator[BasisPage | BasisDocumentPage]:
    """All documents on one page, and a page for each."""
    yield _basis_page(plan, documents)
    for document in documents:
        yield _document_page(plan, document, matters)


def findable_documents(
    plan: Plan, documents: Sequence[Document]
) -> Iterator[FindablePlace]:
    """Documents as search finds them, with the number of items that rest on each."""
    for document in documents:
        names = (document.name, *document.also)
        note = _count(plan, document)
        yield FindablePlace("basis", names[0], names, "", document.address, note)


def _basis_page(plan: Plan, documents: Sequence[Document]) -> BasisPage:
    links = [Link(d.name, d.address, _count(plan, d)) for d in documents]
    return BasisPage(
        head=plan.head(
            addresses.BASIS,
            plan.phrases["basis"],
            plan.phrases["basis-description"],
            Link(plan.phrases["a-z"], addresses.A_TO_Z),
        ),
        letters=by_letter(links, lambda link: link.text.lstrip("《“（(")),
    )


def _count(plan: Plan, document: Document) -> str:
    count = len(document.current)
    if not count:
        return plan.phrases["basis-unused"]
    return plan.say("basis-items", count=count)


def _document_page(
    plan: Plan, document: Document, matters: Matters
) -> BasisDocumentPage:
    name, current = document.name, document.current
    past = [use for use in document.uses if use.status == ENDED]
    return BasisDocumentPage(
        head=plan.head(
            document.address,
            name,
            plan.say("basis-document-description", name=name),
            Link(plan.phrases["a-z"], addresses.A_TO_Z),
            Link(plan.phrases["basis"], addresses.BASIS),
        ),
        name=name,
        also=document.also,
        lead=_lead(plan, current),
        rows=tuple(_rows(plan, current, matters)),
        past=tuple(_rows(plan, past, matters)),
    )


def _lead(plan: Plan, current: Sequence[Use]) -> str:
    if not current:
        return plan.phrases["basis-lead-unused"]
    return plan.say(
        "basis-lead",
        items=len(current),
        matters=len({use.item for use in current}),
        offices=len({use.office.id for use in current}),
    )


def _rows(plan: Plan, uses: Sequence[Use], matters: Matters) -> Iterator[BasisRow]:
    """A row for each matter, and one more where streets name other articles."""
    grouped: dict[str, dict[str, list[Link]]] = {}
    for use in uses:
        by_articles = grouped.setdefault(use.item, {})
        by_articles.setdefault(use.articles, []).append(_street(plan, use))
    for item, by_articles in grouped.items():
        matter = Link(matters[item].title, addresses.matter(item))
        for articles, streets in by_articles.items():
            yield BasisRow(matter, articles, tuple(streets))


def _street(plan: Plan, use: Use) -> Link:
    return Link(
        use.office.name,
        addresses.item(*use.list, use.item),
        plan.phrases["soon"] if use.status == ANNOUNCED else "",
    )
