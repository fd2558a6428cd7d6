"""What stands between the entries of a file: comments and blank lines.

A gap is the lines behind one value and before the next. Which block a comment
belongs to follows from its indentation, since nothing else tells.
"""

from collections.abc import Sequence

Lines = list[str]


def indent_of(line: str) -> int:
    """Count the white space before a line."""
    return len(line) - len(line.lstrip(" \t"))


def is_gap(line: str) -> bool:
    """Tell a blank line or a comment from content."""
    return not line.strip() or line.lstrip(" \t").startswith("#")


def tidy(gap: Sequence[str]) -> Lines:
    """Take trailing spaces off, and join blank lines that follow each other."""
    bare = [line.rstrip() for line in gap]
    return [
        line
        for number, line in enumerate(bare)
        if line or not number or bare[number - 1]
    ]


def claim(gap: Lines, column: int) -> tuple[Lines, Lines]:
    """Part what belongs to the end of a block from what belongs further out.

    `column` is the least indentation of the block's own comments.
    """
    end = 0
    for number, line in enumerate(gap, 1):
        if not line:
            continue
        if indent_of(line) < column:
            break
        end = number
    return gap[:end], gap[end:]


def part(gap: Lines) -> tuple[Lines, Lines]:
    """Part what belongs to the entry above from what belongs to the entry below.

    Above belong only comments that touch it and have a blank line behind them.
    """
    if gap and gap[0] and "" in gap:
        cut = gap.index("")
        return gap[:cut], gap[cut:]
    return [], gap


def head(gap: Lines) -> tuple[Lines, Lines]:
    """Part what is said of the whole file from what is said of its first entry."""
    if "" in gap:
        cut = len(gap) - gap[::-1].index("")
        return gap[:cut], gap[cut:]
    return gap, []


def shifted(gap: Lines, column: int) -> Lines:
    """Indent a run of comments: the first at `column`, the others as far from it."""
    base = next((indent_of(line) for line in gap if line), 0)
    return [
        " " * (column + max(0, indent_of(line) - base)) + line.lstrip(" \t")
        if line
        else ""
        for line in gap
    ]


def without_blank_start(gap: Lines) -> Lines:
    """Leave out the blank lines with which a run begins."""
    return gap[1:] if gap and not gap[0] else gap
