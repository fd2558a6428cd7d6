"""The other engines, each as a small site of its own over the same documents."""

import json
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from html import escape
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import mkdocs

from bench.search_documents import Document

ASSETS = Path(__file__).parent / "search"
RUNS = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+")
BOOSTS = {"title": 3, "plain": 3, "keywords": 2, "category": 1}
MATERIAL = """\
site_name: 找事项
use_directory_urls: false
theme: {name: material, language: zh, font: false, custom_dir: theme}
plugins: [search]
nav: [index.md]
not_in_nav: /matters/
"""
BARE_PAGE = "{% if page.is_homepage %}{% extends 'base.html' %}{% endif %}"
"""The pages themselves are not looked at; only the one that is searched from is."""

Prepare = Callable[[Sequence[Document], Path, Path], Path]


@dataclass(frozen=True, slots=True)
class Rival:
    """Another engine; `prepare` takes documents, a new folder and the npm packages.

    `note` is what has to be known about its figures.
    """

    name: str
    note: str
    needs: str
    prepare: Prepare


def install(folder: Path) -> str:
    """Install the npm packages below a folder; says why not where it cannot."""
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not installed"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ASSETS / name, folder / name)
    command = (npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts")
    done = subprocess.run(  # noqa: S603 - our own fixed command, no shell
        command, cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        return "npm ci failed: " + done.stderr.strip()[-300:]
    return ""


def missing(rival: Rival, packages: Path) -> str:
    """Say what a rival lacks; empty where it can be run."""
    if rival.needs == "jieba":
        return "" if find_spec("jieba") else "the package jieba is not installed"
    if rival.needs and not list((packages / "node_modules").glob(rival.needs)):
        return f"{rival.needs} is not installed from npm"
    return ""


def pairs(text: str) -> list[str]:
    """Cut text as page.js does: pairs of Han characters, and other words whole."""
    found = []
    for run in RUNS.findall(unicodedata.normalize("NFKC", text).lower()):
        if len(run) == 1 or not "\u3400" <= run[0] <= "\u9fff":
            found.append(run)
        else:
            found += map("".join, pairwise(run))
    return found


def _minisearch(documents: Sequence[Document], site: Path, packages: Path) -> Path:
    _page(site, "MiniSearch", "minisearch")
    shutil.copy(ASSETS / "minisearch.json", site / "options.json")
    engine = packages / "node_modules/minisearch/dist/umd/index.js"
    _shrink(engine, site / "engine.js")
    texts = site.with_name(site.name + "-documents.json")
    texts.write_text(_json([_fields(one) for one in documents]), encoding="utf-8")
    script = shutil.copy(ASSETS / "minisearch_index.js", packages)
    made = _run("node", script, texts, ASSETS / "page.js", site / "options.json")
    (site / "index.json").write_text(made, encoding="utf-8")
    return site


def _lunr(documents: Sequence[Document], site: Path, _packages: Path) -> Path:
    # Only the benchmark's environment has it; tests read this module too.
    from lunr.builder import Builder  # noqa: PLC0415 - see above

    _page(site, "lunr.js", "lunr")
    templates = Path(mkdocs.__path__[0]) / "contrib/search/templates"
    shutil.copy(templates / "search/lunr.js", site / "engine.js")
    builder = Builder()
    for name, boost in BOOSTS.items():
        builder.field(name, boost)
    for one in documents:
        fields = {name: pairs(text) for name, text in _fields(one).items()}
        builder.add(fields | {"id": one.id})
    index = _json(builder.build().serialize())
    (site / "index.json").write_text(index, encoding="utf-8")
    shown = _json({one.id: (one.title, one.plain) for one in documents})
    (site / "shown.json").write_text(shown, encoding="utf-8")
    return site


def _pagefind(documents: Sequence[Document], site: Path, packages: Path) -> Path:
    _page(site, "Pagefind", "pagefind", module=True)
    folder = site / "matters"
    folder.mkdir()
    for one in documents:
        (folder / f"{one.id}.html").write_text(_html(one), encoding="utf-8")
    program = next(packages.glob("node_modules/@pagefind/linux-*/bin/pagefind_ext*d"))
    _run(program, "--site", site, "--glob", "matters/*.html", "--quiet")
    return site


def _material(documents: Sequence[Document], site: Path, _packages: Path) -> Path:
    """Build a site with Material as it comes; all but its home page stay bare."""
    project = site.with_name(site.name + "-project")
    folder = project / "docs" / "matters"
    folder.mkdir(parents=True)
    (project / "theme").mkdir()
    (project / "theme" / "main.html").write_text(BARE_PAGE, encoding="utf-8")
    (project / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    (project / "docs" / "index.md").write_text("# 找事项\n", encoding="utf-8")
    for one in documents:
        text = "\n\n".join(map(escape, (one.plain, "、".join(one.keywords))))
        page = f"# {one.title}\n\n{text}\n\n{one.category}\n"
        (folder / f"{one.id}.md").write_text(page, encoding="utf-8")
    config = ("--config-file", project / "mkdocs.yml", "--site-dir", site)
    _run(sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "--quiet", *config)
    return site


def _page(site: Path, name: str, script: str, *, module: bool = False) -> None:
    site.mkdir(parents=True)
    own = f'<script defer src="{script}.js"></script>'
    tags = f'<script defer src="engine.js"></script>\n{own}'
    if module:
        tags = own.replace("defer", 'type="module"')
    page = (ASSETS / "page.html").read_text(encoding="utf-8")
    page = page.replace("{name}", name).replace("{scripts}", tags)
    (site / "index.html").write_text(page, encoding="utf-8")
    for asset in ("page.js", f"{script}.js"):
        shutil.copy(ASSETS / asset, site / asset)


def _shrink(source: Path, target: Path) -> None:
    """Leave comments out, as whoever ships it would."""
    text = source.read_text(encoding="utf-8")
    text = re.sub(r"^\s*/\*.*?\*/\n", "", text, flags=re.DOTALL | re.MULTILINE)
    target.write_text(re.sub(r"^\s*//.*\n", "", text, flags=re.MULTILINE), "utf-8")


def _fields(one: Document) -> dict[str, str]:
    return asdict(one) | {"keywords": "、".join(one.keywords)}


def _html(one: Document) -> str:
    plain, said = escape(one.plain), escape("、".join(one.keywords))
    return (
        f'<!doctype html><html lang="zh-CN"><title>{escape(one.title)}</title><body>'
        f"<h1>{escape(one.title)}</h1>"
        f'<p data-pagefind-meta="plain" data-pagefind-weight="5">{plain}</p>'
        f'<p data-pagefind-weight="3">{said}</p><p>{escape(one.category)}</p>\n'
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _run(*command: object) -> str:
    done = subprocess.run(  # noqa: S603 - our own fixed commands, no shell
        [str(part) for part in command],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


RIVALS = (
    Rival("pagefind", "extended, in the page (no worker)", "@pagefind/*", _pagefind),
    Rival("minisearch", "pairs of characters", "minisearch", _minisearch),
    Rival("lunr", "lunr.js, pairs of characters", "", _lunr),
    Rival(
        "material",
        "its own dialog, lang zh, jieba; it searches in a worker, which Chromium does"
        " not slow down",
        "jieba",
        _material,
    ),
)
