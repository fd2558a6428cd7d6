"""Which paths a site may have. Looks at names only, never at the disk."""

import re
import unicodedata

from generator.problems import GeneratorError

# One part of a path: no control characters, no separator of any system and
# nothing that has no UTF-8 form.
_PART = re.compile(r"[^\x00-\x1f\x7f-\x9f/\\\ud800-\udfff]+")


class SitePaths:
    """The paths of one site so far; the one that collides (重名) is refused."""

    __slots__ = ("_files", "_folded", "folders")

    def __init__(self) -> None:
        """Start with the root folder only, whose path is the empty text."""
        # Spelled without regard to case → as spelled: what is one file on a
        # Windows or macOS disk must be one file here.
        self._files: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        self.folders: dict[str, None] = {"": None}

    def __len__(self) -> int:
        """Count the files."""
        return len(self._files)

    def __contains__(self, path: str) -> bool:
        """Tell whether the site has exactly this file."""
        return self._files.get(_fold(path)) == path

    def add(self, path: str) -> list[str]:
        """Note a file and return the folders that it is the first to need.

        Parents come before children. Raises GeneratorError for a path that
        leaves the site, cannot be written, or collides with another.
        """
        if path.startswith("/"):
            raise _refused(path, "不能以 / 开头")
        folder, _, name = path.rpartition("/")
        _check_part(name, path)
        new = [] if folder in self.folders else self._enter(folder, path)
        key = _fold(path)
        other = self._files.get(key) or self._folded.get(key)
        if other is not None:
            raise _refused(path, f"与“{_visible(other)}”重名")
        self._files[key] = path
        return new

    def _enter(self, folder: str, path: str) -> list[str]:
        """Note a folder with its parents and return the new ones."""
        new = []
        parts = folder.split("/")
        for depth, part in enumerate(parts, 1):
            ancestor = "/".join(parts[:depth])
            if ancestor in self.folders:
                continue
            _check_part(part, path)
            key = _fold(ancestor)
            other = self._files.get(key) or self._folded.get(key)
            if other is not None:
                raise _refused(path, f"它的文件夹与“{_visible(other)}”重名")
            self._folded[key] = ancestor
            self.folders[ancestor] = None
            new.append(ancestor)
        return new


def _fold(path: str) -> str:
    """Spell a path the way a case-insensitive disk compares it."""
    return unicodedata.normalize("NFC", path).casefold()


def _check_part(part: str, path: str) -> None:
    """Refuse an empty part, `.`, `..` and characters that no path may have."""
    if part in {"", ".", ".."}:
        raise _refused(path, "不能有空的一段，也不能有 . 或 ..")
    if not _PART.fullmatch(part):
        raise _refused(path, "不能有反斜杠和控制字符")


def _refused(path: str, reason: str) -> GeneratorError:
    """Word the refusal of one path."""
    return GeneratorError(f"网站里不能有文件“{_visible(path)}”：{reason}。")


def _visible(path: str) -> str:
    """Show control characters as escapes, so that a terminal stays safe."""
    return repr(path)[1:-1]
