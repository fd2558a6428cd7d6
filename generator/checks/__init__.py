"""Rules over the whole catalog, in one ordered list.

A rule is a small function from Checked to problems. It never changes anything,
never stops at the first mistake, and reports each mistake once, where it is made.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.checks.checked import Checked
from generator.checks.corrections import corrections_are_sound
from generator.checks.everyday import everyday_words_help
from generator.checks.hours import hours_are_clear
from generator.checks.identity import (
    communities_are_in_one_office,
    ids_are_used_once,
    offices_succeed_others,
    succession_ends,
)
from generator.checks.references import (
    backups_are_other_posts,
    corrected_items_exist,
    owners_exist,
    posts_exist,
    settings_name_known_matters,
    successors_exist,
)
from generator.checks.standards import (
    adopted_lists_exist,
    applied_offices_exist,
    declined_items_exist,
)
from generator.checks.units import adopted_units_exist, units_exist
from generator.checks.versions import (
    additions_are_approved,
    dates_are_near,
    kinds_stay,
    lists_are_not_empty,
    totals_agree,
    verified_is_past,
)
from generator.checks.wording import (
    expected_fields_are_there,
    plain_is_not_title,
    titles_differ,
)
from generator.problems import Problem

CHECKS: tuple[Callable[[Checked], Iterator[Problem]], ...] = (
    ids_are_used_once,
    communities_are_in_one_office,
    offices_succeed_others,
    succession_ends,
    owners_exist,
    units_exist,
    adopted_units_exist,
    posts_exist,
    backups_are_other_posts,
    successors_exist,
    corrected_items_exist,
    adopted_lists_exist,
    declined_items_exist,
    applied_offices_exist,
    kinds_stay,
    totals_agree,
    lists_are_not_empty,
    dates_are_near,
    verified_is_past,
    additions_are_approved,
    titles_differ,
    plain_is_not_title,
    hours_are_clear,
    settings_name_known_matters,
    everyday_words_help,
    corrections_are_sound,
)


def check(checked: Checked) -> list[Problem]:
    """Run every rule; the problems come in the order of the rules.

    What is missing is counted last, and only where nothing else is wrong.
    """
    found = [problem for rule in CHECKS for problem in rule(checked)]
    broken = checked.broken | {p.place.path for p in found if p.is_error}
    return [*found, *expected_fields_are_there(replace(checked, broken=broken))]
