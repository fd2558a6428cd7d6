"""An office file as plain values, and where in its text each of them stands."""

from generator.loading.nodes import Mapping, Node, Scalar, Sequence, is_null
from generator.loading.yaml_source import parse
from generator.problems import Problem
from generator.understanding.understood import Plain

Path = tuple[str | int, ...]
"""The way to a value: keys of mappings and indices of lists, from the top."""


def read_tree(path: str, text: str) -> tuple[Mapping | None, Problem | None]:
    """Parse an office file; where it has mistakes of syntax, the first and no tree."""
    problems: list[Problem] = []
    root = parse(path, text, problems).root
    errors = [problem for problem in problems if problem.is_error]
    if errors or not isinstance(root, Mapping):
        return None, errors[0] if errors else None
    return root, None


def plain_value(node: Node) -> Plain:
    """Give a node's value without places: texts, lists, mappings, null."""
    if isinstance(node, Scalar):
        return None if is_null(node) else node.text
    if isinstance(node, Sequence):
        return [plain_value(entry) for entry in node.entries]
    return plain_mapping(node)


def plain_mapping(node: Mapping) -> dict[str, Plain]:
    """Give a mapping's values by key."""
    pairs = zip(node.keys, node.values, strict=True)
    return {key.text: plain_value(value) for key, value in pairs}


def line_of(root: Mapping, path: Path) -> int:
    """Say in which line a value stands, 0 where the file has none."""
    node: Node = root
    line = root.line
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str):
            found = next((i for i, k in enumerate(node.keys) if k.text == step), None)
            if found is None:
                return 0
            line, node = node.keys[found].line, node.values[found]
        elif isinstance(node, Sequence) and isinstance(step, int):
            if step >= len(node.entries):
                return 0
            node = node.entries[step]
            line = node.line
        else:
            return 0
    return line
