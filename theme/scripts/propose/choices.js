/* Values that have to be one of a few words: `read_choice` of loading/shapes.py once more.
   The choices of the form are Chinese words; ids with a meaning stand in no list. */
(function () {
  'use strict';

  window.qingdan = window.qingdan || {};
  const NEAR = 0.5; // likeness from which on a choice may have been meant

  /** How many characters two words share in the same order, the longest run first. */
  function shared(one, other) {
    let best = [0, 0, 0];
    for (let at = 0; at < one.length; at += 1) {
      for (let to = 0; to < other.length; to += 1) {
        let size = 0;
        while (at + size < one.length && one[at + size] === other[to + size]) size += 1;
        if (size > best[0]) best = [size, at, to];
      }
    }
    const [size, at, to] = best;
    return size && size + shared(one.slice(0, at), other.slice(0, to))
      + shared(one.slice(at + size), other.slice(to + size));
  }

  function guess(text, choices) {
    const plain = text.normalize('NFKC').toLowerCase().trim();
    const begun = choices.find((one) => plain.startsWith(one));
    if (begun) return begun;
    const likeness = choices.map((one) => [(2 * shared(one, plain)) / (one.length + plain.length), one])
      .filter(([like]) => like >= NEAR);
    return likeness.length ? likeness.reduce((best, one) => (one[0] > best[0] ? one : best))[1] : '';
  }

  /** What is wrong with a choice; `cut` shortens what is quoted. */
  function check(field, typed, cut) {
    const text = typed.trim();
    if (field.choices.includes(text)) return [];
    const near = guess(text, field.choices);
    return [{
      rule: 'bad-choice', severity: 'error',
      sentence: `${field.label}（${field.name}）没有“${cut(text, 30)}”这一种。`,
      cure: `${near && `是不是“${near}”？`}可以写：${field.choices.join('、')}。`,
    }];
  }

  window.qingdan.choices = { check };
})();
