"""Small lists to plan pages of, and how to look such a page up."""

from typing import TypeVar

from generator.site_model.pages import Page
from tests.trees import amend, whole

P = TypeVar("P")
X, Y = "{id: x, title: 甲事}", "{id: y, title: 乙事}"
PLAIN = whole("a/s", "2020-01-01", X, Y)
CHANGING = PLAIN | amend(
    "a/s",
    "2022-01-01",
    "{withdraw: x, reason: 收回, note: 另行通知, "
    "successor: {unit: 区民政局, phone: 000-8800 9999, note: 网上可办}}",
    "{add: {id: n, title: 新事}}",
    head="document: {number: 某编〔2021〕9号}\n",
)


def get(found: dict[str, Page], kind: type[P], address: str) -> P:
    """Look up one page, which is of one kind."""
    page = found[address]
    assert isinstance(page, kind)
    return page
