/* Texts by their sound: pinyin, its initials, and characters that sound alike. Syllables
   and readings come with search/index.js; nothing is made before it is asked for. */
(function () {
  'use strict';

  const { engine, index } = window.qingdan;

  const LONGEST = 6; // letters of a syllable
  const WAYS = 12; // readings of the same letters that are followed
  const SHORT = 5; // characters of a saying that somebody may type by its sound
  const TRIED = 6; // and that are searched with, the fewest syllables first

  let table = null;

  /** Read the tables: `ai哀爱…;an安…`, and pairs in which a character reads otherwise. */
  function open() {
    const of = new Map();
    const known = new Set();
    for (const group of index.syllables.split(';')) {
      const [name] = /^[a-z]*/.exec(group);
      known.add(name);
      for (const character of group.slice(name.length)) of.set(character, name);
    }
    const readings = new Map();
    for (const [pair, at, name] of index.readings) {
      readings.set(pair + at, name);
      known.add(name);
    }
    const begun = new Set();
    for (const name of known) for (let at = 1; at <= name.length; at += 1) begun.add(name.slice(0, at));
    return { of, known, begun, readings };
  }

  const tables = () => table || (table = open());

  /** The syllable of each character of a text; empty for what has none. */
  function syllables(text) {
    const { of, readings } = tables();
    const characters = Array.from(text);
    return characters.map((character, at) => (
      (at && readings.get(`${characters[at - 1]}${character}1`))
      || readings.get(`${character}${characters[at + 1] || ''}0`)
      || of.get(character) || ''));
  }

  /** Pairs of neighbouring syllables, as tokens are pairs of characters. */
  function pairs(list) {
    const found = [];
    list.forEach((one, at) => {
      const [before, after] = [list[at - 1], list[at + 1]];
      if (one && after) found.push(`${one} ${after}`);
      else if (one && !before) found.push(one);
    });
    return found;
  }

  /** All ways to read letters as whole syllables. */
  function wholeWays(letters, known) {
    const ways = [];
    (function walk(at, path) {
      if (ways.length >= WAYS) return;
      if (at === letters.length) ways.push(path);
      for (let size = Math.min(LONGEST, letters.length - at); size > 0; size -= 1) {
        const part = letters.slice(at, at + size);
        if (known.has(part)) walk(at + size, path.concat(part));
      }
    })(0, []);
    return ways;
  }

  /** Ways to read letters; the last syllable may only have been begun. */
  function segment(letters) {
    const { known, begun } = tables();
    let ways = wholeWays(letters, known);
    for (let cut = letters.length - 1; cut > 1 && !ways.length; cut -= 1) {
      if (begun.has(letters.slice(cut))) ways = wholeWays(letters.slice(0, cut), known);
    }
    return ways.sort((one, other) => one.length - other.length).slice(0, TRIED);
  }

  const spoken = new WeakMap();

  /** A document by its sound; long sayings are not typed by sound. */
  function speak({ row, table, texts }) {
    const short = texts.filter(({ whole, weight }) => weight === 1 || whole.length <= SHORT);
    return {
      row,
      table,
      texts: short.map((text) => {
        const list = syllables(text.whole);
        const initials = list.map((one) => one.slice(0, 1)).join('');
        const { words, weight } = text;
        return { words, weight, whole: list.join(''), list: pairs(list), initials };
      }),
    };
  }

  /** The same documents by their sound. */
  function heard(store) {
    if (!spoken.has(store)) spoken.set(store, engine.open(store.documents.map(speak)));
    return spoken.get(store);
  }

  /** Get ready to hear, without holding the page up. */
  function prepare(store) {
    const { documents } = store;
    engine.openSlowly(documents.length, (at) => speak(documents[at]), (made) => {
      if (!spoken.has(store)) spoken.set(store, made);
    });
  }

  const none = () => 0;

  /** What sounds like a list of syllables. */
  function bySyllables(store, list) {
    const query = { asked: pairs(list), whole: list.join('') };
    return query.whole ? engine.rank(heard(store), query, none) : [];
  }

  /** Whether letters are the initials of two parts of a text, in any order. */
  function inParts(letters, initials) {
    for (let at = 2; at + 2 <= letters.length; at += 1) {
      if (initials.includes(letters.slice(0, at)) && initials.includes(letters.slice(at))) {
        return true;
      }
    }
    return false;
  }

  /** Whether letters occur in initials in their order, from the first on. */
  function scattered(letters, initials) {
    if (letters.length < 3 || letters[0] !== initials[0]) return false;
    let at = 0;
    for (const one of initials) if (one === letters[at]) at += 1;
    return at === letters.length;
  }

  /** How well letters are the initials of a text; of a saying only all of them. */
  function ofInitials(letters, { initials, weight }) {
    const part = letters.length / initials.length;
    if (weight < 1) return initials.startsWith(letters) ? weight * (0.5 + 1.3 * part) : 0;
    const at = initials.indexOf(letters);
    if (at >= 0) return 1 + part + (at ? 0 : 0.15);
    if (inParts(letters, initials)) return 0.7 + part;
    return scattered(letters, initials) ? 0.55 * (0.5 + part) : 0;
  }

  /** What letters mean: whole syllables or the initials of a text. */
  function byLetters(store, letters, favour) {
    const best = new Map();
    const keep = (hit) => {
      const known = best.get(hit.document.row);
      if (!known || known.score < hit.score) best.set(hit.document.row, hit);
    };
    for (const way of segment(letters)) {
      for (const hit of bySyllables(store, way).slice(0, 40)) {
        keep({ ...hit, score: hit.score - 0.02 * way.length + favour(hit.document) });
      }
    }
    for (const document of letters.length > 1 ? heard(store).documents : []) {
      for (const text of document.texts) {
        const like = ofInitials(letters, text);
        const score = like && like + favour(document);
        if (score) keep({ document, coverage: like / 2, close: like, text, score });
      }
    }
    return Array.from(best.values()).sort((one, other) => other.score - one.score);
  }

  window.qingdan.sounds = { syllables, segment, bySyllables, byLetters, prepare };
})();
