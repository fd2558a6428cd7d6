"""What a district portal takes in of each street office: JSON, and a piece of HTML.

`data/offices/<office>.json` is described in content/README.md and held to
`tests/office.schema.json`. No person is in either, whatever the names policy.
"""

import json
from collections.abc import Iterator, Mapping

from generator.export.atom import Links
from generator.export.fragments import fragment
from generator.model.office import Community, Office, Phone, Unit
from generator.outputs import OutputFile
from generator.resolution.resolved import ResolvedList
from generator.site_model import addresses
from generator.site_model.choosing import current_lists
from generator.site_model.contact import tap_to_call, unit_address
from generator.site_model.offices import active_offices
from generator.site_model.plan import Plan

VERSION = 1
"""Goes up when a field is taken away or means something else; new ones do not count."""

_INDEX = "data/offices.json"
_SAMPLE = "000"

Values = Mapping[str, object]


def portal(plan: Plan) -> Iterator[OutputFile]:
    """Yield both files of every street office, and `data/offices.json` that lists them.

    Addresses are absolute where the site's is known. Else those in the JSON start at
    the site's root, and those of the fragment at the fragment.
    """
    offices = active_offices(plan)
    rows = [_row(plan, office) for office in offices]
    yield _file(_INDEX, {"version": VERSION, **_site(plan), "offices": rows})
    for office in offices:
        lists = tuple(current_lists(plan, office))
        yield _file(addresses.office_data(office.id), _office(plan, office, lists))
        place = addresses.office_fragment(office.id)
        yield fragment(plan, office, lists, Links(plan.settings.url, place))


def _site(plan: Plan) -> Values:
    settings = plan.settings
    site = {"name": settings.name, "district": settings.district, "url": settings.url}
    # An example stays one wherever it is taken to.
    return {"site": _known({**site, "sample": settings.sample})}


def _row(plan: Plan, office: Office) -> Values:
    return {
        "id": office.id,
        "name": office.name,
        "data": _at(plan, addresses.office_data(office.id)),
        "fragment": _at(plan, addresses.office_fragment(office.id)),
    }


def _office(plan: Plan, office: Office, lists: tuple[ResolvedList, ...]) -> Values:
    hours = [
        _known({"days": line.days, "open": list(line.open), "note": line.note})
        for line in office.hours
    ]
    return {
        "version": VERSION,
        **_site(plan),
        "id": office.id,
        "name": office.name,
        **_known(
            {
                "full_name": office.full_name,
                "formerly": list(office.formerly),
                "code": office.code,
                "class": plan.settings.classes.get(office.office_class, ""),
                "address": office.address,
                "postcode": office.postcode,
                "email": office.email,
                "supervision": _phone(office.supervision) if office.supervision else {},
            }
        ),
        "page": _at(plan, addresses.office(office.id)),
        "feed": _at(plan, addresses.office_feed(office.id)),
        "hours": hours,
        "units": [_unit(plan, office, unit) for unit in office.units.values()],
        "communities": [_community(one) for one in office.communities],
        "lists": [_list(plan, office, moment) for moment in lists],
    }


def _unit(plan: Plan, office: Office, unit: Unit) -> Values:
    return {
        "id": unit.id,
        "name": unit.name,
        **_known(
            {
                "type": plan.unit_types.get(unit.type, ""),
                "also": list(unit.nameplates),
                "place": unit.place,
            }
        ),
        "page": _at(plan, unit_address(office, unit)),
        "phones": [_phone(phone) for phone in unit.phones],
    }


def _phone(phone: Phone) -> Values:
    verified = phone.verified.isoformat() if phone.verified else ""
    return {
        "number": phone.number,
        **_known(
            {
                "tel": tap_to_call(phone.number),
                "kind": phone.kind,
                "verified": verified,
                "note": phone.note,
                "sample": phone.number.startswith(_SAMPLE),
            }
        ),
    }


def _community(community: Community) -> Values:
    stated = {
        "code": community.code,
        "also": list(community.also),
        "address": community.address,
        "phone": community.phone,
        "note": community.note,
    }
    return {"name": community.name, **_known(stated)}


def _list(plan: Plan, office: Office, moment: ResolvedList) -> Values:
    key = moment.key
    return {
        "id": key.id,
        "title": moment.title,
        "kind": moment.kind.id,
        "kind_label": moment.kind.label,
        "effective": moment.day.isoformat(),
        "items": len(moment.items),
        "page": _at(plan, addresses.list_today(office.id, key.id)),
        "changes": _at(plan, addresses.list_changes(office.id, key.id)),
    }


def _at(plan: Plan, address: str) -> str:
    return Links(plan.settings.url, "").to(address)


def _known(values: Values) -> Values:
    """Leave out what nobody stated."""
    return {name: value for name, value in values.items() if value}


def _file(path: str, values: Values) -> OutputFile:
    text = json.dumps(values, ensure_ascii=False, indent=1)
    return OutputFile(path, f"{text}\n".encode())
