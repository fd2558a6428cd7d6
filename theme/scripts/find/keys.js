/* The keyboard on the search page: arrows go from the box through the results and back,
   Escape clears the box or leads back to it. Enter opens links and submits by itself. */
(function () {
  'use strict';

  /** The results that the arrows go through, those in closed parts left out. */
  const links = (results) => Array.from(results.querySelectorAll('.hit__link'))
    .filter((link) => link.getClientRects().length);

  /** Do what a key in the box asks for; tells whether it asked for anything. */
  function pressInBox(key, { input, results, clear }) {
    const [first] = links(results);
    if (key === 'ArrowDown' && first) first.focus();
    else if (key === 'Escape' && input.value) clear();
    else return false;
    return true;
  }

  function pressInResults(key, item, { input, results }) {
    const all = links(results);
    const at = all.findIndex((link) => item && item.contains(link));
    if (key === 'ArrowDown' && all[at + 1]) all[at + 1].focus();
    else if (key === 'ArrowUp') (all[at - 1] || input).focus();
    else if (key === 'Escape') input.focus();
    else return false;
    return true;
  }

  /** Listen to keys; `page` has the box, the results and what clears the box. Keys that
      an input method takes are left to it. */
  function listen(page) {
    document.addEventListener('keydown', (event) => {
      const { target, key } = event;
      if (event.isComposing || event.keyCode === 229) return;
      let done = false;
      if (target === page.input) done = pressInBox(key, page);
      else if (page.results.contains(target)) done = pressInResults(key, target.closest('li'), page);
      if (done) event.preventDefault();
    });
  }

  window.qingdan.keys = { listen };
})();
