"""A small site to build the shell for: its settings, its prose, its labels."""

from pathlib import Path

import yaml

from generator.settings import Settings
from generator.shell.frame import Labels

THEME = Path(__file__).parent.parent / "theme"
PROSE = {
    "about/privacy.md": "# 隐私说明\n\n不收集任何信息。\n",
    "about/index.md": "# 关于本站\n\n见[怎么看](how.md)和[找事项](../find.html)。\n",
    "about/how.md": "---\ndescription: 三步\n---\n# 怎么看\n\n| 甲 |\n|---|\n| 1 |\n",
}
SITE = Settings(
    name="某区街道职责清单",
    description="查街道",
    sample="示例数据<不能办事>",
    report="jiucuo@example.gov.cn",
    url="https://example.gov.cn/qingdan",
    footer={"host": "某区政府", "icp": "某ICP备0号", "police": ""},
)


def labels() -> Labels:
    """Read the labels that ship."""
    loaded: Labels = yaml.safe_load((THEME / "labels.yml").read_text("utf-8"))
    return loaded
