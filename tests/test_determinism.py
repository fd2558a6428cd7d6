"""Same input, same bytes: wherever, whenever and by whomever the site is built."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import DEMO_DAY, RunCli
from tests.site_reading import DATED

BuildOn = Callable[[str], Path]
PAST, FUTURE = "2022-06-01", "2027-06-01"
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "LANG": "tr_TR.UTF-8",
    "PYTHONHASHSEED": "4711",
    "HOME": "/nonexistent",
}


def copy_backwards(source: Path, target: Path) -> None:
    """Copy a folder, last entry first, so that the disk lists them otherwise."""
    target.mkdir(parents=True)
    for entry in sorted(source.iterdir(), reverse=True):
        if entry.is_dir():
            copy_backwards(entry, target / entry.name)
        else:
            shutil.copy2(entry, target / entry.name)


def read_all(site: Path) -> dict[str, bytes]:
    """Read every file of a site, by path."""
    files = (file for file in sorted(site.rglob("*")) if file.is_file())
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Name the files that one site has and the other lacks or has otherwise."""
    return sorted(path for path in {**one, **other} if one.get(path) != other.get(path))


def test_built_elsewhere_it_is_the_same(
    repo_root: Path, demo_site: Path, tmp_path: Path, run_cli: RunCli
) -> None:
    """Another folder, zone, locale, hash seed, umask and file order change no byte."""
    root = tmp_path / "另一个 folder"
    for part in ("content", "theme", ".git"):
        copy_backwards(repo_root / part, root / part)
    shutil.copy2(repo_root / "site_config.yml", root)
    site = tmp_path / "other" / "place"
    result = run_cli(
        *("build", "--root", root, "--out", site, "--on", DEMO_DAY),
        env=ELSEWHERE,
        cwd=tmp_path,
        umask=0o077,
    )
    assert result.returncode == 0, result.stderr
    assert differing(read_all(demo_site), read_all(site)) == []


def test_built_again_nothing_is_rewritten(
    repo_root: Path, demo_site: Path, tmp_path: Path, run_cli: RunCli
) -> None:
    """A second build over a site leaves every unchanged file as it stands."""
    site = tmp_path / "site"
    shutil.copytree(demo_site, site)
    old = 1_000_000_000
    for file in site.rglob("*"):
        os.utime(file, (old, old))
    result = run_cli("build", "--root", repo_root, "--out", site, "--on", DEMO_DAY)
    assert result.returncode == 0, result.stderr
    files = (file for file in site.rglob("*") if file.is_file())
    rewritten = sorted(str(file) for file in files if file.stat().st_mtime != old)
    assert rewritten == []


@pytest.fixture(scope="module")
def sites(
    repo_root: Path,
    demo_site: Path,
    tmp_path_factory: pytest.TempPathFactory,
    run_cli: RunCli,
) -> dict[str, dict[str, bytes]]:
    """Read the demo as of a past day, DEMO_DAY and a coming day."""
    read = {DEMO_DAY: read_all(demo_site)}
    for day in (PAST, FUTURE):
        site = tmp_path_factory.mktemp("on") / "site"
        result = run_cli("build", "--root", repo_root, "--out", site, "--on", day)
        assert result.returncode == 0, result.stderr
        read[day] = read_all(site)
    return read


def test_three_days_show_three_lists(sites: dict[str, dict[str, bytes]]) -> None:
    """At least one list reads differently in the past, today and when announced."""
    lists = [
        path
        for path in sites[DEMO_DAY]
        if path.startswith("offices/") and path.count("/") == 2
    ]
    changing = [
        path
        for path in lists
        if len({site.get(path) for site in sites.values()}) == len(sites)
        and all(path in site for site in sites.values())
    ]
    assert changing


def test_past_versions_never_change(sites: dict[str, dict[str, bytes]]) -> None:
    """The page of a version in force by the first day is the same bytes on all days."""
    permanent = [
        path
        for path in sites[PAST]
        if DATED.fullmatch(Path(path).name) and Path(path).stem <= PAST
    ]
    assert permanent
    changed = [
        path
        for path in permanent
        if len({site.get(path) for site in sites.values()}) != 1
    ]
    assert changed == []
