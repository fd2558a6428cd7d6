/* What is wrong, beside the inputs and in a summary at the top that leads to them. */
(function () {
  'use strict';

  const { elements, forges, proposing } = window.qingdan;
  const { make, say } = elements;

  const anchorOf = (form, at) => (form.querySelector(`[id="${at}"]`) || form).id;

  function clear(form) {
    form.querySelectorAll('.entry__said').forEach((place) => { place.replaceChildren(); });
    form.querySelectorAll('[aria-invalid]').forEach((control) => control.removeAttribute('aria-invalid'));
  }

  /** The page of a version that is there already, to be changed instead. */
  function fileLink({ file }) {
    if (!file || !proposing.repository) return file && ` ${file}`;
    return make('a', { href: forges.edit(proposing.repository, file) }, file);
  }

  const words = (problem) => [
    make('b', {}, say(problem.severity === 'error' ? 'wrong' : 'look')), problem.sentence, problem.cure,
    fileLink(problem)];

  /** Open every fold that a place is in. */
  function openAround(place) {
    for (let box = place.closest('details'); box; box = box.parentElement.closest('details')) box.open = true;
  }

  /** Write each problem beside its input; those without one are left to the summary. */
  function beside(form, problems) {
    clear(form);
    for (const problem of problems) {
      const place = form.querySelector(`[id="${problem.at}-said"]`);
      const control = form.querySelector(`[id="${problem.at}"]`);
      if (place) place.append(make('span', { class: `said said--${problem.severity}` }, ...words(problem)));
      if (control && problem.severity === 'error') control.setAttribute('aria-invalid', 'true');
      if (place && problem.severity === 'error') openAround(place);
    }
  }

  /** The summary: takes the focus, and leads to every input that has to be mended. */
  function summarise(box, form, problems) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    box.hidden = !errors.length;
    if (!errors.length) return;
    const links = errors.map(({ at, sentence, cure }) => {
      const words = `${sentence}${cure}`;
      if (!at) return make('li', {}, words);
      const link = make('a', { href: `#${anchorOf(form, at)}` }, words);
      link.addEventListener('click', (event) => {
        event.preventDefault(); // the address says what is changed
        form.querySelector(`[id="${anchorOf(form, at)}"]`).focus();
      });
      return make('li', {}, link);
    });
    box.replaceChildren(make('h2', {}, say('summary', { count: errors.length })), make('ul', {}, ...links));
    box.focus();
  }

  window.qingdan.problems = { beside, summarise };
})();
