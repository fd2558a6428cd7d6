"""Kinds of lists (清单类型) and the answers they give to a resident."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.fields import Field

TONES = ("ours", "shared", "elsewhere", "not-needed")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a kind of list tells a resident who asks who does it.

    `tone` is one of TONES and decides the badge: ours 街道的事, shared 共同的事,
    elsewhere 别处办, not-needed 不用办.
    """

    id: str
    label: str
    tone: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of list: its fields in page order and what it is expected to say.

    `table` names the fields that are columns of the list's page.
    """

    id: str
    label: str
    answer: Answer
    fields: Mapping[str, Field]
    expects: tuple[str, ...]
    table: tuple[str, ...] = ()
