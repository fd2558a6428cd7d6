"""A small district that knows everyday words, and how to ask it."""

from dataclasses import replace
from functools import cache
from typing import Any

from generator.evaluation.v8 import Call
from tests.engines import FOUND, open_on
from tests.search_samples import MATTERS, SAMPLE, matter

FURTHER = (
    matter("archive", "档案查询"),
    matter("archive-old", "原榆园街道档案查询"),
    matter("lights", "路灯报修", "路灯不亮"),
)
SPOKEN = replace(
    SAMPLE,
    matters=(*MATTERS, *FURTHER),
    terms=(("婚姻", ("结婚", "扯证")), ("生育", ("生娃",))),
    ignore=("请问", "怎么办", "附近", "电话", "哪里", "一下"),
    contact=("地址", "热线", "几点上班"),
)


@cache
def spoken() -> Call:
    """Open an engine that knows everyday words."""
    return open_on(SPOKEN)


def ask(words: str, **given: object) -> Any:  # noqa: ANN401 - JSON holds anything
    """Ask it."""
    return spoken()(FOUND, words, given)
