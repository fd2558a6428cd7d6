"""A new site growing beside the old one."""

import os
from contextlib import suppress
from typing import Self

from generator.outputs import OutputFile
from generator.publishing import files, swap
from generator.publishing.paths import SitePaths
from generator.publishing.place import Place

_NONE = -1  # in place of an open folder


class Stage:
    """The site being built (暂存区), on disk only from its first difference on.

    Files that the old site already has become hard links to it: same file, same
    date. Methods raise OSError as the disk does, GeneratorError for bad paths.
    """

    def __init__(self, place: Place) -> None:
        """Open the old site, if there is one."""
        self.paths = SitePaths()
        self.written = self.unchanged = self.bytes = 0
        self._place = place
        self._old = _NONE
        self._new = _NONE
        # What the old site has already, as long as nothing differs.
        self._waiting: list[str] = []
        if place.target.exists():
            self._old = files.open_folder(place.target)

    def __enter__(self) -> Self:
        """Return the stage itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close both folders; `clear_up` removes what is left of the stage."""
        for folder in (self._old, self._new):
            if folder != _NONE:
                files.let_go(folder)

    def add(self, output: OutputFile) -> None:
        """Take one file over from the old site or write it."""
        folders = self.paths.add(output.path)
        self.bytes += len(output.content)
        same = self._old != _NONE and files.holds(self._old, output)
        if same:
            self.unchanged += 1
            if self._new == _NONE:
                self._waiting.append(output.path)
                return
        else:
            self.written += 1
        if self._new == _NONE:
            self._begin()
        else:
            files.make_folders(self._new, folders)
        if same:
            files.keep(self._old, self._new, output.path)
        else:
            files.write(self._new, output.path, output.content)

    def finish(self) -> int:
        """Put the site in place if it differs; return how many old files are gone."""
        gone, differs = self._compare_rest()
        if differs and self._new == _NONE:
            self._begin()
        if self._new != _NONE:
            swap.flush(self._new)
            swap.into_place(self._place)
        return gone

    def _begin(self) -> None:
        """Create the stage with all folders so far and the files that waited."""
        self._place.stage.mkdir()
        self._new = files.open_folder(self._place.stage)
        with suppress(PermissionError):  # a disk without modes
            os.fchmod(self._new, files.FOLDER_MODE)
        files.make_folders(self._new, list(self.paths.folders)[1:])
        for path in self._waiting:
            files.keep(self._old, self._new, path)
        self._waiting.clear()

    def _compare_rest(self) -> tuple[int, bool]:
        """Count old files that the site no longer has; tell if the old site is odd.

        Odd is one with such files, with folders too many, or with a folder of
        another mode. Its other files were compared one by one as they came.
        """
        if self._old == _NONE:
            return 0, True
        gone = 0
        odd = os.fstat(self._old).st_mode & 0o7777 != files.FOLDER_MODE
        for path, entry in files.walk(self._place.target):
            if entry.is_dir(follow_symlinks=False):
                mode = entry.stat(follow_symlinks=False).st_mode & 0o7777
                odd |= path not in self.paths.folders or mode != files.FOLDER_MODE
            else:
                gone += path not in self.paths
        return gone, odd or gone > 0
