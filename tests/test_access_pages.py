"""Every kind of page for everybody: axe-core and our own measurements in the browser.

Light, dark and 长者模式 at 320, 360 and 1280 pixels; 320 is also 1280 at 400 % zoom.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.page_kinds import ABSENT, STATES, name_kinds, template_of

AXE = Path("tools/node_modules/axe-core/axe.min.js")
MEASURING = Path("tests/measuring.js")
WIDTHS = (320, 360, 1280)
MODES = ("light", "dark", "elder")
EVERYTHING = tuple((mode, width) for mode in MODES for width in WIDTHS)
# A state shares template and styles with its kind, so a look at each mode and width does.
DIAGONAL = (("elder", 320), ("light", 360), ("dark", 1280))
RUN_AXE = """async (options) => {
  const { violations } = await axe.run(document, options);
  return violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html]);
}"""
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
                "best-practice"],
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
}  # fmt: skip
# Dark mode is a matter of colours alone: what is there was held to all rules in light.
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
# What says something about the text beside it may be smaller, as tables may.
NOTES = (
    ".aside, .under, .tag, .kind, .badge, .plain span, dt, .answer h2, .sample, "
    ".facets__name, .mine__label"
)
NORMAL = {"target": 44, "text": 18, "small": 16, "notes": NOTES}
ELDER = {"target": 60, "text": 24, "small": 21, "notes": NOTES}
SWITCH = """(mode) => {
  if (('elder' in document.documentElement.dataset) !== (mode === 'elder')) {
    document.querySelector('[data-elder-switch]').click();
  }
}"""
WRONG = """() => {
  const add = (html) => document.querySelector('main').insertAdjacentHTML('beforeend', html);
  add('<p id="pale">看不清</p><p id="tiny">太小</p><button></button>');
  add('<h4>跳级</h4><table><tr><td>没有表头</td></tr></table><div id="tiny">……</div>');
  add('<p aria-labelledby="nothing"><a href="#x">点</a></p><div id="wide">宽</div>');
  add('<span class="badge"></span><nav></nav><input id="edge">');
  const one = (id) => document.getElementById(id).style;
  one('pale').color = '#aaa';
  one('tiny').fontSize = '9px';
  one('wide').width = '9999px';
  one('edge').border = '0';
  document.documentElement.lang = '';
  document.querySelector('header').remove();
}"""


@dataclass(frozen=True, slots=True)
class Looker:
    """One browser page for all looks, and the measuring script."""

    page: Page
    measuring: str

    def look(self, mode: str, width: int) -> list[str]:
        """Hold the page as it stands against all that is asked of it."""
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.emulate_media(color_scheme="dark" if mode == "dark" else "light")
        self.page.evaluate(SWITCH, mode)
        limits = ELDER if mode == "elder" else NORMAL
        faults = self.page.evaluate(self.measuring, limits)
        options = COLOURS if mode == "dark" else OPTIONS
        faults += self.page.evaluate(RUN_AXE, options)
        return [" ".join(map(str, (mode, width, *fault))) for fault in faults]


@pytest.fixture(scope="module")
def looker(browser: Browser, repo_root: Path) -> Iterator[Looker]:
    """Open one page; axe-core is let in past the page's policy."""
    axe = repo_root / AXE
    if not axe.exists():
        pytest.fail("axe-core is not here; run: npm ci --prefix tools")
    context = browser.new_context(
        locale="zh-CN", bypass_csp=True, reduced_motion="reduce"
    )
    context.add_init_script(axe.read_text(encoding="utf-8"))
    measuring = (repo_root / MEASURING).read_text(encoding="utf-8")
    yield Looker(context.new_page(), measuring)
    context.close()


def look_all(
    looker: Looker,
    url: str,
    kinds: Mapping[str, str],
    views: tuple[tuple[str, int], ...],
) -> dict[str, list[str]]:
    """Look at pages in some modes and widths; return what is wrong, by kind."""
    found = {}
    for kind, address in kinds.items():
        looker.page.goto(url + address, wait_until="load")
        if kind.startswith("find "):
            looker.page.wait_for_selector("#results[data-state=ready]")
        if kind.startswith("propose"):
            looker.page.wait_for_selector("#propose[data-state=ready]")
        faults = [fault for view in views for fault in looker.look(*view)]
        if faults:
            found[kind] = faults
    return found


def test_every_kind_in_every_mode(
    looker: Looker, nginx_url: str, demo_site: Path
) -> None:
    """No fault on any kind of page, in any mode, at any width."""
    kinds = name_kinds(demo_site)
    plain = {kind: kinds[kind] for kind in kinds if kind not in STATES}
    found = look_all(looker, nginx_url, plain, EVERYTHING)
    assert found == {}, json.dumps(found, ensure_ascii=False, indent=1)


def test_every_state(looker: Looker, nginx_url: str, demo_site: Path) -> None:
    """No fault in the states that a kind of page can be in."""
    kinds = name_kinds(demo_site)
    states = {kind: kinds[kind] for kind in STATES}
    found = look_all(looker, nginx_url, states, DIAGONAL)
    assert found == {}, json.dumps(found, ensure_ascii=False, indent=1)


def test_every_template_is_looked_at(repo_root: Path, demo_site: Path) -> None:
    """A new template needs a line in tests/page_kinds.py."""
    folder = repo_root / "theme" / "templates"
    templates = {path.name.partition(".")[0] for path in folder.glob("[!_]*.jinja")}
    looked = {template_of(kind) for kind in name_kinds(demo_site)}
    assert looked - {"prose"} == templates - ABSENT


def test_the_measurements_see_faults(looker: Looker, nginx_url: str) -> None:
    """Silence about all pages means something."""
    looker.page.goto(nginx_url + "about/index.html", wait_until="load")
    looker.page.evaluate(WRONG)
    seen = {fault.split(" ")[2] for fault in looker.look("light", 360)}
    ours = {"contrast", "small", "target", "edge", "headings", "table", "landmark",
            "lang", "ids", "reference", "sideways", "wordless"}  # fmt: skip
    axes = {"button-name", "color-contrast", "html-has-lang", "heading-order", "label"}
    assert ours | axes <= seen
