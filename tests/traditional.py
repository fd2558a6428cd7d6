"""Traditional characters (繁体): which are not, and content written in them.

The table is the one that search folds by, the other way round.
"""

import re
from collections.abc import Iterator

from generator.folding import SIMPLIFIED
from generator.loading.config import settings_without_config
from generator.model.fields import Field
from generator.model.records import CHANGE, HEADER, OFFICE

# Where several traditional characters fall together, any of them will do.
OTHERS = dict(zip(SIMPLIFIED[1::2], SIMPLIFIED[::2], strict=True))
# Characters of the table that traditional texts write too, in the senses used here.
BOTH = frozenset("修准出只台合回家局布搜注系表面")
ONLY = frozenset(OTHERS) - BOTH
"""Characters that only simplified texts have."""

_ONE = f"[{''.join(sorted(ONLY))}]"
EXTENSION = re.compile(r"(?<=\d)转(?=\d)")
"""How a number names its extension: part of the number in any language."""

# What the program offers to choose from is written as offered in any language.
_CHOSEN = r"(?<=\bkind: )|(?<=\bmode: )|(?<=\breason: )|(?<=\blevel: )"
_PART = re.compile(
    rf"(?:{_CHOSEN})(?P<chosen>\[[^\]\n]*\]|[^,}}\n]+)|{EXTENSION.pattern}|{_ONE}+"
)


def simplified(text: str) -> str:
    """Give the characters of a text that only simplified texts have, each once."""
    return "".join(dict.fromkeys(re.findall(_ONE, EXTENSION.sub("", text))))


def traditional(text: str) -> str:
    """Write content without one simplified character, its choices aside."""
    offered = {word for field in declared_fields() for word in field.choices}

    def other(match: re.Match[str]) -> str:
        part, chosen = match[0], match["chosen"]
        if chosen and offered.issuperset(re.findall(r"[^\[\], ]+", chosen)):
            return part
        if EXTENSION.match(match.string, match.start()):
            return part
        return "".join(OTHERS[one] if one in ONLY else one for one in part)

    return _PART.sub(other, text)


def declared_fields() -> Iterator[Field]:
    """Yield every field that the program declares and pages name, with its parts."""
    kinds = settings_without_config().kinds.values()
    of_kinds = (field for kind in kinds for field in kind.fields.values())
    for field in (*of_kinds, *HEADER, *CHANGE, *OFFICE):
        yield from _with_parts(field)


def declared_words() -> set[str]:
    """All that the program's declarations say on pages: labels, answers, choices."""
    settings = settings_without_config()
    words = set(settings.classes.values())
    for kind in settings.kinds.values():
        words |= {kind.label, kind.answer.label, kind.answer.sentence}
    for field in declared_fields():
        words |= {field.label, *(c for c in field.choices if not c.isascii())}
    return words


def _with_parts(field: Field) -> Iterator[Field]:
    yield field
    for part in field.parts:
        yield from _with_parts(part)
