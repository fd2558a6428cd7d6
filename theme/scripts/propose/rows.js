/* The fields of an item, each on one line with what it says now; a line opens to be changed.
   Those that say something come first, the others are folded away. */
(function () {
  'use strict';

  const { elements, inputs, values } = window.qingdan;
  const { make, say } = elements;
  const FIRST = ['title', 'unit', 'basis']; // what a new item is asked for
  const CONTROL = ['input', 'textarea', 'select', 'button'].map((one) => `.entry ${one}`).join(', ');

  /** A line that opens; who opens it goes on in its first input. */
  function line(field, element) {
    const is = make('span', { class: 'field__is' });
    const mark = make('span', { class: 'tag', hidden: true }, say('changed'));
    const head = make('summary', {}, make('b', {}, field.label), ' ', mark, ' ', is);
    const box = make('details', { class: 'field' }, head, element);
    head.addEventListener('click', () => {
      if (!box.open) window.setTimeout(() => { box.querySelector(CONTROL).focus(); });
    });
    return { field, box, is, mark };
  }

  function inputsOf({ fields, office }, before) {
    const made = new Map();
    const unitOf = () => (made.has('unit') ? made.get('unit').read() : '');
    fields.forEach((field) => {
      made.set(field.name, inputs.make(field, `f-${field.name}`, before[field.name], { office, unitOf }));
    });
    const [unit, post] = [made.get('unit'), made.get('post')];
    if (unit && post && post.refill && unit.control) unit.control.addEventListener('change', post.refill);
    return made;
  }

  /** Make the inputs; `show(after)` writes into the lines what an item would say. */
  function fieldRows(context, before) {
    const { fields, office, verb } = context;
    const made = inputsOf(context, before);
    const isOpen = ({ name }) => verb === 'add' && FIRST.includes(name);
    const lines = fields.filter((field) => !isOpen(field)).map((field) => line(field, made.get(field.name).element));
    const said = lines.filter(({ field }) => before[field.name] !== undefined);
    const rest = lines.filter((one) => !said.includes(one));
    const folded = rest.length > 0 && make('details', { class: 'categories' },
      make('summary', {}, say('unsaid', { count: rest.length })), ...rest.map(({ box }) => box));
    const show = (after) => lines.forEach(({ field, is, mark }) => {
      const now = after[field.name];
      is.textContent = values.shown(field, now, office, after.unit).replace(/\n+/g, '；') || say('none');
      mark.hidden = values.same(before[field.name], now);
    });
    const open = fields.filter(isOpen).map(({ name }) => made.get(name).element);
    const lead = said.length > 0 && make('p', { class: 'aside' }, say('pick'));
    return { made, show, elements: [...open, lead, ...said.map(({ box }) => box), folded].filter(Boolean) };
  }

  window.qingdan.rows = { make: fieldRows };
})();
