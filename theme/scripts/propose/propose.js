/* The page 提出修改: what is behind `#` decides which form is shown.

   office/list/item revises, office/list/item/withdraw withdraws, office/list adds an item,
   office/units/unit changes how a unit is reached. */
(function () {
  'use strict';

  const { device, elements, values, itemForm, unitForm, proposing } = window.qingdan;
  const box = document.getElementById('propose');
  const { make, say, select, button } = elements;
  const STANDARD = 'standard';

  /** Load a script of the site; what a list or an office says stands in `proposing` then. */
  const load = (path) => loadScript(`propose/${path}`);

  function loadScript(path) {
    return new Promise((done, failed) => {
      const script = make('script', { src: `${device.base}${path}.js` });
      script.addEventListener('load', done);
      script.addEventListener('error', failed);
      document.head.append(script);
    });
  }

  /** How characters sound: a table of the search. */
  async function sounds() {
    if (!window.qingdan.index) await loadScript('search/index');
    return window.qingdan.index;
  }

  async function officeOf(owner) {
    if (owner === STANDARD) return null;
    if (!proposing.offices[owner]) await load(owner);
    return proposing.offices[owner];
  }

  async function listOf(key) {
    if (!proposing.lists[key]) await load(key);
    const list = proposing.lists[key];
    if (list.apart && list.standard) await listOf(list.standard);
    return list;
  }

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  };
  const tell = (...children) => box.replaceChildren(make('div', { class: 'notice' }, ...children));
  const link = (place, words) => make('a', { href: `#${place}` }, words);

  function headingOf(list, title, ...more) {
    const from = list.version ? say('from', { day: list.version }) : '';
    return [make('h2', { class: 'propose__what', tabindex: '-1' }, title),
      make('p', { class: 'aside' }, [list.title.startsWith(list.office) ? '' : list.office, list.title, from].filter(Boolean).join(' · ')), ...more];
  }

  /** From the list: other items to revise or to withdraw. */
  function chooser(key, items) {
    const options = Object.entries(items).map(([id, { title }]) => [id, title]);
    const chosen = select(options, options.length ? options[0][0] : '');
    chosen.setAttribute('aria-label', say('choose'));
    const go = (end) => () => { window.location.hash = `${key}/${chosen.value}${end}`; };
    return options.length && make('details', { class: 'categories' }, make('summary', {}, say('choose')), chosen,
      make('p', { class: 'buttons' }, button({}, go(''), say('revise')), ' ', button({}, go('/withdraw'), say('withdraw'))));
  }

  function beforeOf(fields, item, hidden) {
    const known = fields.filter(({ name }) => item[name] !== undefined && !hidden.includes(name));
    return Object.fromEntries(known.map(({ name }) => [name, item[name]]));
  }

  /** Where the phones of an item most likely stand: at its unit. */
  function unitNote(owner, office, stated) {
    const unit = values.unitOf(office, stated);
    return unit && make('p', { class: 'aside' }, say('to_unit'), ' ',
      link(`${owner}/units/${unit.id}`, say('unit_contact', { unit: unit.name })));
  }

  function notes(list, key, id, office, unit) {
    const adopted = list.standard && Object.keys(list.items[id] || {}).length < 2;
    return [
      make('p', {}, link(`${key}/${id}/withdraw`, say('to_withdraw'))),
      adopted && make('p', { class: 'notice' }, say('adopted'), ' ', link(`${list.standard}/${id}`, say('to_standard'))),
      unitNote(list.owner, office, unit),
    ];
  }

  async function openItem(owner, name, id, end) {
    const key = `${owner}/${name}`;
    const [office, list] = await Promise.all([officeOf(owner), listOf(key)]);
    const kind = proposing.kinds[list.kind];
    const items = values.itemsOf(list, proposing.lists);
    if (!list.whole) {
      const below = list.standard ? `${list.standard}${id ? `/${id}` : ''}` : '';
      tell(make('p', {}, say('no_file')), below && make('p', {}, link(below, say('to_standard'))));
      return;
    }
    if (id && !items[id]) {
      const gone = list.ended[id];
      tell(make('p', {}, gone ? say('ended', { title: gone[0], day: gone[1] }) : say('unknown')), make('p', {}, link(key, say('to_add'))));
      return;
    }
    const fields = kind.fields.filter(({ shape, name: one }) => shape !== 'person' || !list.hidden.includes(one));
    const verb = id ? { '': 'revise', withdraw: 'withdraw' }[end] : 'add';
    const before = id ? beforeOf(fields, items[id], list.hidden) : {};
    const heading = id ? headingOf(list, before.title, ...(verb === 'revise' ? notes(list, key, id, office, before.unit) : []))
      : headingOf(list, say('adding'), chooser(key, items));
    itemForm.build(box, {
      list, kind, fields, office, items, verb, id, before, today: today(), say, sounds, heading: heading.filter(Boolean),
    });
  }

  async function openUnit(owner, id) {
    const office = await officeOf(owner);
    const unit = office.units.find((one) => one.id === id);
    if (!unit) {
      tell(say('unknown'));
      return;
    }
    const heading = [make('h2', { class: 'propose__what', tabindex: '-1' }, unit.name), make('p', { class: 'aside' }, office.name),
      make('p', {}, say('contact_lead', { path: office.path }))];
    unitForm.build(box, owner, office, unit, heading, today());
  }

  async function isUnit(owner, list, item) {
    if (list !== 'units' || !item || owner === STANDARD) return false;
    return !(await officeOf(owner)).lists.some(([id]) => id === 'units');
  }

  async function open() {
    const place = decodeURIComponent(window.location.hash.slice(1));
    if (!/^[a-z0-9-]+(\/[a-z0-9-]+){1,2}(\/withdraw)?$/.test(place)) {
      tell(make('p', {}, say('nothing')), make('p', {}, make('a', { href: `${device.base}offices.html` }, say('offices'))));
    } else {
      const [owner, list, item, end = ''] = place.split('/');
      try {
        if (await isUnit(owner, list, item)) await openUnit(owner, item);
        else await openItem(owner, list, item, end);
      } catch (error) {
        tell(say('failed'));
      }
    }
    box.dataset.state = 'ready';
  }

  let last = open();
  window.addEventListener('hashchange', () => {
    box.dataset.state = 'loading';
    last = last.then(open).then(() => { (box.querySelector('h2') || box).focus(); }); // one after the other
  });
})();
