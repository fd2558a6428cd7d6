"""Read a whole content tree into a catalog, with every mistake found on the way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from generator.loading.characters import check_characters, without_hidden
from generator.loading.config import read_settings, settings_without_config
from generator.loading.echoes import without_choices, without_echoes
from generator.loading.encoding import decode_text
from generator.loading.file_names import printable
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
from generator.loading.yaml_source import Parsed, parse
from generator.model.lists import STANDARD, Catalog, ListKey, Version
from generator.model.office import Office
from generator.problems import Place, Problem
from generator.settings import Settings

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A content tree as read: the catalog, the settings, prose pages, all problems.

    `prose` maps a path below content/ such as `about/index.md` to its Markdown.
    """

    catalog: Catalog
    settings: Settings
    prose: dict[str, str]
    problems: tuple[Problem, ...]


def load(root: Path) -> Loaded:
    """Read everything below a root; raises GeneratorError where there is no site."""
    sources = read_sources(root)
    problems = list(sources.problems)
    texts: dict[str, str] = {}
    settings, is_known = _settings(sources.config, problems, texts)
    offices = _offices(sources, settings, problems, texts)
    lists = _lists(sources, settings, problems, texts)
    prose = dict(_prose(sources, problems))
    catalog = Catalog(settings.kinds, offices, lists)
    if not is_known:
        problems = without_choices(problems, sources.config.path)
    return Loaded(catalog, settings, prose, tuple(without_echoes(problems)))


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
    parsed = parse(path, without_hidden(text) if suspicious else text, problems)
    if parsed.root is None:
        if parsed.whole:
            problems.append(
                Problem(
                    Place(path, 1, 1),
                    "empty-file",
                    "文件是空的。",
                    "请填写内容，或删去文件。",
                )
            )
        return None
    return Reading(path, problems, texts, parsed.whole), parsed


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
    fields = office_fields(tuple(settings.classes))
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
    header = header_fields(tuple(settings.kinds))
    lists: dict[ListKey, tuple[Version, ...]] = {}
    for folder, group in groupby(sources.lists, lambda s: s.path.rsplit("/", 1)[0]):
        *_, owner, name = folder.split("/")
        _check_folder(folder, owner, name, problems)
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


def _check_folder(folder: str, owner: str, name: str, problems: list[Problem]) -> None:
    if not _SLUG.fullmatch(name) or not _SLUG.fullmatch(owner) or name == STANDARD:
        problems.append(
            Problem(
                Place(printable(folder)),
                "file-name",
                "文件夹名只能用小写字母、数字和短横线，它就是清单编号。",
                "请改名，例如 services。",
            )
        )


def _prose(sources: Sources, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    for source in sources.prose:
        path = printable(source.path)
        text = decode_text(SourceFile(path, source.data), problems)
        if text is not None:
            problems.extend(check_characters(path, text))
            problems.extend(check_personal(path, text))
            yield path.removeprefix("content/"), text
