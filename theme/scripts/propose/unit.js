/* How a unit is reached: values of the office's file, changed in place. */
(function () {
  'use strict';

  const { elements, inputs, problems, checking, packet, outcome, proposing, yaml, facts, forges } = window.qingdan;
  const { make, say, group } = elements;

  const fieldOf = (name) => proposing.contact.find((field) => field.name === name);
  const labelOf = (field, number) => (number ? say('phone_field', { number, label: field.label }) : field.label);

  /** One input for each value that the file has; a day of verifying is filled by a button. */
  function entriesOf(unit, today) {
    return unit.rows.map(([name, number, value, line, column], index) => {
      const field = { ...fieldOf(name), help: '', example: '' };
      const at = `c-${index}`;
      const label = labelOf(field, number);
      const { element, read } = inputs.make(field, at, value, {});
      if (name === 'verified') facts.filler(element, at, today, say('use_today', { day: today }), 'after');
      return { at, field, label, value, line, column, number, element, read: () => read().trim() };
    });
  }

  const changed = (entries) => entries.filter(({ value, read }) => read() !== value);

  /** A phone that is new was dialled on some day, which the file says too. */
  function unverified(entries) {
    const numbers = changed(entries).filter(({ field }) => field.name === 'number').map(({ number }) => number);
    return entries.filter(({ field, number, value, read }) => (
      field.name === 'verified' && numbers.includes(number) && read() === value));
  }

  function check(entries) {
    const found = changed(entries).flatMap(({ at, field, label, read }) => {
      const now = read();
      const asked = { ...field, label: field.label };
      return now ? checking.ofValue(asked, now, at)
        : [{ at, rule: 'empty-value', severity: 'error', sentence: say('kept', { label }), cure: say('kept_cure') }];
    });
    unverified(entries).forEach(({ at }) => {
      found.push({ at, rule: 'verified', severity: 'reminder', sentence: say('verify'), cure: '' });
    });
    if (!changed(entries).length) found.push({ at: '', rule: 'unchanged', severity: 'error', sentence: say('unchanged'), cure: '' });
    return found;
  }

  function editsOf(entries) {
    return changed(entries).map(({ field, label, value, line, column, read }) => ({
      line, column, field: field.name, label, old: value, new: read(),
      was: `${field.name}: ${yaml.scalar(value)}`, becomes: `${field.name}: ${yaml.scalar(read())}`,
    }));
  }

  /** The inputs, those of a phone together. */
  function groupsOf(entries) {
    const numbers = [...new Set(entries.map(({ number }) => number))];
    return numbers.flatMap((number) => {
      const some = entries.filter((one) => one.number === number).map(({ element }) => element);
      return number ? [group(`phone-${number}`, { label: say('phone_group', { number }) }, make('div', { class: 'phone' }, ...some))] : some;
    });
  }

  /** Lines cannot be added here: the file itself is the place. */
  function filePlace({ path }, { line }) {
    const { repository } = proposing;
    return make('p', { class: 'aside' }, say('more_phones'),
      repository ? make('a', { href: forges.edit(repository, path, line) }, path) : make('code', {}, path));
  }

  function build(box, id, office, unit, heading, today) {
    const entries = entriesOf(unit, today);
    const summary = make('div', { class: 'summary', tabindex: '-1', role: 'alert', hidden: true });
    const result = make('section', { class: 'outcome', hidden: true });
    const by = inputs.make({ name: 'by', label: say('by'), shape: 'line', help: say('by_help') }, 'by', '', {});
    const form = make('form', { novalidate: true, id: 'form', tabindex: '-1' },
      group('what', { label: say('what_contact') }, ...groupsOf(entries), filePlace(office, unit)), by.element,
      make('p', {}, make('button', { class: 'button', type: 'submit' }, say('check'))));
    form.addEventListener('input', () => {
      result.hidden = true;
      problems.beside(form, check(entries).filter(({ rule }) => rule !== 'unchanged'));
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const found = check(entries);
      problems.beside(form, found);
      problems.summarise(summary, form, found);
      if (found.some(({ severity }) => severity === 'error')) return;
      const edits = editsOf(entries);
      const words = say('contact_summary', { office: office.name, unit: unit.name, labels: edits.map(({ label }) => label).join('、') });
      const kept = edits.map(({ line, column, field, label, old, new: now }) => ({ line, column, field, label, old, new: now }));
      outcome.showEdits(result, office.path, edits, packet.ofContact(id, office.path, kept, words, by.read().trim()), words);
    });
    box.replaceChildren(...heading, summary, form, result);
  }

  window.qingdan.unitForm = { build };
})();
