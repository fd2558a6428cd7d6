"""Read the content folder: the only room that reads files of the tree.

Links are not followed, special files are not opened, and nothing larger than
LARGEST is read.
"""

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.problems import GeneratorError, Place, Problem, Severity

LARGEST = 5_000_000
"""Bytes a content file may have; a list of a thousand long items has two million."""

CONTENT = "content"
_QUIET = {"Thumbs.db", ".DS_Store", "desktop.ini", ".gitkeep", ".gitignore"}
_ODD = re.compile(r"[^\w .()（）《》〔〕·~$+,，、@%=\-—]")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it lies on disk: its path below the root, with `/`, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Sources:
    """All files of a content tree by what they are, in the order of their paths."""

    config: SourceFile
    offices: tuple[SourceFile, ...]
    lists: tuple[SourceFile, ...]
    prose: tuple[SourceFile, ...]
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
    return Sources(
        config=SourceFile("site_config.yml", config.read_bytes()[:LARGEST]),
        offices=tuple(_read(root, _below(files, "offices", 1, problems), problems)),
        lists=tuple(_read(root, _below(files, "lists", 3, problems), problems)),
        prose=tuple(_read(root, _prose(files), problems)),
        problems=tuple(problems),
    )


def printable(path: str) -> str:
    """Make a path safe to print: odd characters become visible escapes."""
    return "".join(
        character if character.isprintable() else f"\\x{ord(character) & 0xFF:02x}"
        for character in path
    )


def _walk(root: Path, folder: Path, problems: list[Problem]) -> Iterator[str]:
    """Yield the regular files below a folder; report what is neither file nor folder."""
    try:
        entries = sorted(folder.iterdir())
    except FileNotFoundError:
        return
    except OSError as error:
        message = f"读不了文件夹“{folder}”：{error.strerror}。"
        raise GeneratorError(message) from error
    if not entries and folder.parent.parent.name == "lists":
        _report(
            problems,
            folder.relative_to(root).as_posix(),
            "empty-folder",
            "这个清单文件夹是空的。",
            "放入第一个版本，或删去文件夹。",
            Severity.REMINDER,
        )
    for entry in entries:
        path = entry.relative_to(root).as_posix()
        mode = entry.lstat().st_mode
        if stat.S_ISLNK(mode):
            _report(
                problems,
                path,
                "file-type",
                "这是快捷方式（链接），不是文件。",
                "请放入文件本身。",
            )
        elif stat.S_ISDIR(mode):
            if entry.suffix.lower() in {".yml", ".yaml"}:
                _report(
                    problems,
                    path,
                    "file-type",
                    "这是文件夹，名字却像清单文件。",
                    "请改名，或换成文件。",
                )
            else:
                yield from _walk(root, entry, problems)
        elif not stat.S_ISREG(mode):
            _report(problems, path, "file-type", "这不是普通文件。", "请删去。")
        else:
            yield path


def _below(
    files: list[str], room: str, depth: int, problems: list[Problem]
) -> Iterator[str]:
    """Yield the YAML files that lie `depth` folders deep in content/offices or lists."""
    prefix = f"{CONTENT}/{room}/"
    for path in files:
        if not path.startswith(prefix):
            continue
        name = path.rsplit("/", 1)[-1]
        if _ODD.search(name):
            _report(
                problems,
                path,
                "file-name",
                "文件名里有不允许的字符。",
                "请用小写字母、数字和短横线重新起名。",
            )
        elif name.lower().endswith((".yml", ".yaml")) and not name.endswith(".yml"):
            _report(
                problems,
                path,
                "file-name",
                "扩展名应为小写的 .yml，这个文件没有读。",
                "请把扩展名改成 .yml。",
            )
        elif not name.endswith(".yml"):
            _stray(problems, path, name)
        elif path.count("/") != depth + 1:
            where = (
                "offices/街道编号.yml"
                if room == "offices"
                else ("lists/街道编号/清单编号/施行日期.yml")
            )
            _report(
                problems,
                path,
                "file-name",
                "文件放错了文件夹，没有读。",
                f"应放在 content/{where}。",
            )
        else:
            yield path


def _stray(problems: list[Problem], path: str, name: str) -> None:
    if name not in _QUIET:
        _report(
            problems,
            path,
            "stray-file",
            "这里只读 .yml 文件，这个文件已忽略。",
            "若是通知原件，请放到别处。",
            Severity.REMINDER,
        )


def _prose(files: list[str]) -> Iterator[str]:
    prefix = f"{CONTENT}/about/"
    return (p for p in files if p.startswith(prefix) and p.endswith(".md"))


def _read(
    root: Path, paths: Iterator[str], problems: list[Problem]
) -> Iterator[SourceFile]:
    for path in paths:
        file = root / path
        size = file.stat().st_size
        if size > LARGEST:
            _report(
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
            message = f"读不了文件“{printable(path)}”：{error.strerror}。"
            raise GeneratorError(message) from error


def _report(
    problems: list[Problem],
    path: str,
    rule: str,
    sentence: str,
    cure: str,
    severity: Severity = Severity.ERROR,
) -> None:
    place = Place(printable(path))
    problems.append(Problem(place, rule, sentence, cure, severity))


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
