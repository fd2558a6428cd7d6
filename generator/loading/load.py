"""Read a whole content tree into a catalog, with every mistake found on the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from generator.loading.characters import check_characters, without_hidden
from generator.loading.config import read_settings, settings_without_config
from generator.loading.corrections import read_corrections
from generator.loading.echoes import without_choices, without_echoes
from generator.loading.encoding import decode_text
from generator.loading.file_names import is_slug, printable, report
from generator.loading.nodes import Mapping, Scalar
from generator.loading.offices import office_fields, read_office
from generator.loading.personal import check_personal
from generator.loading.reading import Reading
from generator.loading.sources import SourceFile, Sources, read_sources
from generator.loading.versions import (
    header_fields,
    item_fields,
    kind_stated,
    read_version,
)
from generator.loading.words import read_words
from generator.loading.yaml_source import Parsed, parse
from generator.model.corrections import Correction
from generator.model.lists import STANDARD, Catalog, ListKey, Version
from generator.model.office import Office
from generator.model.words import NO_WORDS, Words
from generator.problems import Place, Problem
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Loaded:
    """A content tree as read: the catalog, the settings, prose pages, all problems.

    `prose` maps a path below content/ such as `about/index.md` to its Markdown,
    `pictures` the paths of their pictures (`about/step-1.png`) to their bytes.
    """

    catalog: Catalog
    settings: Settings
    prose: dict[str, str]
    pictures: dict[str, bytes]
    problems: tuple[Problem, ...]


def load(root: Path) -> Loaded:
    """Read everything below a root; raises GeneratorError where there is no site."""
    sources = read_sources(root)
    problems = list(sources.problems)
    texts: dict[str, str] = {}
    settings, is_known = _settings(sources.config, problems, texts)
    offices = _offices(sources, settings, problems, texts)
    lists = _lists(sources, settings, problems, texts)
    words = _words(sources, problems, texts)
    log = _corrections(sources, problems, texts)
    prose = dict(_prose(sources, problems))
    catalog = Catalog(settings.kinds, offices, lists, words, log)
    if not is_known:
        problems = without_choices(problems, sources.config.path)
    pictures = {p.path.removeprefix("content/"): p.data for p in sources.pictures}
    found = tuple(without_echoes(problems))
    return Loaded(catalog, settings, prose, pictures, found)


def _open(
    source: SourceFile, problems: list[Problem], texts: dict[str, str]
) -> tuple[Reading, Parsed] | None:
    """Bytes to nodes, with what is wrong with the characters and the syntax."""
    path = printable(source.path)
    text = decode_text(SourceFile(path, source.data), problems)
    if text is None:
        return None
    suspicious = list(check_characters(path, text))
    problems += suspicious
    problems.extend(check_personal(path, text))
    before = len(problems)
    parsed = parse(path, without_hidden(text) if suspicious else text, problems)
    fault = _no_content(parsed)
    if fault:
        if isinstance(parsed.root, Scalar):
            del problems[before:]
        problems.append(Problem(Place(path, 1, 1), *fault, width=0))
    if fault or parsed.root is None:
        return None
    return Reading(path, problems, texts, parsed.whole), parsed


def _no_content(parsed: Parsed) -> tuple[str, str, str] | None:
    """Say what is wrong with a file that holds nothing, or nothing but a text."""
    root = parsed.root
    if isinstance(root, Scalar) and root.text.strip():
        return (
            "wrong-shape",
            "这个文件不是“字段: 值”的写法，像是一段普通文字或表格。",
            "请对照 content/README.md 的例子填写，或运行 qingdan new 新建。",
        )
    is_blank = isinstance(root, Scalar) or (root is None and parsed.whole)
    if is_blank or (isinstance(root, Mapping) and not root.keys):
        return "empty-file", "文件是空的。", "请填写内容，或删去文件。"
    return None


def _settings(
    source: SourceFile, problems: list[Problem], texts: dict[str, str]
) -> tuple[Settings, bool]:
    """Give the settings, and whether the whole of them could be read."""
    opened = _open(source, problems, texts)
    if opened:
        reading, parsed = opened
        settings = read_settings(reading, parsed.root) if parsed.root else None
        if settings:
            return settings, parsed.whole
    return settings_without_config(), False


def _offices(
    sources: Sources,
    settings: Settings,
    problems: list[Problem],
    texts: dict[str, str],
) -> dict[str, Office]:
    classes = settings.classes
    fields = office_fields(tuple(classes), tuple(classes.values()))
    offices: dict[str, Office] = {}
    for source in sources.offices:
        opened = _open(source, problems, texts)
        if opened and opened[1].root is not None:
            office = read_office(opened[0], opened[1].root, fields)
            if office:
                offices[office.id] = office
    return offices


def _lists(
    sources: Sources,
    settings: Settings,
    problems: list[Problem],
    texts: dict[str, str],
) -> dict[ListKey, tuple[Version, ...]]:
    """Read list by list, so that only one list's nodes are in memory at a time."""
    labels = tuple(kind.label for kind in settings.kinds.values())
    header = header_fields(tuple(settings.kinds), labels)
    lists: dict[ListKey, tuple[Version, ...]] = {}
    for folder, group in groupby(sources.lists, lambda s: s.path.rsplit("/", 1)[0]):
        *_, owner, name = folder.split("/")
        _check_folders(folder, owner, name, problems)
        opened = [one for s in group if (one := _open(s, problems, texts))]
        stated = [kind_stated(parsed.root) for _, parsed in opened]
        kind = next((settings.kinds[k] for k in stated if k in settings.kinds), None)
        fields = item_fields(kind, tuple(settings.kinds.values()))
        versions = [
            version
            for reading, parsed in opened
            if parsed.root is not None
            and (version := read_version(reading, parsed.root, header, fields))
        ]
        key = ListKey(owner, name)
        lists[key] = tuple(sorted(versions, key=lambda v: (v.effective, v.path)))
    return lists


def _words(sources: Sources, problems: list[Problem], texts: dict[str, str]) -> Words:
    opened = _open(sources.words, problems, texts) if sources.words else None
    if opened is None or opened[1].root is None:
        return NO_WORDS
    return read_words(opened[0], opened[1].root)


def _corrections(
    sources: Sources, problems: list[Problem], texts: dict[str, str]
) -> tuple[Correction, ...]:
    source = sources.corrections
    opened = _open(source, problems, texts) if source else None
    if opened is None or opened[1].root is None:
        return ()
    return read_corrections(opened[0], opened[1].root)


def _check_folders(path: str, owner: str, name: str, problems: list[Problem]) -> None:
    """Report folders that cannot be part of an address, each once."""
    above = path.rsplit("/", 1)[0]
    for folder, id_, what in ((above, owner, "街道编号"), (path, name, "清单编号")):
        if not is_slug(id_) or (folder == path and name == STANDARD):
            report(
                problems,
                folder,
                "file-name",
                f"文件夹名只能用小写字母、数字和短横线，它就是{what}。",
                "请改名，例如 services。",
            )


def _prose(sources: Sources, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    for source in sources.prose:
        path = printable(source.path)
        text = decode_text(SourceFile(path, source.data), problems)
        if text is not None:
            problems.extend(check_characters(path, text))
            problems.extend(check_personal(path, text))
            yield path.removeprefix("content/"), text
