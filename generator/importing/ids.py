"""Ids of new items: short, readable, by pinyin, never one of another matter (编号)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from generator.folding import fold
from generator.importing.alike import fold_cell
from generator.importing.known import Known
from generator.loading.shapes import LONGEST_ID, RESERVED
from generator.site_model.pinyin import syllables

_LONGEST = 40
_FEWEST = 2
"""Characters that have to be left where usual words are dropped."""

_BRACKETS = re.compile(r"[（(〔\[【][^（(〔\[【】\]〕)）]*[）)〕\]】]")
_USUAL = re.compile(
    "^对|的?行政(?:处罚|许可|强制|检查|确认|给付|征收|奖励|裁决)$"
    "|办理|申请|申领|申报|登记|备案|审核|审批|初审|复审|确认|受理|发放|认定|服务|事项|工作"
)
_INDEX = re.compile(
    r"^\s*(?:[（(]?\d{1,3}[)）]?[.\uff0e、)）]|[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.\uff0e])\s*(?=\D)"
)
_WORD = re.compile(r"[a-z0-9]")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_DATE_LIKE = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?", re.ASCII)


def new_ids(titles: Iterable[str], taken: Iterable[str], known: Known) -> list[str]:
    """Give each title an id; the same matter elsewhere in the district lends its own.

    `taken` are ids that rows of this table have already. A short form that two of the
    titles share is used for neither, so that their order does not matter.
    """
    wanted = list(titles)
    used = {*taken}
    distinct = {fold_cell(title): title for title in wanted}
    shared = Counter(slug for title in distinct.values() for slug in _forms(title))
    given: list[str] = []
    for title in wanted:
        same = known.ids.get(fold_cell(title), "")
        if not same or same in used:
            same = next(
                slug
                for slug in _candidates(title, shared)
                if slug not in used and slug not in known.titles
            )
        used.add(same)
        given.append(same)
    return given


def is_id(text: str) -> bool:
    """Tell whether a text can be an id."""
    shaped = _SLUG.fullmatch(text) and re.search("[a-z]", text)
    usable = text not in RESERVED and not _DATE_LIKE.fullmatch(text)
    return bool(shaped) and usable and len(text) <= LONGEST_ID


def _candidates(title: str, shared: Mapping[str, int]) -> Iterator[str]:
    """Ids for a title, the best first, without an end."""
    forms = _forms(title)
    yield from (slug for slug in forms if shared[slug] == 1)
    yield from (f"{forms[0]}-{number}" for number in count(2))


def _forms(title: str) -> list[str]:
    """The ids that a title can have by its sound, the shortest first."""
    title = _INDEX.sub("", title) or title
    plain = _BRACKETS.sub("", title) or title
    texts = ((_core(title), _LONGEST), (plain, _LONGEST), (title, LONGEST_ID - 5))
    return list(dict.fromkeys(_slug(text, longest) for text, longest in texts))


def _core(title: str) -> str:
    """A title without brackets and the words that every second title has."""
    plain = _BRACKETS.sub("", title) or title
    short = _USUAL.sub("", plain)
    return short if len(short) >= _FEWEST else plain


def _slug(text: str, longest: int) -> str:
    """The syllables of a text, as many whole ones as fit."""
    slug = ""
    # Only the beginning can fit, and the sounds of long texts take long to find.
    for part in _parts(fold(text[: 4 * longest])):
        longer = f"{slug}-{part}" if slug else part
        if len(longer) > longest:
            break
        slug = longer
    return slug if is_id(slug) else f"item-{slug}".strip("-")


def _parts(text: str) -> Iterator[str]:
    """Syllables, and words and numbers in Latin letters, in their order."""
    word = ""
    for character, sound in zip(text, syllables(text), strict=True):
        if _WORD.fullmatch(character):
            word += character
            continue
        if word:
            yield word
        word = ""
        if sound:
            yield sound
    if word:
        yield word
