"""Every page of the demo site is valid HTML, says the W3C's Nu Html Checker."""

import subprocess
from pathlib import Path

import pytest

from tests.conftest import find_program

CHECKER = Path("tools/node_modules/vnu-jar/build/dist/vnu.jar")
INVALID = "<!doctype html><html lang=zh-CN><title>坏</title><p id=a id=b><li>页"


@pytest.fixture(scope="session")
def checker(repo_root: Path) -> list[str]:
    """Name the checker's command."""
    java = find_program(("java",), "default-jre-headless")
    jar = repo_root / CHECKER
    if not jar.exists():
        pytest.fail("The HTML checker is not here; run: npm ci --prefix tools")
    return [java, "-jar", str(jar), "--errors-only", "--format", "gnu", "--verbose"]


def check(checker: list[str], folder: Path) -> tuple[int, list[str]]:
    """Check every page below a folder; return how many there were, and the errors."""
    pages = [str(path) for path in sorted(folder.rglob("*.html"))]
    result = subprocess.run(
        [*checker, *pages],
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    # With --verbose the checker names each page that it reads.
    read = set(result.stdout.splitlines()) & set(pages)
    errors = result.stderr.replace(f"{folder.as_uri()}/", "").splitlines()
    assert bool(errors) == bool(result.returncode), result.stderr
    return len(read), errors


def summarize(errors: list[str]) -> str:
    """Say each kind of error once, how often it comes, and one place."""
    by_sentence: dict[str, list[str]] = {}
    for error in errors:
        place, _, sentence = error.partition(" error: ")
        by_sentence.setdefault(sentence, []).append(place)
    return "\n".join(
        f"{len(places)} times: {sentence} {places[0]}"
        for sentence, places in by_sentence.items()
    )


def test_the_checker_sees_faults(checker: list[str], tmp_path: Path) -> None:
    """An invalid page is refused, so silence about the others means something."""
    (tmp_path / "bad.html").write_text(INVALID)
    count, errors = check(checker, tmp_path)
    assert count == 1
    assert len(errors) == 2


def test_every_page_is_valid(checker: list[str], demo_site: Path) -> None:
    """The checker reads all pages of the demo site and finds no error."""
    count, errors = check(checker, demo_site)
    assert not errors, summarize(errors)
    assert count == len(list(demo_site.rglob("*.html")))
