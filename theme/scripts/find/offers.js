/* The chooser of the street. A city has hundreds of streets: only mine is offered before
   the first answer. */
(function () {
  'use strict';

  const { index, parts } = window.qingdan;
  const chooser = document.getElementById('street');
  const [everywhere] = chooser.options;

  const optionOf = ([id, name]) => parts.make('option', { value: id }, name);
  const offer = (streets) => chooser.replaceChildren(everywhere, ...streets.map(optionOf));

  /** Choose a street; all streets where there is none of that id. */
  function chooseStreet(id) {
    const known = index.streets.filter(([one]) => one === id);
    chooser.value = known.length ? id : '';
    if (!known.length || chooser.value === id) return;
    offer(known);
    chooser.value = id;
  }

  /** Offer all streets. */
  function offerAll() {
    if (chooser.options.length > index.streets.length) return;
    const { value } = chooser;
    offer(index.streets);
    chooser.value = value;
  }

  window.qingdan.offers = { chooseStreet, offerAll };
})();
