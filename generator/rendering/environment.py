"""Templates for page records: one per record, escaped always, undefined never."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.ext import Extension
from markupsafe import escape

from generator.problems import GeneratorError
from generator.site_model.basis_parts import BasisDocumentPage, BasisPage
from generator.site_model.booklet_parts import BookletPage
from generator.site_model.correction_parts import CorrectionsPage
from generator.site_model.directory_parts import DirectoryPage, OfflinePage
from generator.site_model.former import FormerPage
from generator.site_model.overview_pages import (
    AtoZPage,
    CommunitiesPage,
    FindPage,
    NotFoundPage,
    OfficesPage,
    ProposePage,
)
from generator.site_model.pages import (
    ChangesPage,
    ComparePage,
    HomePage,
    ItemPage,
    ListPage,
    MatterPage,
    OfficePage,
    Page,
)
from generator.site_model.posters import CardSheets, Poster

FOLDER = "templates"
TEMPLATES: Mapping[type, str] = {
    HomePage: "home",
    FindPage: "find",
    OfficesPage: "offices",
    OfficePage: "office",
    ListPage: "list",
    ItemPage: "item",
    MatterPage: "matter",
    CommunitiesPage: "communities",
    AtoZPage: "a-z",
    NotFoundPage: "not-found",
    ChangesPage: "changes",
    ComparePage: "compare",
    FormerPage: "former",
    BookletPage: "booklet",
    BasisPage: "basis",
    BasisDocumentPage: "basis-document",
    CorrectionsPage: "corrections",
    DirectoryPage: "directory",
    OfflinePage: "offline",
    ProposePage: "propose",
}

SHEET_FOLDER = "sheets"
SHEETS: Mapping[type, str] = {Poster: "poster", CardSheets: "cards"}

_ALIAS = re.compile(r"{% set (\w+) = labels\.(\w+) %}")
_WORD = re.compile(r"{{ (?P<alias>\w+)\.(?P<word>\w+) }}")

Labels = Mapping[str, "str | Labels"]


@dataclass(frozen=True, slots=True)
class Renderer:
    """The compiled template of every kind of page record."""

    templates: Mapping[type, Template]

    def render(self, page: Page) -> str:
        """Render the body of a page: what stands inside the shell's article."""
        head = page.head
        template = self.templates[type(page)]
        return template.render(page=page, head=head, base=head.base)


def open_renderer(labels: Labels, theme_dir: Path) -> Renderer:
    """Compile all templates below `theme_dir`, with the labels inside.

    Raises GeneratorError where the folder of templates is not there.
    """
    environment = _open(labels, theme_dir, FOLDER)
    return Renderer(
        {
            record: environment.get_template(f"{name}.html.jinja")
            for record, name in TEMPLATES.items()
        }
    )


def render_sheet(labels: Labels, theme_dir: Path, sheet: Poster | CardSheets) -> str:
    """Render a whole file that is printed by itself and is no page of the site.

    Raises GeneratorError where the folder of templates is not there.
    """
    environment = _open(labels, theme_dir, SHEET_FOLDER)
    template = environment.get_template(f"{SHEETS[type(sheet)]}.html.jinja")
    return template.render(sheet=sheet)


class WordsFirst(Extension):
    """Put the labels into a template before it is compiled.

    A page has about thirty of them, and each would be looked up and escaped anew
    on every one of a hundred thousand pages.
    """

    def preprocess(
        self, source: str, name: str | None, filename: str | None = None
    ) -> str:
        """Replace `{{ t.word }}` where `t` was set to a section of the labels."""
        del name, filename
        labels = self.environment.globals["labels"]
        aliases = dict(_ALIAS.findall(source))

        def word(match: re.Match[str]) -> str:
            section = aliases.get(match["alias"], "")
            text = getattr(getattr(labels, section, None), match["word"], None)
            return str(escape(text)) if isinstance(text, str) else match.group()

        return _WORD.sub(word, source) if aliases else source


def at(address: str, base: str) -> str:
    """Say where a link leads from a page: addresses of the site come after `base`."""
    return address if ":" in address else f"{base}{address}"


def stem(address: str) -> str:
    """Name what an address is about: `hongguang` for `offices/hongguang.html`."""
    return address.rpartition("/")[2].removesuffix(".html")


def _open(labels: Labels, theme_dir: Path, name: str) -> Environment:
    folder = theme_dir / name
    if not folder.is_dir():
        message = f"找不到页面模板文件夹 {name}，theme 文件夹不完整。"
        raise GeneratorError(message)
    environment = _make_environment(folder)
    environment.globals["labels"] = _as_attributes(labels)
    environment.add_extension(WordsFirst)
    return environment


def _make_environment(folder: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False,
        "separators": (",", ":"),
    }
    environment.filters["at"] = at
    environment.filters["stem"] = stem
    return environment


def _as_attributes(labels: Labels) -> SimpleNamespace:
    """Turn nested labels into attributes, which Jinja2 finds faster than keys."""
    return SimpleNamespace(
        **{
            name: value if isinstance(value, str) else _as_attributes(value)
            for name, value in labels.items()
        }
    )
