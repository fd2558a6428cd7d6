"""Questions on a terminal: what a command line left open, asked one after the other."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import click

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for; without `default`, which sees the answers so far, there must be one.

    `choices` are all that may be answered, where they are limited.
    """

    name: str
    words: str
    default: Callable[[Answers], str] | None = None
    choices: tuple[str, ...] = ()


def answers(
    questions: Sequence[Question], given: Mapping[str, str | None], *, may_ask: bool
) -> Answers:
    """Answer every question: as given, else by asking on a terminal, else the default.

    Raises BadParameter where an answer is missing that has no default and nobody can
    be asked.
    """
    asks = may_ask and sys.stdin.isatty()
    found: dict[str, str] = {}
    for question in questions:
        stated = given.get(question.name)
        default = question.default(found) if question.default else None
        if stated is not None:
            found[question.name] = stated
        elif asks:
            found[question.name] = _ask(question, default)
        elif default is not None:
            found[question.name] = default
        else:
            option = question.name.replace("_", "-")
            message = f"请写 --{option}：{question.words}。"
            raise click.BadParameter(message)
    return found


def _ask(question: Question, default: str | None) -> str:
    """Ask until there is an answer that will do."""
    words = question.words
    if any(question.choices):
        words = f"{words}（{'、'.join(filter(None, question.choices))}）"
    while True:
        answer: str = click.prompt(
            words,
            default=default if default is not None else "",
            show_default=bool(default),
        ).strip()
        if answer or default == "":
            if not question.choices or answer in question.choices:
                return answer
            click.echo(f"没有“{answer}”，请写括号里的一个。")
        else:
            click.echo("请写上。")
