"""An id stays with its matter for ever, in every street (编号不另用)."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.gate.proposal import Proposal
from generator.gate.resemblance import resemble
from generator.gate.wording import problem, spot_of
from generator.model.fields import text_of
from generator.model.lists import ListKey, Version
from generator.problems import Problem
from generator.resolution.resolve import Resolved


class Named(NamedTuple):
    """A title that an id has or had on a list."""

    title: str
    key: ListKey


Titles = dict[str, list[Named]]


def ids_keep_their_matter(proposal: Proposal) -> Iterator[Problem]:
    """A title that a version writes resembles one that its id had before, anywhere."""
    written = sorted(
        (
            (act.version, item, title)
            for act in proposal.acts
            for item, title in _titles(act.version)
        ),
        key=lambda one: (one[0].effective, one[0].path),
    )
    known = _known(proposal.old, {item for _, item, _ in written})
    for version, item, title in written:
        before = known.setdefault(item, [])
        if before and not any(resemble(title, named.title) for named in before):
            yield _taken(version, item, title, _nearest(before, version.key))
        else:
            before.append(Named(title, version.key))


def _titles(version: Version) -> Iterator[tuple[str, str]]:
    """Every item that a version gives a title, with that title."""
    for record in version.items or ():
        if text_of(record, "title"):
            yield text_of(record, "id"), text_of(record, "title")
    for change in version.changes:
        if text_of(change.fields, "title"):
            yield change.item, text_of(change.fields, "title")


def _known(resolved: Resolved, wanted: set[str]) -> Titles:
    """Every title that some ids had on any list at any time, ended ones too."""
    known: dict[str, dict[Named, None]] = {}
    for lists in (resolved.standards, resolved.lists):
        for key, moments in lists.items():
            for moment in moments:
                for item in wanted & moment.items.keys():
                    title = text_of(moment.items[item].fields, "title")
                    known.setdefault(item, {})[Named(title, key)] = None
    return {item: list(titles) for item, titles in known.items()}


def _nearest(before: list[Named], key: ListKey) -> Named:
    """The last title on the list itself, else on any of the same office, else any."""
    return max(
        enumerate(before),
        key=lambda one: (one[1].key == key, one[1].key.owner == key.owner, one[0]),
    )[1]


def _taken(version: Version, item: str, title: str, was: Named) -> Problem:
    where = "" if was.key == version.key else f"（{was.key}）"
    return problem(
        spot_of(version, item, "title"),
        "id-reused",
        f"编号“{item}”已经是“{was.title}”{where}的编号，不能再给“{title}”用。",
        "编号就是网址，不能让旧网址指到另一件事上。请给新事项另起编号；"
        f"若是同一件事改了名，请在新名称后面写明“（原{was.title}）”。",
    )
