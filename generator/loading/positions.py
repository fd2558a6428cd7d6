"""Turn offsets in a text into lines and columns, walking the text only once."""


class Walk:
    """A walk through a text; offsets are asked for in ascending order."""

    __slots__ = ("_at", "_line", "_start", "_text")

    def __init__(self, text: str) -> None:
        """Start at the first character."""
        self._text = text
        self._at = 0
        self._line = 1
        self._start = 0

    def to(self, offset: int) -> tuple[int, int]:
        """Give line and column of an offset, both from 1."""
        newline = self._text.rfind("\n", self._at, offset)
        if newline >= 0:
            self._line += self._text.count("\n", self._at, offset)
            self._start = newline + 1
        self._at = max(self._at, offset)
        return self._line, offset - self._start + 1
