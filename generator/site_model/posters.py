"""Posters (海报) and cards for a street's notice boards, with QR codes to its pages.

They hang for years: nothing here depends on what changes from day to day more than
the lists themselves do.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.fields import text_of
from generator.model.office import Office
from generator.problems import GeneratorError
from generator.site_model import addresses
from generator.site_model.answers import answer
from generator.site_model.choosing import current_lists
from generator.site_model.contact import hours, phone_line
from generator.site_model.offices import successors_of
from generator.site_model.parts import PhoneLine, QrCode
from generator.site_model.plan import Plan
from generator.site_model.qr_codes import qr_code
from generator.site_model.standings import ENDED, Standing, standings

CARDS_ON_A_SHEET = 8
ON_THE_POSTER = 10

_NO_ADDRESS = (
    "还不知道网站会放在哪里，二维码没有地方可指。"
    "请先在 site_config.yml 的 site 里写上 url，例如 url: https://www.example.gov.cn/qingdan/"
)


@dataclass(frozen=True, slots=True)
class Card:
    """One matter on a card: whom to turn to, and the code of its page."""

    title: str
    plain: str
    answer: str
    unit: str
    phone: str
    code: QrCode


@dataclass(frozen=True, slots=True)
class Poster:
    """What hangs on the notice board of one street; `lists` say what can be found."""

    office: str
    full_name: str
    site: str
    sample: str
    address: str
    hours: tuple[str, ...]
    hotline: str
    supervision: PhoneLine | None
    lists: tuple[str, ...]
    asked: tuple[Card, ...]
    code: QrCode


@dataclass(frozen=True, slots=True)
class CardSheets:
    """Cards to cut out, by the sheet of A4."""

    office: str
    site: str
    sample: str
    hotline: str
    sheets: tuple[tuple[Card, ...], ...]


def poster(plan: Plan, office: Office) -> Poster:
    """The poster of a street.

    Raises GeneratorError without the site's address, and where the street is gone.
    """
    gone = successors_of(plan, office)
    if gone:
        names = "、".join(f"{heir.name}（{heir.id}）" for heir in gone)
        message = f"{office.name}已经由{names}承接，请为现在的街道做海报。"
        raise GeneratorError(message)
    settings, said = plan.settings, office.supervision
    return Poster(
        office=office.name,
        full_name=office.full_name or office.name,
        site=settings.name,
        sample=settings.sample,
        address=office.address,
        hours=hours(office),
        hotline=settings.hotline,
        supervision=phone_line(said.number, phone=said) if said else None,
        lists=tuple(moment.title for moment in current_lists(plan, office)),
        asked=_cards(plan, office)[:ON_THE_POSTER],
        code=_code(plan, addresses.office(office.id)),
    )


def card_sheets(plan: Plan, office: Office) -> CardSheets:
    """Cards of the most asked matters; raises GeneratorError as `poster` does."""
    cards, size = _cards(plan, office), CARDS_ON_A_SHEET
    return CardSheets(
        office=office.name,
        site=plan.settings.name,
        sample=plan.settings.sample,
        hotline=plan.settings.hotline,
        sheets=tuple(cards[n : n + size] for n in range(0, len(cards), size)),
    )


def _cards(plan: Plan, office: Office) -> tuple[Card, ...]:
    """What is asked most often and this street answers, in the order of the settings."""
    asked = set(plan.settings.most_asked)
    found: dict[str, Standing] = {}
    for moments in plan.resolved.of_office(office.id):
        for standing in standings(plan, office, moments):
            if standing.status != ENDED and standing.item.id in asked:
                found.setdefault(standing.item.id, standing)
    named = (name for name in plan.settings.most_asked if name in found)
    return tuple(_made(plan, (found[name] for name in named)))


def _made(plan: Plan, asked: Iterator[Standing]) -> Iterator[Card]:
    for standing in asked:
        answered = answer(plan, standing)
        unit, phones = answered.who
        yield Card(
            title=text_of(standing.item.fields, "title"),
            plain=text_of(standing.item.fields, "plain"),
            answer=answered.line.label,
            unit=unit,
            phone=phones[0].number if phones else "",
            code=_code(plan, addresses.item(*standing.moment.key, standing.item.id)),
        )


def _code(plan: Plan, address: str) -> QrCode:
    code = qr_code(plan.settings.url, address)
    if code is None:
        raise GeneratorError(_NO_ADDRESS)
    return code
