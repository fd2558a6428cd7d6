"""A file as it says itself: every text as typed, in parts, with no field checked.

Never reports: what cannot be read as pairs is told by the absence of a result.
"""

from collections.abc import Iterable, Iterator

from generator.loading.nodes import Mapping, Node, Scalar, Sequence, is_null
from generator.loading.renames import FileSort
from generator.loading.yaml_source import parse
from generator.model.fields import Record, Value, text_of
from generator.problems import Problem

Parts = dict[str, dict[str, Record]]
"""Section → id → record, in the order of the file; `head` has the empty id only."""

HEAD = "head"
SECTIONS = {
    FileSort.LIST: ("items", "changes"),
    FileSort.OFFICE: ("units", "communities"),
}


def root_of(text: str) -> Node | None:
    """Parse a text; None where any of its syntax had to be mended."""
    unheard: list[Problem] = []
    parsed = parse("", text, unheard)
    return parsed.root if parsed.whole else None


def parts_of(text: str, sort: FileSort) -> Parts | None:
    """Take a whole file apart; None where it is no file of pairs."""
    root = root_of(text)
    if not isinstance(root, Mapping):
        return None
    whole = record_of(root)
    parts: Parts = {}
    for section in SECTIONS[sort]:
        entries = whole.get(section)
        if isinstance(entries, tuple):
            del whole[section]
            parts[section] = numbered(section, map(entry_of, entries))
    return {HEAD: {"": whole}, **parts}


def numbered(section: str, records: Iterable[Record]) -> dict[str, Record]:
    """Key records by id; a second record with an id has `#2` behind it."""
    found: dict[str, Record] = {}
    seen: dict[str, int] = {}
    for record in records:
        name = id_of(section, record)
        seen[name] = seen.get(name, 0) + 1
        found[f"{name}#{seen[name]}" if seen[name] > 1 else name] = record
    return found


def id_of(section: str, record: Record) -> str:
    """Find what a record of a section is known by; of a change it is the item's id."""
    if section == "communities":
        return text_of(record, "code") or text_of(record, "name")
    if section != "changes":
        return text_of(record, "id")
    added = record.get("add")
    if isinstance(added, Record):
        return text_of(added, "id")
    return text_of(record, "revise") or text_of(record, "withdraw")


def entry_of(value: str | Record) -> Record:
    """Keep an entry that is no mapping as one nameless text."""
    return value if isinstance(value, Record) else Record({"": value})


def record_of(node: Mapping) -> Record:
    """Read a mapping; the second of two equal keys has `#2` behind it."""
    values: dict[str, Value] = {}
    for key, child in zip(node.keys, node.values, strict=True):
        name = key.text
        while name in values:
            name += "#2"
        values[name] = value_of(child)
    return Record(values)


def value_of(node: Node) -> Value:
    """Read a value: text without outer blanks, None for nothing, tuple or record."""
    if isinstance(node, Scalar):
        return None if is_null(node) else node.text.strip() or None
    if isinstance(node, Mapping):
        return record_of(node)
    return tuple(_members(node))


def _members(node: Sequence) -> Iterator[str | Record]:
    """Yield the members of a sequence; one inside another becomes a numbered record."""
    for child in node.entries:
        value = value_of(child)
        if isinstance(value, tuple):
            places = map(str, range(1, len(value) + 1))
            yield Record(dict(zip(places, value, strict=True)))
        else:
            yield value if isinstance(value, str | Record) else ""
