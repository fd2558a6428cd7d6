"""The search page for everybody: names, references, contrast and size of its parts."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage

STATES = {
    "empty": "",
    "answer": "?q=低保",
    "street": "?q=低保&street=heling&answer=街道办理",
    "named": "?q=杏渡街道低保",
    "place": "?q=禾岭街道",
    "nothing": "?q=zzqqxx",
}

# What a reader with other senses or other hands depends on, for all visible elements.
FAULTS = """() => {
  const faults = [];
  const main = document.querySelector('main');
  const visible = (one) => one.getClientRects().length > 0;
  const nameOf = (one) => one.getAttribute('aria-label') || one.textContent.trim()
    || (one.labels && one.labels[0] && one.labels[0].textContent.trim());
  const ids = Array.from(document.querySelectorAll('[id]'), (one) => one.id);
  if (new Set(ids).size < ids.length) faults.push('ids');
  for (const name of ['aria-labelledby', 'aria-controls', 'aria-activedescendant']) {
    for (const one of document.querySelectorAll(`[${name}]`)) {
      if (!document.getElementById(one.getAttribute(name))) faults.push([name, one.outerHTML]);
    }
  }
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return Array.from(canvas.getImageData(0, 0, 1, 1).data);
  };
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const color = rgb(getComputedStyle(at).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255];
  };
  for (const one of main.querySelectorAll('*')) {
    const own = Array.from(one.childNodes).some((n) => n.nodeType === 3 && n.data.trim());
    if (!visible(one) || !own || one.tagName === 'OPTION') continue;
    const both = [light(rgb(getComputedStyle(one).color)), light(ground(one))].sort();
    const [low, high] = both[0] < both[1] ? both : [both[1], both[0]];
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < 4.5) faults.push(['contrast', ratio, one.outerHTML]);
    if (parseFloat(getComputedStyle(one).fontSize) < 16) faults.push(['small', one.outerHTML]);
  }
  for (const one of main.querySelectorAll('button, input, select, a, summary')) {
    if (!visible(one)) continue;
    if (!nameOf(one)) faults.push(['name', one.outerHTML]);
    const { height, width } = one.getBoundingClientRect();
    const large = one.matches('button, input, select, .hit__link, .answer__phone a');
    if (Math.min(height, width) < (large ? 43.5 : 20)) faults.push(['size', height, one.outerHTML]);
  }
  return faults;
}"""


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(360, 640), (1280, 800)])
def test_every_state_is_accessible(
    open_page: OpenPage,
    nginx_url: str,
    state: str,
    scheme: str,
    size: tuple[int, int],
) -> None:
    """Whatever the page shows, it is named, legible and large enough, and fits."""
    page = open_page(*size, color_scheme=scheme)
    page.goto(f"{nginx_url}find.html{STATES[state]}", wait_until="networkidle")
    ready = "empty" if state == "empty" else "ready"
    expect(page.locator(f"#results[data-state={ready}]")).to_be_attached()
    facets = page.locator("#facets")
    if facets.is_visible():
        facets.evaluate("(one) => { one.open = true; }")
    assert page.evaluate(FAULTS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_the_checks_see_faults(page: Page, nginx_url: str) -> None:
    """Silence about the states above means something."""
    page.goto(f"{nginx_url}find.html?q=低保", wait_until="networkidle")
    page.evaluate(
        """() => {
          const button = document.createElement('button');
          button.setAttribute('aria-controls', 'nothing');
          const pale = document.createElement('p');
          pale.textContent = '看不清';
          pale.style.color = pale.style.backgroundColor = '#aaa';
          pale.style.fontSize = '9px';
          document.querySelector('main').append(button, pale);
          button.id = 'q';
        }"""
    )
    kinds = {
        fault if isinstance(fault, str) else fault[0] for fault in page.evaluate(FAULTS)
    }
    assert kinds == {"ids", "aria-controls", "contrast", "small", "name", "size"}
