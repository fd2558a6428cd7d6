"""The gate: what it lets pass, what it judges, and what the policy changes.

What it says about each breach stands on the broken shelf.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.gate import GATES, gate, join
from generator.gate.opening import open_proposal
from generator.gate.proposal import Proposal
from generator.loading.load import load
from generator.pipeline import examine
from generator.problems import Problem, Severity
from generator.rules import GATE_RULES
from generator.settings import Policy
from tests.repositories import Changed, new_repository
from tests.trees import EMPTY, OFFICE, TODAY, Files, amend, office, whole

WriteTree = Callable[[Mapping[str, str | bytes]], Path]
Judge = Callable[[Files, Changed], list[str]]

DUTY = "kind: duty\ndocument: {number: 某编1号}\n"
POWER = DUTY.replace("duty", "power")
X, Y, Z = (
    f"{{id: {i}, title: {t}}}"
    for i, t in zip("xyz", ("甲乙", "丙丁", "戊己"), strict=True)
)
LIST = whole("a/s", "2020-01-01", X, Y)
DUTIES = whole("a/d", "2020-01-01", X, Y, head=DUTY)
SITE = "site_config.yml"


def spell(problem: Problem) -> str:
    """Shorten a problem to place and rule."""
    path = problem.place.path.removeprefix("content/").removeprefix("lists/")
    return f"{path}:{problem.place.line}:{problem.place.column} {problem.rule}"


@pytest.fixture
def propose(tmp_path: Path) -> Callable[[Files, Changed], Proposal]:
    """Commit a tree, change it, and open the change as a proposal."""

    def opened(before: Files, change: Changed) -> Proposal:
        repository = new_repository(tmp_path / "site", EMPTY | before)
        repository.write(change)
        root = repository.folder
        examined = examine(root, TODAY)
        assert [spell(p) for p in examined.problems if p.is_error] == []
        settings = examined.loaded.settings
        return open_proposal(root, "HEAD", examined.resolved, settings, TODAY)

    return opened


@pytest.fixture
def judge(propose: Callable[[Files, Changed], Proposal]) -> Judge:
    """Name what the gate finds in a change."""
    return lambda before, change: sorted(map(spell, gate(propose(before, change))))


def test_every_rule_of_the_gate_is_listed() -> None:
    """RULES' last group, the functions, and what the policy may name agree."""
    assert len(GATES) == len(GATE_RULES)


LAWFUL = [
    pytest.param(LIST, {}, id="nothing"),
    pytest.param({}, LIST, id="a-first-list"),
    pytest.param({}, DUTIES, id="a-first-list-of-duties"),
    pytest.param(LIST, office("b") | {SITE: EMPTY[SITE] + "# 说明\n"}, id="no-list"),
    pytest.param(
        LIST,
        whole("a/s", "2020-01-01", Y, X),
        id="another-order",
    ),
    pytest.param(
        office("b") | LIST,
        {"content/offices/b.yml": None} | office("c", "succeeds: [b]\n"),
        id="a-succession",
    ),
    pytest.param(
        office("b") | whole("b/s", "2020-01-01", X, Y),
        {"content/offices/b.yml": None, "content/lists/b/s/2020-01-01.yml": None}
        | office("c", "succeeds: [b]\n")
        | whole("c/s", "2020-01-01", X, Y),
        id="a-succession-with-its-lists",
    ),
    pytest.param(
        LIST | amend("a/s", "2027-01-01", "{revise: x, set: {note: 一}}"),
        amend("a/s", "2027-01-01", "{revise: x, set: {note: 二}}"),
        id="an-announced-version-edited",
    ),
    pytest.param(
        whole("standard/d", "2020-01-01", X, head=DUTY)
        | whole("a/d", "2020-01-01", head=f"{DUTY}based_on: standard/d\n"),
        amend(
            "standard/d",
            "2026-12-01",
            f"{{add: {Y}}}",
            head="document: {number: 某编2号}\napprovals: [{by: 区委}]\n",
        )
        | whole("a/d", "2026-12-01", head="kind: duty\nbased_on: standard/d\n"),
        id="what-the-standard-list-adds",
    ),
    pytest.param(
        DUTIES | whole("a/p", "2020-01-01", Z, head=POWER),
        amend("a/d", "2026-12-01", "{withdraw: y, reason: 其他}")
        | amend("a/p", "2026-12-01", f"{{add: {Y}}}"),
        id="from-duties-to-powers",
    ),
]


@pytest.mark.parametrize(("before", "change"), LAWFUL)
def test_lawful(judge: Judge, before: Files, change: Changed) -> None:
    """What is lawful passes without a word."""
    assert judge(before, change) == []


def test_an_empty_proposal_is_not_judged(
    propose: Callable[[Files, Changed], Proposal],
) -> None:
    """Where nothing changed, nothing is compared."""
    proposal = propose(LIST, {})
    assert (proposal.acts, proposal.edits) == ((), ())


def test_faults_of_before_are_not_blamed(judge: Judge) -> None:
    """Whoever edits a file answers for the edit, not for what stood there."""
    old = DUTIES | amend("a/d", "2021-01-01", f"{{add: {Z}}}", "{withdraw: x}")
    new = amend(
        "a/d",
        "2021-01-01",
        f"{{add: {Z}}}",
        "{withdraw: x}",
        "{revise: y, set: {unit: 区民政局}}",
        head="corrections: [{item: y, on: 2026-11-20, reason: 漏录}]\n",
    )
    assert judge(old, new) == []


