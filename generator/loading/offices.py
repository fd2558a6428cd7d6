"""Office files (content/offices) to Office values."""

from dataclasses import replace
from datetime import date

from generator.loading.nodes import Node
from generator.loading.reading import Reading
from generator.loading.records import Fields, by_name, read_record
from generator.model.fields import Record, records_of, text_of, words_of
from generator.model.office import Community, Hours, Office, Phone, Post, Unit
from generator.model.records import OFFICE


def office_fields(classes: tuple[str, ...], labels: tuple[str, ...] = ()) -> Fields:
    """The declared fields of an office file, with the classes this site knows."""
    return {
        name: replace(field, choices=classes, meanings=labels)
        if name == "class"
        else field
        for name, field in by_name(OFFICE).items()
    }


def read_office(reading: Reading, root: Node, fields: Fields) -> Office | None:
    """Read one office file; its id must equal the file's name."""
    record = read_record(reading, root, fields, "街道文件")
    if record is None:
        return None
    stem = reading.path.rsplit("/", 1)[-1].removesuffix(".yml")
    stated = record.get("id")
    if isinstance(stated, str) and stated not in {"", stem}:
        reading.at(
            record,
            "id",
            "name-mismatch",
            f"编号（id）“{stated}”与文件名“{stem}.yml”不一致。",
            "两者必须相同，请改其中一个。",
        )
        # It must not take the place of the office that has this id rightly.
        return None
    if not stated or not text_of(record, "name"):
        return None
    return _office(record)


def _office(record: Record) -> Office:
    supervision = record.get("supervision")
    since = text_of(record, "since")
    units: dict[str, Unit] = {}
    for one in records_of(record, "units"):
        unit = _unit(one)
        # A second one of the same id is a mistake; the first keeps the id.
        units.setdefault(unit.id, unit)
    return Office(
        id=text_of(record, "id"),
        name=text_of(record, "name"),
        full_name=text_of(record, "full_name"),
        formerly=words_of(record, "formerly"),
        code=text_of(record, "code"),
        office_class=text_of(record, "class"),
        address=text_of(record, "address"),
        postcode=text_of(record, "postcode"),
        email=text_of(record, "email"),
        hours=tuple(
            Hours(text_of(h, "days"), words_of(h, "open"), text_of(h, "note"))
            for h in records_of(record, "hours")
        ),
        supervision=_phone(supervision) if isinstance(supervision, Record) else None,
        # Nobody is named until the office says so.
        names=text_of(record, "names") or "post",
        units=units,
        communities=tuple(_community(one) for one in records_of(record, "communities")),
        succeeds=words_of(record, "succeeds"),
        since=date.fromisoformat(since) if since else None,
        exceptions=text_of(record, "exceptions"),
        note=text_of(record, "note"),
        record=record,
    )


def _unit(record: Record) -> Unit:
    posts = [_post(one) for one in records_of(record, "posts")]
    return Unit(
        id=text_of(record, "id"),
        name=text_of(record, "name"),
        type=text_of(record, "type") or "office",
        nameplates=words_of(record, "nameplates"),
        formerly=words_of(record, "formerly"),
        belongs_to=text_of(record, "belongs_to"),
        managed_by=text_of(record, "managed_by"),
        used_by=text_of(record, "used_by"),
        place=text_of(record, "place"),
        phones=tuple(
            phone for one in records_of(record, "phones") if (phone := _phone(one))
        ),
        posts={post.id: post for post in posts},
        note=text_of(record, "note"),
        record=record,
    )


def _post(record: Record) -> Post:
    person = record.get("person")
    return Post(
        id=text_of(record, "id"),
        title=text_of(record, "title"),
        person=person if isinstance(person, str) else None,
        stated="person" in record,
        backup=text_of(record, "backup"),
        on_leave=text_of(record, "on_leave"),
        record=record,
    )


def _phone(record: Record) -> Phone | None:
    number = text_of(record, "number")
    verified = text_of(record, "verified")
    if not number:
        return None
    return Phone(
        number=number,
        kind=text_of(record, "kind") or "咨询",
        verified=date.fromisoformat(verified) if verified else None,
        note=text_of(record, "note"),
    )


def _community(record: Record) -> Community:
    grids = record.get("grids")
    return Community(
        code=text_of(record, "code"),
        name=text_of(record, "name"),
        also=words_of(record, "also"),
        address=text_of(record, "address"),
        phone=text_of(record, "phone"),
        grids=grids if isinstance(grids, int) else None,
        note=text_of(record, "note"),
        record=record,
    )
