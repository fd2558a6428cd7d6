"""Files of tables for officials: lists and contacts in a form that programs open."""

import json
from collections.abc import Iterator, Sequence

from generator.export.contact_tables import (
    communities_sheet,
    contacts_sheet,
    posts_sheet,
)
from generator.export.office_tables import list_sheet
from generator.model.office import Office, Phone
from generator.resolution.resolved import ResolvedList
from generator.tables import SheetOut, write_csv, write_docx, write_xlsx


def list_file(form: str, resolved: ResolvedList, office: Office | None) -> bytes:
    """One list (清单) as a file: xlsx, docx or csv."""
    return _file(form, list_sheet(resolved, office))


def contact_files(form: str, office: Office) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of what an office's own tables become in this form."""
    if form == "json":
        yield "contacts", contacts_json(office).encode()
        return
    for name, sheet in _contact_sheets(office):
        yield name, _file(form, sheet)


def workbook(lists: Sequence[ResolvedList], office: Office | None) -> bytes:
    """All lists of an owner as one .xlsx file, a sheet each, and those for contacts."""
    sheets = [list_sheet(resolved, office) for resolved in lists]
    own = [sheet for _, sheet in _contact_sheets(office)] if office else []
    return write_xlsx(*sheets, *own)


def _contact_sheets(office: Office) -> Iterator[tuple[str, SheetOut]]:
    """Yield units with phones (机构和电话), posts and communities, as far as there are."""
    yield "contacts", contacts_sheet(office)
    if any(unit.posts for unit in office.units.values()):
        yield "posts", posts_sheet(office)
    if office.communities:
        yield "communities", communities_sheet(office)


def contacts_json(office: Office) -> str:
    """One JSON object with the field names of the office file; no names of people."""
    value = {
        "id": office.id,
        "name": office.name,
        "full_name": office.full_name,
        "code": office.code,
        "address": office.address,
        "postcode": office.postcode,
        "email": office.email,
        "hours": [
            {"days": hours.days, "open": list(hours.open), "note": hours.note}
            for hours in office.hours
        ],
        "supervision": _phone(office.supervision) if office.supervision else None,
        "units": [
            {
                "id": unit.id,
                "name": unit.name,
                "nameplates": list(unit.nameplates),
                "formerly": list(unit.formerly),
                "place": unit.place,
                "phones": [_phone(phone) for phone in unit.phones],
                "posts": [
                    {"id": post.id, "title": post.title} for post in unit.posts.values()
                ],
                "note": unit.note,
            }
            for unit in office.units.values()
        ],
        "communities": [
            {
                "code": community.code,
                "name": community.name,
                "also": list(community.also),
                "address": community.address,
                "phone": community.phone,
                "grids": community.grids,
                "note": community.note,
            }
            for community in office.communities
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _phone(phone: Phone) -> dict[str, str | None]:
    return {
        "number": phone.number,
        "kind": phone.kind,
        "verified": phone.verified.isoformat() if phone.verified else None,
        "note": phone.note,
    }


def _file(form: str, sheet: SheetOut) -> bytes:
    if form == "xlsx":
        return write_xlsx(sheet)
    return write_docx(sheet) if form == "docx" else write_csv(sheet)
