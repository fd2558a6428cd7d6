/* Ask for matters and places: as the query is written, and where that finds little, by
   what its letters and slips mean. The tables are those of search/index.js and of the
   streets. */
(function () {
  'use strict';

  const { index, engine, sounds, slips, text, documents, wording } = window.qingdan;
  const { fold, tokens, squash } = text;
  const { storeOf, isOpen, matterOf, placeOf } = documents;

  const LONGEST = 60; // characters of a query that are looked at
  const ENOUGH = 0.2; // the part of a query that an answer must cover
  const CLEAR = 0.5; // likeness that makes up for it
  const DOUBTED = 2.1; // a best score below this is doubted, and slips are looked for
  const SAME = 0.95; // likeness by sound at which a wording is what was meant
  const HEARD = 0.9; // what sounding alike counts against being written alike
  const MEANT = 40; // hits by sound that are looked at
  const NAMED = 0.5; // likeness from which on a place is the one that was named
  const NEAREST = 10; // rows shown where none covers enough
  const TONES = { ours: 0.08, 'not-needed': 0.04, elsewhere: 0.04 };
  const EVERYWHERE = 0.06; // for a matter that every street has
  const MINE = 0.12; // for one that my street has
  const APPLIED = 0.1; // for one that people come to apply for

  /** Join lists of hits; of a row found twice the better hit stays. */
  function merge(...lists) {
    const best = new Map();
    for (const hit of lists.flat()) {
      const known = best.get(hit.document.row);
      if (!known || known.score < hit.score) best.set(hit.document.row, hit);
    }
    return Array.from(best.values()).sort((one, other) => other.score - one.score);
  }

  const isDoubted = (hits) => !hits.some(({ score }) => score >= DOUBTED);

  /** What sounds like a query, or is written nearly like it. */
  function meant(store, whole, favour) {
    const alike = sounds.bySyllables(store, sounds.syllables(whole)).slice(0, MEANT)
      .map((hit) => ({ ...hit, score: hit.score * HEARD + favour(hit.document), meant: hit.close >= SAME }));
    const slipped = slips.nearest(store, whole)
      .map((hit) => ({ ...hit, score: hit.score + favour(hit.document), meant: true }));
    return alike.concat(slipped);
  }

  /** Hits of some stores: as written, and where that finds little, as meant; not where the
      answer is known already. */
  function hitsOf(stores, words, favour, known) {
    const query = engine.readQuery(words);
    const letters = (words.match(/[a-z]+/g) || []).join('');
    const written = stores.flatMap((store) => engine.rank(store, query, favour));
    if (letters.length > 1) {
      return merge(written, ...stores.map((store) => sounds.byLetters(store, letters, favour)));
    }
    if (known || !isDoubted(written) || query.whole.length < 2) return merge(written);
    return merge(written, ...stores.map((store) => meant(store, query.whole, favour)));
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

  /** Whether a hit is what was asked for beside a place, or has its name. */
  const isNamed = ({ close, document }, place) => (
    close >= SAME || document.texts.some(({ whole }) => whole.includes(place)));

  /** Search matters and places. `mine` has the ids of my street's matters, `own` its
      tables. Gives hits of matters and of places, the street that the query names (-1 for
      none), what was left of the query, and the wording it was taken for. */
  function search(words, { mine, own } = {}) {
    const { street, asked, place, ofPlace } = wording.read(fold(words.slice(0, LONGEST)));
    const streets = Math.max(index.streets.length, 1);
    const favour = ({ row, table }) => (TONES[table.answers[row[5]][1]] || 0)
      + EVERYWHERE * Math.min(1, row[8] / streets) + (row[10] ? APPLIED : 0)
      + (mine && mine.has(row[0]) ? MINE : 0);
    const stores = (name, make) => [index, own].filter((from) => from && from[name])
      .map((from) => storeOf(from[name], make));
    const found = hitsOf(stores('matters', matterOf), asked, favour)
      .filter((hit) => !ofPlace || isNamed(hit, squash(place)));
    const known = !ofPlace && !isDoubted(found);
    const matters = answers(found);
    // The places are not made ready for an answer that needs none; `learn` does it.
    const where = known && !isOpen(index.places) ? [] : stores('places', placeOf);
    const near = ofPlace ? NAMED : 0; // other places share words like 街道 with it
    const places = answers(hitsOf(where, place, () => 0, known).filter(({ close }) => close >= near));
    const itself = ofPlace && !matters.hits.length;
    const said = itself ? place : asked;
    return {
      matters: matters.hits,
      near: matters.near,
      places: places.near ? [] : places.hits,
      street: itself ? -1 : street,
      asked: said,
      tokens: tokens(said),
      meant: wordingOf(matters.hits, said),
    };
  }

  window.qingdan.search = search;
})();
