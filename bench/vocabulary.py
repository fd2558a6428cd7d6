"""The words of the invented corpora, and a choice among them that never changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import yaml

HERE = Path(__file__).parent
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pattern:
    """How the matters of a category are handled: actions are (id, word, plain)."""

    actions: tuple[tuple[str, str, str], ...]
    conditions: tuple[str, ...]
    materials: tuple[str, ...]
    limits: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Category:
    """A category (类别) of matters: who handles them, for whom, on which law."""

    name: str
    pattern: Pattern
    unit: str
    audience: tuple[str, ...]
    laws: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a matter is about: id, official name, and what residents call it."""

    id: str
    name: str
    plain: str
    category: Category


@dataclass(frozen=True, slots=True)
class Words:
    """Everything in `words.yml`; streets are (id, name without 街道)."""

    common: tuple[Subject, ...]
    local: tuple[Subject, ...]
    streets: tuple[tuple[str, str], ...]
    communities: tuple[str, ...]
    units: tuple[tuple[str, str, str], ...]
    fees: tuple[str, ...]
    sentences: tuple[str, ...]


def read_words() -> Words:
    """Read `words.yml`, which stands beside this module."""
    raw = yaml.safe_load((HERE / "words.yml").read_text(encoding="utf-8"))
    patterns = {
        name: Pattern(
            actions=tuple(tuple(action) for action in p["actions"]),
            conditions=tuple(p["conditions"]),
            materials=tuple(p["materials"]),
            limits=tuple(tuple(limit) for limit in p["limits"]),
        )
        for name, p in raw["patterns"].items()
    }
    categories = {
        c["name"]: Category(
            name=c["name"],
            pattern=patterns[c["pattern"]],
            unit=c["unit"],
            audience=tuple(c["audience"]),
            laws=tuple(c["laws"]),
        )
        for c in raw["categories"]
    }
    names = raw["names"]
    return Words(
        common=tuple(
            Subject(i, n, p, categories[c["name"]])
            for c in raw["categories"]
            for i, n, p in c["subjects"]
        ),
        local=tuple(Subject(i, n, p, categories[c]) for i, n, p, c in raw["local"]),
        streets=tuple(
            (first[0] + second[0], first[1] + second[1])
            for second in names["second"]
            for first in names["first"]
        ),
        communities=tuple(names["communities"]),
        units=tuple(tuple(unit) for unit in raw["units"]),
        fees=tuple(raw["fees"]),
        sentences=tuple(raw["sentences"]),
    )


def number_of(*key: object) -> int:
    """Turn a key into a number that is the same on every machine and every run."""
    return crc32("/".join(map(str, key)).encode())


def pick(choices: Sequence[T], *key: object) -> T:
    """Choose one of `choices` by a key: the same key, the same choice."""
    return choices[number_of(*key) % len(choices)]
