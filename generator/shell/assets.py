"""Styles and scripts that the pages load, all from the site itself."""

import json
from importlib.resources import files
from pathlib import Path

from generator.outputs import OutputFile
from generator.problems import GeneratorError
from generator.shell.accent import accent_css
from generator.shell.frame import Labels

FOLDER = "assets"
STYLES = "styles"


def collect_assets(
    theme_dir: Path, accent: str, labels: Labels
) -> tuple[tuple[OutputFile, ...], tuple[str, ...]]:
    """Collect the files below `assets/`, and the style sheets in loading order.

    `site.css` joins the sheets of theme/styles by name; everything in theme/assets
    is taken as it is; `labels.js` has the words that the scripts of the search say.
    """
    material = _material_css()
    site = OutputFile(f"{FOLDER}/site.css", _join_styles(theme_dir / STYLES))
    colour = OutputFile(f"{FOLDER}/accent.css", accent_css(accent).encode())
    styles = (material, colour, site)
    own = [
        OutputFile(f"{FOLDER}/{path.relative_to(theme_dir / FOLDER).as_posix()}",
                   path.read_bytes())
        for path in sorted((theme_dir / FOLDER).rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    ]  # fmt: skip
    return (*styles, *own, label_script(labels)), tuple(s.path for s in styles)


def label_script(labels: Labels) -> OutputFile:
    """Make the script that sets `window.qingdan.labels` to the search's words.

    A script and not a part of the pages: only who searches loads it, once. Raises
    GeneratorError where the labels have no such words.
    """
    if "search" not in labels:
        message = "theme/labels.yml 缺少 search。"
        raise GeneratorError(message)
    words = json.dumps(labels["search"], ensure_ascii=False, separators=(",", ":"))
    script = "window.qingdan = window.qingdan || {};\nqingdan.labels = " + words + ";\n"
    return OutputFile(f"{FOLDER}/labels.js", script.encode())


def _material_css() -> OutputFile:
    """Find Material's main style sheet; its name carries a hash of the release."""
    folder = files("material") / "templates" / "assets" / "stylesheets"
    sheets = sorted(
        (sheet for sheet in folder.iterdir() if _is_main_sheet(sheet.name)),
        key=lambda sheet: sheet.name,
    )
    if len(sheets) != 1:
        message = "找不到 mkdocs-material 的样式文件，请按 README 重新安装依赖。"
        raise GeneratorError(message)
    text = sheets[0].read_text(encoding="utf-8")
    # The source map is not published, so the reference to it would be dead.
    text = "\n".join(
        line for line in text.splitlines() if not line.startswith("/*# sourceMapping")
    )
    return OutputFile(f"{FOLDER}/{sheets[0].name}", f"{text}\n".encode())


def _is_main_sheet(name: str) -> bool:
    return name.startswith("main.") and name.endswith(".min.css")


def _join_styles(folder: Path) -> bytes:
    sheets = sorted(folder.glob("*.css"))
    if not sheets:
        message = f"找不到样式文件 {folder.name}/*.css，theme 文件夹不完整。"
        raise GeneratorError(message)
    return b"\n".join(sheet.read_bytes() for sheet in sheets)
