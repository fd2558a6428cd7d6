/* Choose my street on the home page: typing a community or a street lists what fits, with
   what tells two of the same name apart. It never chooses by itself. The names are loaded
   when somebody enters the box; without them the lists of the page remain. */
(function () {
  'use strict';

  const NAMES = 'search/choose.js';
  const MOST = 8; // results shown at once
  const LEAST = 2; // characters of a name that may stand inside a longer address
  const KIND = /(?:社区|村|街道)$/; // what people leave out
  const { device } = window.qingdan;
  const input = document.getElementById('place');
  if (!input) return; // no streets on this site
  const said = document.getElementById('place-said');
  const list = document.getElementById('place-choices');
  let rows = null;

  /** Fold a text as the names are folded: one width, one case, simplified, no spaces. */
  function folder(pairs) {
    const simple = new Map();
    for (let at = 0; at < pairs.length; at += 2) simple.set(pairs[at], pairs[at + 1]);
    return (text) => Array.from(text.normalize('NFKC').toLowerCase().replace(/\s+/g, ''))
      .map((one) => simple.get(one) || one).join('');
  }

  /** All that can be chosen, as {id, street, name, also, note, exceptions, names}. */
  function prepare({ simplified, streets, communities }) {
    const fold = folder(simplified);
    const row = (name, others, [id, street, , exceptions], note) => {
      const also = others ? others.split('|') : [];
      return { id, street, name, also, note, exceptions, names: [name, ...also].map(fold) };
    };
    const all = streets.map((street) => row(street[1], street[2], street, ''));
    communities.forEach(([name, also, at, note]) => all.push(row(name, also, streets[at], note)));
    return { all, fold };
  }

  /** How well a name fits: 0 the same, then by its beginning, inside, 3 as part of an
      address; 9 not at all. */
  function distance(name, query) {
    const stem = name.replace(KIND, '');
    if (name === query || stem === query) return 0;
    if (name.startsWith(query)) return 1;
    if (name.includes(query)) return 2;
    return stem.length >= LEAST && query.includes(stem) ? 3 : 9;
  }

  function fitting(text) {
    const query = rows.fold(text);
    if (!query) return [];
    return rows.all
      .map((row) => ({ row, far: Math.min(...row.names.map((name) => distance(name, query))) }))
      .filter(({ far }) => far < 9)
      .sort((a, b) => a.far - b.far) // stable: streets first, then as in the files
      .map(({ row }) => row);
  }

  function make(tag, name, text) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.textContent = text;
    return element;
  }

  function choice({ id, street, name, also, note, exceptions }) {
    const item = document.createElement('li');
    const link = make('a', 'choice', '');
    link.href = `${device.base}offices/${id}.html`;
    link.dataset.streetChoose = id; // site.js remembers it on the way
    link.dataset.streetLabel = street;
    link.append(make('b', '', name));
    if (name !== street) link.append(' ', make('span', 'choice__street', street));
    item.append(link);
    if (name !== street && also.length) item.append(make('p', 'aside', also.join('、')));
    [note, exceptions].filter(Boolean).forEach((text) => item.append(make('p', 'choice__note', text)));
    return item;
  }

  function say(found) {
    const streets = new Set(found.map((row) => row.id));
    const { none, one, same, many, more } = input.dataset;
    if (!found.length) return none;
    let text = many.replace('{count}', streets.size);
    if (found.length === 1) text = one;
    else if (streets.size === 1) text = same.replace('{street}', found[0].street);
    const left = found.length - MOST;
    return left > 0 ? text + more.replace('{count}', left) : text;
  }

  function show() {
    if (!rows) return;
    const found = fitting(input.value);
    list.replaceChildren(...found.slice(0, MOST).map(choice));
    said.textContent = input.value.trim() ? say(found) : '';
  }

  function load() {
    input.removeEventListener('focus', load);
    const script = document.createElement('script');
    script.src = device.base + NAMES;
    script.addEventListener('load', () => {
      rows = prepare(window.qingdan.choose);
      show();
    });
    script.addEventListener('error', () => input.addEventListener('focus', load));
    document.head.append(script);
  }

  input.addEventListener('focus', load);
  input.addEventListener('input', (event) => { if (!event.isComposing) show(); });
  input.addEventListener('compositionend', show);
  input.addEventListener('keydown', (event) => {
    const first = list.querySelector('a');
    if (event.key !== 'Enter' || event.isComposing || !first) return;
    event.preventDefault();
    first.focus(); // to be read before it is taken
  });
  document.addEventListener('qingdan:street', ({ detail }) => { if (!detail.id) input.focus(); });
  if (document.activeElement === input) load();
})();
