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
    const documents = [];
    const texts = []; // of all documents, and tokens without a text
    const listed = []; // the tokens of the texts, one text after the other
    const ends = []; // by text: where its tokens end
    const seen = []; // by token: the text it was last seen in

    function addText(text, list) {
      for (const token of list) {
        let number = numbers.get(token);
        if (number === undefined) numbers.set(token, (number = seen.push(-1) - 1));
        if (seen[number] !== texts.length) listed.push(number);
        seen[number] = texts.length;
      }
      ends.push(listed.length);
      texts.push(text);
      text.document = documents.length;
    }

    /** Add a document. Its texts are {words, whole, list, weight}: the squashed text, its
        tokens, and what it counts; `more` are tokens without a text. */
    function add(document) {
      for (const text of document.texts) {
        addText(text, text.list);
        text.list = null; // the index has it now
      }
      for (const [list, weight] of document.more || []) addText({ whole: '', weight }, list);
      document.more = null;
      documents.push(document);
    }

    /** The store: documents, and for each token the texts that have it, in order, from
        `starts[number]` to `starts[number + 1]` in `places`. */
    function finish() {
      const rarities = rarityOf(numbers.size, documents.length, texts, listed, ends);
      const starts = new Int32Array(numbers.size + 1);
      for (const number of listed) starts[number + 1] += 1;
      for (let number = 0; number < numbers.size; number += 1) starts[number + 1] += starts[number];
      const free = starts.slice();
      const places = new Int32Array(listed.length);
      let at = 0;
      texts.forEach((text, number) => {
        text.rarity = 0;
        for (; at < ends[number]; at += 1) {
          places[free[listed[at]]++] = number;
          text.rarity += rarities[listed[at]];
        }
      });
      return { documents, texts, numbers, starts, places, rarities };
    }
    return { add, finish };
  }

  /** How rare a token is that so many of all documents have. */
  const rare = (times, documents) => Math.log(1 + documents / Math.max(times, 1));

  /** The rarity of each token by the documents that have it. */
  function rarityOf(tokens, documents, texts, listed, ends) {
    const times = new Int32Array(tokens);
    const seen = new Int32Array(tokens).fill(-1);
    let at = 0;
    texts.forEach(({ document }, number) => {
      for (; at < ends[number]; at += 1) {
        if (seen[listed[at]] !== document) times[listed[at]] += 1;
        seen[listed[at]] = document;
      }
    });
    return Float64Array.from(times, (count) => rare(count, documents));
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

  const placesOf = ({ starts, places }, number) => (
    places.subarray(starts[number], starts[number + 1]));

  /** One character, and a part of a word or number, stands for all that contain it. */
  function union(store, part) {
    const { documents, texts, numbers } = store;
    const has = new Uint8Array(texts.length);
    numbers.forEach((number, token) => {
      if (token.includes(part)) for (const text of placesOf(store, number)) has[text] = 1;
    });
    const place = [];
    has.forEach((one, text) => one && place.push(text));
    const times = new Set(place.map((text) => texts[text].document)).size;
    return { place, rarity: times ? rare(times, documents.length) : UNKNOWN * rare(1, documents.length) };
  }

  /** What is asked for: the rarity of each token, and the texts that have it. */
  function readTokens(store, list) {
    return list.map((token) => {
      const number = store.numbers.get(token);
      const isPair = token.includes(' ') || (isHan(token) && token.length > 1);
      if (number !== undefined && (isPair || (!isHan(token) && token.length > 2))) {
        return { rarity: store.rarities[number], place: placesOf(store, number) };
      }
      if (!isPair) return union(store, token);
      return { rarity: UNKNOWN * rare(1, store.documents.length), place: [] };
    });
  }

  /** By document the part of the asked tokens that it has, by their rarity. */
  function cover({ texts }, asked, total) {
    const parts = new Map();
    for (const { rarity, place } of asked) {
      const part = rarity / total;
      for (let at = 0; at < place.length;) {
        const { document } = texts[place[at]];
        let most = 0;
        for (; at < place.length && texts[place[at]].document === document; at += 1) {
          most = Math.max(most, texts[place[at]].weight);
        }
        parts.set(document, (parts.get(document) || 0) + part * most);
      }
    }
    return parts;
  }

  /** How much a text is like the query, with which it shares tokens of so much rarity:
      1 and more for the same. */
  function likeness(query, text, shared) {
    const { whole, weight, rarity } = text;
    if (whole === query.whole) return 1.35 * weight;
    const ofText = Math.min(1, shared / (rarity || 1));
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
  function closest({ texts }, asked, query) {
    const shared = new Float64Array(texts.length);
    const near = new Map();
    for (const { rarity, place } of asked) for (const number of place) shared[number] += rarity;
    shared.forEach((rarity, number) => {
      if (!rarity || !texts[number].whole) return;
      const text = texts[number];
      const like = likeness(query, text, rarity);
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
    const hits = Array.from(cover(store, list, total), ([number, coverage]) => {
      const document = store.documents[number];
      const { best, second, text } = near.get(number) || NOTHING;
      const score = 2 * coverage + 1.3 * best + 0.4 * second + favour(document);
      return { document, coverage, close: best, text, score };
    });
    return hits.sort((one, other) => other.score - one.score);
  }

  /** What a query asks for, as `rank` wants it. A character that stands alone between
      words says nothing. */
  function readQuery(words) {
    const all = tokens(words);
    const long = all.filter((token) => token.length > 1 || !isHan(token));
    return { asked: long.length ? long : all, whole: squash(words) };
  }

  window.qingdan.engine = { open, openSlowly, rank, readQuery };
})();
