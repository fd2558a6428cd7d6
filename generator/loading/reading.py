"""The state of reading one file: its path, its problems, and texts seen before."""

from dataclasses import dataclass

from generator.loading.nodes import Node
from generator.loading.personal import find_personal, redact
from generator.model.fields import Record
from generator.problems import Place, Problem, Severity


def cut(text: str, longest: int) -> str:
    """Shorten a text to be quoted in a sentence; half a personal number is one too."""
    shown = redact(text)
    return shown if len(shown) <= longest else f"{shown[:longest]}…"


@dataclass(frozen=True, slots=True)
class Reading:
    """Where a decoder stands: it reports to `problems` and shares equal `texts`.

    `whole` is False where syntax was mended: then nothing is reported as missing.
    """

    path: str
    problems: list[Problem]
    texts: dict[str, str]
    whole: bool = True

    def error(
        self, node: Node, rule: str, sentence: str, cure: str = "", width: int = 1
    ) -> None:
        """Report a mistake that stops publishing."""
        place = Place(self.path, node.line, node.column)
        self.problems.append(
            Problem(place, rule, sentence, cure, Severity.ERROR, max(width, 1))
        )

    def remind(
        self, node: Node, rule: str, sentence: str, cure: str = "", width: int = 1
    ) -> None:
        """Report something that should be looked at but does not stop publishing."""
        place = Place(self.path, node.line, node.column)
        self.problems.append(
            Problem(place, rule, sentence, cure, Severity.REMINDER, max(width, 1))
        )

    def at(
        self, record: Record, key: str | None, rule: str, sentence: str, cure: str = ""
    ) -> None:
        """Report a mistake at a field of a record that was read already."""
        value = record.get(key) if key else None
        width = len(value) if isinstance(value, str) else 1
        self.problems.append(
            Problem(record.place(key), rule, sentence, cure, Severity.ERROR, width)
        )

    def same(self, text: str) -> str:
        """Share equal texts: 260 streets repeat the same paragraphs."""
        return self.texts.setdefault(text, text)

    def is_personal(self, text: str) -> bool:
        """Tell whether a text holds a personal number, reported elsewhere."""
        return bool(find_personal(text))
