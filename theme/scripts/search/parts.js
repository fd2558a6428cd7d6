/* Small parts of what the search shows: elements, marked texts, words of labels.js.
   Texts stay texts: nothing here reads markup. */
(function () {
  'use strict';

  const { labels, text } = window.qingdan;

  /** Make an element; `about` holds its attributes. Empty children are left out. */
  function make(tag, about, ...children) {
    const element = document.createElement(tag);
    Object.keys(about).forEach((name) => element.setAttribute(name, about[name]));
    element.append(...children.filter(Boolean));
    return element;
  }

  /** A text of theme/labels.yml with its names in braces replaced. */
  const say = (name, values = {}) => (
    labels[name].replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole)));

  /** The words in pieces, what was asked for inside <mark>. */
  function marked(words, tokens) {
    const pieces = [];
    let before;
    for (const [character, isHit] of text.findMarks(words, tokens)) {
      if (isHit !== before) pieces.push(make(isHit ? 'mark' : 'span', {}));
      pieces[pieces.length - 1].append(character);
      before = isHit;
    }
    return pieces;
  }

  const badge = ([label, tone]) => make('span', { class: `badge badge--${tone}` }, label);

  /** A button that does something when it is pressed. */
  function button(about, action, ...children) {
    const element = make('button', { type: 'button', ...about }, ...children);
    element.addEventListener('click', action);
    return element;
  }

  window.qingdan.parts = { make, say, marked, badge, button };
})();
