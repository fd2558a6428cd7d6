/* Ask for matters and places: which street a query names, what in it says nothing, what
   its letters and slips mean. The tables are those of search/index.js and the streets. */
(function () {
  'use strict';

  const { index, engine, sounds, slips, text } = window.qingdan;
  const { fold, tokens, cut, runs, squash } = text;

  const LONGEST = 60; // characters of a query that are looked at
  const ENOUGH = 0.2; // the part of a query that an answer must cover
  const CLEAR = 0.5; // likeness that makes up for it
  const DOUBTED = 2.1; // a best score below this is doubted, and slips are looked for
  const SAME = 0.95; // likeness by sound at which a wording is what was meant
  const HEARD = 0.9; // what sounding alike counts against being written alike
  const MEANT = 40; // hits by sound that are looked at
  const NEAREST = 10; // rows shown where none covers enough
  const TITLE = 1; // what kinds of text count
  const WORD = 0.8;
  const NAME = 0.8;
  const TERM = 0.5;
  const GROUP = 0.35;
  const TONES = { ours: 0.08, 'not-needed': 0.04, elsewhere: 0.04 };
  const EVERYWHERE = 0.06; // for a matter that every street has
  const MINE = 0.12; // for one that my street has
  const APPLIED = 0.1; // for one that people come to apply for

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

  /** Take in what search/more.js brings: what else people say for each matter, and for
      official words. The page goes on meanwhile; `done` is called when it is used. */
  function learn({ say, terms: more }, done) {
    readTerms(more);
    const { matters } = index;
    const make = (at) => matterOf(matters.rows[at], matters, say[at]);
    engine.openSlowly(matters.rows.length, make, (store) => {
      stores.set(matters, store);
      sounds.prepare(store);
      done();
    });
  }

  /** What a name of a place may be written as: 红光街道办事处, 红光街道, 红光. */
  function spellings(sort, name) {
    const whole = squash(name);
    if (sort === 'office') {
      const stem = whole.replace(/(?:街道|镇|乡)$/, '');
      return [[`${whole}办事处`, true], [`${whole}办`, true], [whole, true], [stem, false]];
    }
    return [[whole, true], [whole.replace(/(?:社区|村)$/, ''), false]];
  }

  let streetNames = null;

  /** Names of streets and communities with the street's number, the longest first. A
      shortened name that some matter is written with is none. */
  function namesOfStreets() {
    const known = storeOf(index.matters, matterOf).numbers;
    const found = new Map();
    for (const [sort, name, others, street] of index.places.rows) {
      if (sort === 'office' || sort === 'community') {
        for (const one of [name, ...split(others)].flatMap((each) => spellings(sort, each))) {
          const [whole, full] = one;
          const clear = full || (whole.length > 1 && !known.has(whole.slice(0, 2)));
          if (whole.length > 1 && clear && !found.has(whole)) found.set(whole, street);
        }
      }
    }
    return Array.from(found).sort(([one], [other]) => other.length - one.length);
  }

  /** The street that a query names, and the query without it. */
  function findStreet(words) {
    streetNames = streetNames || namesOfStreets();
    for (const [name, street] of streetNames) {
      const at = words.indexOf(name);
      const rest = at < 0 ? '' : `${words.slice(0, at)} ${words.slice(at + name.length)}`;
      if (at >= 0) return squash(rest) ? { street, rest } : { street: -1, rest: words };
    }
    return { street: -1, rest: words };
  }

  const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const sorted = index.ignore.map(fold).sort((one, other) => other.length - one.length);
  const IGNORED = new RegExp(sorted.map(escaped).join('|') || '(?!)', 'g');
  const ELSEWHERE = /^[\u4e00-\u9fff]{2,4}?(?:街道办事处|街道办|街道|社区|镇)(?=[^办服工居])/;

  /** Leave out what says nothing about the matter, unless nothing is left then. */
  function essence(words) {
    const known = storeOf(index.matters, matterOf).numbers;
    // A street of another district; the name of a matter may begin like one.
    const here = known.has(words.slice(0, 2)) ? words : words.replace(ELSEWHERE, ' ');
    const rest = here.replace(IGNORED, ' ');
    return squash(rest) ? rest : words;
  }

  /** Join lists of hits; of a row found twice the better hit stays. */
  function merge(...lists) {
    const best = new Map();
    for (const hit of lists.flat()) {
      const known = best.get(hit.document.row);
      if (!known || known.score < hit.score) best.set(hit.document.row, hit);
    }
    return Array.from(best.values()).sort((one, other) => other.score - one.score);
  }

  /** Hits of one table: as written, and where that finds little, as meant. */
  function hitsOf(store, words, favour) {
    const query = engine.readQuery(words);
    const letters = (words.match(/[a-z]+/g) || []).join('');
    const written = engine.rank(store, query, favour);
    if (letters.length > 1) return merge(written, sounds.byLetters(store, letters, favour));
    if ((written.length && written[0].score >= DOUBTED) || query.whole.length < 2) return written;
    const alike = sounds.bySyllables(store, sounds.syllables(query.whole))
      .slice(0, MEANT).map((hit) => (
        { ...hit, score: hit.score * HEARD + favour(hit.document), meant: hit.close >= SAME }));
    const slipped = slips.nearest(store, query.whole)
      .map((hit) => ({ ...hit, score: hit.score + favour(hit.document), meant: true }));
    return merge(written, alike, slipped);
  }

  const isEnough = ({ coverage, close }) => coverage >= ENOUGH || close >= CLEAR;

  /** The hits that answer the query; where none does, the nearest few. */
  function answers(hits) {
    const enough = hits.filter(isEnough);
    if (enough.length) return { hits: enough, near: false };
    return { hits: hits.slice(0, NEAREST), near: hits.length > 0 };
  }

  /** What the best hit was meant as, where it is another wording than was typed. */
  function wordingOf([best], words) {
    if (!best || !best.meant || !best.text) return '';
    const { words: meant } = best.text.said || best.text;
    return squash(meant) === squash(words) ? '' : meant;
  }

  /** Search matters and places. `mine` has the ids of my street's matters, `own` its
      tables. Gives hits of matters and of places, the street that the query names (-1 for
      none), what was left of the query, and the wording it was taken for. */
  function search(words, { mine, own } = {}) {
    const folded = fold(words.slice(0, LONGEST));
    const { street, rest } = findStreet(folded);
    const asked = essence(rest);
    const streets = Math.max(index.streets.length, 1);
    const favour = ({ row, table }) => (TONES[table.answers[row[5]][1]] || 0)
      + EVERYWHERE * Math.min(1, row[8] / streets) + (row[10] ? APPLIED : 0)
      + (mine && mine.has(row[0]) ? MINE : 0);
    const all = (name, make, prefer) => [index, own].filter((from) => from && from[name])
      .map((from) => hitsOf(storeOf(from[name], make), asked, prefer));
    const matters = answers(merge(...all('matters', matterOf, favour)));
    const places = answers(merge(...all('places', placeOf, () => 0)));
    return {
      matters: matters.hits,
      near: matters.near,
      places: places.near ? [] : places.hits,
      street,
      asked,
      tokens: tokens(asked),
      meant: wordingOf(matters.hits, asked),
    };
  }

  Object.assign(window.qingdan, { search, learn });
})();
