"""Read the content folder: the only room that reads files of the tree.

Links are not followed, special files are not opened, and nothing larger than
LARGEST is read.
"""

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.loading.file_names import (
    CONTENT,
    CORRECTIONS,
    WORDS,
    list_files,
    lost_files,
    office_files,
    picture_files,
    printable,
    prose_files,
    report,
)
from generator.loading.personal import check_names
from generator.problems import GeneratorError, Problem, Severity

LARGEST = 5_000_000
"""Bytes a content file may have; a list of a thousand long items has two million."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it lies on disk: its path below the root, with `/`, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Sources:
    """All files of a content tree by what they are, in the order of their paths.

    `words` is None where the site has no everyday words, `corrections` where it has
    no correction log.
    """

    config: SourceFile
    offices: tuple[SourceFile, ...]
    lists: tuple[SourceFile, ...]
    prose: tuple[SourceFile, ...]
    pictures: tuple[SourceFile, ...]
    words: SourceFile | None
    corrections: SourceFile | None
    problems: tuple[Problem, ...]


def read_sources(root: Path) -> Sources:
    """Read `site_config.yml` and everything below `content/`.

    Raises GeneratorError where there is no site_config.yml or it cannot be read.
    """
    config = root / "site_config.yml"
    if not config.is_file():
        message = (
            f"“{root}”里没有 site_config.yml。请换到网站的文件夹，或用 --root 指明。"
        )
        raise GeneratorError(message)
    problems: list[Problem] = []
    files = list(_walk(root, root / CONTENT, problems))
    problems += check_names(files)
    problems += lost_files(files)
    return Sources(
        config=SourceFile("site_config.yml", config.read_bytes()[:LARGEST]),
        offices=tuple(_read(root, office_files(files, problems), problems)),
        lists=tuple(_read(root, list_files(files, problems), problems)),
        prose=tuple(_read(root, prose_files(files), problems)),
        pictures=tuple(_read(root, picture_files(files), problems)),
        words=_only(root, files, WORDS, problems),
        corrections=_only(root, files, CORRECTIONS, problems),
        problems=tuple(problems),
    )


def _only(
    root: Path, files: list[str], path: str, problems: list[Problem]
) -> SourceFile | None:
    """Read one file of a fixed name, where it is there."""
    return next(_read(root, (p for p in files if p == path), problems), None)


def _walk(root: Path, folder: Path, problems: list[Problem]) -> Iterator[str]:
    """Yield the regular files below a folder; report what is neither file nor folder."""
    try:
        entries = sorted(folder.iterdir())
    except FileNotFoundError:
        return
    except OSError as error:
        message = f"读不了文件夹“{folder}”，请检查它的权限。"
        raise GeneratorError(message) from error
    if not entries and folder.parent.parent.name == "lists":
        report(
            problems,
            folder.relative_to(root).as_posix(),
            "empty-folder",
            "这个清单文件夹是空的。",
            "请放入第一个版本，或删去文件夹。",
            Severity.REMINDER,
        )
    for entry in entries:
        path = entry.relative_to(root).as_posix()
        mode = entry.lstat().st_mode
        if stat.S_ISLNK(mode):
            report(
                problems,
                path,
                "file-type",
                "这是快捷方式（链接），不是文件。",
                "请放入文件本身。",
            )
        elif stat.S_ISDIR(mode):
            if entry.suffix.lower() in {".yml", ".yaml"}:
                report(
                    problems,
                    path,
                    "file-type",
                    "这是文件夹，名字却像清单文件。",
                    "请给文件夹改名，或换成文件。",
                )
            else:
                yield from _walk(root, entry, problems)
        elif not stat.S_ISREG(mode):
            report(
                problems,
                path,
                "file-type",
                "这不是普通文件，没有读。",
                "请删去，或换成普通文件。",
            )
        else:
            yield path


def _read(
    root: Path, paths: Iterator[str], problems: list[Problem]
) -> Iterator[SourceFile]:
    for path in paths:
        file = root / path
        size = file.stat().st_size
        if size > LARGEST:
            report(
                problems,
                path,
                "file-size",
                f"文件太大：{size / 1e6:.0f} MB，最多 {LARGEST // 1_000_000} MB。",
                "请检查是否放错了文件，或把清单分开。",
            )
            continue
        try:
            yield SourceFile(path, file.read_bytes())
        except OSError as error:
            message = f"读不了文件“{printable(path)}”，请检查它的权限。"
            raise GeneratorError(message) from error


def read_lines(root: Path, path: str) -> list[str]:
    """Read the lines of a file to quote them; none where it is no ordinary text."""
    try:
        file = root / path
        if not file.is_file() or file.is_symlink() or file.stat().st_size > LARGEST:
            return []
        text = file.read_bytes().decode("utf-8-sig", "replace")
    except (OSError, ValueError):
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
