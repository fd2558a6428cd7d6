"""Random office files as people type them: any order, indentation and comments."""

from dataclasses import dataclass

from hypothesis import strategies as st

from generator.model.records import OFFICE as FIELDS
from generator.model.records import UNIT

OFFICE = tuple(field.name for field in FIELDS)
UNITS = tuple(field.name for field in UNIT)
_TEXTS = (
    "某街1号",
    '"带 # 号: 的"',
    "'单引号'",
    "000-8800 1234",
    "- 5",
    "null",
    "2026",
)
_SCALARS = st.sampled_from([text for text in _TEXTS if not text.startswith("-")])
_INLINE = st.sampled_from(["[]", "[甲, 乙]", "{a: 1, b: [c]}", '["# 不是注释"]'])
_MARKS = st.sampled_from(["|", "|-", ">", "|2"])


@dataclass(frozen=True, slots=True)
class Sample:
    """A file, its comments and the keys at its top."""

    text: str
    comments: tuple[str, ...]
    keys: tuple[str, ...]


@st.composite
def samples(draw: st.DrawFn) -> Sample:
    """Draw an office file."""
    maker = _Maker(draw)
    keys = tuple(
        draw(
            st.permutations(
                draw(
                    st.lists(
                        st.sampled_from(OFFICE), min_size=1, max_size=6, unique=True
                    )
                )
            )
        )
    )
    lines = maker.gap(0)
    for key in keys:
        lines += maker.pair(key, 0)
    lines += maker.gap(0)
    end = draw(st.sampled_from(["\n", "", "\r\n\r\n", "  \n"]))
    text = draw(st.sampled_from(["\n", "\r\n"])).join(lines) + end
    return Sample(text, tuple(maker.comments), keys)


class _Maker:
    """Draws the parts of a file, and remembers the comments it put in."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.comments: list[str] = []

    def gap(self, indent: int) -> list[str]:
        """Draw comments and blank lines, most often none."""
        lines = []
        for kind in self.draw(st.lists(st.sampled_from("cb"), max_size=3)):
            if kind == "b":
                lines.append(self.draw(st.sampled_from(["", " ", "   "])))
            else:
                comment = f"# 注释{len(self.comments)}"
                self.comments.append(comment)
                by = self.draw(st.sampled_from([0, 0, 0, 2, -1, -4, 5]))
                lines.append(" " * max(0, indent + by) + comment)
        return lines

    def pair(self, key: str, indent: int) -> list[str]:
        """Draw a key with a value that suits it in form."""
        start = " " * indent
        if key in {"units", "communities", "hours"}:
            return [*self.gap(indent), f"{start}{key}:", *self.entries(indent)]
        if key in {"supervision", "note"}:
            return self.gap(indent) + self.literal(key, indent)
        if key in {"formerly", "succeeds", "nameplates"}:
            value = self.draw(_INLINE)
        else:
            value = self.draw(_SCALARS)
        space = self.draw(st.sampled_from([" ", " ", "  ", f"\n{start}    "]))
        tail = self.draw(st.sampled_from(["", "  "]))
        return self.gap(indent) + f"{start}{key}:{space}{value}{tail}".split("\n")

    def literal(self, key: str, indent: int) -> list[str]:
        """Draw a text below `|`, with what looks like comments and keys in it."""
        mark = self.draw(_MARKS)
        deeper = " " * (
            indent + (2 if mark == "|2" else self.draw(st.sampled_from([1, 2, 4])))
        )
        more = self.draw(
            st.lists(
                st.sampled_from(["甲: 乙", "  深", "", "#号", "- 一"]),
                max_size=4,
                unique=True,
            )
        )
        lines = ["首行", *more, "末行"]
        return [
            f"{' ' * indent}{key}: {mark}",
            *(f"{deeper}{x}" if x else "" for x in lines),
        ]

    def entries(self, indent: int) -> list[str]:
        """Draw a list of records, its dashes at or right of its key."""
        column = indent + self.draw(st.sampled_from([0, 2, 4, 3]))
        lines: list[str] = []
        for number in range(self.draw(st.integers(1, 3))):
            keys = self.draw(st.lists(st.sampled_from(UNITS), max_size=3, unique=True))
            lines += self.gap(column)
            lines += self.entry([k for k in keys if k != "id"], f"u{number}", column)
        return lines

    def entry(self, keys: list[str], name: str, column: int) -> list[str]:
        """Draw one record behind its dash, or below it."""
        wide = self.draw(st.sampled_from([2, 2, 4]))
        first, *rest = self.draw(st.permutations(["id", *keys]))
        inner = column + wide
        dash = " " * column + "-" + " " * (wide - 1)
        own = (
            [f"{' ' * inner}id: {name}"] if first == "id" else self.plain(first, inner)
        )
        if self.draw(st.booleans()):
            lines = [dash + own[0][inner:], *own[1:]]
        else:
            lines = [dash.rstrip(), *self.gap(inner), *own]
        for key in rest:
            lines += (
                [f"{' ' * inner}id: {name}"] if key == "id" else self.pair(key, inner)
            )
        return [*lines, *self.gap(inner)]

    def plain(self, key: str, indent: int) -> list[str]:
        """Draw a key whose first line is no comment."""
        return [f"{' ' * indent}{key}: {self.draw(_SCALARS)}"]
