"""Who must review what (审核人), as the site's settings say."""

from dataclasses import dataclass

from generator.model.fields import Field, Shape

S = Shape

OWNERS = (
    Field(
        "by",
        "审核人",
        S.WORDS,
        required=True,
        help="代码平台上的用户名或小组，以 @ 开头。",
        example='["@qu-bianban", "@qu-sifaju"]',
    ),
    Field(
        "kinds",
        "清单类型",
        S.IDS,
        help="这些类型的清单，不论哪个街道的。",
        example="[duty, power]",
    ),
    Field(
        "offices",
        "街道",
        S.IDS,
        help="这些街道的街道文件和全部清单。",
        example="[hongguang]",
    ),
    Field(
        "paths",
        "文件或文件夹",
        S.WORDS,
        help="从仓库的最上一层写起；文件夹以 / 结尾。",
        example="[content/lists/standard/, site_config.yml]",
    ),
)


@dataclass(frozen=True, slots=True)
class Owners:
    """Those who review (审核) changes of some files; `paths` are below the root.

    `by` are users or teams of the forge with their `@`; a path of a folder ends in `/`.
    """

    by: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
