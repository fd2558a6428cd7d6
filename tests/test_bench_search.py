"""The search benchmark reads what we publish, counts bytes, and judges by the goals."""

import gzip
import json
from pathlib import Path
from urllib.request import urlopen

import pytest

from bench.search_browser import Figures
from bench.search_documents import Document, queries_of, read_documents
from bench.search_report import Goals, missed, table
from bench.search_rivals import pairs
from bench.search_server import serve
from generator.search import build_search
from tests.search_samples import SAMPLE

FINE = Figures(
    before=149_000, after=0, ready=599, work=0, half=9, most=50, stall=0,
    heap=60_000_000, first=0.5, five=1, keys=9, lost=0,
)  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write the files of a search and name their folder."""
    for file in build_search(SAMPLE):
        path = tmp_path / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return tmp_path


def test_documents_are_those_of_our_index(site: Path) -> None:
    """Every matter with all that people say for it, and every place."""
    found = {one.id: one for one in read_documents(site, streets=True)}
    for matter in SAMPLE.matters:
        one = found[matter.id]
        assert (one.title, one.plain) == (matter.title, matter.plain)
        assert set(matter.keywords) <= set(one.keywords)
    assert len(found) == len(SAMPLE.matters) + len(SAMPLE.places)


def test_queries_are_parts_of_titles() -> None:
    """Each is found in the title of the matter that answers it."""
    titles = ("低保申请", "老年人优待证办理", "犬只")
    documents = [Document(str(n), title, "", (), "") for n, title in enumerate(titles)]
    queries = queries_of(documents, 3)
    assert [len(query.words) for query in queries] == [2, 3, 2]
    for query, title in zip(queries, titles, strict=True):
        assert query.words in title


def test_pairs_of_characters() -> None:
    """Han characters overlap in pairs, other words stay whole."""
    assert pairs("办ＩＤ卡，12345热线！") == ["办", "id", "卡", "12345", "热线"]
    assert pairs("老年证") == ["老年", "年证"]


def test_what_is_sent_is_counted_compressed(tmp_path: Path) -> None:
    """The server packs files, remembers their weight, and leaves its folder never."""
    text = json.dumps(["低保"] * 1000)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.js").write_text(text, encoding="utf-8")
    (tmp_path / "secret.js").write_text("0", encoding="utf-8")
    with serve(tmp_path / "site") as served:
        with urlopen(served.address + "index.js?v=1") as answer:  # noqa: S310 - ours
            content = answer.read()
        with pytest.raises(OSError, match="404"):
            urlopen(served.address + "%2e%2e/secret.js")  # noqa: S310 - ours
    assert gzip.decompress(content).decode() == text
    assert served.sent == [("index.js", len(content))]
    assert len(content) < len(text) / 10


def test_a_missed_goal_is_named() -> None:
    """At the goal is met, above it is not."""
    assert missed(FINE, Goals(before=149)) == []
    assert missed(FINE, Goals(before=148, most=49)) == [
        "KB before the first answer: 149, goal 148",
        "ms from key to results, 95th percentile: 50, goal 49",
    ]
    assert "149.0" in table("demo", {"ours": FINE}, ["a note"])
