"""Prose pages (说明页): Markdown files about the site, as pages of the site."""

import re
from collections.abc import Collection, Mapping

from generator.problems import GeneratorError
from generator.settings import Settings
from generator.shell.engine import Engine, ProsePage
from generator.shell.frame import ABOUT, Frame, word
from generator.site_model.parts import Head, Link

_DEAD_LINK = re.compile(r'href="([^":]+\.md)(?:#[^"]*)?"')
_PICTURE = re.compile(r"<img\b[^>]*>")
_ATTRIBUTE = r'\b{}="([^"]*)"'


def sort_prose(prose: Mapping[str, str]) -> dict[str, str]:
    """Put the pages in reading order: the folder's index first, then by name."""
    paths = sorted(prose, key=lambda path: (address_of(path) != ABOUT, path))
    return {path: prose[path] for path in paths}


def address_of(path: str) -> str:
    """Say at which address a Markdown file is published."""
    return f"{path.removesuffix('.md')}.html"


def make_prose_pages(
    engine: Engine,
    prose: Mapping[str, str],
    frame: Frame,
    settings: Settings,
    pictures: Collection[str] = (),
) -> dict[str, str]:
    """Render every prose page whole, by address.

    Raises GeneratorError where a page links to a Markdown file that is not there, or
    shows a picture that is not there or has no words for those who cannot see it.
    """
    pages = engine.read_prose(prose)
    siblings = tuple(Link(page.title, page.address) for page in pages)
    made = {}
    for path, page in zip(prose, pages, strict=True):
        _refuse_dead_links(path, page)
        _refuse_pictures(path, page, pictures)
        head = _head_of(page, frame, settings)
        made[page.address] = engine.render(head, page.content, siblings=siblings)
    return made


def _head_of(page: ProsePage, frame: Frame, settings: Settings) -> Head:
    base = "../" * page.address.count("/")
    crumbs = [Link(word(frame.labels, "common", "home"), "index.html")]
    if page.address != ABOUT and any(link.address == ABOUT for link in frame.nav):
        crumbs.append(Link(word(frame.labels, "shell", "nav", "about"), ABOUT))
    description = page.description or settings.description or page.title
    return Head(page.address, base, page.title, description, tuple(crumbs))


def _refuse_dead_links(path: str, page: ProsePage) -> None:
    match = _DEAD_LINK.search(page.content)
    if match:
        message = f"{path} 里的链接指向不存在的页面 {match.group(1)}。"
        raise GeneratorError(message)


def _refuse_pictures(path: str, page: ProsePage, known: Collection[str]) -> None:
    folder = page.address.rpartition("/")[0]
    for tag in _PICTURE.findall(page.content):
        source, words = (re.search(_ATTRIBUTE.format(a), tag) for a in ("src", "alt"))
        name = source[1] if source else ""
        if f"{folder}/{name}" not in known:
            message = (
                f"{path} 里的图片“{name}”找不到。请把图片放在 content/{folder} 里，"
                "文件名用小写字母、数字和短横线，格式用 png、jpg 或 webp。"
            )
            raise GeneratorError(message)
        if not (words and words[1].strip()):
            message = (
                f"{path} 里的图片“{name}”没有说明。请写成 ![图上是什么]({name})，"
                "看不见图的人靠它。"
            )
            raise GeneratorError(message)
