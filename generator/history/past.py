"""Follow each content file through the commits, across renames and returns."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.history.changes import Commit
from generator.loading.git_log import Logged, Touched
from generator.loading.renames import may_be_renamed, sort_of


@dataclass(frozen=True, slots=True)
class Step:
    """One commit that touched a file: path and blob before and after, or empty.

    `number` counts the commits from the first.
    """

    number: int
    commit: Commit
    old_path: str
    new_path: str
    new_blob: str


@dataclass(slots=True)
class Life:
    """One file from the commit that added it: where it is today, and what befell it."""

    added: Commit
    blob: str
    path: str
    steps: list[Step] = field(default_factory=list)


def follow(commits: Iterable[Logged]) -> list[Life]:
    """Follow all content files from the first commit to the last."""
    past = _Past()
    latest = None
    for number, logged in enumerate(commits):
        backwards = latest is not None and logged.time < latest
        commit = Commit(logged.id, logged.time, backwards)
        latest = logged.time if latest is None else max(latest, logged.time)
        past.take(number, commit, [_told(file) for file in logged.files])
    return past.lives


def _told(file: Touched) -> tuple[Touched, ...]:
    """Leave out paths that are no content; part a pair that is no renaming."""
    old, new = file.old_path, file.new_path
    is_old, is_new = sort_of(old) is not None, sort_of(new) is not None
    if is_old and is_new and (old == new or may_be_renamed(old, new)):
        return (file,)
    gone = Touched(old, "", file.old_blob, "")
    come = Touched("", new, "", file.new_blob)
    return (gone,) * is_old + (come,) * is_new


class _Past:
    """The lives so far: those of files there are, and of files there were."""

    def __init__(self) -> None:
        self.lives: list[Life] = []
        self._here: dict[str, Life] = {}
        self._gone: dict[str, Life] = {}

    def take(
        self, number: int, commit: Commit, told: Iterable[tuple[Touched, ...]]
    ) -> None:
        """Take one commit: all leave their old path before any takes a new one."""
        files = [file for several in told for file in several]
        leaving = [
            (file, self._here.pop(file.old_path, None) if file.old_path else None)
            for file in files
        ]
        for file, life in leaving:
            if life is not None and not file.new_path:
                self._gone[file.old_path] = life
        for file, life in leaving:
            self._move(number, commit, file, life)

    def _move(
        self, number: int, commit: Commit, file: Touched, life: Life | None
    ) -> None:
        if file.new_path:
            life = life or self._gone.pop(file.new_path, None)
            if life is None:
                life = Life(commit, file.new_blob, file.new_path)
                self.lives.append(life)
                self._here[file.new_path] = life
                return
            life.path = file.new_path
            self._here[file.new_path] = life
        if life is not None:
            life.steps.append(
                Step(number, commit, file.old_path, file.new_path, file.new_blob)
            )
