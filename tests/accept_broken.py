"""Accept what the check says today about the broken shelf: `python -m tests.accept_broken`.

Writes `expected.txt` of every example, and names those that changed. Read the
difference as an official would before you commit it.
"""

import sys
import tempfile
from pathlib import Path

from tests.broken_shelf import SHELF, WORDS, check, examples, lay


def accept(example: Path) -> bool:
    """Write the words of one example; tell whether they are new."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "tree"
        lay(example, root)
        words = check(root).words.encode()
    expected = example / WORDS
    if expected.exists() and expected.read_bytes() == words:
        return False
    expected.write_bytes(words)
    return True


def main() -> None:
    """Accept every example."""
    for example in examples():
        if accept(example):
            sys.stdout.write(f"{example.relative_to(SHELF)}\n")


if __name__ == "__main__":
    main()
