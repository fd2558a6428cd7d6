/* What the search page shows of an answer: cards of matters, groups of places, and help
   where nothing was found. It neither searches nor reads the address. */
(function () {
  'use strict';

  const { index, device, text, parts, answering } = window.qingdan;
  const { make, say, marked, badge, button } = parts;
  const { base } = device;

  const FULL_CARDS = 12; // matters after these get one line each
  const MOST_PLACES = 10; // of each sort
  const LONGEST = 40; // characters of a query that are repeated

  const phoneOf = (phone, tel) => make(tel ? 'a' : 'b', tel ? { href: tel } : {}, phone);

  /** Unit, place and phone of one of my street's answers. */
  function contact([, , number, , status], street) {
    const [unit, place, phone, tel] = street.contacts[number];
    if (!(status || unit || phone || place)) return '';
    return make('div', { class: 'hit__contact' },
      status && make('p', {}, make('span', { class: 'tag' }, say(status))),
      unit && make('p', { class: 'answer__unit' }, unit),
      phone && make('p', { class: 'answer__phone' },
        phoneOf(phone, tel)),
      place && make('p', { class: 'hit__place' }, place));
  }

  /** What a card says without an answer of the street. */
  function withoutAnswer(row, { street, choose }) {
    const [, only] = index.streets[row[6]] || [];
    const values = { street: street && street.name, only };
    if (street) return [make('p', { class: 'aside' }, say(only ? 'lacking_only' : 'lacking', values))];
    return [
      only && make('p', { class: 'aside' }, say('only', values)),
      button({ class: 'hit__choose' }, choose, say('choose_street')),
    ];
  }

  /** The everyday word that led here, where neither title nor plain name shows it. */
  function saidAs({ document: { row }, text: best }, tokens) {
    const words = best && (best.said || best).words;
    if (!words || words === row[1] || words === row[2]) return '';
    if (!text.findMarks(words, tokens).some(([, isHit]) => isHit)) return '';
    return make('p', { class: 'hit__plain' }, say('said'), ...marked(words, tokens));
  }

  const linkTo = (address, ...children) => (
    make('a', { class: 'hit__link', href: base + address }, ...children));

  let isAsked = false;

  /** Has the script of item pages say whether the office is open now. */
  function tellOpen() {
    const { item } = window.qingdan;
    if (item) item.show();
    else if (!isAsked) document.head.append(make('script', { src: `${base}assets/item.js` }));
    isAsked = true;
  }

  /** When the street's office is open; said once, in the first card with its answer. */
  function hoursOf({ hours, open }) {
    if (!hours.length) return '';
    if (open) window.setTimeout(tellOpen);
    return make('p', { class: 'aside' },
      open && make('span', { class: 'open', 'data-open': open }), say('hours', { hours: hours.join('；') }));
  }

  function card(hit, view, at) {
    const { row } = hit.document;
    const { street, found: { tokens } } = view;
    const { mine, address } = answering.answersOf(hit.document, street);
    const told = mine.length ? mine.map((one) => contact(one, street)) : withoutAnswer(row, view);
    return make('li', { class: 'hit', 'data-matter': row[0] },
      make('h2', { class: 'hit__title' }, linkTo(address, ...marked(row[1], tokens))),
      row[2] && make('p', { class: 'hit__plain' }, ...marked(row[2], tokens)),
      saidAs(hit, tokens),
      make('p', { class: 'hit__answer' }, ...answering.verdicts(hit.document, street).map(badge)),
      ...told,
      !at && mine.length && hoursOf(street));
  }

  function line(hit, { street, found: { tokens } }) {
    const { row } = hit.document;
    const { address } = answering.answersOf(hit.document, street);
    const [verdict] = answering.verdicts(hit.document, street);
    return make('li', { 'data-matter': row[0] },
      linkTo(address, ...marked(row[1], tokens)), ' ', badge(verdict));
  }

  /** The hits after the full cards, a line each; written after the others are shown. */
  function others(hits, view) {
    const list = make('ol', {});
    window.setTimeout(() => list.append(...hits.map((hit) => line(hit, view))));
    return make('details', { class: 'hits__rest' },
      make('summary', {}, say('more', { count: hits.length })), list);
  }

  /** Cards of matters, best first; those after the first in one line each. */
  function matters(hits, view) {
    const [full, rest] = [hits.slice(0, FULL_CARDS), hits.slice(FULL_CARDS)];
    return [
      full.length && make('ol', { class: 'hits' }, ...full.map((hit, at) => card(hit, view, at))),
      rest.length && others(rest, view),
    ];
  }

  function place({ row }, tokens) {
    const [, street] = row[0] === 'office' ? [] : index.streets[row[3]] || [];
    const notes = Array.from(new Set([street, row[5]])).filter(Boolean);
    return make('li', { class: 'hit hit--place', 'data-place': row[4] },
      linkTo(row[4], ...marked(row[1], tokens)),
      notes.length && make('span', { class: 'aside' }, ` ${notes.join('　')}`),
      row[6] && make('p', { class: 'answer__phone' }, phoneOf(row[6], row[7])));
  }

  function group(sort, hits, tokens) {
    const some = hits.filter(({ document: { row } }) => row[0] === sort).slice(0, MOST_PLACES);
    return some.length && make('section', { class: 'hits__group' },
      make('h2', {}, say(`sort_${sort}`)),
      make('ul', { class: 'hits' }, ...some.map(({ document }) => place(document, tokens))));
  }

  /** Places in groups of their sort. */
  const places = (hits, sorts, tokens) => sorts.map((sort) => group(sort, hits, tokens));

  function reporting(report, words) {
    if (!report) return [];
    // Half of a pair of code units has no other encoding; a mail wants no plus for a space.
    const [, asked] = String(new URLSearchParams({ words })).replace(/\+/g, '%20').split('=');
    const address = report.replace('%7Bwords%7D', () => asked);
    return [make('p', {}, make('a', { href: address, class: 'report' }, say('report')),
      ' ', make('span', { class: 'aside' }, say('report_hint')))];
  }

  /** Help where nothing, or only something near, was found. */
  function help(asked, { hotline, report }, near) {
    const words = asked.slice(0, LONGEST);
    const call = hotline && [`，${say('or_call')} `,
      make('a', { href: `tel:${hotline}`, class: 'num' }, hotline)];
    return make('div', { class: 'notice help' },
      make('p', {}, near ? say('nothing_near') : say('nothing', { words }), say('advice')),
      make('p', {}, say('or_all'), make('a', { href: `${base}a-z.html` }, say('all')),
        ...(call || []), '。'),
      ...reporting(report, words));
  }

  window.qingdan.cards = { matters, places, help };
})();
