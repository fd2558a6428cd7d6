"""The one pass: load, resolve, check, plan, render, publish.

Everything between the reading of the content and the writing of the site is a
function from values to values; the day is an argument.
"""

import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import generator
from generator.checks import check
from generator.checks.checked import OF_ONE_VALUE, Checked
from generator.history.changes import NOT_RECORDED, Recorded
from generator.history.joining import build_history
from generator.loading.echoes import without_echoes
from generator.loading.labels import Labels, read_labels
from generator.loading.load import Loaded, load
from generator.loading.revision import Revision, read_revision
from generator.outputs import OutputFile
from generator.problems import GeneratorError, Problem, any_errors, sort_by_place
from generator.publishing import Published, publish
from generator.rendering import open_renderer
from generator.resolution.resolve import Resolved, resolve
from generator.search import build_search
from generator.shell import build_shell
from generator.site_model.plan import Plan
from generator.site_model.site import plan_site
from generator.site_model.sitemap import sitemap

Progress = Callable[[int], None]
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Examined:
    """A content tree read, resolved and checked; problems are sorted by place."""

    loaded: Loaded
    resolved: Resolved
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        """Tell whether anything stops publishing."""
        return any_errors(self.problems)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did; `published` is None where problems stopped it."""

    problems: tuple[Problem, ...]
    published: Published | None


def examine(root: Path, today: date) -> Examined:
    """Read and check a content tree; raises GeneratorError where there is none."""
    loaded = load(root)
    resolved = resolve(loaded.catalog)
    before = (*loaded.problems, *resolved.problems)
    errors = [problem for problem in before if problem.is_error]
    broken = frozenset(p.place.path for p in errors)
    lossy = frozenset(p.place.path for p in errors if p.rule not in OF_ONE_VALUE)
    found = check(Checked(resolved, loaded.settings, today, broken, lossy))
    problems = sort_by_place(without_echoes((*before, *found)))
    return Examined(loaded, resolved, tuple(problems))


def build(root: Path, out: Path, today: date, progress: Progress, tell: Tell) -> Built:
    """Build and publish the site; with errors nothing is written at all."""
    examined = examine(root, today)
    if examined.has_errors:
        return Built(examined.problems, None)
    with tempfile.TemporaryDirectory(prefix="qingdan-") as workdir:
        files = outputs(root, examined, today, Path(workdir))
        return Built(examined.problems, publish(files, out, progress, tell))


def outputs(
    root: Path,
    examined: Examined,
    today: date,
    workdir: Path,
    recorded: Recorded = NOT_RECORDED,
) -> Iterator[OutputFile]:
    """Yield every file of the site; nothing here is written."""
    theme = find_theme(root)
    labels = read_labels(theme)
    loaded = examined.loaded
    shell = build_shell(loaded.settings, loaded.prose, labels, theme, workdir)
    renderer = open_renderer(labels, theme)
    site = plan_site(plan_of(root, examined, today, recorded))
    addresses = [page.path for page in shell.pages]
    for page in site.pages():
        addresses.append(page.head.address)
        html = shell.wrap(page.head, renderer.render(page))
        yield OutputFile(page.head.address, html.encode())
    yield from shell.pages
    yield from shell.assets
    yield from build_search(site.findable)
    yield from sitemap(addresses, loaded.settings.url)
    yield build_stamp(read_revision(root), today)


def plan_of(root: Path, examined: Examined, today: date, recorded: Recorded) -> Plan:
    """Put the content on a day, with its history, into the words of the theme."""
    labels = read_labels(find_theme(root))
    return Plan(
        examined.resolved,
        examined.loaded.settings,
        _words(labels, "phrases"),
        _words(labels, "unit_types"),
        today,
        build_history(examined.resolved, recorded, today),
    )


def build_stamp(revision: Revision | None, today: date) -> OutputFile:
    """The site's `build.json`: which program, which content, which day."""
    stamp = {
        "generator": f"qingdan {generator.__version__}",
        "content_commit": revision.commit if revision else None,
        "content_as_committed": revision.clean if revision else None,
        "effective_day": today.isoformat(),
    }
    text = json.dumps(stamp, ensure_ascii=False, indent=2)
    return OutputFile("build.json", f"{text}\n".encode())


def find_theme(root: Path) -> Path:
    """Find the theme: the site's own beside its content, else the one that ships."""
    package = Path(generator.__file__).parent
    for folder in (root / "theme", package.parent / "theme", package / "theme"):
        if (folder / "labels.yml").is_file():
            return folder
    message = "找不到 theme 文件夹（里面应有 labels.yml）。"
    raise GeneratorError(message)


def _words(labels: Labels, section: str) -> dict[str, str]:
    words = labels.get(section)
    if not isinstance(words, dict):
        message = f"theme/labels.yml 缺少“{section}”一节。"
        raise GeneratorError(message)
    return {name: text for name, text in words.items() if isinstance(text, str)}