def test_a_correction_does_not_hide_a_withdrawal(judge: Judge) -> None:
    """A change slipped into an amendment in force has to be explained like any."""
    old = LIST | amend("a/s", "2021-01-01", "{revise: x, set: {note: 一}}")
    head = "corrections: [{item: y, on: 2026-11-20, reason: 漏录}]\n"
    new = amend(
        "a/s", "2021-01-01", "{revise: x, set: {note: 一}}", "{withdraw: y}", head=head
    )
    assert judge(old, new) == ["a/s/2021-01-01.yml:6:16 withdrawal-unexplained"]


def test_a_renamed_list_keeps_its_rules(judge: Judge) -> None:
    """A new folder is no new first version: what is added in it is an intake."""
    old = "content/lists/a/d/2020-01-01.yml"
    head = f"formerly: [d]\n{DUTY}"
    moved = whole("a/e", "2020-01-01", X, Y, head=head)
    added = amend("a/e", "2026-12-01", f"{{add: {Z}}}")
    assert judge(DUTIES, {old: None, **moved, **added}) == [
        "a/e/2026-12-01.yml:4:16 intake-approval"
    ]


def test_half_a_list_moved_is_lost(judge: Judge) -> None:
    """A version that left a folder which is still there was deleted from it."""
    later = whole("a/s", "2021-01-01", X, Y, Z)
    moved = whole("a/t", "2020-01-01", X, Y)
    change = {"content/lists/a/s/2020-01-01.yml": None} | moved
    assert judge(LIST | later, change) == ["a/s/2020-01-01.yml:1:1 version-deleted"]


def test_a_large_removal_counts_what_an_edit_took(judge: Judge) -> None:
    """Items taken out of a version in force count, corrected or not."""
    items = [f"{{id: i{n}, title: 事务{n}号}}" for n in range(9)]
    said = "".join(
        f"  - {{item: i{n}, on: 2026-11-20, reason: 多录}}\n" for n in (1, 2, 3)
    )
    head = f"kind: service\ncorrections:\n{said}"
    old = whole("a/s", "2020-01-01", *items)
    new = whole("a/s", "2020-01-01", items[0], *items[4:], head=head)
    assert judge(old, new) == ["a/s/2020-01-01.yml:1:1 large-removal"]


@pytest.mark.parametrize(("count", "judged"), [(2, 0), (3, 1)])
def test_a_few_items_are_never_a_large_removal(
    judge: Judge, count: int, judged: int
) -> None:
    """Two of a short list are soon a fifth of it, and no accident."""
    items = [f"{{id: i{n}, title: 事务{n}号}}" for n in range(5)]
    gone = [f"{{withdraw: i{n}, reason: 其他, note: 不再办}}" for n in range(count)]
    old = whole("a/s", "2020-01-01", *items)
    assert len(judge(old, amend("a/s", "2026-12-01", *gone))) == judged


POLICY = """\
policy:
  approvals:
    - kinds: [power]
      by: [区委编办]
    - kinds: [power, service]
      by: [区司法局]
  largest_removal: 35
  reminders: [id-reused]
"""


def test_the_policy_is_read(write_tree: WriteTree) -> None:
    """Kinds and bodies add up; what the policy does not name stays as it was."""
    policy = load(write_tree(OFFICE | {SITE: EMPTY[SITE] + POLICY})).settings.policy
    assert policy == Policy(
        {"duty": (), "power": ("区委编办", "区司法局"), "service": ("区司法局",)},
        35,
        ("id-reused",),
    )
    assert load(write_tree(EMPTY)).settings.policy == Policy()


def test_mistakes_in_the_policy_are_told(write_tree: WriteTree) -> None:
    """A kind or a rule that is not there would switch a rule off in silence."""
    text = "policy:\n  approvals: [{kinds: [dutty]}]\n  reminders: [id-resued]\n"
    found = load(write_tree(OFFICE | {SITE: EMPTY[SITE] + text})).problems
    assert sorted(map(spell, found)) == [
        "site_config.yml:4:23 bad-choice",
        "site_config.yml:5:15 bad-choice",
    ]


def test_rules_may_only_remind(propose: Callable[[Files, Changed], Proposal]) -> None:
    """A rule that the policy names still speaks, but does not stop anybody."""
    change = amend("a/s", "2026-12-01", "{revise: x, set: {title: 庚辛}}")
    proposal = propose(LIST, change)
    policy = replace(proposal.policy, reminders=("id-reused",))
    for known, severity in (
        (proposal, Severity.ERROR),
        (replace(proposal, policy=policy), Severity.REMINDER),
    ):
        assert [(p.rule, p.severity) for p in gate(known)] == [("id-reused", severity)]


def test_the_approvals_are_asked_for_once(
    propose: Callable[[Files, Changed], Proposal], tmp_path: Path
) -> None:
    """The reminder of the plain check gives way to the rule of the gate."""
    proposal = propose(DUTIES, amend("a/d", "2026-12-01", f"{{add: {Z}}}"))
    checked = examine(tmp_path / "site", TODAY).problems
    assert "approvals-missing" in {p.rule for p in checked}
    rules = [p.rule for p in join(checked, gate(proposal))]
    assert rules.count("intake-approval") == 1
    assert "approvals-missing" not in rules
