"""MkDocs and Material at work: Markdown and frame templates in, HTML out.

Nothing is written and no `mkdocs.yml` exists: the configuration is derived from our
own settings in memory. The only module that imports MkDocs.
"""

import io
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from markdown import Extension, Markdown
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.problems import GeneratorError
from generator.shell.frame import Frame
from generator.site_model.parts import Head, Link

TEMPLATE = "main.html"
TEMPLATES = "mkdocs"
# Links to data pages are none of MkDocs' business: it does not know those pages.
LINK_CHECKS = ("not_found", "absolute_links", "unrecognized_links", "anchors")
MARKDOWN = ("tables", "toc", "sane_lists", "def_list")


@dataclass(frozen=True, slots=True)
class ProsePage:
    """What MkDocs made of one Markdown file: its title, description and HTML."""

    address: str
    title: str
    description: str
    content: str


@dataclass(frozen=True, slots=True)
class Engine:
    """A configured MkDocs, ready to render pages in memory."""

    config: MkDocsConfig
    fill: Callable[..., str]
    nav: Navigation = field(default_factory=lambda: Navigation([], []))

    def render(
        self,
        head: Head,
        content: str,
        *,
        siblings: Sequence[Link] = (),
    ) -> str:
        """Render a whole page around ready HTML; `siblings` make it a prose page."""
        path = f"{head.address.removesuffix('.html')}.md"
        page = Page(head.title, self._file(path), self.config)
        page.content = content
        page.meta = {
            "title": head.title,
            "description": head.description,
            "address": head.address,
            "base": head.base,
            "feed": head.feed,
            "robots": head.robots,
            "crumbs": head.crumbs,
            "prose": bool(siblings),
            "siblings": siblings,
        }
        return self.fill(get_context(self.nav, Files([]), self.config, page))

    def read_prose(self, prose: Mapping[str, str]) -> tuple[ProsePage, ...]:
        """Convert Markdown files, keyed `about/name.md`, in the order given.

        Raises GeneratorError where a file cannot be converted.
        """
        sources = {path: self._file(path, text) for path, text in prose.items()}
        files = Files(list(sources.values()))
        return tuple(self._convert(path, sources[path], files) for path in sources)

    def _file(self, path: str, text: str = "") -> File:
        file = File(path, None, self.config.site_dir, use_directory_urls=False)
        file.content_string = text
        return file

    def _convert(self, path: str, file: File, files: Files) -> ProsePage:
        page = Page(None, file, self.config)
        try:
            page.read_source(self.config)
            page.render(self.config, files)
        # MkDocs lets out whatever a Markdown extension or a parser raises.
        except Exception as error:
            why = type(error).__name__
            message = f"{path} 无法转换成网页（{why}），请检查其中的尖括号。"
            raise GeneratorError(message) from error
        return ProsePage(
            address=file.dest_uri,
            title=str(page.title or ""),
            description=str(page.meta.get("description", "")),
            content=page.content or "",
        )


class NoRawHtml(Extension):
    """Markdown without raw HTML: what looks like a tag is printed as text."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Take out the two places where Python-Markdown lets tags through."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


def open_engine(site_name: str, frame: Frame, theme_dir: Path, folder: Path) -> Engine:
    """Configure MkDocs with Material and our frame; `folder` is empty and ours.

    Raises GeneratorError where MkDocs refuses the configuration.
    """
    # Material prints an announcement about MkDocs 2 unless told otherwise.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    theme = {
        "name": "material",
        "custom_dir": str((theme_dir / TEMPLATES).resolve()),
        "language": "zh",
        "font": False,
    }
    sources = folder.resolve() / "prose"
    sources.mkdir(exist_ok=True)
    try:
        config = load_config(
            io.StringIO(""),
            config_file_path=str(folder.resolve() / "mkdocs.yml"),
            site_name=site_name,
            docs_dir=str(sources),
            site_dir=str(folder.resolve() / "site"),
            theme=theme,
            plugins=[],
            use_directory_urls=False,
            markdown_extensions=list(MARKDOWN),
            validation=dict.fromkeys(LINK_CHECKS, "ignore"),
            extra={"site": frame, "generator": False},
        )
    except MkDocsException as error:
        message = f"MkDocs 无法启动：{error}"
        raise GeneratorError(message) from error
    # MkDocs declares names only, but hands the list to Python-Markdown as it is.
    config.markdown_extensions.append(NoRawHtml())  # type: ignore[arg-type] # as said above
    return Engine(config, config.theme.get_env().get_template(TEMPLATE).render)
