// What a reader with other eyes or other hands depends on, for all that a page shows.
// Hands out faults as [kind, detail, element]; silence means all is well.
(limits) => {
  'use strict';

  const faults = [];
  const describe = (one) => [one.parentElement, one].map((at) => at && at.cloneNode(false).outerHTML).join(" ").replace(/\s+/g, " ").slice(0, 300);
  const fault = (kind, detail, one) => faults.push([kind, detail, describe(one)]);
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const style = (one) => getComputedStyle(one);

  /** Whether people see an element: it has a box, larger than what is hidden from them. */
  function isSeen(one) {
    if (!one.getClientRects().length || style(one).visibility === 'hidden') return false;
    if (one.closest('.skip, .unseen')) return false;
    for (let at = one; at; at = at.parentElement) {
      if (style(at).clipPath !== 'none' || style(at).opacity === '0') return false;
    }
    return true;
  }

  const ownText = (one) => Array.from(one.childNodes).filter((node) => node.nodeType === 3)
    .map((node) => node.data.trim()).join('');

  // Colours.
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const read = new Map();
  function rgba(colour) {
    if (!read.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      read.set(colour, Array.from(canvas.getImageData(0, 0, 1, 1).data));
    }
    return read.get(colour);
  }
  const over = ([r, g, b, a], under) => (
    [r, g, b].map((part, at) => (part * a + under[at] * (255 - a)) / 255).concat(255));
  function ground(one) {
    const layers = [];
    for (let at = one; at; at = at.parentElement) {
      const colour = rgba(style(at).backgroundColor);
      if (colour[3]) layers.unshift(colour);
      if (colour[3] === 255) break;
    }
    return layers.reduce((under, layer) => over(layer, under), [255, 255, 255, 255]);
  }
  const light = (colour) => colour.slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  function contrast(colour, under) {
    const [low, high] = [light(over(colour, under)), light(under)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  function checkText(one) {
    const { color, fontSize } = style(one);
    const ratio = contrast(rgba(color), ground(one));
    if (ratio < 4.5) fault('contrast', ratio.toFixed(2), one);
    const size = parseFloat(fontSize);
    const isNote = one.closest(`nav, header, footer, ${limits.notes}`);
    const least = isNote || one.closest('table') ? limits.small : limits.text;
    if (size < least - 0.01) fault('small', `${size} px`, one);
  }

  function checkField(one) {
    const under = ground(one);
    for (const [pseudo, what] of [[null, 'contrast'], ['::placeholder', 'placeholder']]) {
      const ratio = contrast(rgba(getComputedStyle(one, pseudo).color), under);
      if (ratio < 4.5) fault(what, ratio.toFixed(2), one);
    }
    const line = style(one).borderBottomWidth === '0px' ? [0, 0, 0, 0] : rgba(style(one).borderBottomColor);
    const edge = contrast(line, ground(one.parentElement));
    const fill = contrast(under, ground(one.parentElement));
    if (Math.max(edge, fill) < 3) fault('edge', Math.max(edge, fill).toFixed(2), one);
  }

  // Targets. A link within a sentence may be as high as its line (WCAG 2.5.8).
  function isInSentence(one) {
    if (!one.matches('a') || style(one).display !== 'inline') return false;
    const block = one.closest('p, dd, li, td');
    if (!block) return false;
    const links = Array.from(block.querySelectorAll('a'), (link) => link.textContent).join('');
    const words = (text) => text.replace(/[\s\p{P}]+/gu, '').length;
    return words(block.textContent) > words(links);
  }
  function checkTarget(one) {
    const handle = one.matches('.top__toggle') ? document.querySelector(`label[for="${one.id}"]`) : one;
    if (!handle.getClientRects().length || isInSentence(one)) return;
    const { height, width } = handle.getBoundingClientRect();
    if (Math.min(height, width) < limits.target - 0.5) {
      fault('target', `${Math.round(width)} x ${Math.round(height)}`, one);
    }
  }

  // What the page is made of.
  function checkHeadings() {
    const headings = all('h1, h2, h3, h4, h5, h6').filter(isSeen);
    if (headings.filter((one) => one.tagName === 'H1').length !== 1) {
      fault('headings', 'h1', document.querySelector('main'));
    }
    headings.reduce((before, one) => {
      const level = Number(one.tagName[1]);
      if (level > before + 1) fault('headings', `h${before}, h${level}`, one);
      if (!one.textContent.trim()) fault('headings', 'empty', one);
      return level;
    }, 0);
  }
  function checkTables() {
    for (const table of all('main table')) {
      if (!table.caption && !table.closest('.md-typeset')) fault('table', 'caption', table);
      const heads = Array.from(table.querySelectorAll('th'));
      if (!heads.length) fault('table', 'th', table);
      if (table.caption && heads.some((one) => !one.scope)) fault('table', 'scope', table);
    }
  }
  function checkFrame() {
    const root = document.documentElement;
    if (!/^zh-/.test(root.lang)) fault('lang', root.lang, root);
    for (const [landmark, most] of [['main', 1], ['body > header', 1], ['body > footer', 1]]) {
      if (all(landmark).length !== most) fault('landmark', landmark, document.body);
    }
    for (const nav of all('nav, form[role=search], section')) {
      const named = nav.matches('[aria-label], [aria-labelledby]');
      if (nav.matches('nav') && !named) fault('landmark', 'name', nav);
    }
    const ids = all('[id]').map((one) => one.id);
    const twice = ids.filter((id, at) => ids.indexOf(id) < at);
    if (twice.length) fault('ids', twice.join(), document.body);
    for (const name of ['aria-labelledby', 'aria-controls', 'aria-describedby', 'for']) {
      for (const one of all(`[${name}]`)) {
        for (const id of one.getAttribute(name).split(' ')) {
          if (!document.getElementById(id)) fault('reference', `${name}=${id}`, one);
        }
      }
    }
    if (root.scrollWidth > window.innerWidth) {
      const wide = all('body *').filter((one) => isSeen(one)
        && one.getBoundingClientRect().right > window.innerWidth + 1);
      fault('sideways', `${root.scrollWidth} px`, wide.pop() || root);
    }
  }

  for (const one of all('details')) one.open = true;
  for (const one of all('body *')) {
    if (ownText(one) && !one.matches('option, script, noscript') && isSeen(one)) checkText(one);
  }
  for (const one of all('input:not([type=checkbox]), select').filter(isSeen)) checkField(one);
  for (const one of all('a[href], button, input, select, summary')) checkTarget(one);
  // Badges say in words what their colour says.
  for (const one of all('.badge, .kind, .tag')) if (!one.textContent.trim()) fault('wordless', '', one);
  checkHeadings();
  checkTables();
  checkFrame();
  return faults;
}
