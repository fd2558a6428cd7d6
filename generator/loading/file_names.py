"""Sort the files of a content tree by their names: what is read, what is misplaced.

Reads nothing: it sees paths below the root only, written with `/`.
"""

import re
from collections.abc import Iterable, Iterator

from generator.problems import Place, Problem, Severity

CONTENT = "content"
WORDS = f"{CONTENT}/words.yml"
"""Where the everyday words stand, if the site has any."""

CORRECTIONS = f"{CONTENT}/corrections.yml"
"""Where the correction log stands, if the site has one."""

_HOMES = {
    "offices": (1, "offices/街道编号.yml"),
    "lists": (3, "lists/街道编号/清单编号/施行日期.yml"),
}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_OTHER_ROOMS = {"about", "schema"}
_QUIET = {"Thumbs.db", ".DS_Store", "desktop.ini", ".gitkeep", ".gitignore"}
_ODD = re.compile(r"[^\w .()（）《》〔〕·~$+,，、@%=\-—]")
_LIKE_WORDS = re.compile(r"words?\.ya?ml(?:\s+|\.|\.txt)?", re.IGNORECASE)
_LIKE_CORRECTIONS = re.compile(r"corrections?\.ya?ml(?:\s+|\.|\.txt)?", re.IGNORECASE)
_PICTURE = re.compile(r".*/[a-z0-9]+(?:-[a-z0-9]+)*\.(?:png|jpg|webp)", re.ASCII)
_MEANT_AS_YAML = re.compile(
    r"(?P<stem>.+?)\.ya?ml(?:\s+|\.|\.txt)|(?P<date>\d{4}-\d{2}-\d{2})", re.IGNORECASE
)


def office_files(files: Iterable[str], problems: list[Problem]) -> Iterator[str]:
    """Yield the files of offices; report what lies beside them."""
    return _below(files, "offices", problems)


def list_files(files: Iterable[str], problems: list[Problem]) -> Iterator[str]:
    """Yield the files of lists; report what lies beside them."""
    return _below(files, "lists", problems)


def prose_files(files: Iterable[str]) -> Iterator[str]:
    """Yield the prose pages."""
    prefix = f"{CONTENT}/about/"
    return (p for p in files if p.startswith(prefix) and p.endswith(".md"))


def picture_files(files: Iterable[str]) -> Iterator[str]:
    """Yield the pictures of the prose pages; drawings that can hold scripts are none."""
    prefix = f"{CONTENT}/about/"
    return (p for p in files if p.startswith(prefix) and _PICTURE.fullmatch(p))


def lost_files(files: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for every YAML file that lies where nothing is read."""
    for path in files:
        room, _, below = path.removeprefix(f"{CONTENT}/").partition("/")
        is_yaml = path.lower().endswith((".yml", ".yaml")) or meant_as_yaml(path)
        if path in {WORDS, CORRECTIONS} or not is_yaml:
            continue
        if not (below and room in {*_HOMES, *_OTHER_ROOMS}):
            yield Problem(Place(printable(path)), "file-name", *_lost(path))


def _lost(path: str) -> tuple[str, str]:
    """Say what is wrong with a file that nobody reads, and where it belongs."""
    if _LIKE_WORDS.fullmatch(path.rsplit("/", 1)[-1]):
        return "日常说法的文件名字不对，没有读。", f"请改名为 {WORDS}。"
    if _LIKE_CORRECTIONS.fullmatch(path.rsplit("/", 1)[-1]):
        return "纠错记录的文件名字不对，没有读。", f"请改名为 {CORRECTIONS}。"
    homes = " 或 ".join(f"{CONTENT}/{home}" for _, home in _HOMES.values())
    return "这个文件不在“offices”或“lists”文件夹里，没有读。", f"应放在 {homes}。"


def meant_as_yaml(path: str) -> str:
    """Give the name a file should have that only a hidden extension keeps unread."""
    match = _MEANT_AS_YAML.fullmatch(path.rsplit("/", 1)[-1])
    return f"{match['stem'] or match['date']}.yml" if match else ""


def is_slug(name: str) -> bool:
    """Tell whether a folder's name can be an id and part of an address."""
    return bool(_SLUG.fullmatch(name))


def printable(path: str) -> str:
    """Make a text safe to print: what would not show becomes a visible escape."""
    return "".join(map(_shown, path))


def report(
    problems: list[Problem],
    path: str,
    rule: str,
    sentence: str,
    cure: str,
    severity: Severity = Severity.ERROR,
) -> None:
    """Add a problem about a whole file or folder."""
    place = Place(printable(path))
    problems.append(Problem(place, rule, sentence, cure, severity))


def _shown(character: str) -> str:
    if character.isprintable() or character == "\u3000":
        return character
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # noqa: PLR2004, a byte of a name that is no UTF-8
        return f"\\x{code - 0xDC00:02x}"
    return f"<U+{code:04X}>"


def _below(files: Iterable[str], room: str, problems: list[Problem]) -> Iterator[str]:
    """Yield the YAML files that lie as deep in content/offices or lists as they should."""
    prefix = f"{CONTENT}/{room}/"
    depth, home = _HOMES[room]
    for path in files:
        if not path.startswith(prefix):
            continue
        fault = _fault(path, depth, home)
        if fault:
            report(problems, path, "file-name", *fault)
        elif path.endswith(".yml"):
            yield path
        elif path.rsplit("/", 1)[-1] not in _QUIET:
            report(
                problems,
                path,
                "stray-file",
                "这里只读 .yml 文件，这个文件已忽略。",
                "若是通知原件，请放到别处。",
                Severity.REMINDER,
            )


def _fault(path: str, depth: int, home: str) -> tuple[str, str] | None:
    name = path.rsplit("/", 1)[-1]
    meant = meant_as_yaml(path)
    if meant:
        return (
            "扩展名不是 .yml，这个文件没有读。",
            f"请改名为 {printable(meant)}（资源管理器里先打开“显示文件扩展名”）。",
        )
    if _ODD.search(name):
        return (
            "文件名里有不允许的字符。",
            "请用小写字母、数字和短横线重新起名。",
        )
    if name.lower().endswith((".yml", ".yaml")) and not name.endswith(".yml"):
        return "扩展名应为小写的 .yml，这个文件没有读。", "请把扩展名改成 .yml。"
    if name.endswith(".yml") and path.count("/") != depth + 1:
        return "文件放错了文件夹，没有读。", f"应放在 content/{home}。"
    return None
