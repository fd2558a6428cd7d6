"""The canonical order of the keys of each content file, from the declarations."""

from collections.abc import Iterable, Mapping

from generator.authoring.canonical_blocks import Order
from generator.loading.kind_declarations import DECLARATION
from generator.loading.offices import office_fields
from generator.loading.versions import header_fields, item_fields
from generator.model.corrections import CORRECTIONS
from generator.model.fields import Field
from generator.model.kinds import Kind
from generator.model.records import CHANGE
from generator.model.words import WORDS
from generator.settings import CONFIG

_NONE: Order = {}


def order_of(path: str, kinds: Mapping[str, Kind], kind: str = "") -> Order:
    """The order for the file at a path below the root; `kind` is that of a list.

    Where the kind is not known, the fields of all kinds in one order.
    """
    if path.startswith("content/lists/"):
        return _list_order(kinds, kind)
    if path.startswith("content/offices/"):
        return _order(office_fields(()).values())
    if path == "site_config.yml":
        required: Order = {kind: _NONE for kind in kinds}  # noqa: C420 # RUF024 says so
        return {**_order((*CONFIG, *DECLARATION)), "require": required}
    return _order({"content/words.yml": WORDS}.get(path, CORRECTIONS))


def _list_order(kinds: Mapping[str, Kind], kind: str) -> Order:
    item = _order(item_fields(kinds.get(kind), tuple(kinds.values())).values())
    change = {"add": item, "revise": _NONE, "set": item, "withdraw": _NONE}
    header = _order(header_fields(()).values())
    return {**header, "items": item, "changes": {**change, **_order(CHANGE)}}


def _order(fields: Iterable[Field]) -> dict[str, Order]:
    return {field.name: _order(field.parts) for field in fields}
