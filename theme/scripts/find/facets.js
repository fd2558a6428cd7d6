/* Narrow an answer down: who does it, category, for whom, only my street. Each value says
   how many matters are left with it, and none is offered that leaves nothing. */
(function () {
  'use strict';

  const { index, parts, answering } = window.qingdan;
  const { make, say, button } = parts;

  const GROUPS = ['here', 'answer', 'category', 'audience'];
  const MOST = 8; // values shown at once
  const unique = (values) => Array.from(new Set(values)).filter(Boolean);

  /** What a hit has in a group. */
  const VALUES = {
    here: ({ row }, street) => (street && street.mine.has(row[0]) ? [street.id] : []),
    answer: (document, street) => answering.verdicts(document, street).map(([label]) => label),
    category: ({ row, table }) => [table.categories[row[7]]],
    audience: ({ row, table }) => row[9].map((number) => table.audiences[number]),
  };
  const valuesOf = (group, { document }, street) => unique(VALUES[group](document, street));

  /** The choices that an address carries. */
  const read = (address) => (
    Object.fromEntries(GROUPS.map((group) => [group, address.get(group) || ''])));

  const isChosen = (chosen) => GROUPS.some((group) => chosen[group]);

  /** Hits that have everything chosen, but for one group that is left out. */
  function narrow(hits, chosen, street, left) {
    const groups = GROUPS.filter((group) => chosen[group] && group !== left);
    return hits.filter((hit) => (
      groups.every((group) => valuesOf(group, hit, street).includes(chosen[group]))));
  }

  /** The values of a group with how many matters each leaves, the most first. */
  function count(group, hits, chosen, street) {
    const counts = new Map();
    for (const hit of narrow(hits, chosen, street, group)) {
      for (const value of valuesOf(group, hit, street)) {
        counts.set(value, (counts.get(value) || 0) + 1);
      }
    }
    return Array.from(counts).sort(([, one], [, other]) => other - one);
  }

  const streetName = (id) => (index.streets.find(([one]) => one === id) || ['', id])[1];
  const nameOf = (group, value) => (
    group === 'here' ? say('here', { street: streetName(value) }) : value);

  /** Whether a group divides the hits: a value that all of them have does not. */
  const divides = (values, hits, value) => (
    value || values.length > 1 || (values.length && values[0][1] < hits.length));

  function option(group, [value, number], chosen, choose) {
    const pressed = chosen[group] === value;
    return make('li', {}, button({
      class: 'facet', 'data-group': group, 'data-value': value, 'aria-pressed': String(pressed),
    }, () => choose(group, pressed ? '' : value),
    nameOf(group, value), ' ', make('span', { class: 'facet__count' }, String(number))));
  }

  function section(group, values, chosen, choose) {
    const options = values.map((value) => option(group, value, chosen, choose));
    const rest = options.slice(MOST);
    return make('div', { role: 'group', 'aria-labelledby': `facet-${group}` },
      make('p', { class: 'facets__name', id: `facet-${group}` }, say(`facet_${group}`)),
      make('ul', {}, ...options.slice(0, MOST)),
      rest.length && make('details', { class: 'facets__more' },
        make('summary', {}, say('facet_more')), make('ul', {}, ...rest)));
  }

  /** Fill the box with what may be chosen; the pressed button keeps the focus. */
  function draw(box, hits, chosen, street, choose) {
    const { group: from, value: was } = document.activeElement.dataset;
    const sections = GROUPS.map((group) => {
      const values = count(group, hits, chosen, street);
      return divides(values, hits, chosen[group]) && section(group, values, chosen, choose);
    }).filter(Boolean);
    box.hidden = !sections.length;
    box.querySelector('.facets__groups').replaceChildren(...sections);
    const again = Array.from(box.querySelectorAll('.facet'))
      .find(({ dataset }) => from && dataset.group === from && dataset.value === was);
    if (again && again.getClientRects().length) again.focus();
    else if (from && !box.hidden) box.querySelector('summary').focus();
  }

  /** Buttons that take a choice back. */
  function chips(chosen, choose) {
    const some = GROUPS.filter((group) => chosen[group]);
    return some.length && make('ul', { class: 'chosen' }, ...some.map((group) => {
      const name = nameOf(group, chosen[group]);
      const label = say('chosen', { group: say(`facet_${group}`), value: name });
      return make('li', {}, button({
        class: 'chip', 'data-group': group, 'data-value': chosen[group],
        'aria-label': say('remove', { chosen: label }),
      }, () => choose(group, ''), label, ' ', make('span', { 'aria-hidden': 'true' }, '×')));
    }));
  }

  window.qingdan.facets = { GROUPS, read, isChosen, narrow, draw, chips };
})();
