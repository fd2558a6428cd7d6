"""One street's answers, and the matters that only this street has."""

from collections.abc import Mapping, Sequence

from generator.outputs import OutputFile
from generator.search.scripts import enter
from generator.search.tables import (
    Numbers,
    Row,
    Table,
    matter_table,
    place_rows,
)
from generator.site_model.findable import (
    FindableMatter,
    FindablePlace,
    Street,
    StreetAnswer,
)


def street_script(
    street: Street,
    matters: Sequence[FindableMatter],
    places: Sequence[FindablePlace],
    street_numbers: Mapping[str, int],
) -> OutputFile:
    """Make the script that is loaded when this street is chosen.

    `matters` and `places` are those that the common index leaves to the street.
    """
    value = _answers(street)
    if matters:
        value["matters"] = matter_table(matters, street_numbers)
    if places:
        value["places"] = {"rows": place_rows(places, street_numbers)}
    return enter(f"search/streets/{street.id}.js", "streets", street.id, value)


def _answers(street: Street) -> Table:
    """Say a street's answers with every contact and every answer once.

    A row is: matter id (not a number: a browser may hold an older common index),
    address below the street without `.html`, number in `contacts` (unit, place,
    phone, tel), number in `answers` (label, tone), status where not in force.
    `desk` is what the home page shows of the street: its lists as (title, address
    below the street, number of items), phones as (unit, number, tel), exceptions.
    """
    contacts, answers = Numbers(), Numbers()
    rows = [_row(street, answer, contacts, answers) for answer in street.answers]
    return {
        "hours": street.hours,
        "open": street.open,
        "rows": rows,
        "contacts": contacts.values,
        "answers": answers.values,
        "desk": {
            "lists": [
                (title, _below(f"offices/{street.id}/", address), count)
                for title, address, count in street.desk.lists
            ],
            "phones": street.desk.phones,
            "exceptions": street.desk.exceptions,
        },
    }


def _row(
    street: Street, answer: StreetAnswer, contacts: Numbers, answers: Numbers
) -> Row:
    row: Row = [
        answer.matter,
        _below(f"offices/{street.id}/", answer.address),
        contacts.number(answer.unit, answer.place, answer.phone, answer.tel),
        answers.number(answer.answer, answer.tone),
    ]
    if answer.status != "in-force":
        row.append(answer.status)
    return row


def _below(folder: str, address: str) -> str:
    """Shorten `folder + X + .html` to X; any other address keeps its `.html`."""
    if address.startswith(folder) and address.endswith(".html"):
        return address.removeprefix(folder).removesuffix(".html")
    return address
