"""Open a proposal: read what was there before from git, and what is there now.

The only module of the gate that reads anything.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.gate.proposal import Proposal, propose
from generator.history.recorded import edits_between
from generator.loading.laid_trees import laid_tree
from generator.loading.load import load
from generator.loading.merge_base import find_base
from generator.loading.repository import read_tree, read_working
from generator.resolution.resolve import Resolved, resolve
from generator.settings import Settings

_CONFIG = "site_config.yml"


def open_proposal(
    root: Path, base: str, resolved: Resolved, settings: Settings, today: date
) -> Proposal:
    """Compare a content tree with the commit at which its branch left a revision.

    Raises GeneratorError where git does not have that commit.
    """
    before = read_tree(root, find_base(root, base))
    now = read_working(root)
    edits = edits_between(before, now)
    if not edits:
        return propose((), resolved, resolved, settings.policy, today)
    config = {} if _CONFIG in before else {_CONFIG: now[_CONFIG]}
    old, was = _load(before | config)
    opened = was.opened
    return replace(
        propose(edits, old, resolved, was.policy, today),
        in_preparation=opened is not None and today < opened,
    )


def _load(files: dict[str, bytes]) -> tuple[Resolved, Settings]:
    """Load a tree of the past; what is mistaken in it was reported in its time."""
    with laid_tree(files) as folder:
        loaded = load(folder)
    return resolve(loaded.catalog), loaded.settings
