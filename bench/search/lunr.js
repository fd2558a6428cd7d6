/* lunr.js with pairs of characters, loaded from an index that lunr.py made. */
(async function () {
  'use strict';

  const [index, shown] = await Promise.all(['index.json', 'shown.json'].map(async (path) => (
    (await fetch(path)).json())));
  const engine = window.lunr.Index.load(index);
  const { TRAILING } = window.lunr.Query.wildcard;

  function query(words) {
    return engine.query((asked) => {
      for (const pair of window.pairs(words)) {
        asked.term(pair, { usePipeline: false, boost: 4 });
        asked.term(pair, { usePipeline: false, wildcard: TRAILING });
      }
    });
  }

  window.searchPage((words, most) => query(words).slice(0, most).map(({ ref }) => ({
    id: ref, title: shown[ref][0], plain: shown[ref][1],
  })));
})();
