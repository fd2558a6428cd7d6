/* The search page: the box, the address and the keyboard. The address carries all that
   was asked for: q, street, answer, category, audience, here, named. */
(function () {
  'use strict';

  const { index, device, labels, answering, cards, facets, offers, recent, keys, parts } = window.qingdan || {};
  const find = (id) => document.getElementById(id);
  const [input, chooser, results, summary] = ['q', 'street', 'results', 'summary'].map(find);
  const [notes, narrowing, empty] = ['notes', 'facets', 'empty'].map(find);
  if (!answering || !cards || !facets || !offers || !recent || !keys) {
    results.textContent = labels ? labels.failed : results.dataset.failed;
    return;
  }
  const { make, say, button } = parts;
  const REMEMBERED = 'qingdan.street'; // the id of my street's office, as in site.js
  const PAUSE = 150; // milliseconds of rest before a search while typing

  let chosen = facets.read(new URLSearchParams());
  let stay = ''; // the query that is to be answered for my street, whatever it names
  let turn = 0;
  let waiting = 0;
  let composing = false;
  let asking = true; // the next answer is to a query that was meant, not just typed
  let settled = true; // the next search gets its own step in the browser's history

  const asked = () => input.value.trim();

  /** Everything that was asked for, as the query of an address. */
  function addressOf() {
    const query = new URLSearchParams();
    const words = asked();
    if (words) query.set('q', words);
    if (chooser.value) query.set('street', chooser.value);
    for (const group of facets.GROUPS) if (words && chosen[group]) query.set(group, chosen[group]);
    if (words && stay === words) query.set('named', 'no');
    return `?${query}`;
  }

  function writeAddress() {
    const address = addressOf();
    if (address === (window.location.search || '?')) return;
    try {
      window.history[settled ? 'pushState' : 'replaceState'](null, '', address);
      settled = false;
    } catch (error) {
      // A browser may forbid many changes of the address; the answer is still shown.
    }
  }

  /** Tell which street the answer is for, and what the words were taken for. */
  function tell({ found, named }) {
    const back = () => {
      stay = asked();
      step();
      input.focus();
    };
    const page = index.streets.find(([, name]) => name === named);
    notes.replaceChildren(...[
      named && make('p', { class: 'notice' }, say('named', { street: named }), ' · ',
        button({ class: 'textual' }, back, say(chooser.value ? 'named_mine' : 'named_off')), ' · ',
        make('a', { href: `${device.base}offices/${page[0]}.html` }, say('named_page', { street: named }))),
      found.meant && make('p', { class: 'notice' }, say('meant', { words: found.meant })),
      facets.chips(chosen, choose),
    ].filter(Boolean));
  }

  /** How many were found, in words that a screen reader says aloud. */
  function count(found, hits, places, dropped) {
    if (!found.matters.length && !places.length) return say('none');
    if (found.near && !places.length) return say('near');
    const values = { count: hits.length, all: found.matters.length };
    if (facets.isChosen(chosen)) return say('narrowed', values);
    const counts = [[found.near ? 0 : hits.length, 'matters'], [places.length, 'places']];
    const said = counts.filter(([number]) => number).map(([number, name]) => say(name, { count: number }));
    return say('found', { found: said.join(say('and')) }) + (dropped ? say('dropped') : '');
  }

  /** Leave out choices that would leave nothing of another query's answer. */
  function dropChoices(found, street) {
    const left = found.near ? [] : facets.narrow(found.matters, chosen, street);
    if (!facets.isChosen(chosen) || left.length) return false;
    chosen = facets.read(new URLSearchParams());
    writeAddress();
    return true;
  }

  function show(words, answer) {
    const { found, street } = answer;
    if (asking && found.matters.length && !found.near) recent.add(words);
    asking = false;
    const dropped = dropChoices(found, street);
    const hits = facets.narrow(found.matters, chosen, street);
    const places = facets.isChosen(chosen) ? [] : found.places;
    const view = { ...answer, choose: () => chooser.focus() };
    const first = answering.leading({ ...found, places });
    const last = answering.sorts.filter((sort) => !first.includes(sort));
    const groups = (sorts) => cards.places(places, sorts, found.tokens);
    const matters = found.near && first.length ? [] : cards.matters(hits, view);
    const poor = found.near || !hits.length;
    tell(answer);
    results.replaceChildren(...[
      ...groups(first), ...matters, ...groups(last),
      poor && !places.length && cards.help(words, results.dataset, hits.length),
    ].filter(Boolean));
    summary.textContent = count(found, hits, places, dropped);
    const mine = turn;
    window.setTimeout(() => { // after the answer is shown
      const all = found.near ? [] : found.matters;
      if (mine === turn) facets.draw(narrowing, all, chosen, street, choose);
    });
  }

  function showNothing() {
    for (const part of [results, notes]) part.replaceChildren();
    summary.textContent = '';
    narrowing.hidden = true;
    recent.draw(find('recent'), again);
  }

  const isPoor = ({ found }) => !found.places.length && (found.near || !found.matters.length);

  /** Show what box, chooser and choices ask for; a later request overtakes an earlier. */
  function answer() {
    const words = asked();
    const mine = (turn += 1);
    const finish = (state) => {
      results.setAttribute('data-state', state);
      if (state !== 'loading') window.setTimeout(offers.offerAll);
    };
    finish('loading');
    document.documentElement.toggleAttribute('data-asked', Boolean(words));
    if (!words) {
      showNothing();
      finish('empty');
      return;
    }
    answering.lookUp(words, chooser.value, stay === words).then((found) => {
      if (mine !== turn) return;
      answering.learnMore(refresh);
      if (!answering.learnt && isPoor(found)) return; // what comes may have an answer
      show(words, found);
      finish('ready');
    });
  }

  /** Answer anew what is shown, knowing more; not under the hands of who is reading it. */
  function refresh() {
    results.dataset.learnt = '';
    const waits = results.getAttribute('data-state') === 'loading';
    const reading = !waits && results.contains(document.activeElement);
    if (asked() && !reading && !composing) answer();
  }

  function ask() {
    window.clearTimeout(waiting);
    writeAddress();
    answer();
  }

  /** Ask with a step of its own in the browser's history. */
  function step() {
    settled = true;
    ask();
    settled = true;
  }

  function choose(group, value) {
    chosen = { ...chosen, [group]: value };
    step();
  }

  function again(words) {
    input.value = words;
    asking = Boolean(words);
    step();
    input.focus();
  }

  function typed() {
    if (composing) return;
    results.setAttribute('data-state', 'loading');
    window.clearTimeout(waiting);
    waiting = window.setTimeout(ask, PAUSE);
  }

  function readAddress() {
    const address = new URLSearchParams(window.location.search);
    window.clearTimeout(waiting);
    input.value = address.get('q') || '';
    offers.chooseStreet(address.has('street') ? address.get('street') : device.recall(REMEMBERED));
    chosen = facets.read(address);
    stay = address.get('named') === 'no' ? asked() : '';
    settled = true;
    answer();
  }

  function listen() {
    input.addEventListener('compositionstart', () => {
      composing = true;
      window.clearTimeout(waiting);
    });
    input.addEventListener('compositionend', () => {
      composing = false;
      typed();
    });
    input.addEventListener('input', typed);
    input.form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (composing) return;
      asking = true;
      step();
    });
    chooser.addEventListener('change', () => {
      device.chooseStreet(chooser.value, chooser.selectedOptions[0].text);
    });
    document.addEventListener('qingdan:street', ({ detail }) => {
      offers.chooseStreet(detail.id);
      chosen = { ...chosen, here: '' };
      step();
    });
    keys.listen({ input, results, clear: () => again('') });
    results.addEventListener('click', (event) => {
      if (event.target.closest('a')) recent.add(asked());
    });
    empty.addEventListener('click', (event) => {
      const example = event.target.closest('.pills a');
      if (!example || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      again(example.textContent);
    });
    find('recent-clear').addEventListener('click', () => {
      recent.clear();
      recent.draw(find('recent'), again);
      input.focus();
    });
    window.addEventListener('popstate', readAddress);
  }

  listen();
  readAddress();
})();
