"""Who must review what (审核人) from `site_config.yml`."""

import re
from collections.abc import Collection, Iterator

from generator.loading.reading import Reading, cut
from generator.model.fields import Record, records_of, words_of
from generator.model.owners import Owners

_NAME = re.compile(r"@[\w.-]+(?:/[\w.-]+)*", re.ASCII)
_PATH = re.compile(r"(?!/|\.\./)(?:[\w.-]+/)*[\w.-]*", re.ASCII)
_SHOWN = 40


def read_owners(
    reading: Reading, record: Record, kinds: Collection[str]
) -> tuple[Owners, ...]:
    """Read `owners:`; what cannot be is reported and left out."""
    return tuple(_owners(reading, record, kinds))


def _owners(
    reading: Reading, record: Record, kinds: Collection[str]
) -> Iterator[Owners]:
    for one in records_of(record, "owners"):
        names = tuple(_names(reading, one))
        found = Owners(
            names,
            tuple(_kinds(reading, one, kinds)),
            words_of(one, "offices"),
            tuple(_paths(reading, one)),
        )
        if not names:
            continue
        if found.kinds or found.offices or found.paths:
            yield found
        elif not any(key in one for key in ("kinds", "offices", "paths")):
            reading.at(
                one,
                "by",
                "missing-key",
                "没有写他们审核什么。",
                "请写 kinds（清单类型）、offices（街道）或 paths（文件夹）。",
            )


def _names(reading: Reading, one: Record) -> Iterator[str]:
    for name in words_of(one, "by"):
        if _NAME.fullmatch(name):
            yield name
            continue
        fault = "不是代码平台的用户名" if name.startswith("@") else "不以 @ 开头"
        _refuse(
            reading,
            one,
            "by",
            f"审核人“{cut(name, _SHOWN)}”{fault}。",
            '请写代码平台上的用户名或小组，前面加 @，并加引号，例如 "@qu-bianban"。',
        )


def _kinds(reading: Reading, one: Record, kinds: Collection[str]) -> Iterator[str]:
    for kind in words_of(one, "kinds"):
        if kind in kinds:
            yield kind
            continue
        _refuse(
            reading,
            one,
            "kinds",
            f"没有“{kind}”这个清单类型（kinds）。",
            "可以写：" + "、".join(kinds) + "。",
        )


def _paths(reading: Reading, one: Record) -> Iterator[str]:
    for path in words_of(one, "paths"):
        if path and _PATH.fullmatch(path) and "/../" not in path:
            yield path
            continue
        _refuse(
            reading,
            one,
            "paths",
            f"“{cut(path, _SHOWN)}”不是仓库里的文件或文件夹。",
            "请从仓库的最上一层写起，例如 content/lists/standard/。",
        )


def _refuse(reading: Reading, one: Record, key: str, sentence: str, cure: str) -> None:
    reading.at(one, key, "bad-choice", sentence, cure)
