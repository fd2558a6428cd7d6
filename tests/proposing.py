"""The scripts of 提出修改 that need no page, in V8; and what Python says of a value."""

import atexit
from collections.abc import Mapping
from contextlib import ExitStack
from functools import cache

from generator.evaluation.v8 import Call, start
from generator.loading.characters import check_characters, without_hidden
from generator.loading.nodes import Scalar
from generator.loading.personal import check_personal
from generator.loading.reading import Reading
from generator.loading.shapes import READ
from generator.model.fields import Field, Shape
from generator.problems import Problem
from generator.shell.assets import PROPOSE_RULES, read_script
from tests.conftest import REPO

OPEN = ExitStack()
atexit.register(OPEN.close)


@cache
def scripts() -> Call:
    """Open the scripts once for all tests."""
    parts = [("window", "var window = globalThis;")]
    theme = REPO / "theme"
    parts += [(n, read_script(theme, "propose", n)) for n in PROPOSE_RULES]
    return OPEN.enter_context(start(parts))


def field_of(said: Mapping[str, str]) -> Field:
    """Make a field of a case of the shared table."""
    choices = tuple(said.get("choices", "").split())
    return Field(said["name"], said["label"], Shape(said["shape"]), choices=choices)


def as_declared(said: Mapping[str, str]) -> dict[str, object]:
    """Give the same field as the scripts know it."""
    return {**said, "choices": said.get("choices", "").split()}


def problems_of(field: Field, text: str) -> list[Problem]:
    """Say what loading a file with this value says of it, in its order."""
    found = [*check_characters("a.yml", text), *check_personal("a.yml", text)]
    reading = Reading("a.yml", found, {})
    READ[field.shape](reading, Scalar(without_hidden(text), 1, 1, plain=False), field)
    return found


def verdicts(problems: list[Problem]) -> list[list[str]]:
    """Give severity, rule, sentence and cure of each problem."""
    return [[p.severity.name.lower(), p.rule, p.sentence, p.cure] for p in problems]
