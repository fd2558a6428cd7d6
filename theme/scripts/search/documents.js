/* What can be found, as the engine wants it: matters and places with their texts, and what
   people say for them. The tables are those of search/index.js, of search/more.js, and of
   the streets. */
(function () {
  'use strict';

  const { index, engine, sounds, text } = window.qingdan;
  const { fold, tokens, cut, runs } = text;

  const TITLE = 1; // what kinds of text count
  const WORD = 0.8;
  const NAME = 0.8;
  const TERM = 0.5;
  const GROUP = 0.35;

  const split = (joined) => (joined ? joined.split('|') : []);

  /** A text as the engine wants it. */
  function textOf(words, weight) {
    const list = runs(words);
    return { words, whole: list.join(''), list: cut(list), weight };
  }
  const textsOf = (all) => all.map(([words, weight]) => textOf(words, weight))
    .filter(({ whole }) => whole);

  /** Everyday words by the first two characters of what they stand for. */
  const terms = new Map();

  function readTerms(list) {
    for (const [means, say] of list) {
      const entry = [fold(means), split(say).flatMap(tokens)];
      const key = entry[0].slice(0, 2);
      terms.set(key, (terms.get(key) || []).concat([entry]));
    }
  }

  /** What people say for words that stand in the official texts. */
  function everyday(official) {
    const said = [];
    const seen = new Set();
    for (const { whole, list } of official) {
      for (const token of terms.size ? list : []) {
        for (const entry of terms.get(token) || []) {
          if (!seen.has(entry) && whole.includes(entry[0])) {
            seen.add(entry);
            said.push(...entry[1]);
          }
        }
      }
    }
    return said;
  }

  function matterOf(row, table, further = '') {
    const [, title, plain, say, names] = row;
    const official = textsOf([[title, TITLE], [plain, TITLE]]);
    const others = textsOf(split(names).map((name) => [name, NAME]));
    const words = split(say).concat(split(further));
    const said = textsOf(words.map((word) => [word, WORD]));
    const group = tokens(table.categories[row[7]] || '');
    const more = [[everyday([...official, ...others]), TERM], [group, GROUP]];
    return { row, table, texts: [...official, ...said, ...others], more };
  }

  const placeOf = (row, table) => ({
    row,
    table,
    texts: textsOf([row[1], ...split(row[2])].map((name) => [name, TITLE])),
  });

  const stores = new Map();

  /** The documents of a table, made when they are first asked for. */
  function storeOf(table, make) {
    if (!stores.has(table)) {
      stores.set(table, engine.open(table.rows.map((row) => make(row, table))));
    }
    return stores.get(table);
  }

  const openMatters = () => storeOf(index.matters, matterOf);
  const isOpen = (table) => stores.has(table);

  /** Take in what search/more.js brings: what else people say for each matter and for
      official words, and texts to read. The page goes on meanwhile; `done` is called when
      all of it is used. */
  function learn({ say, terms: more, places: texts }, done) {
    readTerms(more);
    const { matters, places } = index;
    const rows = places.rows.concat(texts);
    const make = (at) => matterOf(matters.rows[at], matters, say[at]);
    engine.openSlowly(matters.rows.length, make, (known) => {
      engine.openSlowly(rows.length, (at) => placeOf(rows[at], places), (others) => {
        stores.set(matters, known).set(places, others);
        sounds.prepare(known);
        done();
      });
    });
  }

  window.qingdan.documents = { split, storeOf, openMatters, isOpen, matterOf, placeOf };
  window.qingdan.learn = learn;
})();
