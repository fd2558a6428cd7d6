"""The page that lists the site's main pages (站点地图), and the one without a network."""

from dataclasses import dataclass

from generator.site_model.parts import Head, Link


@dataclass(frozen=True, slots=True)
class DirectoryPage:
    """The site map for people: entries to the site, streets with their lists, prose."""

    head: Head
    entries: tuple[Link, ...]
    streets: tuple[tuple[Link, tuple[Link, ...]], ...]
    prose: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class OfflinePage:
    """What is shown without a network in place of a page not kept on the device."""

    head: Head
    hotline: str
