"""How tables in circulation name our fields: `synonyms.yml`, and the site's own names."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.folding import squash
from generator.loading.reading import Reading
from generator.loading.records import by_name, read_record
from generator.loading.yaml_source import parse
from generator.model.fields import Field, Record, Shape, records_of, text_of, words_of
from generator.problems import GeneratorError, Problem
from generator.settings import Settings
from generator.understanding.understood import Subject

_GROUP = (
    Field("fields", "字段", Shape.WORDS, required=True),
    Field("when", "内容", Shape.LINE),
    Field("headings", "列名", Shape.WORDS, required=True),
)
_PATH = "generator/understanding/synonyms.yml"
OTHERS = "others"
_WEAK = "-"
_SECTIONS = (*(s.value for s in Subject if s is not Subject.UNKNOWN), OTHERS)

OWN, EXACT, AT_END, INSIDE = 4, 3, 2, 1
"""How well a heading fits a name: it is one of the site's own or one of ours, ends
with one, or has one inside."""
_SHORTEST_INSIDE = 2


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a column (同义列名): folded, as written, and what it stands for.

    `fields` are in order of preference; `when` names what the cells must look like.
    `is_own` is a name that the site declares, `is_weak` one that gives way to others.
    """

    folded: str
    text: str
    fields: tuple[str, ...]
    when: str = ""
    is_own: bool = False
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """A name that a heading fits, and how well."""

    name: Name
    quality: int


@cache
def shipped() -> dict[str, tuple[Name, ...]]:
    """Read the names that ship with the program, by subject and `others`."""
    text = files("generator.understanding").joinpath("synonyms.yml").read_text("utf-8")
    problems: list[Problem] = []
    sections = tuple(Field(s, s, Shape.RECORDS, parts=_GROUP) for s in _SECTIONS)
    root = parse(_PATH, text, problems).root
    reading = Reading(_PATH, problems, {})
    record = read_record(reading, root, by_name(sections), "同义列名") if root else None
    if record is None or problems:
        message = f"{_PATH} 有错误：{problems[0].sentence if problems else '空文件'}"
        raise GeneratorError(message)
    return {s: tuple(_names(records_of(record, s))) for s in _SECTIONS}


def _names(groups: tuple[Record, ...]) -> Iterator[Name]:
    for group in groups:
        for heading in words_of(group, "headings"):
            words, when = words_of(group, "fields"), text_of(group, "when")
            fields = tuple(word for word in words if word != _WEAK)
            is_weak = len(fields) < len(words)
            yield Name(squash(heading), heading, fields, when, is_weak=is_weak)


def names_for(subject: Subject, settings: Settings) -> tuple[Name, ...]:
    """The names of a subject: the site's own first, then ours, then labels of fields."""
    own = tuple(
        Name(squash(heading), heading, (field,), is_own=True)
        for heading, field in settings.columns.items()
    )
    if subject is Subject.UNKNOWN:
        return ()
    if subject is not Subject.ITEMS:
        return shipped()[subject.value]
    return (*own, *shipped()[subject.value], *_labels(settings))


def _labels(settings: Settings) -> Iterator[Name]:
    """Labels and names of the declared fields, of those that a site adds too."""
    for kind in settings.kinds.values():
        for field in kind.fields.values():
            yield Name(squash(field.label), field.label, (field.name,))
            yield Name(squash(field.name), field.name, (field.name,))


def fits(heading: str, names: tuple[Name, ...]) -> tuple[Fit, ...]:
    """Every name that a heading fits best, in order; none where it is unknown."""
    wanted = _variants(heading)
    for folded in wanted:
        exact = tuple(
            Fit(n, OWN if n.is_own else EXACT) for n in names if n.folded == folded
        )
        if exact:
            return exact
    for folded in wanted:
        ending = [n for n in names if _is_part(n, folded) and folded.endswith(n.folded)]
        inside = [n for n in names if _is_part(n, folded) and n.folded in folded]
        for found, quality in ((ending, AT_END), (inside, INSIDE)):
            if found:
                longest = max(len(n.folded) for n in found)
                return tuple(Fit(n, quality) for n in found if len(n.folded) == longest)
    return ()


def _is_part(name: Name, folded: str) -> bool:
    return _SHORTEST_INSIDE <= len(name.folded) < len(folded)


def _variants(heading: str) -> tuple[str, ...]:
    """A heading folded: whole, without what brackets hold, its last part, its first."""
    parts = [p for p in heading.split("\uff0f") if squash(p)]
    texts = [heading, without_brackets(heading)]
    if len(parts) > 1:
        texts += [
            *(parts[-1], without_brackets(parts[-1])),
            *(parts[0], without_brackets(parts[0])),
        ]
    return tuple(dict.fromkeys(s for t in texts if (s := squash(t))))


def without_brackets(text: str) -> str:
    """Leave out what stands in round brackets."""
    kept, depth = [], 0
    for character in text:
        depth += character in "（("
        if not depth:
            kept.append(character)
        depth -= character in "）)" and depth > 0
    return "".join(kept)
