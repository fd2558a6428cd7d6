/* The form of an item: revise, add or withdraw it. Nothing is offered to be handed over
   until everything is right. */
(function () {
  'use strict';

  const { elements, inputs, problems, values, amendment, checking, packet, outcome, rows, facts, naming } = window.qingdan;
  const { make, say, group } = elements;
  const PAUSE = 300; // milliseconds of rest before what was typed is checked

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

  /** Say beside the button how much is changed; only when it is not what stood there. */
  function tellCount(place, changes) {
    const said = changes.length ? say('changed_count', { count: changes.length }) : say('unchanged');
    if (place.textContent !== said) place.replaceChildren(said);
  }

  /** Offer an id by the sound of the title, as soon as there is one. */
  function offerId({ items, list, sounds }, { fields, id }) {
    const title = fields.made.get('title');
    const control = id.element.querySelector('input');
    let offer = null;
    title.element.addEventListener('change', async () => {
      const said = naming.idFor(await sounds(), title.read(), [...Object.keys(items), ...Object.keys(list.ended)]);
      if (offer) offer.remove();
      if (!said) return;
      facts.filler(id.element, 'id', said, say('id_sound', { id: said }));
      offer = control.previousElementSibling;
    });
  }

  function partsOf(context) {
    const { verb, before } = context;
    const parts = { header: facts.header(context) };
    if (verb === 'add') parts.id = inputs.make({ ...checking.HEADER.id, help: say('id_help') }, 'id', '', {});
    if (verb === 'withdraw') parts.successor = facts.successor();
    else parts.fields = rows.make(context, before);
    return parts;
  }

  /** Build the form; `context` has list, kind, fields, office, items, verb, id, before, today. */
  function build(box, context) {
    const parts = partsOf(context);
    const touched = new Set(context.verb === 'add' ? context.fields.map(({ name }) => name) : []);
    const seen = new Set();
    const [summary, result] = [make('div', { class: 'summary', tabindex: '-1', role: 'alert', hidden: true }), make('section', { class: 'outcome', hidden: true })];
    const compared = make('div', {});
    const [first, ...others] = (parts.fields || parts.successor).elements;
    const what = [first, parts.id && parts.id.element, ...others].filter(Boolean);
    const count = make('p', { class: 'propose__count', role: 'status' });
    const form = make('form', { novalidate: true, id: 'form', tabindex: '-1' },
      make('div', { class: 'propose__main' },
        group('what', { label: say(`what_${context.verb}`) }, ...what),
        group('how', { label: say('how') }, ...parts.header.elements)),
      make('div', { class: 'propose__side' },
        make('section', { class: 'part' }, make('h2', {}, say('compared')), compared),
        make('div', { class: 'propose__bar' }, count, make('button', { class: 'button', type: 'submit' }, say('check')))));
    if (parts.id) offerId(context, parts);
    let [waiting, asked] = [0, false];

    function look() {
      const draft = draftOf(context, parts, touched);
      const found = checking.check(context, draft);
      compared.replaceChildren(comparison(context, draft));
      if (parts.fields) parts.fields.show(draft.after);
      if (context.verb === 'revise') tellCount(count, amendment.changesOf(context.fields, draft));
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
