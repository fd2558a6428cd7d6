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
from generator.export import feeds, linked_data, portal, proposals
from generator.history.changes import NOT_RECORDED, Gap, Recorded
from generator.history.joining import build_history
from generator.history.memory import Memory
from generator.history.recorded import read_recorded
from generator.loading.echoes import without_echoes
from generator.loading.labels import DECLARED, Labels, read_labels
from generator.loading.load import Loaded, load
from generator.loading.repository import memory_place, read_memory
from generator.loading.revision import Revision, read_revision
from generator.outputs import OutputFile
from generator.problems import GeneratorError, Problem, any_errors, sort_by_place
from generator.publishing import Published, keep, publish
from generator.rendering import Renderer, open_renderer
from generator.resolution.resolve import Resolved, resolve
from generator.search import build_search
from generator.shell import Shell, build_shell, cloud_headers, with_worker
from generator.site_model.indexing import closed_places, head_of
from generator.site_model.language import resolved_in, settings_in
from generator.site_model.plan import Plan
from generator.site_model.prose import titles
from generator.site_model.site import plan_site
from generator.site_model.sitemap import sitemap

_SHALLOW = (
    "这里是不完整的克隆（浅克隆），看不到完整的登记历史，所以没有生成网站。"
    "请运行 git fetch --unshallow 补全历史（自动构建请设 fetch-depth: 0）；"
    "或加 --allow-shallow，不带登记时间地生成。"
)

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
    """What a build did; `published` is None where problems stopped it.

    `refused` says why the history cannot be told rightly; then nothing is published.
    """

    problems: tuple[Problem, ...]
    published: Published | None
    refused: str = ""


def examine(root: Path, today: date) -> Examined:
    """Read and check a content tree; raises GeneratorError where there is none."""
    loaded = load(root)
    resolved = resolve(loaded.catalog)
    before = (*loaded.problems, *resolved.problems)
    errors = [problem for problem in before if problem.is_error]
    broken = frozenset(p.place.path for p in errors)
    lossy = frozenset(p.place.path for p in errors if p.rule not in OF_ONE_VALUE)
    prose = frozenset(f"{path.removesuffix('.md')}.html" for path in loaded.prose)
    found = check(Checked(resolved, loaded.settings, today, broken, lossy, prose))
    problems = sort_by_place(without_echoes((*before, *found)))
    return Examined(loaded, resolved, tuple(problems))


def build(
    root: Path,
    out: Path,
    today: date,
    progress: Progress,
    tell: Tell,
    *,
    allow_shallow: bool = False,
) -> Built:
    """Build and publish the site; with errors nothing is written at all.

    A shallow clone would date everything wrongly: it is refused unless allowed, and
    then published without recorded times.
    """
    examined = examine(root, today)
    if examined.has_errors:
        return Built(examined.problems, None)
    recorded = recall(root)
    if recorded.gap is Gap.SHALLOW and not allow_shallow:
        return Built(examined.problems, None, _SHALLOW)
    with tempfile.TemporaryDirectory(prefix="qingdan-") as workdir:
        files = outputs(root, examined, today, Path(workdir), recorded)
        return Built(examined.problems, publish(files, out, progress, tell))


def recall(root: Path) -> Recorded:
    """Read the recorded history, with what earlier runs found out about it."""
    place = memory_place(root)
    memory = Memory.load(read_memory(place) if place else "")
    recorded = read_recorded(root, memory)
    if place and memory.is_changed:
        keep(place, memory.dump())
    return recorded


def outputs(
    root: Path,
    examined: Examined,
    today: date,
    workdir: Path,
    recorded: Recorded = NOT_RECORDED,
) -> Iterator[OutputFile]:
    """Yield every file of the site; nothing here is written."""
    theme = find_theme(root)
    loaded = examined.loaded
    labels = read_labels(theme, loaded.settings.language)
    shell = build_shell(
        loaded.settings, loaded.prose, labels, theme, workdir, loaded.pictures
    )
    plan = plan_of(root, examined, today, recorded, labels)
    files = _site(plan, shell, open_renderer(labels, theme))
    yield from with_worker(files, theme, offline=loaded.settings.offline)
    yield OutputFile("_headers", cloud_headers().encode())
    yield build_stamp(read_revision(root), recorded.gap, today)


def _site(plan: Plan, shell: Shell, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield what people and programs read: pages, search, feeds, data, site map."""
    site = plan_site(plan)
    addresses = [page.path for page in shell.pages]
    for page in site.pages():
        head = head_of(plan, page)
        if not head.robots:
            addresses.append(head.address)
        body = renderer.render(page) + linked_data(page, plan.settings)
        yield OutputFile(head.address, shell.wrap(head, body).encode())
    yield from shell.pages
    yield from shell.assets
    yield from build_search(site.findable)
    yield from feeds(plan)
    yield from portal(plan)
    yield from proposals(plan)
    yield from sitemap(addresses, plan.settings.url, closed_places(plan))


def plan_of(
    root: Path,
    examined: Examined,
    today: date,
    recorded: Recorded,
    labels: Labels | None = None,
) -> Plan:
    """Put the content on a day, with its history, into the words of the theme.

    Pages hand in the labels of the site's language; what officials read is in the
    program's, like every other message to them.
    """
    labels = labels or read_labels(find_theme(root))
    declared = _words(labels, DECLARED) if DECLARED in labels else {}
    return Plan(
        resolved_in(examined.resolved, declared),
        settings_in(examined.loaded.settings, declared),
        _words(labels, "phrases"),
        _words(labels, "unit_types"),
        today,
        build_history(
            examined.resolved, recorded, today, examined.loaded.settings.opened
        ),
        titles(examined.loaded.prose),
        declared=declared,
    )


def build_stamp(revision: Revision | None, gap: Gap, today: date) -> OutputFile:
    """The site's `build.json`: which program, which content, which day."""
    stamp = {
        "generator": f"qingdan {generator.__version__}",
        "content_commit": revision.commit if revision else None,
        "content_as_committed": revision.clean if revision else None,
        "recorded_history": gap.value or "complete",
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
    message = "找不到 theme 文件夹（里面应有 labels.yml），请重新安装 qingdan。"
    raise GeneratorError(message)


def _words(labels: Labels, section: str) -> dict[str, str]:
    words = labels.get(section)
    if not isinstance(words, dict):
        message = f"theme/labels.yml 缺少“{section}”一节。"
        raise GeneratorError(message)
    return {name: text for name, text in words.items() if isinstance(text, str)}
