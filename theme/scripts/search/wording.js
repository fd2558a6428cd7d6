/* What a query says: which street it names, what in it says nothing about the matter, and
   whether it asks for the place itself. */
(function () {
  'use strict';

  const { index, text, documents } = window.qingdan;
  const { fold, squash } = text;
  const { split } = documents;

  // A street of another district; the name of a matter may begin like one.
  const ELSEWHERE = /^[\u4e00-\u9fff]{2,4}?(?:街道办事处|街道办|街道|社区|镇)(?=[^办服工居])/;

  const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

  /** What matches any of some words, the longest first. */
  function anyOf(words) {
    const sorted = words.map(fold).sort((one, other) => other.length - one.length);
    return new RegExp(sorted.map(escaped).join('|') || '(?!)', 'g');
  }
  const IGNORED = anyOf(index.ignore);
  const CONTACT = anyOf(index.contact);

  /** What is left without some words; all, where nothing would be left. */
  function without(pattern, words) {
    const rest = words.replace(pattern, ' ');
    return squash(rest) ? rest : words;
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

  /** Names of streets and communities with the street's number, and how long they are. A
      shortened name that some matter is written with is none. */
  function namesOfStreets({ numbers }) {
    const found = new Map();
    let longest = 0;
    const enter = (sort, street, name) => {
      for (const [whole, full] of spellings(sort, name)) {
        if (whole.length < 2 || found.has(whole)) continue;
        if (!full && numbers.has(whole.slice(0, 2))) continue;
        found.set(whole, street);
        longest = Math.max(longest, whole.length);
      }
    };
    for (const [sort, name, others, street] of index.places.rows) {
      if (sort === 'office' || sort === 'community') {
        enter(sort, street, name);
        for (const other of split(others)) enter(sort, street, other);
      }
    }
    return { found, longest };
  }

  const streetNames = new WeakMap();

  /** The street that a query names, the longest name first, and the query without any. */
  function findStreet(words, matters) {
    if (!streetNames.has(matters)) streetNames.set(matters, namesOfStreets(matters));
    const { found, longest } = streetNames.get(matters);
    let [rest, street] = [words, -1];
    for (let size = Math.min(longest, words.length); size > 1; size -= 1) {
      for (let at = 0; at + size <= rest.length; at += 1) {
        const named = found.get(rest.slice(at, at + size));
        if (named !== undefined) {
          rest = `${rest.slice(0, at)} ${rest.slice(at + size)}`;
          if (street < 0) street = named;
        }
      }
    }
    return { street, rest };
  }

  /** Read a folded query: the street it names (-1 for none), what it asks for, the same
      for places, and whether it asks for the named place itself: 红光街道电话. */
  function read(words) {
    const matters = documents.openMatters();
    const { street, rest } = findStreet(words, matters);
    const left = rest.replace(CONTACT, ' ').replace(IGNORED, ' ');
    if (street >= 0 && !squash(left)) {
      const place = without(CONTACT, without(IGNORED, words));
      return { street, asked: squash(rest) ? rest : place, place, ofPlace: true };
    }
    const here = matters.numbers.has(rest.slice(0, 2)) ? rest : rest.replace(ELSEWHERE, ' ');
    const asked = without(IGNORED, here);
    return { street, asked, place: without(CONTACT, asked), ofPlace: false };
  }

  window.qingdan.wording = { read };
})();
