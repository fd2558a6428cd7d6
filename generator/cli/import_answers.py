"""What an import asks at the keyboard: whose table, which item, which day, and consent."""

import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date

import click

from generator.cli.comparing import day_given, is_day
from generator.importing.matching import NEW, Unsure
from generator.importing.targets import find_owner, offices_named
from generator.importing.telling_changes import question
from generator.loading.file_names import printable
from generator.loading.personal import redact
from generator.model.office import Office
from generator.problems import GeneratorError
from generator.resolution.resolve import Resolved
from generator.understanding.dates import read_date
from generator.understanding.understood import Heading

_MATCH = re.compile(r"(\d+)\s*=\s*([a-z0-9-]+)", re.ASCII)


def say(lines: Iterable[str]) -> None:
    """Print lines of the report; no personal number is ever shown in full."""
    for line in lines:
        click.echo(printable(redact(line)))


def may_ask() -> bool:
    """Tell whether somebody sits at the keyboard."""
    return sys.stdin.isatty()


def read_matches(given: Iterable[str]) -> dict[int, str]:
    """Read 12=dibao-application and 12=new."""
    found: dict[int, str] = {}
    for text in given:
        match = _MATCH.fullmatch(text.strip())
        if match is None:
            message = (
                f"“{text}”看不懂，请写成 行=编号，例如 12=dibao-application 或 12=new。"
            )
            raise click.BadParameter(message, param_hint="--match")
        found[int(match[1])] = match[2]
    return found


def read_day_given(text: str) -> date | None:
    """Read a day that may be left out."""
    if not text:
        return None
    day = _as_day(text)
    if not is_day(day):
        message = f"“{text}”不是日期，请写成 2026-01-01。"
        raise click.BadParameter(message, param_hint="--effective")
    return day_given(day)


def _as_day(text: str) -> str:
    """A day in any writing that a table may have, 2026.1.1 and 2026年1月1日 too."""
    return text if is_day(text) else read_date(text)


def pick_owner(resolved: Resolved, given: str, heading: Heading, *, ask: bool) -> str:
    """Whose table it is: as given, else asked, never guessed."""
    if given:
        return find_owner(resolved, given)
    offices = resolved.catalog.offices
    named = [offices[name] for name in offices_named(resolved, heading)]
    if not (ask and may_ask()):
        hint = "".join(
            f"；表头写的是{o.name}，若是，请加 --office {o.id}" for o in named[:1]
        )
        known = "、".join(f"{o.id}（{o.name}）" for o in offices.values())
        message = f"请用 --office 写明是哪个街道的表{hint}。可以写：{known}，标准清单写 standard。"
        raise GeneratorError(message)
    return _asked_owner(resolved, named)


def _asked_owner(resolved: Resolved, named: list[Office]) -> str:
    default = named[0].id if named else None
    for office in resolved.catalog.offices.values():
        click.echo(f"  {office.id}  {office.name}")
    answer: str = click.prompt("这是哪个街道的表？请写编号", default=default)
    return find_owner(resolved, answer.strip())


def answer_unsure(unsure: Iterable[Unsure]) -> Iterator[tuple[int, str]]:
    """Ask which item each unsure row is; gives the row's number and an id or `new`."""
    for one in unsure:
        say(("", question(one)))
        for number, candidate in enumerate(one.candidates, 1):
            say((f"  {number}  {candidate.title}（{candidate.item}）",))
        say(("  0  都不是，是新增的事项",))
        choice = click.prompt("请写号码", type=click.IntRange(0, len(one.candidates)))
        yield one.row.number, one.candidates[choice - 1].item if choice else NEW


def asked_day() -> date | None:
    """Ask from which day on the changes apply; None where nobody can be asked."""
    if not may_ask():
        return None
    while True:
        answer = click.prompt("这些改动从哪一天起施行？例如 2026-01-01").strip()
        if is_day(day := _as_day(answer)):
            return day_given(day)
        click.echo("请写成 2026-01-01 这样。")


def confirmed(path: str, *, yes: bool) -> bool:
    """Ask whether to write; without a keyboard say how to have it written."""
    if yes:
        return True
    if not may_ask():
        say(("", f"还没有写入 {path}：看过没有问题，请加 --yes 再运行一次。"))
        return False
    return click.confirm(f"写入 {path}？", default=False)
