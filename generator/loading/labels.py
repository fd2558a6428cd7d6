"""Read the labels file of the theme: every word that residents read on a page.

`labels.yml` is in the language of the program. `labels.<language>.yml` says the same in
another, and under `declared` what the declarations of kinds and fields say.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.loading.nodes import Mapping, Node, Scalar
from generator.loading.yaml_source import parse
from generator.problems import GeneratorError, Problem
from generator.settings import LANGUAGES

Labels = dict[str, "str | Labels"]
DECLARED = "declared"
"""The section that only a translation has: texts of declarations, each with its own."""

_NAMED = 5
_PLACEHOLDER = re.compile(r"\{\w+\}")


def read_labels(theme: Path, language: str = LANGUAGES[0]) -> Labels:
    """Read the labels in a language.

    Raises GeneratorError where the file is missing or mistaken, or says other things
    than `labels.yml` does.
    """
    original = read_file(theme / "labels.yml")
    if language == LANGUAGES[0]:
        return original
    path = theme / f"labels.{language}.yml"
    labels = read_file(path)
    wrong = tuple(differences(original, labels))
    if wrong:
        more = f"……共 {len(wrong)} 处" if len(wrong) > _NAMED else ""
        message = f"theme/{path.name} 与 labels.yml 对不上：{'；'.join(wrong[:_NAMED])}{more}。"
        raise GeneratorError(message)
    return labels


def differences(original: Labels, translated: Labels) -> Iterator[str]:
    """Say in Chinese what a translation lacks, has too much, or replaces otherwise."""
    known, found = dict(_texts(original)), dict(_texts(translated))
    yield from (f"缺少 {name}" for name in known if name not in found)
    yield from (
        f"多出 {name}"
        for name in found
        if name not in known and not name.startswith(f"{DECLARED}.")
    )
    for name, text in known.items():
        wanted = sorted(_PLACEHOLDER.findall(text))
        if name in found and wanted != sorted(_PLACEHOLDER.findall(found[name])):
            yield f"{name} 里应有 {' '.join(wanted) or '零个花括号'}"


def _texts(labels: Labels, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text with the path of its names; an empty section by its own."""
    for name, value in labels.items():
        path = f"{prefix}{name}"
        if isinstance(value, str):
            yield path, value
        elif value:
            yield from _texts(value, f"{path}.")
        else:
            yield path, ""


def read_file(path: Path) -> Labels:
    """Read one file of labels; raises GeneratorError as `read_labels` does."""
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        message = f"读不了界面文字“{path}”：{error.strerror}。theme 文件夹不完整。"
        raise GeneratorError(message) from error
    problems: list[Problem] = []
    root = parse(f"theme/{path.name}", text, problems).root
    if problems or not isinstance(root, Mapping):
        sentence = problems[0].sentence if problems else "应是“名称: 文字”的若干行。"
        line = problems[0].place.line if problems else 1
        message = f"theme/{path.name} 第 {line} 行：{sentence}"
        raise GeneratorError(message)
    return _table(root, path.name)


def _table(node: Mapping, file: str) -> Labels:
    pairs = zip(node.keys, node.values, strict=True)
    return {key.text: _value(value, key.text, file) for key, value in pairs}


def _value(node: Node, name: str, file: str) -> "str | Labels":
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return _table(node, file)
    message = f"theme/{file} 第 {node.line} 行：“{name}”不能是列表。"
    raise GeneratorError(message)
