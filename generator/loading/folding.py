"""See through disguised digits: full-width, circled, or with something hidden between.

Never changes a text that is kept or shown; what it gives serves searching only.
"""

import re
import unicodedata

from generator.loading.characters import HIDDEN

_ENCLOSED = (
    "\xb2\xb3\xb9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c"
    "\u2488-\u2490\u24ea\u24f5-\u24fd\u2776-\u277e\u2780-\u2788\u278a-\u2792"
)
_WIDE = "\uff10-\uff19\U0001d7ce-\U0001d7ff"
# A single ① before a number is the mark of a list; only a row of them is a number.
_DIGITS = re.compile(f"[{_WIDE}]|[{_ENCLOSED}]{{4,}}")
_ODD = re.compile(
    f"[{_WIDE}{_ENCLOSED}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\U000e0000-\U000e007f]"
)


class Folded:
    """A text with plain digits and nothing hidden, and where its characters were."""

    __slots__ = ("_places", "plain")

    def __init__(self, text: str) -> None:
        """Fold a text; the usual one has nothing to fold and stays as it is."""
        self.plain = text
        self._places: list[int] | None = None
        if not _ODD.search(text):
            return
        self.plain = _DIGITS.sub(_digits, text)
        hidden = [match.span() for match in HIDDEN.finditer(self.plain)]
        if hidden:
            gone = {place for span in hidden for place in range(*span)}
            places = [place for place in range(len(text)) if place not in gone]
            self.plain = "".join(self.plain[place] for place in places)
            self._places = places

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the place in the original text of a stretch of the plain one."""
        if self._places is None:
            return start, end
        return self._places[start], self._places[end - 1] + 1


def _digits(match: re.Match[str]) -> str:
    return "".join(str(unicodedata.digit(character)) for character in match.group())
