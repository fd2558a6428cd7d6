"""Let every system call of a publication fail once, or be the last, with strace.

Run as `python -m tests.publishing_strace [KILL EIO ENOSPC …]` from the project's
root; needs strace and a minute a fault, and is not part of the tests. Prints a line
a fault and ends with 1 if a site was ever neither the old nor the new one.
"""

import subprocess
import sys
from collections import Counter
from pathlib import Path

from generator.publishing import publish
from tests.publishing_child import folder_in_memory, names, outputs, site, snapshot

# What touches files, as far as a publication does it.
CALLS = (
    "mkdir,mkdirat,openat,write,read,linkat,fchmod,chmod,fchmodat,rename,renameat2,"
    "syncfs,fsync,unlink,unlinkat,rmdir,getdents64,newfstatat,fstat,flock,close"
)
CHILD = (sys.executable, "-m", "tests.publishing_child", "once")
COUNT = 4  # a small site: each call of its publication costs a run
READY = 'write(1, "\\"ready'


def trace(folder: Path, *inject: str) -> tuple[int, list[str]]:
    """Publish the new site under strace; return how it ended and its calls."""
    log = folder / "log"
    strace: tuple[str | Path, ...] = (
        "strace",
        "-qq",
        "-o",
        log,
        "-e",
        f"trace={CALLS}",
        *inject,
    )
    command = [*strace, *CHILD, folder / "all" / "site", "new", str(COUNT)]
    ended = subprocess.run(command, check=False, capture_output=True).returncode
    return ended, log.read_text(errors="replace").splitlines()


def prepare(folder: Path) -> Path:
    """Publish the old site and return where."""
    target = folder / "all" / "site"
    publish(outputs(site("old", COUNT)), target)
    return target


def outcome(target: Path, ended: int) -> str:
    """Name what is there, and whether the next run repairs it."""
    found = snapshot(target) if target.exists() else None
    if found not in (site("old", COUNT), site("new", COUNT)):
        return "BROKEN"
    publish(outputs(site("new", COUNT)), target)
    if snapshot(target) != site("new", COUNT) or names(target.parent) != ["site"]:
        return "NOT REPAIRED"
    tag = "new" if found == site("new", COUNT) else "old"
    return f"{tag} site, exit {ended}"


def try_all(folder: Path, fault: str) -> Counter[str]:
    """Inject the fault at each call after the imports."""
    prepare(folder)
    calls = trace(folder)[1]
    begin = max(at for at, call in enumerate(calls) if call.startswith(READY)) + 1
    what = "signal=KILL" if fault == "KILL" else f"error={fault}"
    found: Counter[str] = Counter()
    for at in range(begin, len(calls)):
        name = calls[at].partition("(")[0]
        # strace counts each kind of call on its own.
        nth = sum(call.startswith(f"{name}(") for call in calls[: at + 1])
        target = prepare(folder)
        ended, _ = trace(folder, "-e", f"inject={name}:{what}:when={nth}")
        found[outcome(target, ended)] += 1
    return found


def main(faults: list[str]) -> int:
    """Try all faults and say what came of each."""
    bad = 0
    for fault in faults:
        with folder_in_memory() as folder:
            found = try_all(Path(folder), fault)
        sys.stdout.write(f"{fault}: {dict(found)}\n")
        bad += found["BROKEN"] + found["NOT REPAIRED"]
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["KILL", "EIO", "ENOSPC"]))
