"""A first reading of an .xls file by a process of its own, which may die of it.

On some damaged files the library asks for all memory there is and takes the whole
program with it, or never returns; no exception tells of that.
"""

import subprocess
import sys

_SECONDS = 60
_READ = (
    "import io, sys, python_calamine as calamine\n"
    "data = io.BytesIO(sys.stdin.buffer.read())\n"
    "book = calamine.CalamineWorkbook.from_filelike(data)\n"
    "for name in book.sheet_names:\n"
    "    book.get_sheet_by_name(name).to_python(skip_empty_area=False)\n"
)


def survives(data: bytes) -> bool:
    """Tell whether a process that reads the file (试读) comes to its end."""
    try:
        done = subprocess.run(  # noqa: S603 # our own lines, and no word of the file
            [sys.executable, "-I", "-c", _READ],
            input=data,
            timeout=_SECONDS,
            check=False,
            capture_output=True,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode in {0, 1}  # 1: an exception, which gets its own sentence
