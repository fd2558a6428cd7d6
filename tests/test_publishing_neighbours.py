"""What publishing finds beside a folder: leftovers and other builds."""

from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

import pytest

from generator.outputs import OutputFile
from generator.problems import GeneratorError
from generator.publishing import publish
from generator.publishing.lock import hold
from generator.publishing.place import find_place
from tests.publishing_child import SAMPLE, alone, names, outputs, site, snapshot


def test_leftovers_of_killed_runs(tmp_path: Path) -> None:
    """Stages of this target go, whatever else has a similar name stays."""
    target = tmp_path / "site"
    publish(outputs(SAMPLE), target)
    for name in (".site.stage-1", ".site.stage-22/a/b", ".site.previous/c"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / ".site.lock").touch()
    others = [
        ".site.stage-1.html",
        ".site.stage-old.stage-7",
        ".sites.stage-1",
        "stage-1",
    ]
    for name in others:
        (tmp_path / name).mkdir()
    publish(outputs(SAMPLE), target)
    assert names(tmp_path) == sorted([*others, "site"])


def test_caught_between_two_renames(tmp_path: Path) -> None:
    """A site that a killed run had set aside comes back, even if this run fails."""
    target = tmp_path / "site"
    publish(outputs(SAMPLE), target)
    target.rename(tmp_path / ".site.previous")
    (tmp_path / ".site.stage-9").mkdir()
    with pytest.raises(GeneratorError):
        publish([], target)
    assert snapshot(target) == SAMPLE
    assert alone(target)


def test_second_build_waits(tmp_path: Path) -> None:
    """Two builds of one target follow each other; the second one says so."""
    target = tmp_path / "site"
    inside, go_on = Event(), Event()
    told: list[str] = []

    def slow() -> Iterator[OutputFile]:
        for output in outputs(site("old", 5)):
            yield output
            inside.set()
            assert go_on.wait(10)

    def tell(sentence: str) -> None:
        told.append(sentence)
        go_on.set()

    first = Thread(target=publish, args=(slow(), target))
    first.start()
    assert inside.wait(10)
    publish(outputs(site("new", 5)), target, tell=tell)
    first.join()
    assert told == [f"另一次生成正在写“{target}”，等它写完再继续……"]
    assert snapshot(target) == site("new", 5)
    assert alone(target)


def test_builds_queue_up(tmp_path: Path) -> None:
    """The lock file goes with each build, and still only one build is ever inside."""
    place = find_place(tmp_path / "site")
    begun, waiting, leave = (SimpleQueue[int]() for _ in range(3))

    def build(number: int) -> None:
        with hold(place, lambda _: waiting.put(number)):
            begun.put(number)
            leave.get(timeout=10)

    threads = [Thread(target=build, args=(number,)) for number in range(4)]
    threads[0].start()
    assert begun.get(timeout=10) == 0
    for thread in threads[1:]:
        thread.start()
        waiting.get(timeout=10)  # each finds one inside, whichever that is
        leave.put(0)
        begun.get(timeout=10)
    leave.put(0)
    for thread in threads:
        thread.join()
    assert begun.empty()
    assert names(tmp_path) == []
