"""What the frame of every page says: navigation, footer, policy, styles."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.problems import GeneratorError
from generator.settings import FOOTER, Settings
from generator.site_model.addresses import CORRECTIONS
from generator.site_model.parts import Link
from generator.site_model.reporting import general_link

Labels = Mapping[str, "str | Labels"]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
NAVIGATION = (
    ("home", "index.html"),
    ("find", "find.html"),
    ("offices", "offices.html"),
    ("communities", "communities.html"),
    ("a_z", "a-z.html"),
    ("changes", "changes.html"),
)
ABOUT = "about/index.html"
# Pages with a large search box of their own do without the one in the header.
SEARCHING = ("index.html", "find.html", "404.html")
FOOT_PROSE = (
    ("about", ABOUT),
    ("accessibility", "about/accessibility.html"),
    ("privacy", "about/privacy.html"),
)


@dataclass(frozen=True, slots=True)
class FootLink:
    """A link of the footer; one that leads `outside` is not relative to the page."""

    text: str
    address: str
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything the frame's template prints besides the page itself."""

    labels: Labels
    policy: str
    url: str
    styles: tuple[str, ...]
    sample: str
    hotline: str
    nav: tuple[Link, ...]
    searching: tuple[str, ...]
    foot: tuple[FootLink, ...]
    facts: tuple[tuple[str, str], ...]
    offline: bool = False


def make_frame(
    settings: Settings,
    labels: Labels,
    styles: tuple[str, ...],
    prose: Collection[str],
) -> Frame:
    """Fill the frame from the settings; `prose` holds the addresses of prose pages."""
    url = settings.url
    return Frame(
        labels=labels,
        policy=POLICY,
        url=url if not url or url.endswith("/") else f"{url}/",
        styles=styles,
        sample=settings.sample,
        hotline=settings.hotline,
        nav=_navigation(labels, prose),
        searching=SEARCHING,
        foot=_foot(settings, labels, prose),
        facts=_facts(settings, labels),
        offline=settings.offline,
    )


def word(labels: Labels, *path: str) -> str:
    """Look up one label, e.g. `word(labels, "shell", "menu")`.

    Raises GeneratorError where theme/labels.yml has no such text.
    """
    value: str | Labels = labels
    for step in path:
        value = "" if isinstance(value, str) else value.get(step, "")
    if not isinstance(value, str) or not value:
        message = f"theme/labels.yml 缺少 {'.'.join(path)}。"
        raise GeneratorError(message)
    return value


def _navigation(labels: Labels, prose: Collection[str]) -> tuple[Link, ...]:
    about = (("about", ABOUT),) if ABOUT in prose else ()
    return tuple(
        Link(word(labels, "shell", "nav", name), address)
        for name, address in (*NAVIGATION, *about)
    )


def _foot(
    settings: Settings, labels: Labels, prose: Collection[str]
) -> tuple[FootLink, ...]:
    links = [
        FootLink(word(labels, "shell", name), address)
        for name, address in FOOT_PROSE
        if address in prose
    ]
    report = general_link(settings)
    if report:
        links.append(FootLink(word(labels, "shell", "report"), report, outside=True))
    links.append(FootLink(word(labels, "shell", "corrections"), CORRECTIONS))
    links.append(FootLink(word(labels, "shell", "sitemap"), "sitemap.html"))
    return tuple(links)


def _facts(settings: Settings, labels: Labels) -> tuple[tuple[str, str], ...]:
    return tuple(
        (word(labels, "footer", field.name), settings.footer[field.name])
        for field in FOOTER
        if settings.footer.get(field.name)
    )
