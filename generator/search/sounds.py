"""How characters sound (读音): for pinyin, its initials, and slips that sound alike."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from generator.site_model.pinyin import syllables

_ROWS = range(0xB0, 0xD8)
_CELLS = range(0xA1, 0xFF)

Reading = tuple[str, int, str]


def syllable_table(texts: Iterable[str]) -> str:
    """Write every usual character, and those of the texts, behind its syllable.

    As `ai哀爱;an安`. A character that reads in several ways stands at its commonest.
    """
    characters = sorted({*_usual(), *chain.from_iterable(texts)})
    table: dict[str, list[str]] = {}
    for character in characters:
        (syllable,) = syllables(character)
        if syllable:
            table.setdefault(syllable, []).append(character)
    return ";".join(name + "".join(table[name]) for name in sorted(table))


def readings(texts: Iterable[str]) -> list[Reading]:
    """Say in which pairs of characters one of them reads otherwise, as 银行 háng.

    A reading is the pair, which of its two characters (0 or 1) it is, its syllable.
    """
    alone = {}
    found: Counter[Reading] = Counter()
    for text in texts:
        for at, syllable in enumerate(syllables(text)):
            character = text[at]
            if character not in alone:
                (alone[character],) = syllables(character)
            if syllable != alone[character]:
                found.update(_context(text, at, syllable))
    best: dict[tuple[str, int], str] = {}
    for (pair, at, syllable), _ in sorted(found.items(), key=lambda e: (-e[1], e[0])):
        best.setdefault((pair, at), syllable)
    return [(pair, at, best[pair, at]) for pair, at in sorted(best)]


def _context(text: str, at: int, syllable: str) -> Iterator[Reading]:
    """The pair that tells how a character reads: with the one before, if there is one."""
    if at:
        yield text[at - 1 : at + 1], 1, syllable
    elif len(text) > 1:
        yield text[:2], 0, syllable


def _usual() -> Iterator[str]:
    """The 3,755 usual characters: the first level of GB 2312."""
    for row in _ROWS:
        for cell in _CELLS:
            # Five cells at the end of the level are empty.
            yield from bytes((row, cell)).decode("gb2312", "ignore")
