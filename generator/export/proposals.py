"""What the form 提出修改 fills in: lists, offices and fields, as scripts of the site.

Scripts and not JSON, since a page opened as a file may not read another file. What
offices adopt stands once, in the scripts of the standard lists.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.export.proposal_lists import States, as_json, list_values, shown
from generator.export.proposal_offices import contact_fields, office_values
from generator.model.fields import Field
from generator.model.kinds import Kind
from generator.model.records import REASONS
from generator.outputs import OutputFile
from generator.settings import Settings
from generator.site_model import addresses
from generator.site_model.offices import active_offices
from generator.site_model.plan import Plan
from generator.site_model.reporting import mailbox

Values = Mapping[str, object]


def proposals(plan: Plan) -> Iterator[OutputFile]:
    """Yield the scripts: the fields of all kinds, standard lists, offices, their lists."""
    resolved, states = plan.resolved, States()
    yield _script(addresses.PROPOSE_FIELDS, "", _fields(plan))
    for key, moments in resolved.standards.items():
        values = list_values(resolved, moments, None, plan.today, states)
        yield _script(addresses.propose_list(*key), _at("lists", str(key)), values)
    for office in active_offices(plan):
        every = resolved.of_office(office.id)
        names = [(m[0].key.id, shown(m, plan.today).title) for m in every]
        known = office_values(office, names)
        yield _script(
            addresses.propose_office(office.id), _at("offices", office.id), known
        )
        for moments in every:
            key = moments[0].key
            values = list_values(resolved, moments, office, plan.today, states)
            yield _script(addresses.propose_list(*key), _at("lists", str(key)), values)


def _fields(plan: Plan) -> Values:
    """What all lists share: kinds with their fields, reasons, where changes go."""
    settings, kinds = plan.settings, plan.catalog.kinds
    return {
        "kinds": {name: _kind(kind, settings) for name, kind in kinds.items()},
        "contact": _declared(contact_fields()),
        "reasons": REASONS,
        "repository": _repository(settings),
        "mailbox": mailbox(settings),
        "lists": {},
        "offices": {},
    }


def _kind(kind: Kind, settings: Settings) -> Values:
    known: dict[str, object] = {
        "label": kind.label,
        "fields": _declared(f for name, f in kind.fields.items() if name != "id"),
    }
    if kind.id in settings.policy.approvals:
        known["approvals"] = settings.policy.approvals[kind.id]
    return known


def _declared(fields: Iterable[Field]) -> list[Values]:
    return [_field(field) for field in fields]


def _field(field: Field) -> Values:
    """One field as the form knows it; what is not said is left out."""
    said: dict[str, object] = {
        "name": field.name,
        "label": field.label,
        "shape": field.shape.value,
        "nature": field.nature.value,
        "required": field.required or field.name == "title",
        "or_text": field.or_text,
        "choices": field.choices,
        "help": field.help,
        "example": field.example,
        "parts": _declared(field.parts),
    }
    return {name: value for name, value in said.items() if value}


def _repository(settings: Settings) -> Values | None:
    known = settings.repository
    if known is None:
        return None
    return {"forge": known.forge, "address": known.address, "branch": known.branch}


def _at(table: str, key: str) -> str:
    return f".{table}[{as_json(key)}]"


def _script(path: str, place: str, values: Values) -> OutputFile:
    begin = "window.qingdan = window.qingdan || {};\n"
    text = f"{begin}qingdan.proposing{place} = {as_json(values)};\n"
    return OutputFile(path, text.encode())
