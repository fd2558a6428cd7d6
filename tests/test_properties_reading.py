"""Properties: any bytes in, no exception out.

The examples are the same on every run; raise `max_examples` to look for more.
"""

import json
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.cli.reporting import as_github, as_text
from generator.cli.reporting import as_json as problems_as_json
from generator.loading.encoding import decode_text
from generator.loading.load import load
from generator.loading.sources import SourceFile
from generator.loading.yaml_source import parse
from generator.pipeline import examine
from generator.problems import Problem
from tests.accept import SAMPLE
from tests.property_samples import common
from tests.trees import EMPTY, TODAY, pages_by_address, whole

SOON = timedelta(seconds=5)


@given(data=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
@example(data=b"\xff\xfe")
@example(data=b"a: &a [*a, *a]\n")
@example(data=b"%TAG ! x\n---\n!a\n")
@example(data=b"? a\n: b\n")
@example(data=b"a: |2\n b\n")
@example(data=b"\xef\xbb\xbf\xef\xbb\xbf")
@settings(common, max_examples=400, deadline=SOON)
def test_any_bytes_are_read(data: bytes) -> None:
    """No file makes the reader raise; what it cannot read it reports."""
    problems: list[Problem] = []
    text = decode_text(SourceFile("a.yml", data), problems)
    root = None if text is None else parse("a.yml", text, problems).root
    assert text is not None or problems
    assert root is None or text


VICTIMS = (
    "site_config.yml",
    "content/offices/dongmen.yml",
    "content/lists/dongmen/services/2021-12-24.yml",
    "content/lists/dongmen/services/2023-05-01.yml",
    "content/lists/standard/village-duties/2023-01-01.yml",
)
SCRAPS = (
    "",
    " ",
    "\n",
    "\t",
    ":",
    ": ",
    "：",
    "- ",
    "#",
    " # ",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    "|",
    ">",
    "&a ",
    "*a",
    "!!x ",
    "? ",
    "%",
    "@",
    "null",
    "~",
    "---\n",
    "<<<<<<< a\n",
    "\\x",
    "\x00",
    "\u200b",
    "\u3000",
    "9999-99-99",
    "-1",
    "1e9",
    "items: []\n",
    "  - id: x\n",
    "changes:\n",
    "\ud83d\ude00",
)


Spoil = Callable[[str, str], Path]


@pytest.fixture(scope="module")
def spoil(tmp_path_factory: pytest.TempPathFactory) -> Spoil:
    """Make a small site of those files, of which one is replaced at a time."""
    root = tmp_path_factory.mktemp("spoilt")
    right = whole("standard/services", "2020-07-01", "{id: dibao, title: 低保}")
    right |= {path: (SAMPLE / path).read_text(encoding="utf-8") for path in VICTIMS}
    for path in right:
        (root / path).parent.mkdir(parents=True, exist_ok=True)

    def replace(victim: str, text: str) -> Path:
        for path, content in {**right, victim: text}.items():
            (root / path).write_bytes(content.encode("utf-8", "surrogatepass"))
        return root

    return replace


@given(
    victim=st.sampled_from(VICTIMS),
    cuts=st.lists(
        st.tuples(
            st.floats(0, 1), st.integers(0, 30), st.sampled_from(SCRAPS), st.booleans()
        ),
        min_size=1,
        max_size=4,
    ),
)
@settings(common, max_examples=250, deadline=SOON)
def test_spoilt_files_are_reported(
    spoil: Spoil,
    victim: str,
    cuts: list[tuple[float, int, str, bool]],
) -> None:
    """However a file is spoilt, the check ends in time and without an exception."""
    text = (SAMPLE / victim).read_text(encoding="utf-8")
    for place, length, scrap, doubled in cuts:
        at = int(place * len(text))
        piece = text[at : at + length] * 2 if doubled else ""
        text = text[:at] + piece + scrap + text[at + length :]
    root = spoil(victim, text)
    examined = examine(root, TODAY)
    assert all(as_text(examined.problems, root))
    assert len(list(as_github(examined.problems))) == len(examined.problems)
    assert len(json.loads(problems_as_json(examined.problems))) == len(
        examined.problems
    )
    assert examined.has_errors or pages_by_address(examined)


def nested(depth: int) -> Iterator[str]:
    """Yield texts that are small and cost a careless reader dearly."""
    yield "a: " + "[" * depth
    yield "a: " + "{a: " * depth
    yield "- " * depth + "a"
    yield "\n".join(f"{' ' * n}a{n}:" for n in range(depth))
    yield "x: &a [" + ", ".join(["*a"] * depth) + "]"
    yield "a: '" + "''" * depth
    yield "a：" * depth
    yield "\n".join("a：1" for _ in range(depth))
    yield "# " * depth
    yield "a: " + "#" * depth
    yield "a: " + "甲 #" * depth
    yield "\t" * depth
    yield "a: |\n" + " 1380013800 0" * depth
    yield "1" * depth
    yield "1 " * depth
    yield "a@qq." * depth


@pytest.mark.parametrize("number", range(16))
def test_large_and_deep_files_are_read_in_time(
    tmp_path_factory: pytest.TempPathFactory, number: int
) -> None:
    """Texts made to be slow to read are read or refused in five seconds."""
    text = list(nested(3_000))[number]
    root = tmp_path_factory.mktemp("large")
    (root / "content/offices").mkdir(parents=True)
    (root / "site_config.yml").write_text(EMPTY["site_config.yml"])
    (root / "content/offices/a.yml").write_text(text, encoding="utf-8")
    started = time.process_time()
    assert load(root).problems
    assert time.process_time() - started < SOON.seconds
