/* Small parts of the form: elements, words of labels.yml, a row with label, help and what
   is wrong. Texts stay texts: nothing here reads markup. */
(function () {
  'use strict';

  const { words } = window.qingdan;

  /** Make an element; `about` holds its attributes, those that are false are left out. */
  function make(tag, about, ...children) {
    const element = document.createElement(tag);
    Object.entries(about).forEach(([name, value]) => {
      if (value !== false && value !== undefined) element.setAttribute(name, value === true ? '' : value);
    });
    element.append(...children.filter((child) => child !== null && child !== undefined && child !== false && child !== ''));
    return element;
  }

  /** A text of theme/labels.yml with its names in braces replaced. */
  const say = (name, values = {}) => (
    words[name].replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole)));

  /** A button that does something when it is pressed. */
  function button(about, action, ...children) {
    const element = make('button', { type: 'button', class: 'button button--quiet', ...about }, ...children);
    element.addEventListener('click', action);
    return element;
  }

  const said = (at) => make('p', { class: 'entry__said', id: `${at}-said` });
  const helpText = ({ help, example }) => (
    [help, example && say('example', { example })].filter(Boolean).join(' '));

  /** One input with its label, its help, and room for what is wrong with it. */
  function row(at, field, control) {
    const help = helpText(field);
    control.setAttribute('id', at);
    control.setAttribute('aria-describedby', `${help ? `${at}-help ` : ''}${at}-said`);
    if (field.required) control.setAttribute('aria-required', 'true');
    return make('div', { class: 'entry' },
      make('label', { for: at }, field.label, field.required && make('span', { class: 'tag' }, say('required'))),
      help && make('p', { class: 'entry__help', id: `${at}-help` }, help), control, said(at));
  }

  /** Several inputs with one heading. */
  function group(at, field, ...children) {
    const { help } = field; // examples are written as in a file
    return make('fieldset', { class: 'entry entry--group', id: at, tabindex: '-1', 'aria-describedby': `${at}-said` },
      make('legend', {}, field.label), help && make('p', { class: 'entry__help' }, help), ...children, said(at));
  }

  function area(value, lines) {
    const control = make('textarea', { rows: String(lines) });
    control.value = value;
    return control;
  }

  function input(value, about = {}) {
    const control = make('input', { type: 'text', autocomplete: 'off', ...about });
    control.value = value;
    return control;
  }

  /** A select of [value, words]. */
  function select(options, value) {
    const control = make('select', {}, ...options.map(([one, text]) => make('option', { value: one }, text)));
    control.value = value;
    return control;
  }

  window.qingdan.elements = { make, say, button, row, group, area, input, select };
})();
