"""MkDocs with Material and one page for each item, on a slice of a corpus.

Three ways, from its best case to what `mkdocs build` does with a folder of pages.
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.streets import Raw, Street, read_streets

CONFIG = """\
site_name: 示范区街道职责清单
use_directory_urls: false
theme: {name: material, language: zh, font: false}
"""
OUT_OF_NAV = """\
nav: [index.md]
not_in_nav: /*/
"""
MODES = {
    "lean": "plugins: []\n" + OUT_OF_NAV,
    "search": "plugins: [search]\n" + OUT_OF_NAV,
    "default": "",
}


def write_project(root: Path, project: Path, pages: int, mode: str) -> None:
    """Write an MkDocs project for the first items of a corpus; not counted as time."""
    docs = project / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# 示范区街道职责清单\n", encoding="utf-8")
    for address, text in islice(_pages(root), pages):
        target = docs / address
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (project / "mkdocs.yml").write_text(CONFIG + MODES[mode], encoding="utf-8")


def _pages(root: Path) -> Iterator[tuple[str, str]]:
    for street in read_streets(root):
        units = {unit["id"]: unit for unit in street.office["units"]}
        for item in street.items:
            address = f"{street.office['id']}/{item['id']}.md"
            yield address, _page(street, item, units[item["unit"]])


def _page(street: Street, item: Raw, unit: Raw) -> str:
    """Write the facts of the bare loop's item page in Markdown."""
    office, header = street.office, street.header
    post = next(post for post in unit["posts"] if post["id"] == item["post"])
    hours = "\n".join(f"- {h['days']} {'、'.join(h['open'])}" for h in office["hours"])
    materials = "\n".join(f"- {material}" for material in item["materials"])
    limit = item["time_limit"]
    return f"""\
# {item["title"]}

{item["plain"]}

**街道办理** 这件事由街道办理。

## 找谁办

{unit["name"]}，{unit["place"]}，{office["address"]}

{post["title"]}

[{item["hotline"]}](tel:{item["hotline"].replace(" ", "").replace("-", "")})

{hours}

## 说明

{item["description"]}

## 办理条件

{item["conditions"]}

## 需要带的材料

{materials}

| 名称 | 内容 |
| --- | --- |
| 办理时限 | 法定 {limit["legal"]}，承诺 {limit["promised"]} |
| 收费 | {item["fee"]} |
| 办理对象 | {"、".join(item["audience"])} |
| 办理层级 | {"、".join(item["level"])} |
| 类别 | {item["category"]} |
| 别的说法 | {"、".join(item["keywords"])} |
| 依据 | {item["basis"]} |

## 出处

{header["title"]}（{header["version"]}），{header["effective"]}起施行，{header["document"]["number"]}

监督电话 {office["supervision"]["number"]}
"""
