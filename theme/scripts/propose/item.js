/* The form of an item: revise, add or withdraw it. Nothing is offered to be handed over
   until everything is right. */
(function () {
  'use strict';

  const { elements, inputs, problems, values, amendment, checking, packet, outcome, proposing } = window.qingdan;
  const { make, say, group } = elements;
  const PAUSE = 300; // milliseconds of rest before what was typed is checked
  const APPROVAL = { name: 'approval', label: '', shape: 'records', parts: [checking.HEADER.by, checking.HEADER.document] };

  const reasonField = () => ({ name: 'reason', label: say('reason'), shape: 'choice', choices: proposing.reasons, required: true });

  /** Inputs of the fields: those that say something first, the others folded away. */
  function fieldInputs(context, before) {
    const { fields, office, verb } = context;
    const made = new Map();
    const unitOf = () => (made.has('unit') ? made.get('unit').read() : '');
    fields.forEach((field) => {
      made.set(field.name, inputs.make(field, `f-${field.name}`, before[field.name], { office, unitOf }));
    });
    const [unit, post] = [made.get('unit'), made.get('post')];
    if (unit && post && post.refill && unit.control) unit.control.addEventListener('change', post.refill);
    const elementsOf = (some) => some.map(({ name }) => made.get(name).element);
    const first = ({ name }) => before[name] !== undefined || (verb === 'add' && ['title', 'unit', 'basis'].includes(name));
    const rest = fields.filter((field) => !first(field));
    const folded = rest.length && make('details', { class: 'categories' },
      make('summary', {}, say('unsaid', { count: rest.length })), ...elementsOf(rest));
    return { made, elements: [...elementsOf(fields.filter(first)), folded] };
  }

  function simple(made, name, field, value = '') {
    const one = inputs.make(field, name, value, {});
    made.set(name, one);
    return one.element;
  }

  /** The day, the document, the reason: what every change has. */
  function headerInputs({ kind, list, verb }) {
    const made = new Map();
    const { HEADER } = checking;
    const rows = [
      simple(made, 'effective', { ...HEADER.effective, required: true, example: say('day_example') }),
      simple(made, 'reason', reasonField()),
      simple(made, 'number', { ...HEADER.number, help: say('number_help') }),
      simple(made, 'title', HEADER.title),
      simple(made, 'published', HEADER.published),
      simple(made, 'note', { ...HEADER.note, help: say('note_help') }),
    ];
    if (verb === 'add' && kind.approvals && list.owner !== 'standard') {
      rows.push(simple(made, 'approval', { ...APPROVAL, label: say('approvals') }));
    }
    rows.push(simple(made, 'by', { name: 'by', label: say('by'), shape: 'line', help: say('by_help') }));
    return { made, elements: rows };
  }

  function successorInputs() {
    const made = new Map();
    const { HEADER } = checking;
    const rows = [
      simple(made, 'successor-unit', { ...HEADER.unit, help: say('successor_help') }),
      simple(made, 'successor-phone', HEADER.phone),
      simple(made, 'successor-note', HEADER.note),
    ];
    return { made, elements: rows };
  }

  function readAll(made) {
    return Object.fromEntries(Array.from(made, ([name, one]) => [name, one.read()]));
  }

  /** The draft as the form stands; a field that nobody touched stays as it was. */
  function draftOf(context, parts, touched) {
    const { fields, before, verb } = context;
    const after = {};
    if (verb !== 'withdraw') {
      fields.forEach((field) => {
        const old = before[field.name] === undefined ? null : before[field.name];
        const now = touched.has(field.name) ? values.tidy(field, parts.fields.made.get(field.name).read()) : old;
        const kept = values.same(now, values.tidy(field, old)) ? old : now;
        if (kept !== null) after[field.name] = kept;
      });
    }
    const head = readAll(parts.header.made);
    const trimmed = (name) => String(head[name] || '').trim();
    const next = parts.successor ? readAll(parts.successor.made) : {};
    return {
      verb, id: parts.id ? parts.id.read().trim() : context.id, before: verb === 'withdraw' ? {} : before, after,
      title: before.title, effective: trimmed('effective'), published: trimmed('published'), reason: head.reason,
      note: trimmed('note'), by: trimmed('by'),
      document: { number: trimmed('number'), title: trimmed('title') },
      approvals: (head.approval || []).map(({ by, document }) => ({ by: by.trim(), document: document.trim() })),
      successor: {
        unit: (next['successor-unit'] || '').trim(), phone: (next['successor-phone'] || '').trim(),
        note: (next['successor-note'] || '').trim(),
      },
    };
  }

  function comparison(context, draft) {
    const { fields, office } = context;
    const changes = draft.verb === 'withdraw' ? [] : amendment.changesOf(fields, draft);
    if (!changes.length) return make('p', { class: 'aside' }, say(draft.verb === 'withdraw' ? 'withdrawing' : 'unchanged'));
    return make('dl', { class: 'diff' }, ...changes.map(({ field, old, now }) => make('div', {},
      make('dt', {}, field.label),
      draft.verb === 'revise' && make('dd', { class: 'diff__old' }, make('b', {}, say('was')), ' ',
        make('span', {}, old === null ? say('nothing_was') : make('del', {}, values.shown(field, old, office, draft.before.unit)))),
      make('dd', { class: 'diff__new' }, make('b', {}, say('now')), ' ',
        make('span', {}, now === null ? say('nothing_now') : make('ins', {}, values.shown(field, now, office, draft.after.unit)))))));
  }

  function partsOf(context) {
    const { verb, before } = context;
    const parts = { header: headerInputs(context) };
    if (verb === 'add') parts.id = inputs.make({ ...checking.HEADER.id, help: say('id_help') }, 'id', '', {});
    if (verb === 'withdraw') parts.successor = successorInputs();
    else parts.fields = fieldInputs(context, before);
    return parts;
  }

  /** Build the form; `context` has list, kind, fields, office, items, verb, id, before, today. */
  function build(box, context) {
    const parts = partsOf(context);
    const touched = new Set(context.verb === 'add' ? context.fields.map(({ name }) => name) : []);
    const seen = new Set();
    const [summary, result] = [make('div', { class: 'summary', tabindex: '-1', role: 'alert', hidden: true }), make('section', { class: 'outcome', hidden: true })];
    const compared = make('div', { 'aria-live': 'polite' });
    const what = [parts.id && parts.id.element, ...(parts.fields || parts.successor).elements].filter(Boolean);
    const form = make('form', { novalidate: true, id: 'form', tabindex: '-1' },
      group('what', { label: say(`what_${context.verb}`) }, ...what),
      group('how', { label: say('how') }, ...parts.header.elements),
      make('section', { class: 'part' }, make('h2', {}, say('compared')), compared),
      make('p', {}, make('button', { class: 'button', type: 'submit' }, say('check'))));
    let [waiting, asked] = [0, false];

    function look() {
      const draft = draftOf(context, parts, touched);
      const found = checking.check(context, draft);
      compared.replaceChildren(comparison(context, draft));
      problems.beside(form, asked ? found : found.filter(({ at }) => seen.has(at)));
      return { draft, found };
    }

    function typed({ target }) {
      const entry = target.closest('[id^="f-"]');
      const place = entry || target;
      context.fields.forEach(({ name }) => {
        if (place.id === `f-${name}` || place.id.startsWith(`f-${name}-`) || target.closest(`[id="f-${name}"]`)) touched.add(name);
      });
      const unit = target.parentElement && target.parentElement.querySelector('select[id^="f-"]');
      if (unit) touched.add(unit.id.slice(2));
      seen.add(target.id);
      if (entry) seen.add(entry.id);
      result.hidden = true;
      window.clearTimeout(waiting);
      waiting = window.setTimeout(look, PAUSE);
    }

    form.addEventListener('input', typed);
    form.addEventListener('change', typed);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      asked = true;
      const { draft, found } = look();
      result.hidden = true;
      problems.summarise(summary, form, found);
      if (found.some(({ severity }) => severity === 'error')) return;
      const file = amendment.write(context.list, context.fields, draft);
      const words = amendment.summary(context.list, context.fields, draft);
      outcome.showFile(result, file, packet.ofVersion(context.list, file, words, draft.by), words);
    });
    box.replaceChildren(...context.heading, summary, form, result);
    look();
  }

  window.qingdan.itemForm = { build };
})();
