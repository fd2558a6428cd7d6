"""Count taps: how many links lead from one page to another, without any script."""

import sys
from collections import deque
from collections.abc import Mapping

from tests.site_reading import PageFile, resolve

TAPS = 3


def taps_from(
    start: str, pages: Mapping[str, PageFile], most: int = sys.maxsize
) -> dict[str, int]:
    """Count the links from `start` to each page that it leads to with `most` links."""
    taps = {start: 0}
    queue = deque(taps)
    while queue:
        path = queue.popleft()
        if taps[path] == most:
            break  # and all that follow are as far
        for target in links_of(pages[path]):
            if target in pages and target not in taps:
                taps[target] = taps[path] + 1
                queue.append(target)
    return taps


def links_of(page: PageFile) -> list[str]:
    """Name the pages that one page links to, in order; each once."""
    targets = (
        resolve(page.path, reference.address)[0]
        for reference in page.references
        if reference.is_text_link
    )
    return list(dict.fromkeys(targets))
