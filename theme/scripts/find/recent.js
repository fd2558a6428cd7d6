/* What was looked for lately, kept on this device only, and shown while the box is empty. */
(function () {
  'use strict';

  const { device, parts } = window.qingdan;
  const { make, button } = parts;

  const KEPT = 'qingdan.recent';
  const MOST = 6;
  const LONGEST = 40; // longer texts are no queries to come back to

  function list() {
    try {
      const kept = JSON.parse(device.recall(KEPT) || '[]');
      return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, MOST) : [];
    } catch (error) {
      return []; // somebody else wrote it
    }
  }

  function add(words) {
    if (!words || words.length > LONGEST) return;
    const others = list().filter((one) => one !== words);
    device.keep(KEPT, JSON.stringify([words, ...others].slice(0, MOST)));
  }

  /** Fill the part of the page that offers them; `again` is called with the chosen one. */
  function draw(part, again) {
    const kept = list();
    part.hidden = !kept.length;
    part.querySelector('ul').replaceChildren(...kept.map((words) => (
      make('li', {}, button({ class: 'chip' }, () => again(words), words)))));
  }

  const clear = () => device.keep(KEPT, '');

  window.qingdan.recent = { add, draw, clear };
})();
