"""The golden sample: tests/sample yields what stands in tests/sample/_expected."""

from difflib import unified_diff

import pytest

from generator.model.records import NAME_POLICIES, UNIT_TYPES
from generator.pipeline import Examined, examine
from tests.accept import EXPECTED, FUTURE, PAST, SAMPLE, TODAY, produce
from tests.trees import pages_by_address

NAMES = sorted(f.relative_to(EXPECTED).as_posix() for f in EXPECTED.rglob("*.*"))


@pytest.fixture(scope="module")
def produced() -> dict[str, str]:
    """Make everything once."""
    return dict(produce())


@pytest.fixture(scope="module")
def examined() -> Examined:
    """Read the sample once."""
    return examine(SAMPLE, TODAY)


def test_the_same_files(produced: dict[str, str]) -> None:
    """Nothing is kept that is not made, and nothing made that is not kept."""
    assert sorted(produced) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_as_accepted(produced: dict[str, str], name: str) -> None:
    """What was accepted is still true; else read the difference, then accept it."""
    accepted = (EXPECTED / name).read_text(encoding="utf-8")
    made = produced.get(name, "")
    difference = unified_diff(
        accepted.splitlines(), made.splitlines(), "accepted", "made", lineterm=""
    )
    if accepted != made:
        pytest.fail(
            "\n".join([*difference, "If this is right: python -m tests.accept"])
        )


def test_addresses_are_for_ever(examined: Examined) -> None:
    """The past, today and the future have the same pages at the same addresses."""
    one, two, three = (
        sorted(pages_by_address(examined, day)) for day in (PAST, TODAY, FUTURE)
    )
    assert one == two == three


def test_the_sample_is_worth_reading(examined: Examined) -> None:
    """Every kind, every names policy and every sort of unit occurs."""
    catalog = examined.loaded.catalog
    kinds = {kind.id for key in catalog.lists if (kind := catalog.kind_of(key))}
    offices = catalog.offices.values()
    assert kinds == set(examined.loaded.settings.kinds)
    assert {office.names for office in offices} == set(NAME_POLICIES)
    assert {u.type for o in offices for u in o.units.values()} == set(UNIT_TYPES)
