"""Read the labels file of the theme: every word that residents read on a page."""

from pathlib import Path

from generator.loading.nodes import Mapping, Node, Scalar
from generator.loading.yaml_source import parse
from generator.problems import GeneratorError, Problem

Labels = dict[str, "str | Labels"]


def read_labels(theme: Path) -> Labels:
    """Read `labels.yml`; raises GeneratorError where it is missing or mistaken."""
    path = theme / "labels.yml"
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        message = f"读不了界面文字“{path}”：{error.strerror}。theme 文件夹不完整。"
        raise GeneratorError(message) from error
    problems: list[Problem] = []
    root = parse("theme/labels.yml", text, problems).root
    if problems or not isinstance(root, Mapping):
        sentence = problems[0].sentence if problems else "应是“名称: 文字”的若干行。"
        line = problems[0].place.line if problems else 1
        message = f"theme/labels.yml 第 {line} 行：{sentence}"
        raise GeneratorError(message)
    return _table(root)


def _table(node: Mapping) -> Labels:
    pairs = zip(node.keys, node.values, strict=True)
    return {key.text: _value(value, key.text) for key, value in pairs}


def _value(node: Node, name: str) -> "str | Labels":
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return _table(node)
    message = f"theme/labels.yml 第 {node.line} 行：“{name}”不能是列表。"
    raise GeneratorError(message)
