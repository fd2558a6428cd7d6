"""Texts that ship beside the program as files, with `<<places>>` to be filled in."""

from collections.abc import Mapping
from pathlib import Path

from generator.problems import GeneratorError

_HERE = Path(__file__).parent
_PACKAGE = _HERE.parent
_GUIDES = (_PACKAGE / "guide.md", _PACKAGE.parent / "content/README.md")
"""Where the officials' guide lies: in an installed program, and in a checkout."""


def fill(name: str, values: Mapping[str, str]) -> str:
    """Read a template by its path below this folder and fill in its places."""
    text = (_HERE / name).read_text(encoding="utf-8")
    for place, value in values.items():
        text = text.replace(f"<<{place}>>", value)
    return text


def read_guide() -> str:
    """Read the officials' guide (怎样填写清单), which every district keeps a copy of."""
    for path in _GUIDES:
        if path.is_file():
            return path.read_text(encoding="utf-8")
    message = "安装的程序里缺少 guide.md，请重新安装 qingdan。"
    raise GeneratorError(message)
