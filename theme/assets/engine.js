/* Which texts answer a query, in which order: an index from tokens to documents, and how
   much a text is like the query as a whole. It knows neither matters nor pages. The index
   is made here, from the texts of search/index.js, which weigh less than postings. */
(function () {
  'use strict';

  const { tokens, squash, isHan } = window.qingdan.text;

  const UNKNOWN = 0.35; // how much a token counts that no text has
  const MOST_TOKENS = 60;
  const FULL = 9; // shared rarity at which a text has said enough to be the answer
  const SLICE = 8; // milliseconds of work before the page gets its turn

  /** An index that grows document by document; `finish` makes it ready to be asked. */
  function begin() {
    const numbers = new Map(); // from token to its number
    const postings = []; // by number of the token: document, weight, document, weight …
    const places = []; // by number of the token: the texts that have it
    const texts = []; // of all documents
    const documents = [];

    const numberOf = (token) => {
      let number = numbers.get(token);
      if (number === undefined) {
        number = postings.length;
        numbers.set(token, number);
        postings.push([]);
        places.push([]);
      }
      return number;
    };

    /** Add a document. Its texts are {words, whole, list, weight}: the squashed text, its
        tokens, and what it counts; `more` are tokens without a text. */
    function add({ texts: own, more = [], ...document }) {
      const weights = new Map();
      const note = (list, weight) => list.map((token) => {
        const number = numberOf(token);
        if (!(weights.get(number) >= weight)) weights.set(number, weight);
        return number;
      });
      const known = own.map(({ list, ...text }) => {
        const numbered = Array.from(new Set(note(list, text.weight)));
        for (const number of numbered) places[number].push(texts.length);
        texts.push({ ...text, list: numbered, rarity: -1, document: documents.length });
        return texts[texts.length - 1];
      });
      for (const [list, weight] of more) note(list, weight);
      weights.forEach((weight, number) => postings[number].push(documents.length, weight));
      documents.push({ ...document, texts: known });
    }

    /** The store: documents, and what is needed to find them. */
    function finish() {
      const size = documents.length;
      const rare = (times) => Math.log(1 + size / Math.max(times, 1));
      const rarities = Float64Array.from(postings, (posting) => rare(posting.length / 2));
      const unknown = rare(1) * UNKNOWN;
      return { documents, texts, numbers, postings, places, rarities, unknown };
    }
    return { add, finish };
  }

  /** Make a store at once. */
  function open(documents) {
    const builder = begin();
    for (const document of documents) builder.add(document);
    return builder.finish();
  }

  /** Make a store in slices, `make(number)` for each document, without holding the page
      up; then hand it to `done`. */
  function openSlowly(count, make, done) {
    const builder = begin();
    let number = 0;
    (function slice() {
      const until = Date.now() + SLICE;
      while (number < count && Date.now() < until) builder.add(make(number++));
      if (number < count) window.setTimeout(slice);
      else done(builder.finish());
    })();
  }

  /** One character, and a part of a word or number, stands for all that contain it. */
  function union({ numbers, postings, places }, part) {
    const best = new Map();
    const found = new Set();
    numbers.forEach((number, token) => {
      if (!token.includes(part)) return;
      const posting = postings[number];
      for (let at = 0; at < posting.length; at += 2) {
        if (!(best.get(posting[at]) >= posting[at + 1])) best.set(posting[at], posting[at + 1]);
      }
      for (const text of places[number]) found.add(text);
    });
    return { posting: Array.from(best).flat(), place: Array.from(found) };
  }

  /** What is asked for: the rarity of each token, and where it is found. */
  function readTokens(store, list) {
    return list.map((token) => {
      const number = store.numbers.get(token);
      if (number !== undefined && (isHan(token) ? token.length > 1 : token.length > 2)) {
        const [posting, place] = [store.postings[number], store.places[number]];
        return { rarity: store.rarities[number], posting, place };
      }
      const pair = isHan(token) && Array.from(token).length > 1;
      const { posting, place } = pair ? { posting: [], place: [] } : union(store, token);
      const times = posting.length / 2;
      const rarity = times ? Math.log(1 + store.documents.length / times) : store.unknown;
      return { rarity, posting, place };
    });
  }

  /** The part of the asked tokens that each document has, by their rarity. */
  function cover(asked, total) {
    const parts = new Map();
    for (const { rarity, posting } of asked) {
      for (let at = 0; at < posting.length; at += 2) {
        const part = (rarity / total) * posting[at + 1];
        parts.set(posting[at], (parts.get(posting[at]) || 0) + part);
      }
    }
    return parts;
  }

  /** How much a text is like the query, with which it shares tokens of so much rarity:
      1 and more for the same. */
  function likeness(query, text, shared, rarities) {
    const { whole, list, weight } = text;
    if (whole === query.whole) return 1.35 * weight;
    if (text.rarity < 0) text.rarity = list.reduce((sum, number) => sum + rarities[number], 0);
    const ofText = Math.min(1, shared / (text.rarity || 1));
    const ofQuery = shared / query.total;
    const both = (2 * ofText * ofQuery) / (ofText + ofQuery);
    let like = 0.55 * both + 0.45 * ofText * Math.min(1, shared / FULL);
    if (whole.includes(query.whole)) {
      like = Math.max(like, 0.6 + (0.6 * query.whole.length) / whole.length);
    } else if (whole.length > 1 && query.whole.includes(whole)) {
      like = Math.max(like, 0.35 + (0.65 * whole.length) / query.whole.length);
    }
    return like * weight;
  }

  /** By document the two best likenesses of its texts, and the best text. */
  function closest({ texts, rarities }, asked, query) {
    const shared = new Map();
    for (const { rarity, place } of asked) {
      for (const number of place) shared.set(number, (shared.get(number) || 0) + rarity);
    }
    const near = new Map();
    shared.forEach((rarity, number) => {
      const text = texts[number];
      const like = likeness(query, text, rarity, rarities);
      const known = near.get(text.document);
      if (!known) near.set(text.document, { best: like, second: 0, text });
      else if (like > known.best) [known.best, known.second, known.text] = [like, known.best, text];
      else if (like > known.second) known.second = like;
    });
    return near;
  }

  const NOTHING = { best: 0, second: 0, text: null };

  /** Documents that share something with a query, best first, as {document, coverage,
      close, text, score}. */
  function rank(store, { asked, whole }, favour) {
    const list = readTokens(store, Array.from(new Set(asked)).slice(0, MOST_TOKENS));
    const total = list.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
    const near = closest(store, list, { whole, total });
    const hits = Array.from(cover(list, total), ([number, coverage]) => {
      const document = store.documents[number];
      const { best, second, text } = near.get(number) || NOTHING;
      const score = 2 * coverage + 1.3 * best + 0.4 * second + favour(document);
      return { document, coverage, close: best, text, score };
    });
    return hits.sort((one, other) => other.score - one.score);
  }

  /** What a query asks for, as `rank` wants it. */
  const readQuery = (words) => ({ asked: tokens(words), whole: squash(words) });

  window.qingdan.engine = { open, openSlowly, rank, readQuery };
})();
