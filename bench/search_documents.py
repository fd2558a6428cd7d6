"""What there is to find, taken from our own built site: the same for every engine."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Raw = Any  # whatever the scripts of the search hold: the engines see texts only

ASSIGNED = re.compile(
    r"(?:qingdan\.(?P<name>\w+)|\(qingdan.*?\)\[\"(?P<key>[^\"]+)\"\])"
    r" = (?P<value>[\[{\"].*);"
)


@dataclass(frozen=True, slots=True)
class Document:
    """A matter or a place as any engine gets it; `keywords` is what people say."""

    id: str
    title: str
    plain: str
    keywords: tuple[str, ...]
    category: str


@dataclass(frozen=True, slots=True)
class Query:
    """A query and the ids of the matters that answer it, any of them."""

    words: str
    accept: tuple[str, ...]


def read_documents(site: Path, *, streets: bool) -> list[Document]:
    """Read what our index holds, with `streets` also what it leaves to each street."""
    common = _values(site / "search" / "index.js")["index"]
    more = _values(site / "search" / "more.js")["more"]
    found = [*_matters(common["matters"], more["say"], more["terms"])]
    found += _places([*common["places"]["rows"], *more["places"]])
    if streets:
        for path in sorted((site / "search" / "streets").glob("*.js")):
            for street in _values(path).values():
                found += _matters(street.get("matters", {"rows": []}), (), ())
    return found


def read_queries(path: Path) -> list[Query]:
    """Read the project's own queries."""
    lines = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line)
    return [Query(line["query"], tuple(line["accept"])) for line in lines]


def queries_of(documents: Sequence[Document], count: int) -> list[Query]:
    """Take words of titles as queries, two to six characters long, evenly spread."""
    step = max(1, len(documents) // count)
    chosen = documents[::step][:count]
    return [_part(number, document) for number, document in enumerate(chosen)]


def _part(number: int, document: Document) -> Query:
    size = 2 + number % 5
    start = number % max(1, len(document.title) - size + 1)
    return Query(document.title[start : start + size], (document.id,))


def _values(path: Path) -> dict[str, Raw]:
    """Read a script of ours: on each line one assignment of JSON."""
    lines = map(ASSIGNED.fullmatch, path.read_text("utf-8").splitlines())
    return {
        line["name"] or line["key"]: json.loads(line["value"]) for line in lines if line
    }


def _matters(
    table: Mapping[str, Raw], further: Sequence[str], terms: Sequence[Raw]
) -> Iterator[Document]:
    for number, row in enumerate(table["rows"]):
        identity, title, plain, say, names = row[:5]
        later = further[number] if further else ""
        keywords = [one for cell in (say, names, later) for one in _split(cell)]
        official = f"{title}\n{plain}\n{names}"
        for means, said in terms:
            if means in official:
                keywords += _split(said)
        category = table["categories"][row[7]]
        yield Document(identity, title, plain, tuple(dict.fromkeys(keywords)), category)


def _places(rows: Sequence[Raw]) -> Iterator[Document]:
    for number, (_, name, others, *_rest) in enumerate(rows):
        yield Document(f"place-{number}", name, "", tuple(_split(others)), "")


def _split(cell: str) -> list[str]:
    return cell.split("|") if cell else []
