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
SCRIPTS = "scripts"

SEARCH = ("tokens", "engine", "sounds", "slips", "documents", "wording", "asking")
"""Of theme/scripts/search what searches; it needs `search/index.js` and no page."""

PROPOSE_RULES = (
    *("yaml", "characters", "urls", "choices", "personal", "rules"),
    *("values", "amendment", "checking", "forges", "packet", "naming"),
)
"""Of theme/scripts/propose what needs no page: rules, and the text that is proposed."""

_WORDS = {"search": ("search", "labels"), "propose": ("proposing", "words")}
"""Scripts that begin with a section of the labels, and what they know it as."""

_JOINED = {
    "search": (*SEARCH, "parts", "streets"),
    "find": ("cards", "facets", "offers", "recent", "keys", "find"),
    "propose": (
        *PROPOSE_RULES,
        "elements",
        "inputs",
        "problems",
        "outcome",
        "rows",
        "facts",
        "item",
        "unit",
        "propose",
    ),
}
"""Files of theme/scripts in the order in which each needs the ones before it."""


def collect_assets(
    theme_dir: Path, accent: str, labels: Labels
) -> tuple[tuple[OutputFile, ...], tuple[str, ...]]:
    """Collect the files below `assets/`, and the style sheets in loading order.

    `site.css` joins the sheets of theme/styles by name, `search.js`, `find.js` and
    `propose.js` the scripts below theme/scripts: one request each. Some start with
    the words that they say. Everything in theme/assets is taken as it is.
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
    scripts = join_scripts(theme_dir, labels)
    return (*styles, *own, *scripts), tuple(style.path for style in styles)


def join_scripts(theme_dir: Path, labels: Labels) -> tuple[OutputFile, ...]:
    """Join the scripts; raises GeneratorError where a part is missing."""
    scripts: list[OutputFile] = []
    for folder, names in _JOINED.items():
        parts = [read_script(theme_dir, folder, name) for name in names]
        words = [_label_script(labels, *_WORDS[folder])] if folder in _WORDS else []
        content = "\n".join((*words, *parts)).encode()
        scripts.append(OutputFile(f"{FOLDER}/{folder}.js", content))
    return tuple(scripts)


def read_script(theme_dir: Path, folder: str, name: str) -> str:
    """Read a script of theme/scripts; raises GeneratorError where there is none."""
    path = theme_dir / SCRIPTS / folder / f"{name}.js"
    try:
        return path.read_text("utf-8")
    except OSError as error:
        message = f"读不到 {path.relative_to(theme_dir.parent)}，theme 文件夹不完整。"
        raise GeneratorError(message) from error


def _label_script(labels: Labels, section: str, name: str) -> str:
    """Set `window.qingdan.labels`, or another name, to the words of a script.

    Raises GeneratorError where the labels have no such section.
    """
    if section not in labels:
        message = f"theme/labels.yml 缺少 {section}。"
        raise GeneratorError(message)
    words = json.dumps(labels[section], ensure_ascii=False, separators=(",", ":"))
    return f"window.qingdan = window.qingdan || {{}};\nqingdan.{name} = {words};\n"


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
