"""The plain way to the same history: parse every blob, compare its entries by id.

Run as `python -m bench.history_naive ROOT COMMITS`, COMMITS from the first. The same
git commands, PyYAML's C loader, no field checked and nothing kept for a later run.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

SECTIONS = ("items", "changes", "units", "communities")
LOG = ("log", "--first-parent", "--diff-merges=first-parent", "--reverse", "--raw")
OF_CONTENT = ("--no-abbrev", "--find-renames", "--format=%H", "--", "content")
Pair = tuple[str, str]


def compare(root: Path, commits: int) -> int:
    """Give the number of entries that differ in the first so many commits."""
    start = ["git", "-C", str(root)]
    log = subprocess.run(  # noqa: S603 - our own fixed commands, no shell
        [*start, *LOG, *OF_CONTENT], check=True, capture_output=True, text=True
    )
    held: dict[str, Any] = {}
    count = 0
    pairs = list(_pairs(log.stdout, commits))
    command = [*start, "cat-file", "--batch"]
    with subprocess.Popen(  # noqa: S603 - as above
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        for old, new in pairs:
            was = held.pop(old, None)
            held[new] = now = _entries(yaml.load(_blob(process, new), yaml.CSafeLoader))
            if was is not None:
                count += sum(was.get(key) != now.get(key) for key in was | now)
        process.kill()
    return count


def _pairs(log: str, commits: int) -> Iterator[Pair]:
    """Yield blob before and after of every file that is there after a commit."""
    seen = 0
    for line in log.splitlines():
        if line.startswith(":"):
            _, _, old, new, _ = line.split(" ", 4)
            if new.strip("0"):
                yield old, new
        elif line:
            seen += 1
            if seen > commits:
                return


def _blob(process: subprocess.Popen[bytes], blob: str) -> bytes:
    if process.stdin is None or process.stdout is None:
        raise OSError
    process.stdin.write(f"{blob}\n".encode())
    process.stdin.flush()
    size = int(process.stdout.readline().split()[-1])
    return process.stdout.read(size + 1)[:-1]


def _entries(whole: dict[str, Any]) -> dict[tuple[str, str], Any]:
    """Key the entries of all sections by section and id, and the rest by its key."""
    found: dict[tuple[str, str], Any] = {}
    for key, value in whole.items():
        if key not in SECTIONS:
            found["head", key] = value
            continue
        for entry in value:
            name = entry.get("id") or entry.get("code") or entry.get("revise")
            found[key, name] = entry
    return found


if __name__ == "__main__":
    print(f"{compare(Path(sys.argv[1]), int(sys.argv[2])):,} entries differ")
