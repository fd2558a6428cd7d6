"""The example of an import in the officials' guide comes out as it says."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.calling import Call
from tests.test_guide import FILES, GUIDE

WriteTree = Callable[[Mapping[str, str]], Path]

SECTION = GUIDE.partition("## 从表格导入\n")[2].partition("\n## ")[0]
ROWS = re.compile(r"^\| (.*) \|$", re.MULTILINE)
REPORT = re.compile(r"^```text\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def test_its_table_is_compared_as_it_says(
    write_tree: WriteTree, tmp_path: Path, call: Call
) -> None:
    """Typed off the guide and imported into the guide's own files, it says the same."""
    root = write_tree(
        {"site_config.yml": "site:\n  name: 某区\n", **dict(FILES.findall(GUIDE))}
    )
    rows = [re.split(r" ?\| ?", row.replace("**", "")) for row in ROWS.findall(SECTION)]
    table = tmp_path / "清单.csv"
    lines = [",".join(row) for row in rows]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    options = ("--office", "hongguang", "--root", root, "--on", "2026-11-22")
    said = call("import", table, *options, "--yes")
    assert said.code == 0, said.out + said.err
    (report,) = REPORT.findall(SECTION)
    assert report in said.out
    assert (root / "content/lists/hongguang/services/2027-01-01.yml").is_file()
