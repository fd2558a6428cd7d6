"""`site_config.yml`, with the kinds it declares, to Settings."""

from collections.abc import Mapping as Table
from datetime import date

from generator.loading.columns import read_columns
from generator.loading.days_off import read_days_off
from generator.loading.declaration_faults import check_declared
from generator.loading.kind_declarations import DECLARATION, merge_kinds, shipped_kinds
from generator.loading.nodes import Mapping, Node
from generator.loading.owners import read_owners
from generator.loading.reading import Reading
from generator.loading.records import by_name, read_record
from generator.loading.report_address import read_report
from generator.model.fields import Field, Record, Shape, records_of, text_of, words_of
from generator.model.kinds import Kind
from generator.settings import (
    CONFIG,
    LANGUAGES,
    LifeEvent,
    Policy,
    Repository,
    Settings,
)

_CLASSES = {"urban": "城区", "rural": "涉农", "zone": "功能区"}


def settings_without_config() -> Settings:
    """What is left where `site_config.yml` cannot be read: the kinds that ship."""
    kinds = merge_kinds(shipped_kinds(), Record({}), Reading("", [], {}))
    return Settings(name="", kinds=kinds, classes=_CLASSES)


def read_settings(reading: Reading, root: Node) -> Settings | None:
    """Read `site_config.yml`; kinds and fields declared there join those that ship.

    Gives None where the file does not hold pairs at all.
    """
    declared = by_name((*CONFIG, *DECLARATION))
    record = read_record(
        reading, root, declared, "网站设置", passed_over=frozenset({"require"})
    )
    shipped = shipped_kinds()
    if record is None:
        return None
    stated = record.get("site")
    site = stated if isinstance(stated, Record) else Record({})
    kinds = merge_kinds(shipped, record, reading)
    check_declared(reading, record, kinds)
    footer = site.get("footer")
    opened = text_of(site, "opened")
    report, report_forge = read_report(site, reading)
    classes = {
        text_of(c, "id"): text_of(c, "label") for c in records_of(record, "classes")
    }
    return Settings(
        name=text_of(site, "name"),
        language=text_of(record, "language") or LANGUAGES[0],
        district=text_of(site, "district"),
        description=text_of(site, "description"),
        url=text_of(site, "url"),
        accent=_accent(site, reading),
        sample=text_of(site, "sample"),
        hotline=text_of(site, "hotline") or "12345",
        report=report,
        report_forge=report_forge,
        opened=date.fromisoformat(opened) if opened else None,
        offline=text_of(site, "offline") == "true",
        booklets=text_of(site, "booklets") == "true",
        people_indexed=_people_indexed(site),
        footer={k: v for k, v in footer.items() if isinstance(v, str)}
        if isinstance(footer, Record)
        else {},
        classes=_CLASSES | classes,
        life_events=tuple(
            LifeEvent(
                text_of(e, "title"), words_of(e, "categories"), words_of(e, "matters")
            )
            for e in records_of(record, "life_events")
        ),
        most_asked=words_of(record, "most_asked"),
        recheck=_recheck(site),
        channels={
            text_of(c, "name"): text_of(c, "url")
            for c in records_of(record, "channels")
            if text_of(c, "name") and text_of(c, "url")
        },
        days_off=read_days_off(reading, record),
        require=_require(reading, root, kinds),
        kinds=kinds,
        policy=_policy(reading, record, kinds),
        repository=_repository(record),
        columns=read_columns(reading, record, kinds),
        owners=read_owners(reading, record, kinds),
    )


def _repository(record: Record) -> Repository | None:
    """Where the content is kept; nothing where a part of it could not be read."""
    stated = record.get("repository")
    if not isinstance(stated, Record):
        return None
    forge, address = text_of(stated, "forge"), text_of(stated, "address").rstrip("/")
    branch = text_of(stated, "branch") or "main"
    return Repository(forge, address, branch) if forge and address else None


def _recheck(site: Record) -> int:
    """Months until a phone should be verified again; a year where none are stated."""
    months = site.get("recheck")
    return months if isinstance(months, int) and months else 12


def _people_indexed(site: Record) -> bool:
    robots = site.get("robots")
    return not isinstance(robots, Record) or text_of(robots, "people") != "false"


def _policy(reading: Reading, record: Record, kinds: Table[str, Kind]) -> Policy:
    """Read `policy:`; what it does not say stays as it is without it."""
    stated = record.get("policy")
    if not isinstance(stated, Record):
        return Policy()
    usual = Policy()
    approvals = dict(usual.approvals)
    for rule in records_of(stated, "approvals"):
        for kind in words_of(rule, "kinds"):
            if kind in kinds:
                approvals[kind] = (*approvals.get(kind, ()), *words_of(rule, "by"))
                continue
            reading.at(
                rule,
                "kinds",
                "bad-choice",
                f"没有“{kind}”这个清单类型（kinds）。",
                "可以写：" + "、".join(kinds) + "。",
            )
    largest = stated.get("largest_removal")
    return Policy(
        approvals,
        largest if isinstance(largest, int) else usual.largest_removal,
        words_of(stated, "reminders"),
    )


def _require(
    reading: Reading, root: Node, kinds: Table[str, Kind]
) -> dict[str, tuple[str, ...]]:
    """Read `require:`, whose keys are kinds and whose values are fields."""
    if not isinstance(root, Mapping):
        return {}
    for key, node in zip(root.keys, root.values, strict=True):
        if key.text == "require":
            fields = {
                kind.id: Field(
                    kind.id, kind.label, Shape.CHOICES, choices=tuple(kind.fields)
                )
                for kind in kinds.values()
            }
            record = read_record(reading, node, fields, "require")
            return {} if record is None else {k: words_of(record, k) for k in record}
    return {}


def _accent(site: Record, reading: Reading) -> str:
    accent = text_of(site, "accent")
    if not accent:
        return "#1f5fae"
    digits = accent.removeprefix("#")
    if len(digits) == 6 and all(c in "0123456789abcdefABCDEF" for c in digits):  # noqa: PLR2004, rrggbb
        return f"#{digits.lower()}"
    reading.at(
        site,
        "accent",
        "bad-choice",
        f"主色“{accent}”不是颜色代码。",
        "请写成 # 加六位数字或字母，例如 '#1f5fae'，并加引号。",
    )
    return "#1f5fae"
