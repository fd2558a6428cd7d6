/* MiniSearch with pairs of characters, loaded from the index that it made before. */
(async function () {
  'use strict';

  const { options } = await (await fetch('options.json')).json();
  const tokenize = window.pairs;
  const index = await (await fetch('index.json')).text();
  const engine = window.MiniSearch.loadJSON(index, { ...options, tokenize });
  window.searchPage((words) => engine.search(words));
})();
