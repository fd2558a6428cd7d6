/* The search engine: tokens and packed index as generator/search makes them, ranking
   on top of lunr. It knows no page. tests/tokens.json holds tokens.py and this file
   to one table. */
(function () {
  'use strict';

  const FOLD =
    '⺠民⺟母⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟戶户';
  const COMPATIBLE =
    /[\u00a0-\u024f\u1e00-\u2fdf\u3000\u3200-\u33ff\uf900-\ufaff\ufb00-\ufb06\ufe30-\ufe6f\uff01-\uffee]/;
  const IGNORED = /[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]/;
  const CASED = /[A-Z\u0370-\u052f]/;
  const HAN = '\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}';
  const LETTERS =
    'a-z\\u00df-\\u024f\\u0370-\\u052f\\u0600-\\u06ff\\u0f00-\\u0fff' +
    '\\u1800-\\u18af\\u1950-\\u19df\\u3041-\\u30ff\\ua000-\\ua4cf\\uac00-\\ud7a3';
  const RUN = new RegExp(`[${HAN}]+|[${LETTERS}]+|[0-9]+`, 'gu');
  const IS_HAN = new RegExp(`[${HAN}]`, 'u');

  const pairs = new Map(FOLD.match(/../gu).map((two) => Array.from(two)));
  const pair = (character) => pairs.get(character) || character;

  function workOut(character) {
    if (IGNORED.test(character)) return '';
    if (COMPATIBLE.test(character)) {
      const parts = Array.from(character.normalize('NFKD'));
      const plain = parts.filter((part) => !IGNORED.test(part)).join('').toLowerCase();
      return Array.from(plain, pair).join('');
    }
    return CASED.test(character) ? character.toLowerCase() : pair(character);
  }

  const folded = new Map();

  /** Fold one character; every character is folded on its own. */
  function foldCharacter(character) {
    if (!folded.has(character)) folded.set(character, workOut(character));
    return folded.get(character);
  }

  /** Bring text into the one form in which it is compared. */
  const fold = (text) => Array.from(text, foldCharacter).join('');
  const isHan = (token) => IS_HAN.test(token);

  /** The runs of Han characters, letters or digits in text, folded. */
  const runs = (text) => fold(text).match(RUN) || [];

  /** Cut text into overlapping pairs of Han characters, words and numbers. */
  function tokens(text) {
    const found = [];
    for (const run of runs(text)) {
      const characters = isHan(run) ? Array.from(run) : [run];
      if (characters.length === 1) found.push(run);
      for (let i = 1; i < characters.length; i += 1) {
        found.push(characters[i - 1] + characters[i]);
      }
    }
    return found;
  }

  /** Read "distance,distance" in base 36 as a map from code to how many times. */
  function readPosting(distances) {
    const times = new Map();
    let code = 0;
    for (const distance of distances.split(',')) {
      code += parseInt(distance, 36);
      times.set(code, (times.get(code) || 0) + 1);
    }
    return times;
  }

  /** Weigh a posting as lunr.Builder does: BM25 with k1 1.2 and b 0.75. */
  function weigher(postings, { fields, boosts, documents }) {
    const lengths = new Map();
    const average = fields.map(() => 0);
    for (const posting of postings) {
      posting.forEach((times, code) => {
        lengths.set(code, (lengths.get(code) || 0) + times);
        average[code % fields.length] += times / documents;
      });
    }
    return (code, times, frequency) => {
      const field = code % fields.length;
      const rarity = (documents - frequency + 0.5) / (frequency + 0.5);
      const length = 1.2 * (0.25 + (0.75 * lengths.get(code)) / average[field]);
      const weight = (Math.log(1 + Math.abs(rarity)) * 2.2 * times) / (length + times);
      return Math.round(weight * boosts[field] * 1000) / 1000;
    };
  }

  /** Turn the packed index into the form that lunr serialises itself to.
      Besides, `frequencies` says how often each term occurs. */
  function unpack(packed) {
    const { fields } = packed;
    const words = packed.terms ? packed.terms.split(' ') : [];
    const postings = words.length ? packed.postings.split(';').map(readPosting) : [];
    const weigh = weigher(postings, packed);
    const vectors = new Map();
    const invertedIndex = postings.map((posting, number) => {
      const entry = { _index: number };
      for (const field of fields) entry[field] = {};
      posting.forEach((times, code) => {
        if (!vectors.has(code)) vectors.set(code, []);
        vectors.get(code).push(number, weigh(code, times, posting.size));
        entry[fields[code % fields.length]][Math.floor(code / fields.length)] = {};
      });
      return [words[number], entry];
    });
    const fieldVectors = Array.from(vectors, ([code, vector]) => [
      `${fields[code % fields.length]}/${Math.floor(code / fields.length)}`,
      vector,
    ]);
    const frequencies = new Map(words.map((word, at) => [word, postings[at].size]));
    const { version } = window.lunr;
    return { version, fields, fieldVectors, invertedIndex, pipeline: [], frequencies };
  }

  const LONGEST = 200; // characters of a query that are looked at
  const MOST_TOKENS = 60;
  const ENOUGH = 0.5; // the share of a query that a partial answer must cover
  const NEAREST = 10; // rows shown where none covers enough

  const opened = new Map();

  /** Load a table's index into lunr, once. */
  function open(table) {
    if (!opened.has(table)) {
      const unpacked = unpack(table.index);
      const lunr = window.lunr.Index.load(unpacked);
      opened.set(table, { lunr, frequencies: unpacked.frequencies, names: [] });
    }
    return opened.get(table);
  }

  const squash = (words) => runs(words).join('');

  function readQuery(words) {
    const looked = words.slice(0, LONGEST);
    const asked = Array.from(new Set(tokens(looked))).slice(0, MOST_TOKENS);
    return { tokens: asked, whole: squash(looked) };
  }

  /** A pair stands for itself; one character or a word for all that contains it. */
  function expand(token, frequencies) {
    if (isHan(token) && token.length > 1) return frequencies.has(token) ? [token] : [];
    return Array.from(frequencies.keys()).filter((word) => word.includes(token));
  }

  /** How much each token of the query says, and which index terms stand for it. */
  function weighTokens(asked, { frequencies }, documents) {
    const meanings = new Map();
    const weights = asked.map((token, number) => {
      let frequency = 0;
      for (const term of expand(token, frequencies)) {
        meanings.set(term, (meanings.get(term) || []).concat(number));
        frequency += frequencies.get(term);
      }
      const weight = Math.log(1 + documents / Math.max(frequency, 1));
      return frequency ? weight : weight * 0.3;
    });
    return { meanings, weights };
  }

  /** 4 the same, 3 a name contains it, 2 all its tokens are there, 1 some are. */
  function tier(whole, { titles, words }, coverage) {
    if (titles.includes(whole)) return 4;
    if (titles.concat(words).some((name) => name.includes(whole))) return 3;
    return coverage > 0.999 ? 2 : 1;
  }

  /** How much of a name the query is; title and plain name count twice a keyword. */
  function closeness(whole, { titles, words }) {
    const holding = (names) => names.filter((name) => name.includes(whole));
    const best = (names) => Math.max(0, ...holding(names).map((name) => whole.length / name.length));
    const begins = titles.some((name) => name.startsWith(whole)) ? 0.5 : 0;
    return best(titles) * 4 + best(words) * 2 + begins;
  }

  /** The share of the query that is, as a whole, a name of the thing. */
  function named(whole, { titles, words }) {
    const held = titles.concat(words).filter((name) => whole.includes(name));
    return Math.max(0, ...held.map((name) => name.length)) / whole.length;
  }

  /** Which tokens of the query a row has, and which of them in its first names. */
  function matched(metadata, meanings) {
    const [all, first] = [new Set(), new Set()];
    for (const term of Object.keys(metadata)) {
      const { title, plain, name } = metadata[term];
      for (const number of meanings.get(term)) {
        all.add(number);
        if (title || plain || name) first.add(number);
      }
    }
    return [all, first];
  }

  /** Everything in a table that shares a token with the query. */
  function match(table, query, namesOf, favour) {
    const entry = open(table);
    const { meanings, weights } = weighTokens(query.tokens, entry, table.index.documents);
    if (!meanings.size) return []; // lunr answers a query without terms with everything
    const sum = (numbers) => numbers.reduce((total, number) => total + weights[number], 0);
    const everything = sum(Array.from(weights.keys()));
    const found = entry.lunr.query((asked) => {
      meanings.forEach((_, term) => asked.term(term, { usePipeline: false }));
    });
    return found.map(({ ref, score, matchData }) => {
      const row = table.rows[ref];
      const names = (entry.names[ref] = entry.names[ref] || namesOf(row));
      const [all, first] = matched(matchData.metadata, meanings)
        .map((numbers) => sum(Array.from(numbers)) / everything);
      const coverage = Math.max(all, named(query.whole, names));
      const step = tier(query.whole, names, coverage);
      const fine = coverage * 6 + first * 2 + closeness(query.whole, names) + favour(row);
      return { row, table, step, coverage, score: step * 20 + fine + score / found[0].score };
    });
  }

  /** Rows that answer the query, best first, as {row, table, step, …}. Where none covers
      enough of it, `near` is true and the few nearest are given. */
  function look(tables, query, namesOf, favour) {
    const matches = tables.filter(Boolean).map((table) => match(table, query, namesOf, favour));
    const hits = [].concat(...matches).sort((a, b) => b.score - a.score);
    const enough = hits.filter((hit) => hit.step > 1 || hit.coverage >= ENOUGH);
    if (enough.length) return { hits: enough, near: false };
    const best = hits.reduce((most, hit) => Math.max(most, hit.coverage), 0);
    const nearest = hits.filter((hit) => hit.coverage >= best * ENOUGH).slice(0, NEAREST);
    return { hits: nearest, near: nearest.length > 0 };
  }

  /** Each character of a text, and whether the query asked for it. */
  function findMarks(words, query) {
    const characters = Array.from(words);
    const folded = characters.map(foldCharacter);
    const hit = new Set();
    const long = query.tokens.filter((token) => token.length > 1);
    for (const token of long.length ? long : query.tokens) {
      folded.forEach((_, start) => {
        let [end, seen] = [start, ''];
        while (end < folded.length && seen.length < token.length) seen += folded[end++];
        if (seen === token) while (end > start) hit.add((end -= 1));
      });
    }
    return characters.map((character, at) => [character, hit.has(at)]);
  }

  window.qingdan = window.qingdan || {};
  window.qingdan.engine = { fold, tokens, unpack, squash, readQuery, look, findMarks };
})();
