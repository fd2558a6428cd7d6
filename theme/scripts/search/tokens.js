/* Text as search compares it: folded, and cut into tokens. The same as
   generator/search/tokens.py; tests/tokens.json holds both to one table. The pairs of
   traditional and simplified characters come with search/index.js. */
(function () {
  'use strict';

  const RADICALS =
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
  const USUAL = /^[\u4e00-\u9fff]+$/; // one run, as nearly all texts are
  const WIDE = /[\ud800-\udbff]/;

  const { simplified = '' } = (window.qingdan = window.qingdan || {});
  const pairs = new Map();
  const characters = Array.from(RADICALS + simplified);
  for (let at = 0; at < characters.length; at += 2) pairs.set(characters[at], characters[at + 1]);
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

  const known = new Map();

  /** Fold one character; every character is folded on its own. */
  function foldCharacter(character) {
    let folded = known.get(character);
    if (folded === undefined) known.set(character, (folded = workOut(character)));
    return folded;
  }

  // By code unit: 1 for what folding leaves as it is, which is nearly everything.
  const steady = new Uint8Array(0x10000);
  steady.fill(1, 0x30, 0x3a).fill(1, 0x61, 0x7b).fill(1, 0x4e00, 0xa000);
  for (const character of pairs.keys()) steady[character.charCodeAt(0)] = 0;

  function isSteady(text) {
    for (let at = 0; at < text.length; at += 1) if (!steady[text.charCodeAt(at)]) return false;
    return true;
  }

  /** Bring text into the one form in which it is compared. */
  function fold(text) {
    if (isSteady(text)) return text;
    let whole = '';
    for (const character of text) whole += foldCharacter(character);
    return whole;
  }
  const isHan = (token) => IS_HAN.test(token);

  /** The runs of Han characters, letters or digits in text, folded. */
  function runs(text) {
    const folded = fold(text);
    return USUAL.test(folded) ? [folded] : folded.match(RUN) || [];
  }

  /** Text folded and without anything between its runs. */
  const squash = (text) => runs(text).join('');

  /** Cut runs into overlapping pairs of Han characters, words and numbers. */
  function cut(list) {
    const found = [];
    for (const run of list) {
      if (run.length === 1 || !isHan(run)) found.push(run);
      else if (WIDE.test(run)) found.push(...cutWide(Array.from(run)));
      else for (let at = 2; at <= run.length; at += 1) found.push(run.slice(at - 2, at));
    }
    return found;
  }

  /** The same for rare characters, each of two code units. */
  const cutWide = (parts) => (
    parts.length === 1 ? parts : parts.slice(1).map((part, at) => parts[at] + part));

  const tokens = (text) => cut(runs(text));

  /** Each character of a text, and whether it belongs to one of the tokens. */
  function findMarks(words, asked) {
    const letters = Array.from(words);
    const plain = letters.map(foldCharacter);
    const hit = new Set();
    const long = asked.filter((token) => token.length > 1);
    for (const token of long.length ? long : asked) {
      plain.forEach((_, start) => {
        let [end, seen] = [start, ''];
        while (end < plain.length && seen.length < token.length) seen += plain[end++];
        if (seen === token) while (end > start) hit.add((end -= 1));
      });
    }
    return letters.map((character, at) => [character, hit.has(at)]);
  }

  window.qingdan.text = { fold, tokens, cut, runs, squash, isHan, findMarks };
})();
