"""A new district's repository (新区县的仓库): everything to begin with, ready to commit.

The office and its list are examples that pass the check; what is to be replaced says so.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import generator
from generator.authoring.drafts import check_id, quoted
from generator.authoring.editor_files import editor_files
from generator.authoring.templates import fill, read_guide
from generator.model.kinds import Kind
from generator.outputs import OutputFile
from generator.problems import GeneratorError

_SHIPPED = (
    ("site_config.yml", "site_config.yml"),
    ("requirements.txt", "requirements.txt"),
    ("README.md", "README.md"),
    ("content/about/index.md", "index.md"),
    ("content/about/privacy.md", "privacy.md"),
    ("content/about/accessibility.md", "accessibility.md"),
)
"""Where a file goes, and the template in `district/` it comes from."""

_GITIGNORE = "/build/\n.venv/\n__pycache__/\nThumbs.db\n.DS_Store\n~$*\n"
_GITATTRIBUTES = """\
# 各种电脑上都用同样的换行，git 才不会把没有改的文件当成改过。
* text=auto eol=lf
*.png binary
*.jpg binary
*.webp binary
*.whl binary
"""

LISTS: Mapping[str, str] = {
    "duty": "duties",
    "power": "powers",
    "service": "services",
}
"""The folder of a list by its kind, where it is not the kind's own id."""

_APPROVALS = """\
# 新增职责、权力要写明批准（职责准入）；请换成真实的批准机关和文号。
approvals:
  - by: 区委编办（示例）
"""
_APPROVED = {"duty", "power"}
_ONE_LINE = re.compile(r"[^\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class District:
    """What is asked before a repository is made; `forge` is empty for none."""

    name: str
    district: str
    office: str
    office_name: str
    kind: Kind
    forge: str
    today: date


def district_files(asked: District) -> Iterator[OutputFile]:
    """Yield the files at their paths, without the forge's and without the schemas.

    Raises GeneratorError where an answer cannot be an id or a name.
    """
    check_id(asked.office, "街道编号")
    for text in (asked.name, asked.district, asked.office_name):
        if not _ONE_LINE.fullmatch(text):
            message = f"名称“{text!r}”不能用：请写一行文字。"
            raise GeneratorError(message)
    plain = _values(asked)
    marked = plain | {
        key: quoted(plain[key]) for key in ("name", "district", "office-name", "title")
    }
    for path, template in _SHIPPED:
        values = marked if path.endswith(".yml") else plain
        yield _file(path, fill(f"district/{template}", values))
    yield _file("content/README.md", read_guide())
    office = fill("district/office.yml", marked)
    yield _file(f"content/offices/{asked.office}.yml", office)
    folder = f"content/lists/{asked.office}/{plain['list']}"
    path = f"{folder}/{asked.today.isoformat()}.yml"
    yield _file(path, fill("district/list.yml", marked))
    yield _file(".gitignore", _GITIGNORE)
    yield _file(".gitattributes", _GITATTRIBUTES)
    yield from editor_files()


def _values(asked: District) -> dict[str, str]:
    kind = asked.kind
    return {
        "name": asked.name,
        "district": asked.district,
        "office": asked.office,
        "office-name": asked.office_name,
        "kind": kind.id,
        "list": LISTS.get(kind.id, kind.id),
        "title": f"{asked.office_name}{kind.label}",
        "forge": asked.forge or "gitlab",
        "today": asked.today.isoformat(),
        "year": str(asked.today.year),
        "opened": _opened(asked.today).isoformat(),
        "version": generator.__version__,
        "approvals": _APPROVALS if kind.id in _APPROVED else "",
        "items": _items(kind),
    }


def _opened(today: date) -> date:
    """The first of a month, some three months ahead: until then all may be rewritten."""
    months = today.year * 12 + today.month - 1 + 3
    return date(months // 12, months % 12 + 1, 1)


def _items(kind: Kind) -> str:
    """Example items: two real ones for services, for other kinds one with what is expected."""
    if kind.id == "service":
        return fill("district/service.yml", {}).rstrip("\n")
    lines = ["- id: example", "  title: 示例事项（请换成真实的事项）"]
    for name in kind.expects:
        field = kind.fields.get(name)
        if name == "unit":
            lines.append("  unit: social-affairs")
        elif field and name != "hotline":
            lines.append(f"  {name}: {_EXAMPLES.get(name, f'示例{field.label}')}")
    return "\n".join(f"  {line}" for line in lines)


_EXAMPLES = {"basis": "《示例文件》第一条"}


def _file(path: str, text: str) -> OutputFile:
    return OutputFile(path, text.encode())
