"""What a YAML file is before it means anything: texts, lists and pairs with places."""


class Scalar:
    """A text as the editor typed it; `plain` tells it was written without quotes."""

    __slots__ = ("column", "line", "plain", "text")

    def __init__(self, text: str, line: int, column: int, *, plain: bool) -> None:
        """Keep the text and its 1-based place."""
        self.text = text
        self.line = line
        self.column = column
        self.plain = plain


class Sequence:
    """A list of nodes."""

    __slots__ = ("bracketed", "column", "entries", "line")

    def __init__(self, line: int, column: int) -> None:
        """Start empty at a 1-based place; `bracketed` tells it is written [a, b]."""
        self.entries: list[Node] = []
        self.bracketed = False
        self.line = line
        self.column = column

    def add(self, node: "Node") -> bool:
        """Take the next entry; every node will do."""
        self.entries.append(node)
        return True


class Mapping:
    """Pairs of a key and a node, in the order of the file, duplicates included."""

    __slots__ = ("_key", "bracketed", "column", "keys", "line", "values")

    def __init__(self, line: int, column: int) -> None:
        """Start empty at a 1-based place; `bracketed` tells it is written {a: b}."""
        self.bracketed = False
        self.keys: list[Scalar] = []
        self.values: list[Node] = []
        self.line = line
        self.column = column
        self._key: Scalar | None = None

    def add(self, node: "Node") -> bool:
        """Take the next key or value in turn; False where a key is not a text."""
        if self._key is not None:
            self.keys.append(self._key)
            self.values.append(node)
            self._key = None
            return True
        if isinstance(node, Scalar):
            self._key = node
            return True
        return False


Node = Scalar | Sequence | Mapping


def is_null(node: Node) -> bool:
    """Tell whether a node is a bare null or ~, which means "nothing here"."""
    return isinstance(node, Scalar) and node.plain and node.text in {"null", "~"}
