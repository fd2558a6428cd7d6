"""Read a history as `build` does: `python -m bench.history_run ROOT OUT`.

OUT keeps the memory from one run to the next.
"""

import sys
from pathlib import Path

from generator.history.memory import Memory
from generator.history.recorded import read_recorded


def read(root: Path, out: Path) -> int:
    """Read the history, keep the memory, and give the number of edits."""
    kept = out / "memory.json"
    text = kept.read_text(encoding="utf-8") if kept.exists() else ""
    memory = Memory.load(text)
    recorded = read_recorded(root, memory)
    if memory.is_changed:
        out.mkdir(parents=True, exist_ok=True)
        kept.write_text(memory.dump(), encoding="utf-8")
    return len(recorded.edits)


if __name__ == "__main__":
    print(f"{read(Path(sys.argv[1]), Path(sys.argv[2])):,} edits")
