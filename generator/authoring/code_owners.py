"""Who must review what (审核人), in the words of each code forge: CODEOWNERS.

GitHub takes the last line that fits and is content with any one of its owners; Gitee
and GitLab know sections, each of which somebody must approve; Gitea and Forgejo read
regular expressions and ask everybody whose line fits.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.model.lists import Catalog
from generator.model.owners import Owners
from generator.outputs import OutputFile
from generator.problems import GeneratorError

_HOMES = {
    "github": ".github/CODEOWNERS",
    "gitlab": ".gitlab/CODEOWNERS",
    "gitea": ".gitea/CODEOWNERS",
    "forgejo": "CODEOWNERS",  # the one place that every version looks at
    "gitee": ".gitee/CODEOWNERS",
}

OWNERS_HEAD = "# 改了什么，请谁审核。由 qingdan ci 按 site_config.yml 的 owners 生成"
"""How the file begins, by which an earlier run's file is known."""

_HEAD = f"{OWNERS_HEAD}，请改那里再重新生成。\n"
_HOW = {
    "github": "# 一个文件合几行时以最后一行为准；一行里的人，任何一位批准就行。要在分支保护里打开“需要代码所有者审核”。\n",
    "gitlab": "# 每一节都要有人批准；要在“受保护分支”里打开“需要代码所有者批准”（专业版才有，免费版只提示）。\n",
    "gitee": "# 每一节都要有人批准；要在仓库设置里打开代码所有者审核。\n",
    "gitea": "# 左边是正则表达式；合上的每一行都请那些人审核，要几个人批准在分支保护里定。\n",
}
_EMPTY = """\
# 现在没有写审核人。职责、权力清单要请编办和司法局审核：写进 site_config.yml 的 owners，再运行 qingdan ci。
"""
# No example here: GitLab asks even the people whom a comment names.


def owners_file(forge: str, owners: Iterable[Owners], catalog: Catalog) -> OutputFile:
    """The file in which a forge looks up who reviews; comments only where nobody is named."""
    by_place = _by_place(owners, catalog)
    how = _HOW["gitea" if forge == "forgejo" else forge]
    match forge:
        case "gitlab" | "gitee":
            lines = _sections(by_place)
        case "gitea" | "forgejo":
            lines = (f"{_regular(p)} {' '.join(by)}" for p, by in by_place.items())
        case _:
            lines = (f"/{p} {' '.join(by)}" for p, by in by_place.items())
    text = "\n".join(lines)
    body = f"\n{text}\n" if text else _EMPTY
    return OutputFile(_HOMES[forge], f"{_HEAD}{how}{body}".encode())


def check_owners(
    owners: Iterable[Owners], catalog: Catalog, exists: Callable[[str], bool]
) -> None:
    """Refuse, with a GeneratorError, offices and paths that are not there.

    `exists` tells whether a path below the root is there.
    """
    for rule in owners:
        for office in rule.offices:
            if office not in catalog.offices:
                known = "、".join(catalog.offices) or "（还没有）"
                message = f"owners 里写的街道“{office}”没有。已有：{known}。"
                raise GeneratorError(message)
        for path in rule.paths:
            if not exists(path):
                message = f"owners 里写的“{path}”没有。请写仓库里有的文件或文件夹。"
                raise GeneratorError(message)
            if not path.endswith("/") and exists(f"{path}/."):
                message = f"owners 里写的“{path}”是文件夹，请写成“{path}/”。"
                raise GeneratorError(message)


def _by_place(
    owners: Iterable[Owners], catalog: Catalog
) -> Mapping[str, tuple[str, ...]]:
    """Each place and all who review it; what is narrower comes later.

    A place that a wider one covers has the wider one's owners too, so that a forge
    that reads the last line alone asks everybody.
    """
    stated: dict[str, list[str]] = {}
    for rule in owners:
        for place in _places(rule, catalog):
            known = stated.setdefault(place, [])
            known += [name for name in rule.by if name not in known]
    for narrow in _crossings(stated):
        stated.setdefault(narrow, [])
    return {
        place: tuple(
            dict.fromkeys(
                name
                for other in sorted(stated, key=_width)
                if _covers(other, place)
                for name in stated[other]
            )
        )
        for place in sorted(stated, key=_width)
    }


def _places(rule: Owners, catalog: Catalog) -> Iterator[str]:
    yield from rule.paths
    for office in rule.offices:
        yield f"content/offices/{office}.yml"
        yield f"content/lists/{office}/"
    for key in sorted(catalog.lists):
        kind = catalog.kind_of(key)
        if kind and kind.id in rule.kinds:
            yield f"content/lists/*/{key.id}/"


def _crossings(stated: Iterable[str]) -> list[str]:
    """Give the folders in which a street's and a kind's reviewers meet."""
    places = list(stated)
    kinds = [p.removeprefix("content/lists/*/") for p in places if "*" in p]
    streets = [p for p in places if p.startswith("content/lists/") and "*" not in p]
    return [f"{s}{kind}" for s in streets if s.count("/") == 3 for kind in kinds]  # noqa: PLR2004, content/lists/x/


def _covers(wide: str, narrow: str) -> bool:
    """Tell whether all files of a place lie in another."""
    parts, below = wide.rstrip("/").split("/"), narrow.rstrip("/").split("/")
    if not wide.endswith("/") and wide:
        return wide == narrow
    return len(parts) <= len(below) and all(
        part in {"*", other} for part, other in zip(parts, below, strict=False)
    )


def _width(place: str) -> tuple[int, bool, str]:
    """Order places from wide to narrow: few folders first, and `*` before a name."""
    return place.rstrip("/").count("/"), "*" not in place, place


def _sections(by_place: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield a section for each reviewer: all sections that fit must approve."""
    names = dict.fromkeys(name for by in by_place.values() for name in by)
    for place, name in enumerate(names):
        if place:
            yield ""
        yield f"[{name.removeprefix('@')}]"
        yield from (f"/{path} {name}" for path, by in by_place.items() if name in by)


def _regular(place: str) -> str:
    """Write a place as the whole regular expression that Gitea matches paths with."""
    text = place.replace(".", "[.]").replace("*", "[^/]+")
    return f"{text}.*" if text.endswith("/") or not text else text
