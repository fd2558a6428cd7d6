"""The benchmark's corpora are real content, and its measurements are of real runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.bare import build
from bench.corpus import SHAPES, SIZES, corpus_files, write_corpus
from bench.extrapolate import carry_on
from bench.material import write_project
from bench.measure import Cost, RunFailedError, measure
from bench.runners import PROJECT, RUNNERS, TODAY
from bench.streets import read_streets

TINY = SIZES["tiny"]
WRITE = """
import sys
from pathlib import Path
from bench.corpus import SIZES, write_corpus
write_corpus(Path(sys.argv[1]), SIZES["tiny"], sys.argv[2])
"""


def read_tree(root: Path) -> dict[str, bytes]:
    """Read every file below a folder."""
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): path.read_bytes() for path in paths}


def generator(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run our own program, as the benchmark does."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_same_bytes(tmp_path: Path, shape: str) -> None:
    """A corpus does not depend on the hash seed."""
    for seed in ("1", "2"):
        command = [sys.executable, "-c", WRITE, str(tmp_path / seed), shape]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run(command, cwd=PROJECT, env=environment, check=True)
    first, second = read_tree(tmp_path / "1"), read_tree(tmp_path / "2")
    assert len(first) == 7 + (shape == "standard")
    assert first == second


@pytest.mark.parametrize("shape", SHAPES)
def test_accepted_and_built(tmp_path: Path, shape: str) -> None:
    """The invented content passes the strict check and becomes a site."""
    root, out = tmp_path / "corpus", tmp_path / "site"
    write_corpus(root, TINY, shape)
    checked = generator("check", "--root", str(root), "--strict")
    assert checked.returncode == 0, checked.stderr
    where = ("--root", str(root), "--out", str(out))
    built = generator("build", *where, "--on", TODAY)
    assert built.returncode == 0, built.stderr
    page = out / "offices" / "hongguang" / "services" / "dibao-apply.html"
    assert "最低生活保障金申请受理" in page.read_text(encoding="utf-8")


def test_size_of_s(tmp_path: Path) -> None:
    """S has 5,000 items of 950 matters, about 830 bytes each."""
    write_corpus(tmp_path, SIZES["S"], "plain")
    lists = "".join(
        text for path, text in corpus_files(SIZES["S"], "plain") if "lists" in path
    )
    items = [i for street in read_streets(tmp_path) for i in street.items]
    assert lists.count(" id: ") == 5000
    assert len(items) == 5000 - 2  # one withdrawn in each of the two amended lists
    assert len({item["id"] for item in items}) == 950
    assert len({item["title"] for item in items}) == 950
    assert 800 <= len(lists.encode()) / 5000 <= 850


def test_standard_shape(tmp_path: Path) -> None:
    """A street says who handles what it adopts; declines and amends some."""
    write_corpus(tmp_path, TINY, "standard")
    first, _ = read_streets(tmp_path)
    by_id = {item["id"]: item for item in first.items}
    assert "tekun-review" not in by_id  # declined
    assert by_id["tekun-apply"]["title"] == "特困人员救助供养申请受理"
    assert by_id["tekun-apply"]["unit"] == "social-affairs"
    assert by_id["dibao-apply"]["time_limit"]["promised"] == "3个工作日"  # amended


def test_bare_loop(tmp_path: Path) -> None:
    """The bare loop writes a page for each item, street and the home page."""
    write_corpus(tmp_path / "corpus", TINY, "plain")
    build(tmp_path / "corpus", tmp_path / "out")
    pages = read_tree(tmp_path / "out")
    assert len(pages) == 2 * (5 + 1) + 1
    assert "000-8000 1002" in pages["hongguang/dibao-apply.html"].decode()


def test_slice_for_material(tmp_path: Path) -> None:
    """A slice has as many pages as asked for, over several streets."""
    write_corpus(tmp_path / "corpus", TINY, "plain")
    write_project(tmp_path / "corpus", tmp_path / "docs", 7, "lean")
    assert len(list(tmp_path.glob("docs/docs/*/*.md"))) == 7


def test_measured_run(tmp_path: Path) -> None:
    """A run has cost time and memory, and what it wrote is counted."""
    script = (
        "import sys, pathlib; sum(range(3_000_000)); out = pathlib.Path(sys.argv[1])"
    )
    script += "; out.mkdir(); (out / 'a').write_bytes(b'12345')"
    out = tmp_path / "out"
    cost = measure([sys.executable, "-c", script, str(out)], PROJECT, out)
    assert (cost.size, cost.files) == (5, 1)
    assert cost.cpu > 0
    assert cost.peak > 1


def test_failing_run(tmp_path: Path) -> None:
    """A run that fails says how, in its own words."""
    command = [sys.executable, "-c", "raise SystemExit('no words')"]
    with pytest.raises(RunFailedError, match="no words"):
        measure(command, PROJECT, tmp_path / "out")


def test_carry_on() -> None:
    """Pages are carried on as a line, navigation as a square."""
    seconds = {("search", 500): 1.5, ("search", 1000): 2.5}
    seconds |= {("default", 500): 5.5, ("default", 1000): 18.5}
    costs = {
        runner: Cost(seconds[runner.mode, runner.pages], 0, 0, 0, 0)
        for runner in RUNNERS
        if (runner.mode, runner.pages) in seconds
    }
    whole = carry_on(costs, 5000)
    assert whole == pytest.approx({"search": 10.5, "default": 10.5 + 16 * 25})
