/* The search page: reads ?q= and &street=, shows what the engine finds as answer cards.
   A street's answers come as a script: nothing is fetched, so it works from a file. */
(function () {
  'use strict';

  const { index, engine, streets = {} } = (window.qingdan = window.qingdan || {});
  const results = document.getElementById('results');
  const input = document.getElementById('q');
  const chooser = document.getElementById('street');
  const summary = document.getElementById('summary');
  if (!engine || !index || !window.lunr) {
    results.textContent = '搜索没有加载成功，请刷新页面再试。';
    return;
  }
  window.qingdan.streets = streets; // where the streets' scripts enter themselves
  const { base = '', hotline = '12345' } = results.dataset;
  const REMEMBERED = 'qingdan.street'; // the id of my street's office, as in site.js
  const PAUSE = 150; // milliseconds of rest before a search while typing
  const FULL_CARDS = 20; // matters after these get one line each
  const MOST_PLACES = 10; // of each sort
  const SORTS = { office: '街道', unit: '机构', community: '社区（村）' };
  const STATUS = { announced: '尚未施行', ended: '已取消' };

  const names = (texts) => texts.filter(Boolean).map(engine.squash);
  const matterNames = (row) => ({ titles: names([row[1], row[2]]), words: names(row[3]) });
  const placeNames = (row) => ({ titles: names([row[1]].concat(row[2])), words: [] });

  /** Make an element; `about` holds its attributes, texts stay texts. */
  function make(tag, about, ...children) {
    const element = document.createElement(tag);
    Object.keys(about).forEach((name) => element.setAttribute(name, about[name]));
    element.append(...children.filter(Boolean));
    return element;
  }

  /** The text in pieces, what the query asked for inside <mark>. */
  function marked(words, query) {
    const pieces = [];
    let before;
    for (const [character, isHit] of engine.findMarks(words, query)) {
      if (isHit !== before) pieces.push(make(isHit ? 'mark' : 'span', {}));
      pieces[pieces.length - 1].append(character);
      before = isHit;
    }
    return pieces;
  }

  const badge = ([label, tone]) => make('span', { class: `badge badge--${tone}` }, label);

  /** Unit, place and phone of one of my street's answers. */
  function contact(row, street) {
    const [unit, place, phone, tel] = street.contacts[row[2]];
    if (!(row[4] || unit || phone || place)) return '';
    const number = make(tel ? 'a' : 'b', tel ? { href: tel } : {}, phone);
    return make('div', { class: 'hit__contact' },
      row[4] && make('p', {}, make('span', { class: 'tag' }, STATUS[row[4]] || row[4])),
      unit && make('p', { class: 'answer__unit' }, unit),
      phone && make('p', { class: 'answer__phone' }, number),
      place && make('p', { class: 'hit__place' }, place));
  }

  /** What a card says without an answer of my street. */
  function withoutAnswer(row, street) {
    if (street) {
      const only = index.streets[row[5]];
      const others = only ? `只有${only[1]}公布了。` : '可以看看其他街道。';
      return make('p', { class: 'aside' }, `您的街道没有公布这件事，${others}`);
    }
    const button = make('button', { type: 'button', class: 'hit__choose' }, '选择街道后显示电话');
    button.addEventListener('click', () => chooser.focus());
    return button;
  }

  const itemAddress = (below, { id }) => (
    below.endsWith('.html') ? below : `offices/${id}/${below}.html`);

  function card({ row, table }, query, street, small) {
    const mine = (street && street.byMatter.get(row[0])) || [];
    const address = mine.length ? itemAddress(mine[0][1], street) : row[6] || `matters/${row[0]}.html`;
    const link = make('a', { href: base + address }, ...marked(row[1], query));
    const badges = (mine.length ? mine.map((one) => street.answers[one[3]])
      : [table.answers[row[4]]]).map(badge);
    if (small) return make('li', { 'data-matter': row[0] }, link, ' ', badges[0]);
    return make('li', { class: 'hit', 'data-matter': row[0] },
      make('h2', { class: 'hit__title' }, link),
      row[2] && make('p', { class: 'hit__plain' }, ...marked(row[2], query)),
      make('p', { class: 'hit__answer' }, ...badges),
      ...(mine.length ? mine.map((one) => contact(one, street)) : [withoutAnswer(row, street)]));
  }

  function placeCard({ row }, query) {
    const street = row[0] === 'office' ? undefined : index.streets[row[3]];
    const notes = Array.from(new Set([street && street[1], row[5]])).filter(Boolean);
    return make('li', { class: 'hit hit--place', 'data-place': row[4] },
      make('a', { href: base + row[4] }, ...marked(row[1], query)),
      notes.length && make('span', { class: 'aside' }, ` ${notes.join('　')}`));
  }

  function placeGroup(sort, places, query) {
    const hits = places.filter(({ row }) => row[0] === sort).slice(0, MOST_PLACES);
    return hits.length && make('section', { class: 'hits__group' },
      make('h2', {}, SORTS[sort]),
      make('ul', { class: 'hits' }, ...hits.map((hit) => placeCard(hit, query))));
  }

  function noResult(words) {
    const advice = '换个说法试试：少打几个字，或者说要办的事，例如“低保”“老年证”。';
    return make('div', { class: 'notice' },
      make('p', {}, `没有找到“${words.slice(0, 40)}”。${advice}`),
      make('p', {}, '也可以看', make('a', { href: `${base}a-z.html` }, '所有事项 A–Z'),
        '，或者拨打 ', make('a', { href: `tel:${hotline}`, class: 'num' }, hotline), '。'));
  }

  function search(query, street) {
    const favourMatter = (row) => (street && street.byMatter.has(row[0]) ? 1 : -(row[5] >= 0));
    const here = street && index.streets.findIndex(([id]) => id === street.id);
    const favourPlace = (row) => Number(row[3] === here);
    const all = (name, namesOf, favour) => (
      engine.look([index[name], street && street[name]], query, namesOf, favour));
    const places = all('places', placeNames, favourPlace);
    return [all('matters', matterNames, favourMatter), places.near ? [] : places.hits];
  }

  function show(words, street) {
    for (const part of [results, summary]) part.textContent = '';
    if (!words) return;
    const query = engine.readQuery(words);
    const [{ hits, near }, places] = search(query, street);
    const placeStep = places.length ? places[0].step : 0;
    const matters = near && placeStep > 1 ? [] : hits;
    const [full, rest] = [matters.slice(0, FULL_CARDS), matters.slice(FULL_CARDS)];
    const cards = (some, small) => some.map((hit) => card(hit, query, street, small));
    const hours = street && street.hours.length && `办公时间：${street.hours.join('；')}`;
    const counts = [[matters, '件事'], [places, '个地方']].filter(([found]) => found.length);
    summary.textContent = near && matters.length ? '没有完全符合的，下面是相近的'
      : `找到 ${counts.map(([found, what]) => `${found.length} ${what}`).join('、') || '0 件事'}`;
    results.append(...[
      full.length && make('ol', { class: 'hits' }, ...cards(full, false)),
      full.length && hours && make('p', { class: 'aside' }, hours),
      rest.length && make('details', { class: 'hits__rest' },
        make('summary', {}, `另外 ${rest.length} 件相关的事`), make('ol', {}, ...cards(rest, true))),
      !matters.length && !places.length && noResult(words),
    ].filter(Boolean));
    const groups = Object.keys(SORTS).map((sort) => placeGroup(sort, places, query));
    const placesFirst = !matters.length || placeStep > matters[0].step;
    results[placesFirst ? 'prepend' : 'append'](...groups.filter(Boolean));
  }

  /** Load a street's answers, once; without them the cards lead to the matter. */
  function loadStreet(id) {
    if (!id || streets[id]) return Promise.resolve(streets[id]);
    return new Promise((resolve) => {
      const script = make('script', { src: `${base}search/streets/${id}.js` });
      for (const end of ['load', 'error']) script.addEventListener(end, () => resolve(streets[id]));
      document.head.append(script);
    });
  }

  /** Sort a street's answers by matter, those in force first. */
  function prepare(street, id) {
    if (!street || street.byMatter) return street;
    const byMatter = new Map(street.rows.map((row) => [row[0], []]));
    for (const row of street.rows) byMatter.get(row[0]).push(row);
    byMatter.forEach((rows) => rows.sort((a, b) => Boolean(a[4]) - Boolean(b[4])));
    return Object.assign(street, { id, byMatter });
  }

  let turn = 0;
  let settled = true; // the next search gets its own step in the browser's history
  let composing = false;
  let waiting = 0;

  /** Show what box and chooser ask for; a later request overtakes an earlier one. */
  function answer() {
    const words = input.value.trim();
    const mine = (turn += 1);
    results.setAttribute('data-state', 'loading');
    loadStreet(chooser.value).then((street) => {
      if (mine !== turn) return;
      show(words, prepare(street, chooser.value));
      results.setAttribute('data-state', words ? 'ready' : 'empty');
    });
  }

  /** Do what some browsers forbid: storage for files, many changes of the address. */
  function attempt(action) {
    try {
      return action();
    } catch (error) {
      return '';
    }
  }

  /** Put the box and the chooser into the address, then answer it. */
  function ask() {
    window.clearTimeout(waiting);
    const asked = new URLSearchParams();
    if (input.value.trim()) asked.set('q', input.value.trim());
    if (chooser.value) asked.set('street', chooser.value);
    if (`?${asked}` !== (window.location.search || '?')) {
      attempt(() => window.history[settled ? 'pushState' : 'replaceState'](null, '', `?${asked}`));
      settled = false;
    }
    answer();
  }

  const remembered = () => attempt(() => window.localStorage.getItem(REMEMBERED));
  const remember = () => attempt(() => {
    window.localStorage.setItem(REMEMBERED, chooser.value);
    window.localStorage.setItem(`${REMEMBERED}.name`, chooser.selectedOptions[0].text);
  });
  const offers = (id) => Array.from(chooser.options).some(({ value }) => value === id);
  const choose = (id) => { chooser.value = offers(id) ? id : ''; };

  function readAddress() {
    const asked = new URLSearchParams(window.location.search);
    input.value = asked.get('q') || '';
    choose(asked.has('street') ? asked.get('street') : remembered());
    settled = true;
    answer();
  }

  function typed() {
    if (composing) return;
    results.setAttribute('data-state', 'loading');
    window.clearTimeout(waiting);
    waiting = window.setTimeout(ask, PAUSE);
  }

  for (const [id, name] of index.streets) {
    if (!offers(id)) chooser.append(make('option', { value: id }, name));
  }
  input.addEventListener('compositionstart', () => {
    composing = true;
    window.clearTimeout(waiting);
  });
  input.addEventListener('compositionend', () => {
    composing = false;
    typed();
  });
  input.addEventListener('input', typed);
  chooser.addEventListener('change', () => { remember(); ask(); });
  document.addEventListener('qingdan:street', ({ detail }) => { choose(detail.id); ask(); });
  window.addEventListener('popstate', readAddress);
  input.form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
    settled = true;
  });
  readAddress();
})();
