"""`columns:` of `site_config.yml`: headings of tables that only this place uses."""

from collections.abc import Mapping

from generator.loading.reading import Reading
from generator.model.fields import Record, records_of, text_of
from generator.model.kinds import Kind


def read_columns(
    reading: Reading, record: Record, kinds: Mapping[str, Kind]
) -> dict[str, str]:
    """Read headings and their fields; a field that no kind has is reported."""
    known = {
        name: field for kind in kinds.values() for name, field in kind.fields.items()
    }
    columns: dict[str, str] = {}
    for one in records_of(record, "columns"):
        heading, name = text_of(one, "heading"), text_of(one, "field")
        if heading and name in known:
            columns[heading] = name
        elif heading and name:
            reading.at(
                one,
                "field",
                "bad-choice",
                f"列名“{heading}”要放进的“{name}”不是任何清单类型的字段（field）。",
                "可以写：" + "、".join(known) + "。",
            )
    return columns
