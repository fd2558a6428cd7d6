"""The recorded history (登记历史): what each commit, or one tree after another, changed.

Values are raw, as typed; what they mean is for others to say. Never shows them.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.history.changes import FileEdit, Gap, PartDifference, Recorded
from generator.history.differences import Difference, Seen, State, difference
from generator.history.memory import Memory
from generator.history.past import Life, Step, follow
from generator.loading.git_log import read_log
from generator.loading.renames import FileSort, pair_trees, sort_of
from generator.loading.repository import Blobs, Standing, open_blobs, standing

_GAPS = {
    Standing.NO_GIT: Gap.NO_GIT,
    Standing.NO_REPOSITORY: Gap.NO_REPOSITORY,
    Standing.NO_COMMITS: Gap.NO_COMMITS,
    Standing.SHALLOW: Gap.SHALLOW,
}


def read_recorded(root: Path, memory: Memory) -> Recorded:
    """Read the history of HEAD, first parents only; asks and feeds the memory.

    Of a shallow clone nothing is read. Raises GeneratorError where git refuses, or
    the repository lacks files of its past.
    """
    gap = _GAPS.get(standing(root))
    if gap is not None:
        return Recorded(gap)
    lives = follow(read_log(root))
    if not lives:
        return Recorded(Gap.NO_COMMITS)
    edits: list[tuple[int, FileEdit]] = []
    with open_blobs(root) as blobs:
        for life in lives:
            edits += _Reader(life, blobs, memory).edits()
    edits.sort(key=lambda pair: (pair[0], pair[1].path, pair[1].old_path))
    # Of two files that had one path after another, the one that is there counts.
    lives.sort(key=lambda life: bool(life.steps and not life.steps[-1].new_path))
    added = {life.path: life.added for life in reversed(lives)}
    return Recorded(
        Gap.NONE,
        {path: added[path] for path in sorted(added)},
        tuple(edit for _, edit in edits),
    )


def edit_between(
    path_old: str, old: bytes | None, path_new: str, new: bytes | None
) -> FileEdit:
    """Compare a file before and after; None, and an empty path, where there is none."""
    path = path_new or path_old
    sort = sort_of(path)
    if old is None or new is None or sort is None:
        return FileEdit(path, path_old, path_new)
    found = difference(State(old, sort), State(new, sort), {})
    return FileEdit(path, path_old, path_new, found.parts, found.is_known)


def edits_between(
    old: Mapping[str, bytes], new: Mapping[str, bytes]
) -> tuple[FileEdit, ...]:
    """Compare two trees, files by path: content files that differ in what they say.

    Added and deleted files are edits too; renamed files are found by their text.
    """
    was = {path: data for path, data in old.items() if sort_of(path)}
    now = {path: data for path, data in new.items() if sort_of(path)}
    edits = (
        edit_between(path_old, was.get(path_old), path_new, now.get(path_new))
        for path_old, path_new in pair_trees(was, now)
    )
    return tuple(edit for edit in edits if _says_something(edit))


def _says_something(edit: FileEdit) -> bool:
    """Tell an edit from one of order, comments or line ends only."""
    moved = edit.old_path != edit.new_path
    return moved or bool(edit.parts) or not edit.readable


class _Reader:
    """Reads one file's past in order: always against the last state that was readable."""

    def __init__(self, life: Life, blobs: Blobs, memory: Memory) -> None:
        self._life = life
        self._sort = sort_of(life.path) or FileSort.LIST
        self._blobs = blobs
        self._memory = memory
        self._seen: Seen = {}
        self._base = life.blob
        self._states: dict[str, State] = {}

    def edits(self) -> Iterator[tuple[int, FileEdit]]:
        """Yield number of the commit and edit, for every step that says something."""
        for step in self._life.steps:
            parts: tuple[PartDifference, ...] = ()
            readable = True
            if step.new_path:
                found = self._against(step.new_blob)
                parts, readable = found.parts, found.is_known
            edit = self._edit(step, parts, readable=readable)
            if _says_something(edit):
                yield step.number, edit

    def _edit(
        self, step: Step, parts: tuple[PartDifference, ...], *, readable: bool
    ) -> FileEdit:
        return FileEdit(
            self._life.path,
            step.old_path,
            step.new_path,
            parts,
            readable,
            step.commit,
        )

    def _against(self, blob: str) -> Difference:
        """Compare a blob with the last readable one, which it becomes if it can be read."""
        base, sort = self._base, self._sort.value
        if blob == base:
            return Difference()
        found = self._memory.recall(base, blob, sort)
        if found is None:
            found = difference(self._state(base), self._state(blob), self._seen)
            self._memory.keep(base, blob, sort, found)
        if found.new_readable or not found.old_readable:
            self._base = blob
            self._states.pop(base, None)
        else:
            self._states.pop(blob, None)
        return found

    def _state(self, blob: str) -> State:
        if blob not in self._states:
            self._states[blob] = State(self._blobs.read(blob), self._sort)
        return self._states[blob]
