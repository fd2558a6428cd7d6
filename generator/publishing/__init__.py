"""Write the finished site, and single files, to disk.

The only room that writes. It builds beside the target and swaps in one step;
it never empties a folder before it fills it, never edits a published file in
place and never replaces a folder that no Qingdan build made.
"""

from generator.publishing.commits import commit_files, is_changed
from generator.publishing.publisher import Published, publish
from generator.publishing.single import keep, write_bytes, write_file, write_new

__all__ = [
    "Published",
    "commit_files",
    "is_changed",
    "keep",
    "publish",
    "write_bytes",
    "write_file",
    "write_new",
]
