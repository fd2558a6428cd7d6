"""What was published is not deleted: versions, lists, street offices."""

from collections.abc import Iterator

from generator.gate.proposal import Proposal, by_path
from generator.gate.wording import problem, whole_file
from generator.history.interpret import Place, place_of
from generator.model.fields import words_of
from generator.model.lists import STANDARD, ListKey, Version
from generator.problems import Problem, Severity
from generator.resolution.resolve import Resolved

_RULE = "version-deleted"


def nothing_published_is_deleted(proposal: Proposal) -> Iterator[Problem]:
    """A folder may be renamed, and an office succeeded; nothing may just be gone."""
    yield from _offices(proposal)
    known = by_path(proposal.old)
    lost: dict[ListKey, list[Version]] = {}
    renamed: dict[ListKey, ListKey] = {}
    for edit in proposal.edits:
        version, place = known.get(edit.old_path), place_of(edit.new_path)
        if version and _is_lost(version, place, proposal):
            lost.setdefault(version.key, []).append(version)
        elif version and place and place.key and place.key.id != version.key.id:
            renamed[version.key] = place.key
    for key, gone in lost.items():
        if len(gone) == len(proposal.old.catalog.lists[key]) > 1:
            yield _list(key, len(gone))
        else:
            for version in gone:
                yield _version(version, in_force=version.effective <= proposal.today)
    for old, new in renamed.items():
        yield from _former_name(proposal.new, old, new)


def _offices(proposal: Proposal) -> Iterator[Problem]:
    old = proposal.old.catalog.offices
    for edit in proposal.edits:
        place = place_of(edit.old_path)
        gone = place and not place.key and edit.new_path != edit.old_path
        if place and gone and place.owner in old:
            if _heirs(proposal.new, place.owner):
                continue
            yield problem(
                whole_file(edit.old_path),
                _RULE,
                f"{old[place.owner].name}的文件被删除了，也没有街道承接它。",
                "请恢复这个文件；街道已经合并或更名的，请在新街道的文件里写"
                f"“succeeds: [{place.owner}]”。",
            )


def _heirs(resolved: Resolved, office: str) -> list[str]:
    """The offices that took over from an office."""
    offices = resolved.catalog.offices.items()
    return [name for name, heir in offices if office in heir.succeeds]


def _is_lost(version: Version, place: Place | None, proposal: Proposal) -> bool:
    """Tell a version that is gone from one that only has another name."""
    key, heirs = version.key, _heirs(proposal.new, version.key.owner)
    # The lists of an office that is no more have nowhere to stand.
    if heirs and key.owner not in proposal.new.catalog.offices:
        return False
    if place is None or place.key is None:
        return True
    if place.key == key:
        return False
    owners = {key.owner, *heirs} if key.owner != STANDARD else {STANDARD}
    return place.owner not in owners or key in proposal.new.catalog.lists


def _version(version: Version, *, in_force: bool) -> Problem:
    if in_force:
        return problem(
            whole_file(version.path),
            _RULE,
            f"{version.effective} 已经施行的版本被删除或移走了，居民就查不到当时的规定。",
            "请恢复这个文件；有的事项不再办，请另建一版写明取消（withdraw）。",
        )
    return problem(
        whole_file(version.path),
        _RULE,
        f"已经公布、{version.effective} 起施行的版本被删除或移走了。",
        "请恢复这个文件；内容有变就直接改它，推迟施行就改施行日期和文件名。",
    )


def _list(key: ListKey, versions: int) -> Problem:
    return problem(
        whole_file(f"content/lists/{key}"),
        _RULE,
        f"整份清单（{versions} 个版本）被删除或移走了，居民就查不到以前的规定。",
        "请恢复这个文件夹；整份清单不再使用时，请与管理员商量。",
    )


def _former_name(resolved: Resolved, old: ListKey, new: ListKey) -> Iterator[Problem]:
    """Remind of the old addresses of a list whose folder has another name now."""
    versions = resolved.catalog.lists.get(new, ())
    known = {name for v in versions for name in words_of(v.header, "formerly")}
    if versions and old.id not in known and old.owner != STANDARD:
        path, width = whole_file(versions[-1].path)
        yield Problem(
            path,
            _RULE,
            f"清单文件夹“{old.id}”改名为“{new.id}”，旧网址会打不开。",
            f"请在这个文件开头加一行“formerly: [{old.id}]”，旧网址就会告诉人新网址。",
            Severity.REMINDER,
            width,
        )
