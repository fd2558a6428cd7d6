"""Everyday words (日常说法): what residents call single matters, and things at large."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.fields import Field, Record, Shape
from generator.problems import Place

Spot = tuple[int, int]
"""Line and column, 1-based."""

MATTER = (
    Field(
        "matter",
        "事项编号",
        Shape.ID,
        required=True,
        help="任何一份清单里的事项编号。",
        example="dibao-application",
    ),
    Field(
        "say",
        "居民的说法",
        Shape.WORDS,
        required=True,
        help="居民怎样说这件事；每个说法 2 到 20 个字。",
        example="[吃低保, 困难补助]",
    ),
    Field(
        "reason",
        "理由",
        Shape.LINE,
        required=True,
        example="叫法",
        help="为什么加这些说法，从哪里听来的。",
    ),
)

TERM = (
    Field(
        "say",
        "居民的说法",
        Shape.WORDS,
        required=True,
        help="不论哪件事，居民都这样说；每个说法 2 到 20 个字。",
        example="[爷爷, 奶奶]",
    ),
    Field(
        "means",
        "正式的说法",
        Shape.WORDS,
        required=True,
        help="事项名称、大白话、别的说法或说明里有的词。",
        example="[老年人]",
    ),
    Field(
        "reason",
        "理由",
        Shape.LINE,
        required=True,
        example="称呼",
        help="为什么加这些说法。",
    ),
)

WORDS = (
    Field(
        "matters", "单个事项的说法", Shape.RECORDS, parts=MATTER, help="一件事的说法。"
    ),
    Field(
        "terms",
        "一般的说法",
        Shape.RECORDS,
        parts=TERM,
        help="不论哪件事都通用的说法。",
    ),
    Field(
        "ignore",
        "不看的词",
        Shape.WORDS,
        help="和办什么事无关的词。",
        example="[请问, 附近]",
    ),
    Field(
        "contact",
        "问地方的词",
        Shape.WORDS,
        help="和街道、社区、科室的名字一起说，就是问那个地方本身。",
        example="[电话, 地址]",
    ),
)


@dataclass(frozen=True, slots=True)
class MatterWords:
    """How people say one matter; a matter may have several of these."""

    matter: str
    say: tuple[str, ...]
    reason: str
    record: Record


@dataclass(frozen=True, slots=True)
class Term:
    """A group of everyday words and the official words they stand for."""

    say: tuple[str, ...]
    means: tuple[str, ...]
    reason: str
    record: Record


@dataclass(frozen=True, slots=True)
class Words:
    """The file of everyday words; all empty where there is none.

    `spots` says where the entries of a list stand, by the place of the list.
    """

    matters: tuple[MatterWords, ...] = ()
    terms: tuple[Term, ...] = ()
    ignore: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    record: Record = field(default_factory=lambda: Record({}))
    spots: Mapping[Spot, tuple[Spot, ...]] = field(default_factory=dict)

    def spot(self, record: Record, key: str, index: int) -> Place:
        """Say where one entry of a record's list stands, else the list itself."""
        place = record.place(key)
        spots = self.spots.get((place.line, place.column), ())
        return Place(place.path, *spots[index]) if index < len(spots) else place


NO_WORDS = Words()
