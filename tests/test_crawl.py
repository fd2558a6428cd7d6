"""A crawl of the demo in a browser: nothing refused, nothing foreign, nothing said.

Every sixteenth page and some of every kind; `python -m tests.crawl` shows all of them.
"""

from pathlib import Path
from urllib.parse import urlsplit

from tests.conftest import OpenPage
from tests.crawl import crawl, foreign, kind_of, sample
from tests.programs import FRAMES
from tests.site_reading import PageFile

Pages = dict[str, PageFile]


def frames_of(nginx_url: str) -> str:
    """Name the empty page beside the site."""
    return urlsplit(nginx_url)._replace(path=FRAMES).geturl()


def test_pages_under_a_sub_path(
    open_page: OpenPage, nginx_url: str, pages: Pages
) -> None:
    """Hundreds of pages of all kinds, each asking only for what is below the path."""
    paths = sample(pages)
    assert len(paths) >= 250
    assert {kind_of(path) for path in paths} == {kind_of(path) for path in pages}
    observed, late = crawl(open_page(), frames_of(nginx_url), nginx_url, paths)
    assert (observed.complaints, foreign(observed, nginx_url), late) == ([], [], [])
    assert {nginx_url + path for path in paths} <= set(observed.requests)


def test_pages_with_a_street_remembered(
    open_page: OpenPage, nginx_url: str, pages: Pages
) -> None:
    """What pages do for the street that the device remembers is as quiet."""
    paths = sample(pages, len(pages))
    frames = frames_of(nginx_url)
    observed, late = crawl(open_page(), frames, nginx_url, paths, "wuqiao")
    assert (observed.complaints, foreign(observed, nginx_url), late) == ([], [], [])
    assert f"{nginx_url}search/streets/wuqiao.js" in observed.requests


def test_pages_opened_as_files(
    open_page: OpenPage, demo_site: Path, pages: Pages, tmp_path: Path
) -> None:
    """Some pages of every kind, from a folder or a USB stick: nothing is missed."""
    frames = tmp_path / "frames.html"
    frames.write_text("<!doctype html><title>-</title>")
    origin = f"{demo_site.as_uri()}/"
    paths = sample(pages, len(pages))
    observed, late = crawl(open_page(), frames.as_uri(), origin, paths)
    outside = set(foreign(observed, origin)) - {frames.as_uri()}
    assert (observed.complaints, outside, late) == ([], set(), [])
    assert {origin + path for path in paths} <= set(observed.requests)


def test_the_crawl_sees_faults(
    open_page: OpenPage, nginx_url: str, demo_site: Path, tmp_path: Path
) -> None:
    """A page that is not there, and one that loads from elsewhere, are told."""
    observed, _ = crawl(open_page(), frames_of(nginx_url), nginx_url, ["gone.html"])
    assert len(observed.complaints) == 1
    (tmp_path / "frames.html").write_text("<!doctype html><title>-</title>")
    (tmp_path / "odd.html").write_text(
        f"<!doctype html><script src='{demo_site.as_uri()}/assets/site.js'></script>"
        "<meta http-equiv=Content-Security-Policy content=\"style-src 'none'\">"
        "<p style='color:red'>"
    )
    origin = f"{tmp_path.as_uri()}/"
    observed, _ = crawl(open_page(), f"{origin}frames.html", origin, ["odd.html"])
    assert "style" in observed.complaints[0]
    assert foreign(observed, origin) == [f"{demo_site.as_uri()}/assets/site.js"]
