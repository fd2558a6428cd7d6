"""The golden truth about tests/sample: what it must yield, and how to accept a new one.

`python -m tests.accept` rewrites tests/sample/_expected/. Read the difference line by
line before it is committed: what stands there is what the program promises.
"""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.authoring.showing import as_json, find_shown
from generator.cli.reporting import as_text
from generator.loading.labels import read_labels
from generator.pipeline import Examined, examine, find_theme
from generator.problems import GeneratorError
from generator.rendering import open_renderer
from tests.trees import pages_by_address

SAMPLE = Path(__file__).parent / "sample"
EXPECTED = SAMPLE / "_expected"
PAST, TODAY, FUTURE = date(2022, 6, 1), date(2026, 11, 22), date(2027, 6, 1)

PAGES = (
    "index.html",
    "changes.html",
    "a-z.html",
    "basis.html",
    "basis/laonianrenquanyibaozhangfa.html",
    "communities.html",
    "matters/dibao.html",
    "matters/outdoor-ad-permit.html",
    "offices/dongmen.html",
    "offices/dongmen/boundary/illegal-building.html",
    "offices/dongmen/powers/outdoor-ad-permit.html",
    "offices/dongmen/powers/street-stall-penalty.html",
    "offices/dongmen/services.html",
    "offices/dongmen/services/2021-12-24.html",
    "offices/dongmen/services/changes.html",
    "offices/dongmen/services/elder-card.html",
    "offices/dongmen/services/fertility-registration.html",
    "offices/dongmen/services/lantern-fair.html",
    "offices/dongmen/services/lift-retrofit.html",
    "offices/laocheng.html",
    "offices/laocheng/changes.html",
    "offices/nanhu.html",
    "offices/nanhu/no-certificate/kinship-certificate.html",
    "offices/nanhu/services/birth-package.html",
    "offices/nanhu/services/dibao.html",
    "offices/xihe/services/2022-01-01.html",
    "offices/xihe/services/elder-card.html",
    "offices/xihe/village-duties.html",
    "standards/services/compare/2024-01-01.html",
)
"""The pages whose bodies are kept: each shows something that no other does."""


def produce() -> Iterator[tuple[str, str]]:
    """Yield what the sample yields today: file below `_expected/`, and its text."""
    examined = examine(SAMPLE, TODAY)
    yield "check.txt", "".join(f"{b}\n" for b in as_text(examined.problems, SAMPLE))
    now = lists_on(examined, TODAY)
    yield f"{TODAY}.json", as_lines(now)
    for day in (PAST, FUTURE):
        shown = lists_on(examined, day)
        assert shown.keys() == now.keys()
        different = {name: shown[name] for name in shown if shown[name] != now[name]}
        yield f"{day}.json", as_lines(different)
    pages = pages_by_address(examined, TODAY)
    yield "addresses.txt", "".join(f"{address}\n" for address in sorted(pages))
    theme = find_theme(SAMPLE)
    renderer = open_renderer(read_labels(theme), theme)
    for address in PAGES:
        yield f"pages/{address}", renderer.render(pages[address])


def lists_on(examined: Examined, day: date) -> dict[str, object]:
    """Show every list on a day as `show --format json` does, or why it cannot."""
    resolved = examined.resolved
    keys = sorted(map(str, (*resolved.lists, *resolved.standards)))
    return {key: _shown(examined, key, day) for key in keys}


def _shown(examined: Examined, key: str, day: date) -> object:
    try:
        return json.loads(as_json(find_shown(examined.resolved, key, day)))
    except GeneratorError as error:
        return str(error)


def as_lines(value: object) -> str:
    """Write JSON as lines that are easy to compare."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Rewrite the golden files."""
    made = dict(produce())
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for name, text in made.items():
        file = EXPECTED / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
