"""Invented matters (事项): field name → value as it is written in YAML."""

from collections.abc import Iterator, Sequence

from bench.vocabulary import Category, Subject, Words, number_of, pick

Fields = dict[str, str]

PER_STREET = 50
OWN_ACTIONS = 2
CONTACT = ("unit", "post", "hotline")


def common_matters(words: Words) -> Iterator[Fields]:
    """Yield the matters that all streets share, not yet reached at any street."""
    for subject in words.common:
        for action in subject.category.pattern.actions:
            yield _matter(words, subject, action, subject.id, "")


def own_matters(words: Words, street: tuple[str, str]) -> Iterator[Fields]:
    """Yield the PER_STREET matters that only this street has."""
    start = number_of(street[0]) % len(words.local)
    for step in range(PER_STREET // OWN_ACTIONS):
        subject = words.local[(start + step) % len(words.local)]
        for action in subject.category.pattern.actions[:OWN_ACTIONS]:
            stem = f"{street[0]}-{subject.id}"
            yield _matter(words, subject, action, stem, f"{street[1]}街道")


def _matter(
    words: Words,
    subject: Subject,
    action: tuple[str, str, str],
    stem: str,
    where: str,
) -> Fields:
    """Invent one matter; everything follows from its id."""
    key = f"{stem}-{action[0]}"
    category = subject.category
    legal, promised = pick(category.pattern.limits, key, "limit")
    return {
        "id": key,
        "title": f"{where}{subject.name}{action[1]}",
        "plain": f"{action[2]}{subject.plain}",
        "keywords": flow([subject.plain, f"{subject.plain}怎么办"]),
        "category": category.name,
        "audience": flow(category.audience),
        "level": "[街道]" if number_of(key) % 3 else "[街道, 社区]",
        "unit": category.unit,
        "post": "head",
        "hotline": "",
        "basis": _basis(category, key),
        "description": _description(words, subject, action, key),
        "conditions": pick(category.pattern.conditions, key, "conditions"),
        "materials": flow(_materials(category, key)),
        "time_limit": f"{{legal: {legal}, promised: {promised}}}",
        "fee": pick(words.fees, key, "fee"),
    }


def _basis(category: Category, key: str) -> str:
    law = pick(category.laws, key, "law")
    return f"《{law}》第{number_of(key, 'article') % 60 + 1}条"


def _description(
    words: Words, subject: Subject, action: tuple[str, str, str], key: str
) -> str:
    sentence = pick(words.sentences, key, "description")
    return f"居民要{action[2]}{subject.plain}，在这里提出。{sentence}"


def _materials(category: Category, key: str) -> list[str]:
    names = category.pattern.materials
    count = 3 + number_of(key, "materials") % 2
    return list(names[:count])


def flow(texts: Sequence[str]) -> str:
    """Write texts as a YAML list on one line."""
    return f"[{', '.join(texts)}]"
