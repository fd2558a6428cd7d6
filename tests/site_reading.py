"""Read a built site as a crawler does: pages, what they link to, what they anchor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

DATED = re.compile(r"\d{4}-\d{2}-\d{2}\.html")
ADDRESSES = ("href", "src", "action", "poster", "data", "formaction")


@dataclass(frozen=True, slots=True)
class Reference:
    """One address that a page names; `tag` tells what for, `rel` how a link relates."""

    tag: str
    rel: str
    address: str

    @property
    def is_text_link(self) -> bool:
        """Tell a link to follow from something that the browser loads by itself."""
        return self.tag in {"a", "area"}

    @property
    def is_about_itself(self) -> bool:
        """Tell whether this names the page's own published address."""
        return self.tag == "link" and self.rel in {"canonical", "alternate"}


@dataclass(slots=True)
class PageFile:
    """One page of the site: path below the site's root, references, anchors."""

    path: str
    size: int
    references: list[Reference] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    inline: list[str] = field(default_factory=list)


class Reader(HTMLParser):
    """Collect what PageFile holds from the text of a page."""

    def __init__(self, page: PageFile) -> None:
        """Fill `page` from what is fed."""
        super().__init__()
        self.page = page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note addresses, anchors, and inline code or style."""
        values = {name: value or "" for name, value in attrs}
        for name in ADDRESSES:
            if name in values:
                reference = Reference(tag, values.get("rel", ""), values[name])
                self.page.references.append(reference)
        for part in filter(None, values.get("srcset", "").split(",")):
            self.page.references.append(Reference(tag, "", part.split()[0]))
        if "id" in values:
            self.page.anchors.add(values["id"])
        self.page.inline.extend(find_inline(tag, values))


def find_inline(tag: str, values: dict[str, str]) -> Iterator[str]:
    """Name what a strict Content-Security-Policy refuses in one start tag."""
    if tag == "style":
        yield "<style>"
    # Data blocks are not run, so the policy lets them stand.
    is_data = values.get("type") in {"application/json", "application/ld+json"}
    if tag == "script" and "src" not in values and not is_data:
        yield "<script> without src"
    for name in values:
        if name == "style" or name.startswith("on"):
            yield f"<{tag} {name}>"


def read_page(site: Path, file: Path) -> PageFile:
    """Read one page."""
    content = file.read_bytes()
    page = PageFile(file.relative_to(site).as_posix(), len(content))
    reader = Reader(page)
    reader.feed(content.decode("utf-8"))
    reader.close()
    return page


def read_site(site: Path) -> dict[str, PageFile]:
    """Read all pages of a site, by path."""
    pages = (read_page(site, file) for file in sorted(site.rglob("*.html")))
    return {page.path: page for page in pages}


def resolve(page: str, address: str) -> tuple[str, str]:
    """Resolve a relative address from a page to a path below the root and an anchor.

    The path begins with `../` where the address leads out of the site.
    """
    parts = urlsplit(address)
    steps: list[str] = []
    target = PurePosixPath(page).parent / unquote(parts.path) if parts.path else page
    for step in PurePosixPath(target).parts:
        if step == ".." and steps and steps[-1] != "..":
            steps.pop()
        else:
            steps.append(step)
    return "/".join(steps), unquote(parts.fragment)


def is_external(address: str) -> bool:
    """Tell whether an address names a scheme or a host."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def is_former(path: str) -> bool:
    """Tell an old address of the demo's renamed list, which answers and is not linked."""
    return path.startswith("offices/jintang/administrative-powers")


def is_item_page(path: str) -> bool:
    """Tell the page of one item of one street's list from all others."""
    parts = path.split("/")
    if len(parts) != 4 or parts[0] != "offices" or is_former(path):
        return False
    others = {"changes.html", "booklet.html"}
    return parts[-1] not in others and not DATED.fullmatch(parts[-1])
