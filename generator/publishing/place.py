"""Where a site or file goes, and the names beside it while it is being made."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from generator.problems import GeneratorError
from generator.publishing.faults import worded

# The file that every Qingdan build writes at the root of its site.
MARK = "build.json"


@dataclass(frozen=True, slots=True)
class Place:
    """A target (发布位置) with its links followed; `shown` is what the user typed.

    The names beside the target begin with a dot and the target's own name:
    `.site.lock`, `.site.stage-123` (the new site, and for a moment after the
    swap the old one) and `.site.previous` (the old site where a disk cannot swap
    in one step).
    """

    parent: Path
    name: str
    shown: str

    @property
    def target(self) -> Path:
        """Return the path that gets replaced."""
        return self.parent / self.name

    @property
    def lock(self) -> Path:
        """Return the file that a running build keeps locked."""
        return self.parent / f".{self.name}.lock"

    @property
    def stage(self) -> Path:
        """Return where this process builds."""
        return self.parent / f".{self.name}.stage-{os.getpid()}"

    @property
    def previous(self) -> Path:
        """Return where the old site waits between two renames."""
        return self.parent / f".{self.name}.previous"

    def is_stage(self, name: str) -> bool:
        """Tell whether a name in the parent is a stage of this target.

        Digits only, so that the stages of a neighbour called `site.stage-old`
        are not taken for ours.
        """
        return re.fullmatch(rf"\.{re.escape(self.name)}\.stage-\d+", name) is not None


def find_place(target: Path) -> Place:
    """Follow links and make the folder above the target.

    A link to a folder stays as it is; the folder it points to is replaced, and
    everything beside it happens beside that folder, on its own disk.
    """
    real = Path(os.path.realpath(target))
    if not real.name:
        message = f"写不了“{target}”：请在它下面指定一个名字。"
        raise GeneratorError(message)
    with worded(target):
        real.parent.mkdir(parents=True, exist_ok=True)
    return Place(real.parent, real.name, str(target))


def refuse_foreign(place: Place) -> None:
    """Refuse a target that is no folder, or a folder that no build of ours made.

    A folder counts as ours when it is empty or holds `build.json`, and never
    while it is a checkout: swapping would take its `.git` away.
    """
    with worded(place.shown):
        reason = _why_foreign(place.target)
    if reason:
        message = (
            f"不能发布到“{place.shown}”：{reason}。请换一个空文件夹；原来的内容没有动。"
        )
        raise GeneratorError(message)


def _why_foreign(target: Path) -> str:
    """Say why a target is not ours to replace; nothing if it is."""
    if not os.path.lexists(target):
        return ""
    if target.is_file():
        return "它是一个文件，不是文件夹"
    names = {path.name for path in target.iterdir()}
    faults = (
        (not os.access(target, os.W_OK), "它不能写入，是只读的，或者不属于当前用户"),
        (target.is_mount(), "它是一个挂载点，不能整体替换，请改用它下面的文件夹"),
        (".git" in names, "它是一个 Git 仓库，里面的 .git 会被换掉"),
        (
            names and MARK not in names,
            f"里面有别的文件，又没有 {MARK}，不像是以前发布的网站",
        ),
    )
    return next((reason for applies, reason in faults if applies), "")
