"""How far a value of a YAML file reaches: the tree only says where it begins."""

from collections.abc import Sequence as List

from generator.loading.nodes import Mapping, Node, Scalar, Sequence

_CLOSING = {"[": "]", "{": "}"}


def end_line(lines: List[str], key: Node, value: Node) -> int:
    """Give the last line (from 1) of a value; `key` says how far in its block is."""
    if isinstance(value, Scalar):
        if _is_block(lines, value):
            return _block_end(lines, value, key.column - 1)
        return max(value.line, key.line)
    if value.bracketed:
        return _bracket_end(lines, value)
    if isinstance(value, Sequence):
        return max([value.line, *(end_line(lines, e, e) for e in value.entries[-1:])])
    pairs = [*zip(value.keys, value.values, strict=True)][-1:]
    return max([value.line, *(end_line(lines, k, v) for k, v in pairs)])


def scalar_end(lines: List[str], value: Scalar) -> int:
    """Give the column behind a text on one line, from 0; -1 where it has several."""
    if _is_block(lines, value):
        return -1
    line, start = lines[value.line - 1], value.column - 1
    if value.plain:
        end = start + len(value.text)
        return end if line[start:end] == value.text else -1
    return _quote_end(line, start)


def column_step(root: Mapping) -> int:
    """How far the file moves the dash of a list in from its key: 2 where it has none."""
    for key, value in zip(root.keys, root.values, strict=True):
        if isinstance(value, Sequence) and not value.bracketed:
            return value.column - key.column
    return 2


def _is_block(lines: List[str], value: Scalar) -> bool:
    return not value.plain and lines[value.line - 1][value.column - 1] in "|>"


def _block_end(lines: List[str], value: Scalar, indent: int) -> int:
    last = value.line
    for number, line in enumerate(lines[value.line :], value.line + 1):
        if line.strip():
            if len(line) - len(line.lstrip(" ")) <= indent:
                break
            last = number
    return last


def _quote_end(line: str, start: int) -> int:
    quote, at = line[start], start + 1
    while at < len(line):
        is_doubled = quote == "'" and line[at : at + 2] == "''"
        is_escape = quote == '"' and line[at] == "\\"
        if line[at] == quote and not is_doubled:
            return at + 1
        at += 2 if is_doubled or is_escape else 1
    return -1


def _bracket_end(lines: List[str], value: Mapping | Sequence) -> int:
    """Find the line of the bracket that closes a value, past quotes and comments."""
    inside: list[str] = []
    column = value.column - 1
    for number, line in enumerate(lines[value.line - 1 :], value.line):
        while column < len(line):
            mark = line[column]
            if mark in "\"'" and line[column - 1 : column] in {" ", "[", "{", ",", ""}:
                column = max(_quote_end(line, column) - 1, column)
            elif mark in _CLOSING:
                inside.append(_CLOSING[mark])
            elif inside and mark == inside[-1]:
                inside.pop()
                if not inside:
                    return number
            elif mark == "#" and line[:column].endswith(" "):
                break
            column += 1
        column = 0
    return len(lines)
