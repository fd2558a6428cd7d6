"""Build the shell: one rendered page per depth and marked place, prose, assets."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from generator.outputs import OutputFile
from generator.settings import Settings
from generator.shell.assets import collect_assets
from generator.shell.cutting import (
    ADDRESS,
    BODY,
    DESCRIPTION,
    FEED,
    ROBOTS,
    TITLE,
    Key,
    Shell,
    cut_page,
    slot_head,
    without_feed,
)
from generator.shell.engine import Engine, open_engine
from generator.shell.frame import Frame, Labels, make_frame
from generator.shell.item_script import item_script
from generator.shell.prose import address_of, make_prose_pages, sort_prose

DEEPEST = 5
NOT_FOUND = "404.html"
NO_PICTURES: Mapping[str, bytes] = {}


def build_shell(
    settings: Settings,
    prose: Mapping[str, str],
    labels: Labels,
    theme_dir: Path,
    workdir: Path,
    pictures: Mapping[str, bytes] = NO_PICTURES,
) -> Shell:
    """Build the shell and the prose pages (说明页).

    `prose` maps `about/name.md` to Markdown, `pictures` what it shows to its bytes;
    `workdir` is an empty folder, because MkDocs insists on one. Raises GeneratorError where the theme is broken.
    """
    ordered = sort_prose(prose)
    assets, styles = collect_assets(theme_dir, settings.accent, labels)
    frame = make_frame(settings, labels, styles, [address_of(path) for path in ordered])
    engine = open_engine(settings.name, frame, theme_dir, workdir)
    pages = make_prose_pages(engine, ordered, frame, settings, pictures)
    shown = (OutputFile(*picture) for picture in sorted(pictures.items()))
    item = item_script(theme_dir, settings, labels)
    return Shell(_cut_all(engine, frame), _as_files(pages), (*assets, *shown, item))


def _cut_all(engine: Engine, frame: Frame) -> dict[Key, tuple[str, ...]]:
    keys = [("../" * depth, "") for depth in range(DEEPEST + 1)]
    keys += [("", link.address) for link in frame.nav if "/" not in link.address]
    keys.append(("", NOT_FOUND))
    if frame.url:
        # A server shows 404.html at any address, so its links may start at the root.
        keys.append((urlsplit(frame.url).path, NOT_FOUND))
    return {key: cut for place in keys for key, cut in _cut(engine, frame, *place)}


def _cut(
    engine: Engine, frame: Frame, base: str, address: str
) -> Iterator[tuple[Key, tuple[str, ...]]]:
    """Cut one page twice: with the link to a feed, and without."""
    html = engine.render(slot_head(base, address), BODY)
    addresses = 1 if frame.url and not address else 0
    # Of itself the 404 page asks not to be kept.
    asked = 0 if address == NOT_FOUND else 1
    slots = {TITLE: 2, DESCRIPTION: 2, ADDRESS: addresses, ROBOTS: asked, BODY: 1}
    yield (base, address, True), cut_page(html, {**slots, FEED: 1})
    yield (base, address, False), cut_page(without_feed(html), {**slots, FEED: 0})


def _as_files(pages: Mapping[str, str]) -> tuple[OutputFile, ...]:
    return tuple(
        OutputFile(address, html.encode("utf-8")) for address, html in pages.items()
    )
