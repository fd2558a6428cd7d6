"""V8 without a browser: the only door to mini-racer, opened when it is needed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from generator.problems import GeneratorError

Call = Callable[..., Any]
"""Calls a JavaScript function, given as an expression; only what JSON can say passes."""

_MISSING = (
    "缺少 mini-racer，没有它不能在网页之外运行搜索脚本。请运行 pip install mini-racer。"
)

_NEVER_UNDEFINED = "((...given) => (%s)(...given) ?? null)"


@contextmanager
def start(scripts: Iterable[tuple[str, str]]) -> Iterator[Call]:
    """Run scripts, given as name and text, one after the other in a new V8.

    Raises GeneratorError where mini-racer is not installed or a script fails.
    """
    try:
        # Only the evaluation needs these 20 MB; the site is built without them.
        from py_mini_racer import JSEvalException, MiniRacer  # noqa: PLC0415 - as said above
    except ModuleNotFoundError as error:
        raise GeneratorError(_MISSING) from error

    def call(function: str, *arguments: object) -> object:
        try:
            return context.call(_NEVER_UNDEFINED % function, *arguments)
        except JSEvalException as error:
            raise _failed(function, error) from error

    # Left open, it may keep the program from ever ending: it waits for its thread.
    with MiniRacer() as context:
        for name, text in scripts:
            try:
                # The value of a script may be anything; we take none of them.
                context.eval(f"{text}\n;0")
            except JSEvalException as error:
                raise _failed(name, error) from error
        yield call


def _failed(name: str, error: Exception) -> GeneratorError:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    message = f"{name} 运行出错：{'；'.join(lines[:2])}"
    return GeneratorError(message)
