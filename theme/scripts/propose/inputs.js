/* Inputs by the declared fields: `make(field, at, value, place)` gives { element, read }.
   `place` has the office and the number that tells ids apart. What is read is not tidied. */
(function () {
  'use strict';

  const { elements, values } = window.qingdan;
  const { make, say, row, group, area, input, select, button } = elements;
  const OTHER = '*'; // a body that is no unit of the office

  const text = (value) => (typeof value === 'string' ? value : '');
  const linesOf = (value) => Math.min(12, Math.max(3, value.split('\n').length + Math.ceil(value.length / 40)));

  function lineInput(field, at, value) {
    const numeric = ['date', 'phone', 'count', 'code'].includes(field.shape);
    const control = input(text(value), numeric ? { inputmode: field.shape === 'phone' ? 'tel' : 'numeric' } : {});
    return { element: row(at, field, control), read: () => control.value };
  }

  function textInput(field, at, value) {
    const control = area(text(value), linesOf(text(value)));
    return { element: row(at, field, control), read: () => control.value };
  }

  /** A list, one entry a line. */
  function wordsInput(field, at, value) {
    const lines = Array.isArray(value) ? value : [];
    const control = area(lines.join('\n'), Math.max(3, lines.length + 1));
    const help = [field.help, say('one_a_line')].filter(Boolean).join(' ');
    return { element: row(at, { ...field, help, example: '' }, control), read: () => control.value.split('\n') };
  }

  function choiceInput(field, at, value) {
    const control = select([['', say('none')], ...field.choices.map((one) => [one, one])], text(value));
    return { element: row(at, field, control), read: () => control.value };
  }

  function choicesInput(field, at, value) {
    const chosen = Array.isArray(value) ? value : [];
    const boxes = field.choices.map((one) => {
      const box = make('input', { type: 'checkbox', value: one });
      box.checked = chosen.includes(one);
      return box;
    });
    const labels = boxes.map((box) => make('label', { class: 'check' }, box, box.value));
    const read = () => boxes.filter((box) => box.checked).map((box) => box.value);
    return { element: group(at, field, make('div', { class: 'checks' }, ...labels)), read };
  }

  function unitInput(field, at, value, { office }) {
    if (!office) return lineInput(field, at, value);
    // The file may name a unit, also by a name-plate, instead of giving its id; so it stays.
    const meant = values.unitOf(office, value);
    const stated = (one) => (one.name === value || one.id === value ? one.name : say('unit_as', { unit: one.name, name: value }));
    const units = office.units.map((one) => (one === meant ? [value, stated(one)] : [one.id, one.name]));
    const known = !value || meant;
    const control = select([['', say('none')], ...units, [OTHER, say('other_unit')]], known ? text(value) : OTHER);
    const other = input(known ? '' : value, { 'aria-label': say('other_unit_label', { label: field.label }) });
    const show = () => { other.hidden = control.value !== OTHER; };
    control.addEventListener('change', show);
    show();
    const element = row(at, { ...field, example: '', help: '' }, control);
    control.after(other);
    return { element, read: () => (control.value === OTHER ? other.value : control.value), control };
  }

  /** The posts of the unit that is chosen beside it. */
  function postInput(field, at, value, { office, unitOf }) {
    if (!office || !unitOf) return lineInput(field, at, value);
    const control = select([], '');
    const fill = (wanted) => {
      const unit = unitOf();
      const { posts = [] } = values.unitOf(office, unit) || {};
      const known = !wanted || posts.some(([id]) => id === wanted);
      const options = [['', say('none')], ...posts, ...(known ? [] : [[wanted, wanted]])];
      control.replaceChildren(...options.map(([one, name]) => make('option', { value: one }, name)));
      control.value = wanted;
    };
    fill(text(value));
    const element = row(at, { ...field, example: '', help: '' }, control);
    return { element, read: () => control.value, refill: () => fill(control.value) };
  }

  function recordInput(field, at, value, place) {
    const known = values.isMapping(value) ? value : {};
    const parts = field.parts.map((part) => [part, makeInput(part, `${at}-${part.name}`, known[part.name], place)]);
    const read = () => Object.fromEntries(parts.map(([{ name }, part]) => [name, part.read()]));
    return { elements: parts.map(([, { element }]) => element), read };
  }

  function oneRecord(field, at, value, place) {
    const { elements: rows, read } = recordInput(field, `${at}-0`, value, place);
    return { element: group(at, field, ...rows), read };
  }

  function manyRecords(field, at, value, place) {
    let rows = [];
    const list = make('div', { class: 'rows-of' });
    const add = (record) => {
      const number = list.dataset.next || 0;
      list.dataset.next = Number(number) + 1;
      const { elements: parts, read } = recordInput(field, `${at}-${number}`, record, place);
      const box = make('div', { class: 'rows-of__row' }, ...parts);
      const drop = button({}, () => {
        rows = rows.filter((one) => one.box !== box);
        box.remove();
        more.focus();
        list.dispatchEvent(new Event('input', { bubbles: true }));
      }, say('drop'));
      box.append(drop);
      rows.push({ box, read });
      list.append(box);
      return box;
    };
    const more = button({}, () => add({}).querySelector('input, textarea, select').focus(), say('more', { label: field.label }));
    (Array.isArray(value) && value.length ? value : [{}]).forEach(add);
    return { element: group(at, field, list, more), read: () => rows.map(({ read }) => read()) };
  }

  /** The shape that a value has now decides where a field may also be plain text. */
  function makerOf(field, value) {
    const { shape } = field;
    if (shape === 'words' || shape === 'ids') return typeof value === 'string' ? textInput : wordsInput;
    if (shape === 'records') return field.or_text && !Array.isArray(value) ? textInput : manyRecords;
    if (shape === 'record') return field.or_text && !values.isMapping(value) ? lineOrText : oneRecord;
    return {
      text: textInput, choice: choiceInput, choices: choicesInput, unit: unitInput, post: postInput,
    }[shape] || lineInput;
  }

  const lineOrText = (field, at, value) => (
    (text(value).includes('\n') ? textInput : lineInput)(field, at, value));

  function makeInput(field, at, value, place) {
    return makerOf(field, value)(field, at, value, place);
  }

  window.qingdan.inputs = { make: makeInput };
})();
