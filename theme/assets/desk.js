/* My street on the home page: its lists, its units' phones, what it does not look after;
   and the links to matters lead straight to my street's page. All of it stands in the
   street's own script, which the search loads too. */
(function () {
  'use strict';

  const STREET = 'qingdan.street';
  const MATTER = /matters\/([a-z0-9-]+)\.html$/;
  const { device } = window.qingdan;
  const desk = document.getElementById('desk');
  if (!desk) return; // no streets on this site
  const links = Array.from(document.querySelectorAll('[data-straight] a'))
    .map((link) => ({ link, usual: link.getAttribute('href') }));
  const wanted = { id: '' };

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    Object.keys(attributes).forEach((name) => element.setAttribute(name, attributes[name]));
    element.append(...children);
    return element;
  }

  /** Where something of a street is, from how its script shortens it. */
  function address(id, below) {
    return device.base + (below.endsWith('.html') ? below : `offices/${id}/${below}.html`);
  }

  function lists(id, entries) {
    return make('ul', { class: 'links links--columns', 'aria-label': desk.dataset.lists },
      ...entries.map(([title, below, count]) => make('li', {},
        make('a', { href: address(id, below) }, title),
        ' ', make('span', { class: 'aside' }, count))));
  }

  function phones(entries) {
    return make('details', { class: 'categories' },
      make('summary', {}, `${desk.dataset.phones}（${entries.length}）`),
      make('dl', { class: 'facts' }, ...entries.map(([unit, number, tel]) => make('div', {},
        make('dt', {}, unit),
        make('dd', { class: 'tel' }, tel ? make('a', { href: tel }, number) : number)))));
  }

  function show(id, { lists: some, phones: numbers, exceptions }) {
    const parts = [];
    if (exceptions) parts.push(make('p', { class: 'notice', role: 'note' }, exceptions));
    if (numbers.length) parts.push(phones(numbers));
    if (some.length) parts.push(lists(id, some));
    const page = `${device.base}offices/${id}.html`;
    parts.push(make('p', {}, make('a', { href: page }, desk.dataset.page)));
    desk.replaceChildren(...parts);
  }

  /** Lead to my street's page of a matter, where it has one in force. */
  function straighten(id, rows) {
    const mine = new Map();
    rows.forEach(([matter, below, , , status]) => {
      if (!status && !mine.has(matter)) mine.set(matter, below);
    });
    links.forEach(({ link, usual }) => {
      const below = mine.get((MATTER.exec(usual) || [])[1]);
      link.setAttribute('href', below ? address(id, below) : usual);
    });
  }

  function open(id) {
    const street = (window.qingdan.streets || {})[id];
    if (id !== wanted.id || !street || !street.desk) return;
    show(id, street.desk);
    straighten(id, street.rows);
  }

  /** Only streets of this page are asked for, whatever the device remembers. */
  function begin(id) {
    wanted.id = id;
    desk.replaceChildren();
    straighten(id, []);
    const known = Array.from(document.querySelectorAll('.pills [data-street-choose]'));
    if (!id || !known.some((link) => link.dataset.streetChoose === id)) return;
    const script = document.createElement('script');
    script.src = `${device.base}search/streets/${id}.js`;
    script.addEventListener('load', () => open(id));
    document.head.append(script);
  }

  document.addEventListener('qingdan:street', ({ detail }) => begin(detail.id));
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) begin(device.recall(STREET)); // it may have been cleared meanwhile
  });
  begin(device.recall(STREET));
})();
