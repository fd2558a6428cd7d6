/* What every change has besides its fields: the day, the reason, the document, who asks. */
(function () {
  'use strict';

  const { elements, inputs, amendment, checking, proposing } = window.qingdan;
  const { make, say, button } = elements;
  const { HEADER } = checking;
  const APPROVAL = { name: 'approval', label: '', shape: 'records', parts: [HEADER.by, HEADER.document] };

  const reasonField = () => ({ name: 'reason', label: say('reason'), shape: 'choice', choices: proposing.reasons, required: true });

  function simple(made, name, field) {
    const one = inputs.make(field, name, '', {});
    made.set(name, one);
    return one.element;
  }

  /** A button that fills an input, put before or after it. */
  function filler(element, at, value, words, side = 'before') {
    const control = element.querySelector(`[id="${at}"]`);
    control[side](button({}, () => {
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.focus();
    }, words));
    return element;
  }

  function dayInput(made, list, today) {
    const help = list.version ? say('day_help', { day: list.version }) : '';
    const day = amendment.freeDay(list, today);
    const element = simple(made, 'effective', { ...HEADER.effective, required: true, help, example: help ? '' : day });
    return filler(element, 'effective', day, say('use_day', { day }));
  }

  /** The day and the reason; the rest is folded away where nothing asks for it. */
  function header({ kind, list, verb, today }) {
    const made = new Map();
    const asked = verb === 'add' && kind.approvals && list.owner !== 'standard';
    const first = [dayInput(made, list, today), simple(made, 'reason', reasonField())];
    const more = [
      simple(made, 'number', { ...HEADER.number, help: say('number_help') }),
      simple(made, 'title', HEADER.title),
      simple(made, 'published', HEADER.published),
      simple(made, 'note', { ...HEADER.note, help: say('note_help') }),
      asked && simple(made, 'approval', { ...APPROVAL, label: say('approvals') }),
      simple(made, 'by', { name: 'by', label: say('by'), shape: 'line', help: say('by_help') }),
    ].filter(Boolean);
    const rest = asked ? more : [make('details', { class: 'categories' }, make('summary', {}, say('optional')), ...more)];
    return { made, elements: [...first, ...rest] };
  }

  function successor() {
    const made = new Map();
    const rows = [
      simple(made, 'successor-unit', { ...HEADER.unit, help: say('successor_help') }),
      simple(made, 'successor-phone', HEADER.phone),
      simple(made, 'successor-note', HEADER.note),
    ];
    return { made, elements: rows };
  }

  window.qingdan.facts = { header, successor, filler };
})();
