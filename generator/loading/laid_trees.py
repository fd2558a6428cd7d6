"""Files that are in no folder, of a revision or about to be written, read as any tree."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath


@contextmanager
def laid_tree(files: Mapping[str, bytes]) -> Iterator[Path]:
    """Lay files into a folder, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="qingdan-") as name:
        folder = Path(name)
        _lay(files, folder)
        yield folder


def _lay(files: Mapping[str, bytes], folder: Path) -> None:
    for name, data in files.items():
        # Git itself never keeps such a name; a forged repository may.
        if ".." in PurePosixPath(name).parts:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
